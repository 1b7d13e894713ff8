import { type Event, EventId, EventInput, type Result, SessionId } from "@cte-partnerships/domain";
import type { Context } from "hono";
import * as z from "zod";
import type { AdminEnv } from "../access/admin-env.ts";
import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { dropFormDraft } from "../form-draft/keep-form-draft.ts";
import type { Refusal } from "../http/problem.ts";
import { pagePolicy } from "../http/security-headers.ts";
import { styleHash } from "../http/style.ts";
import { IdempotencyKey } from "../sign-up/public-contract.ts";
import { cancelEvent } from "./cancel-event.ts";
import { cancelSession } from "./cancel-session.ts";
import { closeEvent } from "./close-event.ts";
import {
  CancelInput,
  EventDetail,
  EventDetailQuery,
  EventList,
  EventListQuery,
  EventNumbers,
  EventNumbersInput,
  EventRowChanges,
  EventRowChangesQuery,
  EventRowPage,
  EventRowPageQuery,
  EventSave,
  VersionOnly,
} from "./contract.ts";
import { countEvents } from "./count-events.ts";
import { discardDraft } from "./discard-draft.ts";
import { editEvent } from "./edit-event.ts";
import { followRows, listRows } from "./follow-rows.ts";
import { getEvent, seatsOf } from "./get-event.ts";
import { listEvents } from "./list-events.ts";
import { makeEvent } from "./make-event.ts";
import { previewHtml } from "./pages.tsx";
import { publishEvent } from "./publish-event.ts";
import { reopenEvent } from "./reopen-event.ts";

const EventPath = z.object({ eventId: EventId });
const SessionOfEventPath = z.object({ eventId: EventId, sessionId: SessionId });
const MakeHeaders = z.object({ "idempotency-key": IdempotencyKey.optional() });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ content: json(schema), required: true as const });
const detail = { description: "The event as it now stands", content: json(EventDetail) };

const changes = ["event_unknown", "version_conflict"] as const;

