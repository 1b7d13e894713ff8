import type { Log } from "@cte-partnerships/api/local";
import { answersAt, type PartState } from "./health.ts";
import { startHelper } from "./helper-process.ts";
import type { Keys } from "./keys.ts";
import { issuerAt, type ProviderSettings } from "./openid/provider.ts";
import { type Supervised, supervise } from "./supervise.ts";

export interface OpenIdParts {
  keys: Keys["openid"];
  consoleOrigin: string;
  /** Stays away, as a provider that is down does. */
  isAway: boolean;
  complaints: string;
  log: Log;
  onSpawn(pid: number): void;
  onEnded(pid: number): void;
}

export interface OpenIdPart extends Supervised {
  issuer: string;
  state(): Promise<PartState>;
}

/** The sign-in of this machine, in a process of its own. Without it everything goes on but signing in. */
export async function startOpenId({ keys, consoleOrigin, isAway, complaints, log, onSpawn, onEnded }: OpenIdParts): Promise<OpenIdPart> {
  const issuer = issuerAt(keys.port);
  const { port, clientSecret, cookieKey, signingKey } = keys;
  const settings: ProviderSettings = { port, clientSecret, cookieKey, signingKey, consoleOrigin };
  const part = isAway
    ? undefined
    : await supervise({ name: "openid", log, onEnded, start: () => startHelper({ module: "./openid.js", settings, complaints, onSpawn }) });
  return {
    issuer,
    pid: () => part?.pid(),
    stop: async () => part?.stop(),
    state: () => answersAt(`${issuer}/.well-known/openid-configuration`),
  };
}
