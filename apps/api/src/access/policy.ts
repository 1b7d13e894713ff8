import { type Action, EventId, may, reachOf, SessionId } from "@cte-partnerships/domain";
import { createRoute, OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import * as z from "zod";
import type { Deps } from "../deps.ts";
import { findEventWithinReach } from "../event/get-event.ts";
import { bodyText, isJson, Malformed } from "../http/body.ts";
import { fieldErrorsOf } from "../http/field-errors.ts";
import { problem, problems, type Refusal, type RefusalCode } from "../http/problem.ts";
import { findSessionWithinReach } from "../sign-up/find-session.ts";
import type { AdminEnv } from "./admin-env.ts";

/**
 * Who may call a route, declared beside it. `on` says how the thing is found that the action is about:
 * - `event`: by `{eventId}` in the path; `session`: by `{sessionId}`, through its event
 * - `reach`: a list; its query asks for nothing out of the actor's reach
 * - `host`: the host that the body names; the use case asks for it
 * - `agency`: what is about the agency as a whole, and so within reach of a grant over the whole city alone
 * - `self`: the person who asks; no action is needed
 */
export type Policy = { action: Action; on: "event" | "session" | "reach" | "host" | "agency" } | { on: "self" };

type Unpoliced = Omit<RouteConfig, "path" | "middleware">;

/** A route of the console. There is no way to make one without saying who may call it. */
export const adminRoute = <Path extends string, Config extends Unpoliced & { path: Path }>(policy: Policy, config: Config) =>
  Object.assign(createRoute(config), { policy });

/** An app for a noun's routes of the console: what a schema does not accept is answered as malformed. */
export const adminRouter = () =>
  new OpenAPIHono<AdminEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      // An id of another shape is an id of nothing.
      if (result.target === "param") return problem(c, { code: "not_found" });
      throw new Malformed(fieldErrorsOf(result.error));
    },
  });

/** The route with its policy in front of it: first whether one may, then whether the body can be read at all. */
export const guarded = <Route extends RouteConfig & { policy: Policy }>(deps: Deps, route: Route) => ({
  ...route,
  middleware: [authorize(deps, route.policy), readable(route)] as [MiddlewareHandler<AdminEnv>, MiddlewareHandler<AdminEnv>],
});

function authorize(deps: Deps, policy: Policy): MiddlewareHandler<AdminEnv> {
  return async (c, next) => {
    const refusal = await refusalBy(deps, policy, c);
    return refusal ? problem(c, refusal) : next();
  };
}

/** What is out of reach is answered as if it were not there; only within reach is told that something may not be done. */
async function refusalBy(deps: Deps, policy: Policy, c: Context<AdminEnv>): Promise<Refusal | undefined> {
  const actor = c.get("actor");
  if (actor.grants.length === 0) return { code: "no_grants" };
  if (policy.on === "self") return undefined;
  if (policy.on === "agency") return may(actor, policy.action, { kind: "agency" }, deps.now()) ? undefined : { code: "forbidden" };
  if (policy.on === "reach" || policy.on === "host") {
    const reach = reachOf(actor, policy.action, deps.now());
    return reach.kind === "city" || reach.hosts.length > 0 ? undefined : { code: "forbidden" };
  }
  if (policy.on === "session") {
    const id = SessionId.safeParse(c.req.param("sessionId"));
    const found = id.success ? await findSessionWithinReach(deps, actor, id.data) : undefined;
    if (!found) return { code: "session_unknown" };
    c.set("event", found.event);
    c.set("sessionId", found.session.id);
  } else {
    const id = EventId.safeParse(c.req.param("eventId"));
    const event = id.success ? await findEventWithinReach(deps, actor, id.data) : undefined;
    if (!event) return { code: "event_unknown" };
    c.set("event", event);
  }
  return may(actor, policy.action, { kind: "event", host: c.get("event").host }, deps.now()) ? undefined : { code: "forbidden" };
}

function readable(route: RouteConfig): MiddlewareHandler<AdminEnv> {
  return async (c, next) => {
    if (!route.request?.body) return next();
    if (!isJson(c)) return problem(c, { code: "media_type_unsupported", accepted: "application/json" });
    const text = await bodyText(c);
    try {
      JSON.parse(text);
    } catch {
      throw new Malformed([{ path: "", message: "must be JSON" }]);
    }
    return next();
  };
}

/**
 * Answers a refusal in a route whose schemas only tell its good answers: refusals are the same everywhere, and as types
 * in each route they would cost every compilation of the console.
 */
export const refused = (c: Context<AdminEnv>, refusal: Refusal): never => problem(c, refusal) as never;

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });

/** What any route of the console may refuse with. */
const everywhere = [
  "unauthenticated",
  "no_grants",
  "forbidden",
  "cross_site",
  "malformed",
  "body_too_large",
  "media_type_unsupported",
  "internal",
  "unavailable",
] as const;

/**
 * A route's refusals as the API's description tells them, by status with their codes. They are no part of the routes'
 * types: a client reads any answer that is not `ok` as a problem, the same for every route.
 */
export function refusals(...codes: RefusalCode[]): Record<never, never> {
  const byStatus = Map.groupBy(new Set<RefusalCode>([...everywhere, ...codes]), (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: ofStatus.map((code) => `${code}: ${problems[code].title}`).join(". "),
        content: { "application/problem+json": { schema: Problem } },
      },
    ]),
  );
}
