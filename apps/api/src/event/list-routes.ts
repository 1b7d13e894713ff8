import type * as z from "zod";
import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import {
  EventList,
  EventListQuery,
  EventNumbers,
  EventNumbersInput,
  EventRowChanges,
  EventRowChangesQuery,
  EventRowPage,
  EventRowPageQuery,
} from "./contract.ts";
import { countEvents } from "./count-events.ts";
import { followRows, listRows } from "./follow-rows.ts";
import { listEvents } from "./list-events.ts";

const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ content: json(schema), required: true as const });

export const eventListRoutes = {
  list: adminRoute(
    { action: "view_event", on: "reach" },
    {
      method: "get",
      path: "/",
      tags: ["Events"],
      summary: "Events within reach, filtered, a page at a time",
      request: { query: EventListQuery },
      responses: { 200: { description: "A page of events", content: json(EventList) }, ...refusals("cursor_invalid") },
    },
  ),
  rows: adminRoute(
    { action: "view_event", on: "reach" },
    {
      method: "get",
      path: "/rows",
      tags: ["Events"],
      summary: "The rows of all events within reach, what changed last first, a page at a time",
      request: { query: EventRowPageQuery },
      responses: { 200: { description: "A page of rows", content: json(EventRowPage) }, ...refusals("cursor_invalid") },
    },
  ),
  rowChanges: adminRoute(
    { action: "view_event", on: "reach" },
    {
      method: "get",
      path: "/rows/changes",
      tags: ["Events"],
      summary: "What changed among the rows since they were read",
      request: { query: EventRowChangesQuery },
      responses: { 200: { description: "What changed", content: json(EventRowChanges) }, ...refusals("cursor_invalid") },
    },
  ),
  numbers: adminRoute(
    { action: "view_event", on: "reach" },
    {
      method: "post",
      path: "/numbers",
      tags: ["Events"],
      summary: "How many are taken and wait at some events",
      request: { body: body(EventNumbersInput) },
      responses: { 200: { description: "Their numbers; what is out of reach is left out", content: json(EventNumbers) }, ...refusals() },
    },
  ),
} as const;

/** The console's routes of many events at once, under `/api/admin/events`: before those of one, whose id could be any word. */
export const eventListAdminRoutes = (deps: Deps) =>
  adminRouter()
    .openapi(guarded(deps, eventListRoutes.list), async (c) => {
      const listed = await listEvents(deps, { actor: c.get("actor"), query: c.req.valid("query") });
      return listed.ok ? c.json(listed.value, 200) : refused(c, listed.refusal);
    })
    .openapi(guarded(deps, eventListRoutes.rows), async (c) => {
      const listed = await listRows(deps, { actor: c.get("actor"), cursor: c.req.valid("query").cursor });
      return listed.ok ? c.json(listed.value, 200) : refused(c, listed.refusal);
    })
    .openapi(guarded(deps, eventListRoutes.rowChanges), async (c) => {
      const followed = await followRows(deps, { actor: c.get("actor"), since: c.req.valid("query").since });
      return followed.ok ? c.json(followed.value, 200) : refused(c, followed.refusal);
    })
    .openapi(guarded(deps, eventListRoutes.numbers), async (c) =>
      c.json(await countEvents(deps, { actor: c.get("actor"), ids: c.req.valid("json").ids }), 200),
    );
