import { EventId } from "@cte-partnerships/domain";
import * as z from "zod";
import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { EventSave } from "./contract.ts";
import { EditPreview, EventPreview, UnsavedEvent } from "./preview-contract.ts";

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

/** The console's routes of what people will see and hear, under `/api/admin/events`. */
export const eventPreviewAdminRoutes = (deps: Deps) =>
  adminRouter()
    .openapi(guarded(deps, eventPreviewRoutes.editPreview), async (c) => refused(c, { code: "unavailable" }))
    .openapi(guarded(deps, eventPreviewRoutes.previews), async (c) => refused(c, { code: "unavailable" }))
    .openapi(guarded(deps, eventPreviewRoutes.previewUnsaved), async (c) => refused(c, { code: "unavailable" }));
