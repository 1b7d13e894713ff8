import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";

const exposed = "Retry-After, X-Request-Id";

const preflight = cors({ origin: "*", allowMethods: ["GET", "HEAD", "POST"], allowHeaders: ["Content-Type", "Idempotency-Key"], maxAge: 86_400 });

/**
 * Any site may read events and sign people up from its own form. Never with credentials: nothing here depends on a
 * cookie, so another site can do no more than anybody can. The two headers of an answer are set before it is made: Hono's own
 * way opens a finished answer and builds it anew, which costs a tenth of a sign-up.
 */
export const publicCors: MiddlewareHandler = (c, next) => {
  if (c.req.method === "OPTIONS") return preflight(c, next);
  c.header("Access-Control-Allow-Origin", "*");
  c.header("Access-Control-Expose-Headers", exposed);
  return next();
};
