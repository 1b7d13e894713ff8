import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { Calendar, CalendarQuery } from "./calendar-contract.ts";
import { getCalendar } from "./get-calendar.ts";

export const calendarRoutes = {
  get: adminRoute(
    { action: "view_event", on: "reach" },
    {
      method: "get",
      path: "/",
      tags: ["Events"],
      summary: "The sessions on some days within reach, by their start",
      request: { query: CalendarQuery },
      responses: { 200: { description: "The sessions", content: { "application/json": { schema: Calendar } } }, ...refusals("span_too_long") },
    },
  ),
} as const;

/** The console's calendar, under `/api/admin/calendar`. */
export const calendarAdminRoutes = (deps: Deps) =>
  adminRouter().openapi(guarded(deps, calendarRoutes.get), async (c) => {
    const calendar = await getCalendar(deps, { actor: c.get("actor"), query: c.req.valid("query") });
    return calendar.ok ? c.json(calendar.value, 200) : refused(c, calendar.refusal);
  });
