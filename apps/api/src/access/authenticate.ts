import type { MiddlewareHandler } from "hono";
import type { Deps } from "../deps.ts";
import { problem } from "../http/problem.ts";
import type { AdminEnv } from "./admin-env.ts";
import { findActor } from "./find-actor.ts";
import { sessionSecretOf } from "./session-cookie.ts";

const secretShape = /^[A-Za-z0-9_-]{43}$/;

/**
 * Who asks? Without a session in force the answer is 401, whatever was asked for and whether or not it exists. What a page
 * asks by itself to follow what happens says so (`x-following: 1`): it keeps no session alive that nobody sits in front of.
 */
export function authenticate(deps: Deps): MiddlewareHandler<AdminEnv> {
  return async (c, next) => {
    const secret = sessionSecretOf(c, deps.config);
    const actor =
      secret !== undefined && secretShape.test(secret) ? await findActor(deps, secret, { isInUse: c.req.header("x-following") !== "1" }) : undefined;
    if (!actor) return problem(c, { code: "unauthenticated" });
    c.set("actor", actor);
    return next();
  };
}
