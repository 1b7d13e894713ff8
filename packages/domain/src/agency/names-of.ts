import type { Dated, DatedTable } from "../reference/dated-table.ts";
import type { Phrase, Sentence, Words } from "../rule/explain.ts";
import type { Agency } from "./agency.ts";

/**
 * What an agency calls its activity types, commissions and boroughs, as they are called now or were last: words to tell verdicts with,
 * so that a reason names them and no id. Only activity types have a title in every language.
 *
 * @example
 * namesOf(agency)["value:bor_brooklyn"] // { en: "Brooklyn", es: "Brooklyn" }
 */
// @__NO_SIDE_EFFECTS__
export function namesOf({ activityTypes, commissions, boroughs }: Pick<Agency, "activityTypes" | "commissions" | "boroughs">): Words {
  const sameInAll = ({ label }: { label: string }): Sentence => ({ en: label, es: label });
  return Object.fromEntries([...names(activityTypes, ({ title }) => title), ...names(commissions, sameInAll), ...names(boroughs, sameInAll)]);
}

function names<Row extends Dated>(table: DatedTable<Row>, nameOf: (row: Row) => Sentence): [string, Phrase][] {
  return table.ids().flatMap((id): [string, Phrase][] => {
    const last = table.history(id).at(-1);
    return last ? [[`value:${id}`, nameOf(last)]] : [];
  });
}
