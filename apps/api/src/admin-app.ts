import { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { every } from "hono/combine";
import type { AdminEnv } from "./access/admin-env.ts";
import { accessAdminRoutes, accessRoutes } from "./access/admin-routes.ts";
import { authenticate } from "./access/authenticate.ts";
import { grantAdminRoutes, grantRoutes } from "./access/grant-routes.ts";
import { type OpenIdSettings, openId } from "./access/openid.ts";
import type { Policy } from "./access/policy.ts";
import { refuseCrossSite } from "./access/refuse-cross-site.ts";
import { answerRefusal } from "./access/sign-in-pages.ts";
import { signInRoutes } from "./access/sign-in-routes.ts";
import { auditAdminRoutes, auditRoutes } from "./audit/admin-routes.ts";
import { historyAdminRoutes, historyRoutes } from "./audit/history-routes.ts";
import type { Deps } from "./deps.ts";
import { eventAdminRoutes, eventRoutes } from "./event/admin-routes.ts";
import { calendarAdminRoutes, calendarRoutes } from "./event/calendar-routes.ts";
import { eventCopyAdminRoutes, eventCopyRoutes } from "./event/copy-routes.ts";
import { eventListAdminRoutes, eventListRoutes } from "./event/list-routes.ts";
import { eventPreviewAdminRoutes, eventPreviewRoutes } from "./event/preview-routes.ts";
import { eventStepAdminRoutes, eventStepRoutes } from "./event/step-routes.ts";
import { formDraftAdminRoutes, formDraftRoutes } from "./form-draft/admin-routes.ts";
import { frame } from "./http/frame.ts";
import { messageAdminRoutes, messageRoutes } from "./message/admin-routes.ts";
import { signUpAdminRoutes, signUpRoutes } from "./sign-up/admin-routes.ts";
import { rosterAdminRoutes, rosterRoutes } from "./sign-up/roster-routes.ts";
import { todayAdminRoutes, todayRoutes } from "./today/admin-routes.ts";
import { viewAdminRoutes, viewRoutes } from "./view/admin-routes.ts";

/** An event with fifty sessions, all questions and all options fits many times over. */
export const maxAdminBodyBytes = 1024 * 1024;

const root = "/api/admin";

/** Every route of the console's API, with where it is mounted: the one list that its policies and its description are made from. */
export const adminRoutes = [
  ...Object.values(accessRoutes).map((route) => ({ base: root, route })),
  ...Object.values(grantRoutes).map((route) => ({ base: `${root}/access`, route })),
  ...Object.values(auditRoutes).map((route) => ({ base: `${root}/audit`, route })),
  ...Object.values(historyRoutes).map((route) => ({ base: `${root}/history`, route })),
  ...Object.values(eventListRoutes).map((route) => ({ base: `${root}/events`, route })),
  ...Object.values(eventRoutes).map((route) => ({ base: `${root}/events`, route })),
  ...Object.values(eventStepRoutes).map((route) => ({ base: `${root}/events`, route })),
  ...Object.values(eventCopyRoutes).map((route) => ({ base: `${root}/events`, route })),
  ...Object.values(eventPreviewRoutes).map((route) => ({ base: `${root}/events`, route })),
  ...Object.values(formDraftRoutes).map((route) => ({ base: `${root}/form-drafts`, route })),
  ...Object.values(calendarRoutes).map((route) => ({ base: `${root}/calendar`, route })),
  ...Object.values(todayRoutes).map((route) => ({ base: `${root}/today`, route })),
  ...Object.values(rosterRoutes).map((route) => ({ base: `${root}/sessions`, route })),
  ...Object.values(signUpRoutes).map((route) => ({ base: `${root}/sessions`, route })),
  ...Object.values(messageRoutes).map((route) => ({ base: `${root}/sessions`, route })),
  ...Object.values(viewRoutes).map((route) => ({ base: `${root}/views`, route })),
];

/** Every route of the console's API with its policy, in one table. */
export const adminRouteTable = adminRoutes.map(({ base, route }) => ({
  method: route.method,
  path: `${base}${route.path}`.replace(/\/$/, ""),
  policy: route.policy as Policy,
}));

/** What the office reaches: sign-in and the console's API. */
export function buildAdminApp(deps: Deps, { openid }: { openid: Omit<OpenIdSettings, "redirectUri"> }) {
  const app = frame(new OpenAPIHono<AdminEnv>(), deps, {
    maxBodyBytes: maxAdminBodyBytes,
    guard: guard(deps),
    answerRefusal: (c, refusal) => (c.req.method === "GET" && c.req.path.startsWith("/auth/") ? answerRefusal(c, refusal) : undefined),
  });
  app.route("/auth", signInRoutes(deps, openId({ ...openid, redirectUri: `${deps.config.consoleOrigin}/auth/callback` })));
  app.route(root, accessAdminRoutes(deps));
  app.route(`${root}/access`, grantAdminRoutes(deps));
  app.route(`${root}/audit`, auditAdminRoutes(deps));
  app.route(`${root}/history`, historyAdminRoutes(deps));
  app.route(`${root}/events`, eventListAdminRoutes(deps));
  app.route(`${root}/events`, eventAdminRoutes(deps));
  app.route(`${root}/events`, eventStepAdminRoutes(deps));
  app.route(`${root}/events`, eventCopyAdminRoutes(deps));
  app.route(`${root}/events`, eventPreviewAdminRoutes(deps));
  app.route(`${root}/form-drafts`, formDraftAdminRoutes(deps));
  app.route(`${root}/calendar`, calendarAdminRoutes(deps));
  app.route(`${root}/today`, todayAdminRoutes(deps));
  app.route(`${root}/sessions`, rosterAdminRoutes(deps));
  app.route(`${root}/sessions`, signUpAdminRoutes(deps));
  app.route(`${root}/sessions`, messageAdminRoutes(deps));
  app.route(`${root}/views`, viewAdminRoutes(deps));
  refuseUnpoliced(app.routes);
  return app;
}

/** In front of everything under the console's API, also of what is not there, and before any body is read. */
function guard(deps: Deps): MiddlewareHandler<AdminEnv> {
  const admitted = every(authenticate(deps), refuseCrossSite(deps));
  return async (c, next) => {
    if (c.req.path !== root && !c.req.path.startsWith(`${root}/`)) return next();
    c.header("Cache-Control", "no-store");
    return admitted(c, next);
  };
}

/** A route that somebody adds past `adminRoute` has no policy: the app does not start with it. */
export function refuseUnpoliced(routes: readonly { method: string; path: string }[]): void {
  const policed = new Set(adminRouteTable.map(({ method, path }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`));
  const without = routes.filter(({ method, path }) => method !== "ALL" && path.startsWith(`${root}/`) && !policed.has(`${method} ${path.replace(/\/$/, "")}`));
  if (without.length > 0) throw new Error(`routes without a policy: ${without.map(({ method, path }) => `${method} ${path}`).join(", ")}`);
}
