import { registeredTypes } from "@cte-partnerships/domain/activity";
import { labelOf } from "@cte-partnerships/domain/agency";
import { barredWork, clearanceBases, workingPapers } from "@cte-partnerships/domain/opportunity";
import { partnerKinds } from "@cte-partnerships/domain/partner";
import { clusters, type Dated, type DatedTable } from "@cte-partnerships/domain/reference";
import { approvalStages } from "@cte-partnerships/domain/school";
import type { IsoDate } from "@cte-partnerships/domain/shared";
import { agency } from "../../lib/agency.ts";
import type { Field, Option, Part } from "../../lib/schema-field.ts";

type Named = DatedTable<Dated & { label: string }>;

/** Facts that are the id of a row, by how they are called: a schema says only that they are text. */
const rowsNamedBy: readonly { name: RegExp; table: Named }[] = [
  { name: /clusterIds?$/i, table: clusters },
  { name: /activityTypeIds?$/i, table: agency.activityTypes },
  { name: /commissionIds?$/i, table: agency.commissions },
  { name: /boroughIds?$/i, table: agency.boroughs },
];
/** Tables that call the words of a schema's choices by a name. */
const tables: readonly Named[] = [partnerKinds, approvalStages, registeredTypes, clearanceBases, workingPapers, barredWork];

/** The form with ids offered by the names that people know them under, as of a day. */
export function withKnownValues(field: Field, on: IsoDate, name = ""): Field {
  if (field.kind === "group") return { ...field, parts: field.parts.map((part): Part => ({ ...part, field: withKnownValues(part.field, on, part.key) })) };
  const rows = rowsNamedBy.find((row) => row.name.test(name))?.table;
  if (field.kind === "list") {
    if (rows && field.item.kind === "text") return { kind: "choices", options: optionsOf(rows, on) };
    return { ...field, item: withKnownValues(field.item, on) };
  }
  if (field.kind === "text" && rows) return { kind: "choice", options: optionsOf(rows, on) };
  return field.kind === "choice" || field.kind === "choices" ? { ...field, options: named(field.options, on) } : field;
}

const optionsOf = (table: Named, on: IsoDate): Option[] => table.on(on).map(({ id, label }) => ({ value: id, label }));

/** Choices by the labels of the table that knows most of them. */
function named(options: readonly Option[], on: IsoDate): Option[] {
  const knows = (table: Named) => options.filter(({ value }) => table.history(value).length > 0).length;
  const [best] = tables.toSorted((a, b) => knows(b) - knows(a));
  // One word may stand in any table; two of them hardly.
  const isItsOwn = best !== undefined && knows(best) > 1;
  return options.map(({ value, label }) => ({ value, label: (isItsOwn && labelOf(best, value, on)) || label }));
}
