import { registeredTypes } from "@cte-partnerships/domain/activity";
import { labelOf } from "@cte-partnerships/domain/agency";
import { barredWork, clearanceBases, workingPapers } from "@cte-partnerships/domain/opportunity";
import { partnerKinds } from "@cte-partnerships/domain/partner";
import { clusters, type Dated, type DatedTable, type NamedTable } from "@cte-partnerships/domain/reference";
import { approvalStages } from "@cte-partnerships/domain/school";
import type { IsoDate } from "@cte-partnerships/domain/shared";
import { agency } from "../../lib/agency.ts";
import type { Field, Part } from "../../lib/schema-field.ts";

type Named = DatedTable<Dated & { label: string }>;

/** Where the names stand of what facts tell by an id. */
const tables: Record<NamedTable, Named> = {
  activity_types: agency.activityTypes,
  approval_stages: approvalStages,
  barred_work: barredWork,
  boroughs: agency.boroughs,
  career_clusters: clusters,
  clearance_bases: clearanceBases,
  commissions: agency.commissions,
  partner_kinds: partnerKinds,
  registered_types: registeredTypes,
  working_papers: workingPapers,
};
/** An agency's own questions may name tables that are its own. */
const tableOf = (name: string | undefined): Named | undefined => (name !== undefined && Object.hasOwn(tables, name) ? tables[name as NamedTable] : undefined);

/** The form with ids offered by the names that people know them under, as of a day. */
export function withKnownValues(field: Field, on: IsoDate): Field {
  if (field.kind === "group") return { ...field, parts: field.parts.map((part): Part => ({ ...part, field: withKnownValues(part.field, on) })) };
  if (field.kind === "list") {
    const item = withKnownValues(field.item, on);
    // Of text that is an id, any number is chosen and not typed.
    return field.item.kind === "text" && item.kind === "choice" ? { kind: "choices", options: item.options } : { ...field, item };
  }
  const table = "rowsIn" in field ? tableOf(field.rowsIn) : undefined;
  if (!table) return field;
  if (field.kind === "text") return { kind: "choice", options: table.on(on).map(({ id, label }) => ({ value: id, label })) };
  return field.kind === "choice" || field.kind === "choices"
    ? { ...field, options: field.options.map(({ value, label }) => ({ value, label: labelOf(table, value, on) || label })) }
    : field;
}
