import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, type JWK, SignJWT } from "jose";
import { interactionPolicy, Provider } from "oidc-provider";

export const clientId = "console";
export const clientSecret = "a-test-secret-that-is-long-enough";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

export interface RunningProvider {
  issuer: string;
  /** Who signs in next. */
  next: { subject: string; name: string; email?: string; isVerified?: boolean };
  stop(): Promise<void>;
}

/** The provider warns on the console about its own store in memory, so it is handed one. */
class Kept {
  static readonly #all = new Map<string, Record<string, unknown>>();
  readonly #model: string;
  constructor(model: string) {
    this.#model = model;
  }
  #name(id: string): string {
    return `${this.#model}:${id}`;
  }
  async upsert(id: string, payload: Record<string, unknown>): Promise<undefined> {
    Kept.#all.set(this.#name(id), payload);
    if (typeof payload.uid === "string") Kept.#all.set(this.#name(`uid:${payload.uid}`), payload);
  }
  async find(id: string): Promise<Record<string, unknown> | undefined> {
    return Kept.#all.get(this.#name(id));
  }
  async findByUid(uid: string): Promise<Record<string, unknown> | undefined> {
    return Kept.#all.get(this.#name(`uid:${uid}`));
  }
  async findByUserCode(): Promise<undefined> {}
  async consume(id: string): Promise<undefined> {
    const payload = Kept.#all.get(this.#name(id));
    if (payload) payload.consumed = Math.floor(Date.now() / 1000);
  }
  async destroy(id: string): Promise<undefined> {
    Kept.#all.delete(this.#name(id));
  }
  async revokeByGrantId(grantId: string): Promise<undefined> {
    for (const [name, payload] of Kept.#all) if (payload.grantId === grantId) Kept.#all.delete(name);
  }
}

const listen = async (server: Server, port = 0): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
};
const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** A real OpenID provider that signs in whoever is next, without a page. */
export async function startProvider(redirectUri: string, { port = 0, secret = clientSecret } = {}): Promise<RunningProvider> {
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listen(server, port)}`;
  const next: RunningProvider["next"] = { subject: "person-1", name: "Pat Example" };
  const prompts = interactionPolicy.base();
  prompts.remove("consent");
  const provider = new Provider(issuer, {
    adapter: Kept,
    clients: [
      {
        client_id: clientId,
        client_secret: secret,
        redirect_uris: [redirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    cookies: { keys: ["a-test-cookie-key"] },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "real", use: "sig", alg: "RS256" } as never] },
    pkce: { required: () => true },
    scopes: ["openid"],
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { policy: prompts, url: (_ctx, interaction) => `/choose/${interaction.uid}` },
    findAccount: async (_ctx, subject) => ({
      accountId: subject,
      claims: async () => ({ sub: subject, name: next.name, ...(next.email ? { email: next.email, email_verified: next.isVerified ?? true } : {}) }),
    }),
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 3600, Session: 3600 },
  });
  const callback = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/choose/")) return void callback(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: next.subject, remember: false } }, { mergeWithLastSubmission: false });
  });
  return { issuer, next, stop: () => close(server) };
}

/** What a forged ID token is made of, and how it is signed. */
export interface Forgery {
  claims?: Record<string, unknown>;
  sign?: (claims: Record<string, unknown>, keys: { real: KeyObject; realPublic: JWK; foreign: KeyObject; foreignPublic: JWK }) => Promise<string>;
}

const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

export const signedBy = (key: KeyObject | Uint8Array, header: Record<string, unknown>, claims: Record<string, unknown>): Promise<string> =>
  new SignJWT(claims).setProtectedHeader(header as never).sign(key);

export const unsigned = (claims: Record<string, unknown>): Promise<string> => Promise.resolve(`${encode({ alg: "none" })}.${encode(claims)}.`);

/** An issuer whose token endpoint hands out whatever ID token the test forges: a provider, or a network, gone bad. */
export async function startForger(): Promise<{ issuer: string; forge: Forgery; nonce: { current: string }; stop(): Promise<void> }> {
  const forge: Forgery = {};
  const nonce = { current: "" };
  const realPublic = { ...(await exportJWK(publicKey)), kid: "real", alg: "RS256", use: "sig" };
  const foreignPublic = { ...(await exportJWK(foreign.publicKey)), kid: "foreign", alg: "RS256" };
  const server = createServer(async (request, response) => {
    const answer = (body: unknown) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.url === "/.well-known/openid-configuration") {
      return void answer({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        authorization_response_iss_parameter_supported: true,
      });
    }
    if (request.url === "/jwks") return void answer({ keys: [realPublic] });
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, sub: "person-1", aud: clientId, iat: now, exp: now + 300, nonce: nonce.current, name: "Pat Example", ...forge.claims };
    const sign = forge.sign ?? ((good, { real }) => signedBy(real, { alg: "RS256", kid: "real" }, good));
    answer({
      access_token: "opaque",
      token_type: "Bearer",
      id_token: await sign(claims, { real: privateKey, realPublic, foreign: foreign.privateKey, foreignPublic }),
    });
  });
  const issuer = `http://127.0.0.1:${await listen(server)}`;
  return { issuer, forge, nonce, stop: () => close(server) };
}
