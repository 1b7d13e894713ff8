import { accept, type Result, refuse, type UserId } from "@cte-partnerships/domain";
import { column, writeCsv } from "@cte-partnerships/domain/interchange";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import type { AuditExport, AuditRow } from "./contract.ts";
import { type AuditRefusal, daysOf, everyRecord, rowsOf } from "./list-audit.ts";
import { auditWrite } from "./store.ts";

/** What fits into an answer of a function, with room. */
const rowsAtMost = 10_000;

const side = (row: AuditRow, name: "before" | "after") =>
  row.changed.filter((change) => change[name] !== undefined).map((change) => `${change.field}: ${change[name]}`);

const columns = [
  column("changed_at", "text", ({ at }: AuditRow) => at),
  column("actor_id", "text", ({ by }: AuditRow) => by),
  column("actor_name", "text", ({ byName }: AuditRow) => byName),
  column("operation", "text", ({ op }: AuditRow) => op),
  column("subject_id", "text", ({ subject }: AuditRow) => subject),
  column("fields_changed", "list", ({ changed }: AuditRow) => changed.map(({ field }) => field)),
  column("values_before", "list", (row: AuditRow) => side(row, "before")),
  column("values_after", "list", (row: AuditRow) => side(row, "after")),
];

/**
 * The records that are asked about as a CSV file, formulas defused. That it was taken out is a record itself, written before
 * anything is handed over: without it there is no file.
 */
export async function exportAudit(
  deps: Deps,
  actorId: UserId,
  filters: AuditExport,
): Promise<Result<{ name: string; csv: string }, AuditRefusal | { code: "export_too_large"; most: number }>> {
  const days = daysOf(deps, filters);
  if (!days.ok) return days;
  const records = await everyRecord(deps, filters, days.value, rowsAtMost);
  if (!records) return refuse({ code: "export_too_large", most: rowsAtMost });
  const csv = writeCsv(columns, await rowsOf(deps, records), { byteOrderMark: true });
  const change: Change = { by: { kind: "user", userId: actorId }, at: deps.now(), op: "audit.export" };
  const after = { ...filters, ...days.value, rows: records.length };
  const written = await write(deps, [auditWrite(deps, { subject: "audit", change, after })]);
  if (!written.ok) throw new Error("an export could not be recorded");
  return accept({ name: `changes-${days.value.from}-to-${days.value.to}.csv`, csv });
}
