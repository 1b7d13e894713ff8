import { EventId, EventInput } from "@cte-partnerships/domain";
import * as z from "zod";
import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { dropFormDraft } from "../form-draft/keep-form-draft.ts";
import { pagePolicy } from "../http/security-headers.ts";
import { styleHash } from "../http/style.ts";
import { IdempotencyKey } from "../sign-up/public-contract.ts";
import { EventDetail, EventDetailQuery, EventSave } from "./contract.ts";
import { editEvent } from "./edit-event.ts";
import { getEvent, seatsOf } from "./get-event.ts";
import { makeEvent } from "./make-event.ts";
import { previewHtml } from "./pages.tsx";

const EventPath = z.object({ eventId: EventId });
const MakeHeaders = z.object({ "idempotency-key": IdempotencyKey.optional() });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ content: json(schema), required: true as const });
const detail = { description: "The event as it now stands", content: json(EventDetail) };

export const eventRoutes = {
  make: adminRoute(
    { action: "make_event", on: "host" },
    {
      method: "post",
      path: "/",
      tags: ["Events"],
      summary: "Makes a draft",
      request: { headers: MakeHeaders, body: body(EventInput) },
      responses: { 201: { description: "The draft", content: json(EventDetail) }, ...refusals("reference_unknown", "details_invalid", "made_and_discarded") },
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
          "event_unknown",
          "version_conflict",
          "reference_unknown",
          "details_invalid",
          "event_not_editable",
          "session_has_sign_ups",
          "question_answered",
          "answers_not_looked_through",
          "too_many_sessions_changed",
        ),
      },
    },
  ),
} as const;

/** The console's routes of one event, under `/api/admin/events`. */
export const eventAdminRoutes = (deps: Deps) =>
  adminRouter()
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
      if (!edited.ok) return refused(c, edited.refusal);
      await dropFormDraft(deps, c.get("actor").userId, eventId);
      const got = await getEvent(deps, { actor: c.get("actor"), eventId });
      return got.ok ? c.json(got.value, 200) : refused(c, got.refusal);
    });