export const eventRoutes = {
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
  make: adminRoute(
    { action: "make_event", on: "host" },
    {
      method: "post",
      path: "/",
      tags: ["Events"],
      summary: "Makes a draft",
      request: { headers: MakeHeaders, body: body(EventInput) },
      responses: { 201: { description: "The draft", content: json(EventDetail) }, ...refusals("reference_unknown", "details_invalid") },
    },
  ),
  get: adminRoute(
    { action: "view_event", on: "event" },
    {
      method: "get",
      path: "/{eventId}",
      tags: ["Events"],
      summary: "An event, its seats, and what one may do with it",
      request: { params: EventPath, query: EventDetailQuery },
      responses: { 200: detail, ...refusals("event_unknown") },
    },
  ),
  preview: adminRoute(
    { action: "view_event", on: "event" },
    {
      method: "get",
      path: "/{eventId}/preview",
      tags: ["Events"],
      summary: "The page as the public will see it",
      request: { params: EventPath },
      responses: { 200: { description: "A page", content: { "text/html": { schema: z.string() } } }, ...refusals("event_unknown") },
    },
  ),
  save: adminRoute(
    { action: "edit_event", on: "event" },
    {
      method: "put",
      path: "/{eventId}",
      tags: ["Events"],
      summary: "Saves an event as edited",
      request: { params: EventPath, body: body(EventSave) },
      responses: {
        200: detail,
        ...refusals(
          ...changes,
          "reference_unknown",
          "details_invalid",
          "event_not_editable",
          "session_has_sign_ups",
          "question_answered",
          "too_many_sessions_changed",
        ),
      },
    },
  ),
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

/** The console's routes of events, under `/api/admin/events`. */
export function eventAdminRoutes(deps: Deps) {
  const by = (c: Context<AdminEnv>) => ({ kind: "user", userId: c.get("actor").userId }) as const;
  /** After a change the event is told as it then stands, with its seats. */
  const detailOf = async (c: Context<AdminEnv>, result: Result<Event, Refusal>) => {
    if (!result.ok) return refused(c, result.refusal);
    const got = await getEvent(deps, { actor: c.get("actor"), eventId: result.value.id });
    return got.ok ? c.json(got.value, 200) : refused(c, got.refusal);
  };

  return adminRouter()
    .openapi(guarded(deps, eventRoutes.list), async (c) => {
      const listed = await listEvents(deps, { actor: c.get("actor"), query: c.req.valid("query") });
      return listed.ok ? c.json(listed.value, 200) : refused(c, listed.refusal);
    })
    .openapi(guarded(deps, eventRoutes.rows), async (c) => {
      const listed = await listRows(deps, { actor: c.get("actor"), cursor: c.req.valid("query").cursor });
      return listed.ok ? c.json(listed.value, 200) : refused(c, listed.refusal);
    })
    .openapi(guarded(deps, eventRoutes.rowChanges), async (c) => {
      const followed = await followRows(deps, { actor: c.get("actor"), since: c.req.valid("query").since });
      return followed.ok ? c.json(followed.value, 200) : refused(c, followed.refusal);
    })
    .openapi(guarded(deps, eventRoutes.numbers), async (c) => c.json(await countEvents(deps, { actor: c.get("actor"), ids: c.req.valid("json").ids }), 200))
    .openapi(guarded(deps, eventRoutes.make), async (c) => {
      const idempotencyKey = c.req.valid("header")["idempotency-key"];
      const made = await makeEvent(deps, { actor: c.get("actor"), input: c.req.valid("json"), ...(idempotencyKey === undefined ? {} : { idempotencyKey }) });
      if (!made.ok) return refused(c, made.refusal);
      await dropFormDraft(deps, c.get("actor").userId, "new");
      const got = await getEvent(deps, { actor: c.get("actor"), eventId: made.value.id });
      return got.ok ? c.json(got.value, 201) : refused(c, got.refusal);
    })
    .openapi(guarded(deps, eventRoutes.get), async (c) => {
      const got = await getEvent(deps, { actor: c.get("actor"), eventId: c.req.valid("param").eventId, isWatching: c.req.valid("query").for === "watch" });
      return got.ok ? c.json(got.value, 200) : refused(c, got.refusal);
    })
    .openapi(guarded(deps, eventRoutes.preview), async (c) => {
      const event = c.get("event");
      return c.html(previewHtml(deps, event, await seatsOf(deps, event)), 200, { "Content-Security-Policy": pagePolicy(styleHash, ["'self'"]) });
    })
    .openapi(guarded(deps, eventRoutes.save), async (c) => {
      const { version, event: input } = c.req.valid("json");
      const { eventId } = c.req.valid("param");
      const edited = await editEvent(deps, { actor: c.get("actor"), eventId, version, input });
      // What was kept of the form is what was saved.
      if (edited.ok) await dropFormDraft(deps, c.get("actor").userId, eventId);
      return detailOf(c, edited);
    })
    .openapi(guarded(deps, eventRoutes.discard), async (c) => {
      const discarded = await discardDraft(deps, { eventId: c.req.valid("param").eventId, version: c.req.valid("json").version, by: by(c) });
      return discarded.ok ? c.body(null, 204) : refused(c, discarded.refusal);
    })
    .openapi(guarded(deps, eventRoutes.publish), async (c) =>
      detailOf(c, await publishEvent(deps, { eventId: c.req.valid("param").eventId, version: c.req.valid("json").version, by: by(c) })),
    )
    .openapi(guarded(deps, eventRoutes.close), async (c) =>
      detailOf(c, await closeEvent(deps, { eventId: c.req.valid("param").eventId, version: c.req.valid("json").version, by: by(c) })),
    )
    .openapi(guarded(deps, eventRoutes.reopen), async (c) =>
      detailOf(c, await reopenEvent(deps, { eventId: c.req.valid("param").eventId, version: c.req.valid("json").version, by: by(c) })),
    )
    .openapi(guarded(deps, eventRoutes.cancel), async (c) =>
      detailOf(c, await cancelEvent(deps, { eventId: c.req.valid("param").eventId, ...c.req.valid("json"), by: by(c) })),
    )
    .openapi(guarded(deps, eventRoutes.cancelSession), async (c) =>
      detailOf(c, await cancelSession(deps, { ...c.req.valid("param"), ...c.req.valid("json"), by: by(c) })),
    );
}
