import type { Event, Seats, SessionId } from "@cte-partnerships/domain";
import { EventId } from "@cte-partnerships/domain";
import * as z from "zod";
import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { formPreviewHtml } from "../sign-up/form-page.tsx";
import { EventSave } from "./contract.ts";
import { seatsOf } from "./get-event.ts";
import { previewHtml } from "./pages.tsx";
import { EditPreview, EventPreview, UnsavedEvent } from "./preview-contract.ts";
import { previewEdit } from "./preview-edit.ts";
import { previewMails, unsavedEvent } from "./preview-event.ts";
import { viewOf } from "./public-view.ts";

const EventPath = z.object({ eventId: EventId });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ content: json(schema), required: true as const });

export const eventPreviewRoutes = {
  editPreview: adminRoute(
    { action: "edit_event", on: "event" },
    {
      method: "post",
      path: "/{eventId}/edit-preview",
      tags: ["Events"],
      summary: "Who would get which mail if this were saved",
      request: { params: EventPath, body: body(EventSave) },
      responses: {
        200: { description: "What saving would do beside saving", content: json(EditPreview) },
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
  previews: adminRoute(
    { action: "view_event", on: "event" },
    {
      method: "get",
      path: "/{eventId}/previews",
      tags: ["Events"],
      summary: "The page, the forms and the mails of an event as it stands",
      request: { params: EventPath },
      responses: { 200: { description: "As people will see them", content: json(EventPreview) }, ...refusals("event_unknown") },
    },
  ),
  previewUnsaved: adminRoute(
    { action: "make_event", on: "reach" },
    {
      method: "post",
      path: "/previews",
      tags: ["Events"],
      summary: "The page, the forms and the mails of an event that is not saved",
      request: { body: body(UnsavedEvent) },
      responses: { 200: { description: "As people would see them", content: json(EventPreview) }, ...refusals("reference_unknown", "details_invalid") },
    },
  ),
} as const;

/** Forms of one event differ in little: the first few show all of it, and fifty would be a page of half a megabyte. */
const formsAtMost = 6;

/** The console's routes of what people will see and hear, under `/api/admin/events`. */
export function eventPreviewAdminRoutes(deps: Deps) {
  const previewOf = (event: Event, seats?: ReadonlyMap<SessionId, Seats>): EventPreview => {
    // As people will see it when it is published, whatever it is now.
    const published = event.status === "draft" ? { ...event, status: "published" as const, publishedAt: deps.now() } : event;
    const view = viewOf(published, seats ?? new Map(), deps.now());
    const shown = view.sessions.filter(({ session }) => session.status === "scheduled").slice(0, formsAtMost);
    return {
      page: previewHtml(deps, published, seats),
      forms: shown.map((each) => {
        const { label, startsAt } = each.session;
        return { ...(label === undefined ? {} : { label }), startsAt, html: formPreviewHtml(deps, view, each) };
      }),
      mails: previewMails(deps, published),
    };
  };
  return adminRouter()
    .openapi(guarded(deps, eventPreviewRoutes.editPreview), async (c) => {
      const { version, event: input } = c.req.valid("json");
      const previewed = await previewEdit(deps, { actor: c.get("actor"), eventId: c.req.valid("param").eventId, version, input });
      return previewed.ok ? c.json(previewed.value, 200) : refused(c, previewed.refusal);
    })
    .openapi(guarded(deps, eventPreviewRoutes.previews), async (c) => {
      const event = c.get("event");
      return c.json(previewOf(event, await seatsOf(deps, event)), 200);
    })
    .openapi(guarded(deps, eventPreviewRoutes.previewUnsaved), async (c) => {
      const { eventId, event: input } = c.req.valid("json");
      const made = await unsavedEvent(deps, { actor: c.get("actor"), input, eventId });
      return made.ok ? c.json(previewOf(made.value), 200) : refused(c, made.refusal);
    });
}
