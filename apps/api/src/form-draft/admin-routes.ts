import * as z from "zod";
import { adminRoute, adminRouter, guarded, refusals } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { FormDraftInput, FormSubject, KeptFormDraft } from "./contract.ts";
import { dropFormDraft, getFormDraft, keepFormDraft } from "./keep-form-draft.ts";

const SubjectPath = z.object({ subject: FormSubject });
const kept = { description: "What is kept", content: { "application/json": { schema: KeptFormDraft } } };

export const formDraftRoutes = {
  get: adminRoute(
    { on: "self" },
    {
      method: "get",
      path: "/{subject}",
      tags: ["Form drafts"],
      summary: "What the person who asks has left unsaved in a form",
      request: { params: SubjectPath },
      responses: { 200: kept, ...refusals("not_found") },
    },
  ),
  keep: adminRoute(
    { on: "self" },
    {
      method: "put",
      path: "/{subject}",
      tags: ["Form drafts"],
      summary: "Keeps what stands in a form, for thirty days",
      request: { params: SubjectPath, body: { content: { "application/json": { schema: FormDraftInput } }, required: true } },
      responses: { 200: kept, ...refusals("not_found") },
    },
  ),
  drop: adminRoute(
    { on: "self" },
    {
      method: "delete",
      path: "/{subject}",
      tags: ["Form drafts"],
      summary: "Lets go of what was kept",
      request: { params: SubjectPath },
      responses: { 204: { description: "Nothing is kept any more" }, ...refusals("not_found") },
    },
  ),
} as const;

/** The console's routes of forms that are not finished, under `/api/admin/form-drafts`. Nobody reaches anybody else's. */
export const formDraftAdminRoutes = (deps: Deps) =>
  adminRouter()
    .openapi(guarded(deps, formDraftRoutes.get), async (c) => {
      const draft = await getFormDraft(deps, c.get("actor").userId, c.req.valid("param").subject);
      return c.json(draft ? { draft } : {}, 200);
    })
    .openapi(guarded(deps, formDraftRoutes.keep), async (c) =>
      c.json({ draft: await keepFormDraft(deps, c.get("actor").userId, c.req.valid("param").subject, c.req.valid("json")) }, 200),
    )
    .openapi(guarded(deps, formDraftRoutes.drop), async (c) => {
      await dropFormDraft(deps, c.get("actor").userId, c.req.valid("param").subject);
      return c.body(null, 204);
    });
