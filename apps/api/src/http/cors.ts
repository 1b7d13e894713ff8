import { cors } from "hono/cors";

/**
 * Any site may read events and sign people up from its own form. Never with credentials: nothing here depends on a
 * cookie, so another site can do no more than anybody can.
 */
export const publicCors = cors({
  origin: "*",
  allowMethods: ["GET", "HEAD", "POST"],
  allowHeaders: ["Content-Type", "Idempotency-Key"],
  exposeHeaders: ["Retry-After", "X-Request-Id"],
  maxAge: 86_400,
});
