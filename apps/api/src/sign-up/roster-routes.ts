import { SessionId } from "@cte-partnerships/domain";
import type { Context } from "hono";
import * as z from "zod";
import type { AdminEnv } from "../access/admin-env.ts";
import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { ChangesQuery, ExportedPage, ExportInput, PeopleChanges, PeoplePage, PeopleQuery, Roster } from "./contract.ts";
import { type ExportKind, exportPeople } from "./export-people.ts";
import { getRoster } from "./get-roster.ts";
import { listChangedPeople, listPeople } from "./list-people.ts";
import { rosterMark } from "./roster-mark.ts";

const SessionPath = z.object({ sessionId: SessionId });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ content: json(schema), required: true as const });

export const rosterRoutes = {
  roster: adminRoute(
    { action: "view_counts", on: "session" },
    {
      method: "get",
      path: "/{sessionId}/roster",
      tags: ["Roster"],
      summary: "A session with its seats, without the people. With If-None-Match: 304 while nothing changed",
      request: { params: SessionPath },
      responses: {
        200: { description: "The roster as it stands", content: json(Roster) },
        304: { description: "Nothing changed" },
        ...refusals("session_unknown"),
      },
    },
  ),
  people: adminRoute(
    { action: "view_people", on: "session" },
    {
      method: "get",
      path: "/{sessionId}/roster/people",
      tags: ["Roster"],
      summary: "The people of a session, a page at a time",
      request: { params: SessionPath, query: PeopleQuery },
      responses: { 200: { description: "A page of people", content: json(PeoplePage) }, ...refusals("session_unknown", "cursor_invalid") },
    },
  ),
  changes: adminRoute(
    { action: "view_people", on: "session" },
    {
      method: "get",
      path: "/{sessionId}/roster/changes",
      tags: ["Roster"],
      summary: "The people of a session who were taken in or changed since a moment, as they now stand",
      request: { params: SessionPath, query: ChangesQuery },
      responses: { 200: { description: "Who changed", content: json(PeopleChanges) }, ...refusals("session_unknown") },
    },
  ),
  exportPeople: adminRoute(
    { action: "export_people", on: "session" },
    {
      method: "post",
      path: "/{sessionId}/export",
      tags: ["Roster"],
      summary: "The people of a session as CSV, a page at a time; each page leaves an audit record",
      request: { params: SessionPath, body: body(ExportInput) },
      responses: { 200: { description: "A part of the file", content: json(ExportedPage) }, ...refusals("session_unknown", "cursor_invalid") },
    },
  ),
  exportWithoutPeople: adminRoute(
    { action: "view_people", on: "session" },
    {
      method: "post",
      path: "/{sessionId}/export-without-personal-data",
      tags: ["Roster"],
      summary: "The sign-ups of a session as CSV without personal data, a page at a time; each page leaves an audit record",
      request: { params: SessionPath, body: body(ExportInput) },
      responses: { 200: { description: "A part of the file", content: json(ExportedPage) }, ...refusals("session_unknown", "cursor_invalid") },
    },
  ),
} as const;

/** A session's roster as it is read and taken out, under `/api/admin/sessions`. */
export function rosterAdminRoutes(deps: Deps) {
  const answerExport = async (c: Context<AdminEnv>, kind: ExportKind, after: string | undefined) => {
    const page = await exportPeople(deps, { actor: c.get("actor"), event: c.get("event"), sessionId: c.get("sessionId"), kind, after });
    return page ? c.json(page, 200) : refused(c, { code: "cursor_invalid" });
  };

  return adminRouter()
    .openapi(guarded(deps, rosterRoutes.roster), async (c) => {
      const asked = { actor: c.get("actor"), event: c.get("event"), sessionId: c.get("sessionId") };
      // The mark is taken before the roster is read: should something change between, the next question gets it again.
      const mark = await rosterMark(deps, asked);
      c.header("ETag", mark);
      if (c.req.header("if-none-match") === mark) return c.body(null, 304);
      const roster = await getRoster(deps, asked);
      return roster ? c.json(roster, 200) : refused(c, { code: "session_unknown" });
    })
    .openapi(guarded(deps, rosterRoutes.people), async (c) => {
      const { after } = c.req.valid("query");
      const asked = { actor: c.get("actor"), event: c.get("event"), sessionId: c.get("sessionId") };
      const page = await listPeople(deps, { ...asked, ...(after === undefined ? {} : { after }) });
      return page ? c.json(page, 200) : refused(c, { code: "cursor_invalid" });
    })
    .openapi(guarded(deps, rosterRoutes.changes), async (c) =>
      c.json(await listChangedPeople(deps, { sessionId: c.get("sessionId"), since: c.req.valid("query").since }), 200),
    )
    .openapi(guarded(deps, rosterRoutes.exportPeople), (c) => answerExport(c, "people", c.req.valid("json").after))
    .openapi(guarded(deps, rosterRoutes.exportWithoutPeople), (c) => answerExport(c, "counts", c.req.valid("json").after));
}
