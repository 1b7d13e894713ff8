import * as z from "zod";
import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { SavedViews, ViewedList } from "./contract.ts";
import { keepViews, listViews } from "./keep-views.ts";

const ListPath = z.object({ list: ViewedList });
const content = { "application/json": { schema: SavedViews } };

export const viewRoutes = {
  list: adminRoute(
    { on: "self" },
    {
      method: "get",
      path: "/{list}",
      tags: ["Views"],
      summary: "The views of a list that the person who asks has kept",
      request: { params: ListPath },
      responses: { 200: { description: "Their views", content }, ...refusals("not_found") },
    },
  ),
  keep: adminRoute(
    { on: "self" },
    {
      method: "put",
      path: "/{list}",
      tags: ["Views"],
      summary: "Keeps these views of a list in place of those of the version that is named",
      request: { params: ListPath, body: { content, required: true } },
      responses: { 200: { description: "The views as they now stand", content }, ...refusals("not_found", "version_conflict") },
    },
  ),
} as const;

/** The console's routes of what a person has kept for themselves, under `/api/admin/views`. */
export const viewAdminRoutes = (deps: Deps) =>
  adminRouter()
    .openapi(guarded(deps, viewRoutes.list), async (c) => c.json(await listViews(deps, c.get("actor").userId, c.req.valid("param").list), 200))
    .openapi(guarded(deps, viewRoutes.keep), async (c) => {
      const kept = await keepViews(deps, c.get("actor").userId, c.req.valid("param").list, c.req.valid("json"));
      return kept.ok ? c.json(kept.value, 200) : refused(c, kept.refusal);
    });
