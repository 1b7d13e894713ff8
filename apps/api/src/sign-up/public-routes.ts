import { SessionId, SignUpInput } from "@cte-partnerships/domain";
import { type Context, Hono } from "hono";
import type { Deps } from "../deps.ts";
import { isJson, readJson } from "../http/body.ts";
import type { HttpEnv } from "../http/frame.ts";
import { problem } from "../http/problem.ts";
import { allowSignUp, retryAfter } from "../http/rate-limit.ts";
import type { SignUpAnswer, SignUpRequest } from "./arrival.ts";
import { foreseeRefusal } from "./foresee-refusal.ts";
import { openLink } from "./open-link.ts";
import { IdempotencyKey } from "./public-contract.ts";
import { statusUrl, toStatus } from "./public-status.ts";
import { signUp } from "./sign-up.ts";

/** A 202's `statusUrl` is worth asking again after so long. */
const settlesWithinSeconds = 2;

/** Signing up as JSON. The frame has checked the body's size; what is refused below is refused in the documented order. */
export function signUpPublicRoutes(deps: Deps) {
  return new Hono<HttpEnv>()
    .post("/sessions/:sessionId/sign-ups", async (c) => {
      c.header("Cache-Control", "no-store");
      if (!isJson(c)) return problem(c, { code: "media_type_unsupported", accepted: "application/json" });
      const sentKey = c.req.header("idempotency-key");
      if (sentKey === undefined || sentKey === "") return problem(c, { code: "idempotency_key_missing" });
      const idempotencyKey = IdempotencyKey.safeParse(sentKey);
      if (!idempotencyKey.success) return problem(c, { code: "idempotency_key_invalid" });
      const input = await readJson(c, SignUpInput);
      const sessionId = SessionId.safeParse(c.req.param("sessionId"));
      if (!sessionId.success) return problem(c, { code: "session_unknown" });

      const request: SignUpRequest = { sessionId: sessionId.data, input, idempotencyKey: idempotencyKey.data, by: { kind: "person" }, adder: "person" };
      const allowed = await allowSignUp(c, deps, input.email);
      if (!allowed.isAllowed) {
        const { refusal } = await foreseeRefusal(deps, request);
        return refusal ? problem(c, refusal) : problem(c, { code: "rate_limited" }, retryAfter(allowed.retryAfterSeconds));
      }
      return answer(c, deps, await signUp(deps, request));
    })
    .get("/sign-ups/:token", async (c) => {
      c.header("Cache-Control", "no-store");
      c.header("Referrer-Policy", "no-referrer");
      c.header("X-Robots-Tag", "noindex");
      const opened = await openLink(deps, "status", c.req.param("token"));
      if (!opened) return problem(c, { code: "link_unknown" });
      if (opened.signUp.state === "received") c.header("Retry-After", String(settlesWithinSeconds));
      return c.json(toStatus(deps, opened.signUp, opened.linkVersion));
    });
}

function answer(c: Context<HttpEnv>, deps: Deps, answered: SignUpAnswer): Response {
  if (answered.kind === "refused") return problem(c, answered.refusal);
  if (answered.kind === "already_signed_up") return c.json({ state: "already_signed_up" });
  const status = toStatus(deps, answered.signUp, answered.linkVersion);
  switch (status.state) {
    case "confirmed":
    case "pending":
    case "waitlisted":
      return c.json(status, 201);
    case "received":
      return c.json(status, 202, retryAfter(settlesWithinSeconds));
    case "refused":
      // Taken in, and then there was neither a seat nor a place in line: final, and told wherever it is asked for again.
      return problem(c, { code: status.code, id: status.id, state: status.state, statusUrl: statusUrl(deps, answered.signUp, answered.linkVersion) });
    default:
      return c.json(status, 200);
  }
}
