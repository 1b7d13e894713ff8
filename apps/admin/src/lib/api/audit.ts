import { type AuditExport, type AuditPage, type AuditQuery, type AuditRow, auditClient } from "@cte-partnerships/api/client";
import { answer, options, origin, refused, within } from "./answer.ts";

export type { AuditExport, AuditPage, AuditQuery, AuditRow };

const audit = auditClient(origin, options);

export const auditApi = {
  list: (query: AuditQuery, signal?: AbortSignal) => answer<AuditPage>(audit.index.$get({ query: query as Record<string, string> }, within(signal))),
  /** The file, and what it is called. */
  async export(json: AuditExport): Promise<{ name: string; file: Blob }> {
    const response = await audit.export.$post({ json: json as Record<string, string> });
    if (!response.ok) throw await refused(response);
    const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
    return { name: name ?? "changes.csv", file: await response.blob() };
  },
};
