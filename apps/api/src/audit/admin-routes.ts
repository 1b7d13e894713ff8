import * as z from "zod";
import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { AuditExport, AuditPage, AuditQuery } from "./contract.ts";
import { exportAudit } from "./export-audit.ts";
import { listAudit } from "./list-audit.ts";

const views = { action: "view_audit", on: "agency" } as const;

export const auditRoutes = {
  list: adminRoute(views, {
    method: "get",
    path: "/",
    tags: ["Audit"],
    summary: "Who changed what, latest first, a page at a time",
    request: { query: AuditQuery },
    responses: {
      200: { description: "A page of records", content: { "application/json": { schema: AuditPage } } },
      ...refusals("cursor_invalid", "span_too_long"),
    },
  }),
  export: adminRoute(views, {
    method: "post",
    path: "/export",
    tags: ["Audit"],
    summary: "The same as a CSV file; that it was taken out is recorded too",
    request: { body: { content: { "application/json": { schema: AuditExport } }, required: true } },
    responses: { 200: { description: "The file", content: { "text/csv": { schema: z.string() } } }, ...refusals("span_too_long", "export_too_large") },
  }),
} as const;

/** The console's routes about who changed what, under `/api/admin/audit`. */
export const auditAdminRoutes = (deps: Deps) =>
  adminRouter()
    .openapi(guarded(deps, auditRoutes.list), async (c) => {
      const listed = await listAudit(deps, c.get("actor").userId, c.req.valid("query"));
      return listed.ok ? c.json(listed.value, 200) : refused(c, listed.refusal);
    })
    .openapi(guarded(deps, auditRoutes.export), async (c) => {
      const exported = await exportAudit(deps, c.get("actor").userId, c.req.valid("json"));
      if (!exported.ok) return refused(c, exported.refusal);
      const { name, csv } = exported.value;
      return c.body(csv, 200, { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"` });
    });
