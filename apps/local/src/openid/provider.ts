import type { JsonWebKey } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { interactionPolicy, Provider } from "oidc-provider";
import { choicePage, faultPage, policy } from "./page.ts";
import { people } from "./people.ts";

export interface ProviderSettings {
  port: number;
  clientSecret: string;
  cookieKey: string;
  signingKey: JsonWebKey;
  /** Where the console's sign-in comes from and goes back to. */
  consoleOrigin: string;
}

export const clientId = "console";
export const issuerAt = (port: number): string => `http://127.0.0.1:${port}`;

const isLoopback = (origin: string): boolean => ["127.0.0.1", "localhost", "[::1]"].includes(new URL(origin).hostname);

/**
 * A real OpenID provider whose sign-in page lets anybody be anybody: for one machine, and never deployed. It listens on
 * loopback alone and refuses to serve a console that is anywhere else.
 */
export async function serveProvider(settings: ProviderSettings): Promise<number> {
  const { port, consoleOrigin } = settings;
  if (!isLoopback(consoleOrigin)) throw new Error("this provider signs anybody in: it serves a console on loopback alone");
  const provider = makeProvider(settings);
  const callback = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/choose/")) return void callback(request, response);
    choose(provider, settings, request, response).catch(() => send(response, 400, faultPage(consoleOrigin), consoleOrigin));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return port;
}

function makeProvider({ port, clientSecret, cookieKey, signingKey, consoleOrigin }: ProviderSettings): Provider {
  const { base, Check } = interactionPolicy;
  const prompts = base();
  // Asked each time, so that one can be another person after signing out of the console.
  prompts
    .get("login")
    ?.checks.add(
      new Check("chosen_now", "somebody has to be chosen", "login_required", (ctx) =>
        ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  prompts.remove("consent");
  const provider = new Provider(issuerAt(port), {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${consoleOrigin}/auth/callback`],
        post_logout_redirect_uris: [`${consoleOrigin}/admin`, `${consoleOrigin}/admin/`, `${consoleOrigin}/`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    cookies: { keys: [cookieKey] },
    jwks: { keys: [signingKey as never] },
    pkce: { required: () => true },
    scopes: ["openid"],
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
    // Names stand in the ID token itself, so that a sign-in needs no third request.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { policy: prompts, url: (_ctx, interaction) => `/choose/${interaction.uid}` },
    async findAccount(_ctx, subject) {
      const person = people.find((known) => known.subject === subject);
      return person && { accountId: subject, claims: async () => ({ sub: subject, name: person.name, email: person.email, email_verified: true }) };
    },
    // The console is the office's own: whoever signs in agreed by doing so.
    async loadExistingGrant(ctx) {
      const { client, session, params } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(String(params?.scope ?? "openid"));
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 3600, Session: 3600 },
    async renderError(ctx) {
      ctx.type = "html";
      ctx.set("content-security-policy", policy(consoleOrigin));
      ctx.body = String(await faultPage(consoleOrigin));
    },
  });
  return provider;
}

async function choose(provider: Provider, { consoleOrigin }: ProviderSettings, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Rejects where the cookie of this very sign-in is missing: a page elsewhere cannot choose for somebody.
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method !== "POST") return send(response, 200, choicePage(`/choose/${uid}`), consoleOrigin);
  const subject = new URLSearchParams(await bodyOf(request)).get("subject");
  if (!people.some((person) => person.subject === subject)) return send(response, 400, faultPage(consoleOrigin), consoleOrigin);
  await provider.interactionFinished(request, response, { login: { accountId: subject ?? "", remember: false } }, { mergeWithLastSubmission: false });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) {
    body += chunk;
    if (body.length > 1000) throw new Error("too much for a choice");
  }
  return body;
}

async function send(response: ServerResponse, status: number, page: ReturnType<typeof choicePage>, consoleOrigin: string): Promise<void> {
  const body = String(await page);
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy(consoleOrigin),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
