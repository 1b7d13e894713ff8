import { EventId, SessionId, SignUpId } from "@cte-partnerships/domain";
import * as z from "zod";
import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { AuditPage, HistoryQuery } from "./contract.ts";
import { historyOf, historyOfSignUp } from "./history-of.ts";

const OfEvent = z.strictObject({ eventId: EventId });
const OfSession = z.strictObject({ sessionId: SessionId });
const OfSignUp = z.strictObject({ sessionId: SessionId, signUpId: SignUpId });
const page = { 200: { description: "A page of records", content: { "application/json": { schema: AuditPage } } } };

// Whoever works with the people of an event sees what was done with it, within the grant's scope: the whole log needs the city.
export const historyRoutes = {
  ofEvent: adminRoute(
    { action: "view_people", on: "event" },
    {
      method: "get",
      path: "/events/{eventId}",
      tags: ["Audit"],
      summary: "What happened to an event within a year, latest first",
      request: { params: OfEvent, query: HistoryQuery },
      responses: { ...page, ...refusals("event_unknown", "cursor_invalid") },
    },
  ),
  ofSession: adminRoute(
    { action: "view_people", on: "session" },
    {
      method: "get",
      path: "/sessions/{sessionId}",
      tags: ["Audit"],
      summary: "What happened to a session within a year, latest first",
      request: { params: OfSession, query: HistoryQuery },
      responses: { ...page, ...refusals("session_unknown", "cursor_invalid") },
    },
  ),
  ofSignUp: adminRoute(
    { action: "view_people", on: "session" },
    {
      method: "get",
      path: "/sessions/{sessionId}/sign-ups/{signUpId}",
      tags: ["Audit"],
      summary: "What happened to one person's sign-up within a year, latest first",
      request: { params: OfSignUp, query: HistoryQuery },
      responses: { ...page, ...refusals("session_unknown", "sign_up_unknown", "cursor_invalid") },
    },
  ),
} as const;

/** The console's routes about what happened to one thing, under `/api/admin/history`. */
export const historyAdminRoutes = (deps: Deps) =>
  adminRouter()
    .openapi(guarded(deps, historyRoutes.ofEvent), async (c) => {
      const told = await historyOf(deps, c.get("actor").userId, c.get("event").id, c.req.valid("query").cursor);
      return told.ok ? c.json(told.value, 200) : refused(c, told.refusal);
    })
    .openapi(guarded(deps, historyRoutes.ofSession), async (c) => {
      const told = await historyOf(deps, c.get("actor").userId, c.get("sessionId"), c.req.valid("query").cursor);
      return told.ok ? c.json(told.value, 200) : refused(c, told.refusal);
    })
    .openapi(guarded(deps, historyRoutes.ofSignUp), async (c) => {
      const { sessionId, signUpId } = c.req.valid("param");
      const told = await historyOfSignUp(deps, c.get("actor").userId, { sessionId, signUpId }, c.req.valid("query").cursor);
      return told.ok ? c.json(told.value, 200) : refused(c, told.refusal);
    });
