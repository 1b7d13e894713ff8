import type { Context, ErrorHandler, Hono, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Deps } from "../deps.ts";
import { Malformed } from "./body.ts";
import { publicCors } from "./cors.ts";
import { limitBody } from "./limit-body.ts";
import { problem, type Refusal } from "./problem.ts";
import { securityHeaders } from "./security-headers.ts";
import { inSource } from "./source-lines.ts";

/** What every route finds in its context. */
export interface HttpEnv {
  Variables: { requestId: string };
  /** What the server hands over beside the request: Node's own request locally, Lambda's event in AWS. */
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } };
}

export interface FrameOptions {
  maxBodyBytes: number;
  /** Paths that other sites may call. */
  openTo?: string;
  /** Answers a refusal another way than as problem+json, such as by a page; absent where it has no other way. */
  answerRefusal?: (c: Context, refusal: Refusal) => Response | Promise<Response> | undefined;
  deadlineMilliseconds?: number;
  /** Asked before the body is looked at: whoever it does not let through learns nothing else. */
  guard?: MiddlewareHandler;
}

/** A request that was not answered by then is answered 503. A write that it began may still land: retries are safe by their key. */
export const deadlineMilliseconds = 2700;

/**
 * Puts around an app what every HTTP door shares: request id, security headers, body limit, deadline, refusals for
 * whatever is thrown or not found, and one line of log a request.
 */
// biome-ignore lint/suspicious/noExplicitAny: an app may keep more in its context than the frame knows
export function frame<App extends Hono<any, any, any>>(app: App, deps: Deps, options: FrameOptions): App {
  const answer = (c: Context, refusal: Refusal) => options.answerRefusal?.(c, refusal) ?? problem(c, refusal);
  app.use("*", surround(deps, answer, options.deadlineMilliseconds ?? deadlineMilliseconds));
  // Before the body is looked at: another site must be able to read why a body was refused.
  if (options.openTo) app.use(options.openTo, publicCors);
  if (options.guard) app.use("*", options.guard);
  app.use("*", limitBody(options.maxBodyBytes, answer));
  app.onError(onError(deps, answer));
  app.notFound((c) => answer(c, { code: "not_found" }));
  return app;
}

type Answer = (c: Context, refusal: Refusal) => Response | Promise<Response>;

function surround(deps: Deps, answer: Answer, patienceMilliseconds: number): MiddlewareHandler {
  return async (c, next) => {
    const startedAt = performance.now();
    c.set("requestId", `req_${deps.ids.ulid()}`);
    for (const [name, value] of securityHeaders) c.header(name, value);
    c.header("X-Request-Id", c.get("requestId"));

    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), patienceMilliseconds);
    });
    const outcome = await Promise.race([next(), late]).finally(() => clearTimeout(timer));
    if (outcome === "late") c.res = await answer(c, { code: "unavailable" });

    // The route's pattern and never the path: links carry secrets, and people put anything into an address bar.
    deps.log.info("request", {
      requestId: c.get("requestId"),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - startedAt),
    });
  };
}

function onError(deps: Deps, answer: Answer): ErrorHandler {
  return (error, c) => {
    if (error instanceof Malformed) return answer(c, { code: "malformed", errors: error.errors });
    const facts = { requestId: c.get("requestId") as string, route: routePath(c, -1), error: error.name };
    // By its name: a door never reaches into the table, also not for an error's class.
    if (error.name === "Unavailable") {
      deps.log.error("unavailable", facts);
      return answer(c, { code: "unavailable" });
    }
    deps.log.error("unexpected", { ...facts, stack: framesOf(error) });
    return answer(c, { code: "internal" });
  };
}

/** Where it happened, without the message, which may hold what somebody sent. */
const framesOf = (error: Error): string =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 8)
    .map(inSource)
    .join("\n");
