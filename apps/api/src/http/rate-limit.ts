import type { Context } from "hono";
import type { Deps } from "../deps.ts";
import { type Allowed, allow, rules } from "../rate/allow.ts";
import { clientOf } from "./client-address.ts";
import type { HttpEnv } from "./frame.ts";

/** Counts a try to sign up: for whoever asks, and for the address that is to be signed up. */
export const allowSignUp = (c: Context<HttpEnv>, deps: Deps, email: string): Promise<Allowed> =>
  allow(deps, [
    { rule: rules.signUpsOfClient, who: clientOf(c, deps) },
    { rule: rules.signUpsOfAddress, who: email },
  ]);

/** Counts a change made through a link. */
export const allowChange = (c: Context<HttpEnv>, deps: Deps): Promise<Allowed> => allow(deps, [{ rule: rules.changesOfClient, who: clientOf(c, deps) }]);

export const retryAfter = (seconds: number): Record<string, string> => ({ "Retry-After": String(seconds) });
