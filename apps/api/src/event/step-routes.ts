import { type Event, EventId, type Result, SessionId } from "@cte-partnerships/domain";
import type { Context } from "hono";
import * as z from "zod";
import type { AdminEnv } from "../access/admin-env.ts";
import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import type { Refusal } from "../http/problem.ts";
import { cancelEvent } from "./cancel-event.ts";
import { cancelSession } from "./cancel-session.ts";
import { closeEvent } from "./close-event.ts";
import { CancelInput, EventDetail, VersionOnly } from "./contract.ts";
import { discardDraft } from "./discard-draft.ts";
import { getEvent } from "./get-event.ts";
import { publishEvent } from "./publish-event.ts";
import { reopenEvent } from "./reopen-event.ts";

const EventPath = z.object({ eventId: EventId });
const SessionOfEventPath = z.object({ eventId: EventId, sessionId: SessionId });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ content: json(schema), required: true as const });
const detail = { description: "The event as it now stands", content: json(EventDetail) };
const changes = ["event_unknown", "version_conflict"] as const;

export const eventStepRoutes = {
  discard: adminRoute(
    { action: "edit_event", on: "event" },
    {
      method: "delete",
      path: "/{eventId}",
      tags: ["Events"],
      summary: "Discards a draft",
      request: { params: EventPath, body: body(VersionOnly) },
      responses: { 204: { description: "Gone" }, ...refusals(...changes, "event_not_draft") },
    },
  ),
  publish: adminRoute(
    { action: "publish_event", on: "event" },
    {
      method: "post",
      path: "/{eventId}/publish",
      tags: ["Events"],
      summary: "Shows an event to the public",
      request: { params: EventPath, body: body(VersionOnly) },
      responses: { 200: detail, ...refusals(...changes, "event_not_draft", "event_not_ready") },
    },
  ),
  close: adminRoute(
    { action: "close_event", on: "event" },
    {
      method: "post",
      path: "/{eventId}/close",
      tags: ["Events"],
      summary: "Takes nobody in any more",
      request: { params: EventPath, body: body(VersionOnly) },
      responses: { 200: detail, ...refusals(...changes, "event_not_published") },
    },
  ),
  reopen: adminRoute(
    { action: "close_event", on: "event" },
    {
      method: "post",
      path: "/{eventId}/reopen",
      tags: ["Events"],
      summary: "Takes people in again",
      request: { params: EventPath, body: body(VersionOnly) },
      responses: { 200: detail, ...refusals(...changes, "event_not_closed") },
    },
  ),
  cancel: adminRoute(
    { action: "cancel_event", on: "event" },
    {
      method: "post",
      path: "/{eventId}/cancel",
      tags: ["Events"],
      summary: "Cancels an event and tells everybody who signed up",
      request: { params: EventPath, body: body(CancelInput) },
      responses: { 200: detail, ...refusals(...changes, "event_over") },
    },
  ),
  cancelSession: adminRoute(
    { action: "cancel_event", on: "event" },
    {
      method: "post",
      path: "/{eventId}/sessions/{sessionId}/cancel",
      tags: ["Events"],
      summary: "Cancels one session and tells everybody who signed up for it",
      request: { params: SessionOfEventPath, body: body(CancelInput) },
      responses: { 200: detail, ...refusals(...changes, "event_over", "session_unknown", "session_cancelled", "session_started") },
    },
  ),
} as const;

/** The console's routes by which an event goes on in its life, under `/api/admin/events`. */
export function eventStepAdminRoutes(deps: Deps) {
  const by = (c: Context<AdminEnv>) => ({ kind: "user", userId: c.get("actor").userId }) as const;
  /** After a step the event is told as it then stands, with its seats. */
  const detailOf = async (c: Context<AdminEnv>, result: Result<Event, Refusal>) => {
    if (!result.ok) return refused(c, result.refusal);
    const got = await getEvent(deps, { actor: c.get("actor"), eventId: result.value.id });
    return got.ok ? c.json(got.value, 200) : refused(c, got.refusal);
  };

  return adminRouter()
    .openapi(guarded(deps, eventStepRoutes.discard), async (c) => {
      const discarded = await discardDraft(deps, { eventId: c.req.valid("param").eventId, version: c.req.valid("json").version, by: by(c) });
      return discarded.ok ? c.body(null, 204) : refused(c, discarded.refusal);
    })
    .openapi(guarded(deps, eventStepRoutes.publish), async (c) =>
      detailOf(c, await publishEvent(deps, { eventId: c.req.valid("param").eventId, version: c.req.valid("json").version, by: by(c) })),
    )
    .openapi(guarded(deps, eventStepRoutes.close), async (c) =>
      detailOf(c, await closeEvent(deps, { eventId: c.req.valid("param").eventId, version: c.req.valid("json").version, by: by(c) })),
    )
    .openapi(guarded(deps, eventStepRoutes.reopen), async (c) =>
      detailOf(c, await reopenEvent(deps, { eventId: c.req.valid("param").eventId, version: c.req.valid("json").version, by: by(c) })),
    )
    .openapi(guarded(deps, eventStepRoutes.cancel), async (c) =>
      detailOf(c, await cancelEvent(deps, { eventId: c.req.valid("param").eventId, ...c.req.valid("json"), by: by(c) })),
    )
    .openapi(guarded(deps, eventStepRoutes.cancelSession), async (c) =>
      detailOf(c, await cancelSession(deps, { ...c.req.valid("param"), ...c.req.valid("json"), by: by(c) })),
    );
}
