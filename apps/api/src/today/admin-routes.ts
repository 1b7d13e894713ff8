import { adminRoute, adminRouter, guarded, refusals } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { Today } from "./contract.ts";
import { getToday } from "./get-today.ts";

export const todayRoutes = {
  get: adminRoute(
    { action: "view_event", on: "reach" },
    {
      method: "get",
      path: "/",
      tags: ["Today"],
      summary: "What wants somebody of the office today, within reach",
      responses: { 200: { description: "What there is to do, and this week", content: { "application/json": { schema: Today } } }, ...refusals() },
    },
  ),
} as const;

/** The console's first page, under `/api/admin/today`. */
export const todayAdminRoutes = (deps: Deps) =>
  adminRouter().openapi(guarded(deps, todayRoutes.get), async (c) => c.json(await getToday(deps, { actor: c.get("actor") }), 200));
