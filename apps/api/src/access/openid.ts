import * as client from "openid-client";
import type { SignInUnderWay } from "./sealed-sign-in.ts";
import type { Subject } from "./user-store.ts";

export interface OpenIdSettings {
  /** The provider's issuer, such as `https://login.example.org/tenant`. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the provider sends people back to: `<console's origin>/auth/callback`. */
  redirectUri: string;
  /** Only a provider on this very machine may be spoken to over plain http. */
  isLocal?: boolean;
}

/** The provider cannot be reached, or does not answer as one. */
export class ProviderGone extends Error {
  override readonly name = "ProviderGone";
}

/** The provider does not take the console's name or secret: run out, rotated there and not here, or mistyped. No one can sign in. */
export class ConsoleNotKnown extends Error {
  override readonly name = "ConsoleNotKnown";
}

/** What came back is not the end of a sign-in that began here. `reason` is a code for the log and says nothing about a person. */
export class SignInRefused extends Error {
  override readonly name = "SignInRefused";
  readonly reason: string;
  constructor(reason: string, options?: ErrorOptions) {
    super(`sign-in refused: ${reason}`, options);
    this.reason = reason;
  }
}

/** Who signed in, as their provider says it. */
export interface SignedInPerson extends Subject {
  name: string;
  /** Only where the provider says that it has seen to it that the address is theirs: any other could be somebody else's. */
  verifiedAddress?: string;
}

export interface OpenId {
  /** The provider's page to go to, and what has to be known again when somebody comes back from it. */
  begin(): Promise<{ url: URL; underWay: Omit<SignInUnderWay, "returnTo"> }>;
  /** Checks what came back and exchanges the code. Tokens are dropped: from here on our own session counts. */
  finish(url: URL, underWay: SignInUnderWay): Promise<SignedInPerson>;
}

const patienceSeconds = 2;
const keptForMilliseconds = 60 * 60 * 1000;
const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Throws at once where the settings would send a secret over plain http. */
export function openId(settings: OpenIdSettings): OpenId {
  const issuer = new URL(settings.issuer);
  const isPlain = issuer.protocol !== "https:";
  if (isPlain && !(settings.isLocal && issuer.protocol === "http:" && loopback.has(issuer.hostname))) {
    throw new Error("the OpenID provider must be reached over https");
  }

  let known: { until: number; configuration: Promise<client.Configuration> } | undefined;
  const discover = (): Promise<client.Configuration> => {
    const now = performance.now();
    if (known && now < known.until) return known.configuration;
    const configuration = client
      .discovery(issuer, settings.clientId, settings.clientSecret, client.ClientSecretPost(settings.clientSecret), {
        // The ID token's signature is checked as well, though it comes straight from the provider.
        execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])],
        timeout: patienceSeconds,
      })
      .catch((cause: unknown) => {
        throw new ProviderGone("the OpenID provider did not answer", { cause });
      });
    const entry = { until: now + keptForMilliseconds, configuration };
    known = entry;
    // A failure is never kept: a function that started while the provider was gone would fail for good.
    configuration.catch(() => {
      if (known === entry) known = undefined;
    });
    return configuration;
  };

  return {
    async begin() {
      const configuration = await discover();
      const underWay = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: settings.redirectUri,
        scope: "openid profile email",
        state: underWay.state,
        nonce: underWay.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(underWay.verifier),
        code_challenge_method: "S256",
      });
      return { url, underWay };
    },

    async finish(url, { state, nonce, verifier }) {
      const configuration = await discover();
      const tokens = await client
        .authorizationCodeGrant(configuration, url, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
        .catch((cause: unknown) => {
          if (isOutage(cause)) throw new ProviderGone("the OpenID provider did not answer", { cause });
          const reason = reasonOf(cause);
          if (reason === "invalid_client" || reason === "unauthorized_client") throw new ConsoleNotKnown(reason, { cause });
          throw new SignInRefused(reason, { cause });
        });
      const claims = tokens.claims();
      if (!claims) throw new SignInRefused("no_id_token");
      return {
        issuer: claims.iss,
        subject: claims.sub,
        name: typeof claims.name === "string" ? claims.name : "",
        ...(claims.email_verified === true && typeof claims.email === "string" ? { verifiedAddress: claims.email } : {}),
      };
    },
  };
}

function isOutage(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  const { code, status, name } = error as { code?: unknown; status?: unknown; name?: unknown };
  return code === "OAUTH_TIMEOUT" || name === "TimeoutError" || (typeof status === "number" && status >= 500);
}

const reasonOf = (error: unknown): string => {
  const { code, error: told } = error as { code?: unknown; error?: unknown };
  const word = typeof told === "string" ? told : typeof code === "string" ? code : "unknown";
  return /^[A-Za-z0-9_-]{1,60}$/.test(word) ? word : "unknown";
};
