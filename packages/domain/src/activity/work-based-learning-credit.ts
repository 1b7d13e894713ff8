import type { DatedTable } from "../reference/dated-table.ts";
import type { IsoDate } from "../shared/date.ts";
import { toHundredths } from "../shared/to-hundredths.ts";
import { type AwarenessExperience, type AwarenessRule, awarenessRules, lackingDocuments } from "./work-based-learning-awareness.ts";
import { type RegisteredType, registeredTypes } from "./work-based-learning-type.ts";

/**
 * The units of credit that so many hours at the worksite may earn in a registered type on a day: the highest step that is
 * reached, 0 below the first. Absent where the type cannot be registered on that day: the memo that closed WECEP, for one.
 *
 * @example
 * creditFor("gewep", 449, "2026-11-24") // 1
 * creditFor("ceip", 53, "2026-11-24") // 0
 * creditFor("wecep", 300, "2022-09-01") // undefined
 */
export function creditFor(type: string, worksiteHours: number, on: IsoDate, types: DatedTable<RegisteredType> = registeredTypes): number | undefined {
  const row = types.find(type, on);
  return row && creditOf(row, worksiteHours);
}

/** The same of a type's row: the highest of its steps that is reached, 0 below the first. */
export const creditOf = ({ creditSteps }: Pick<RegisteredType, "creditSteps">, worksiteHours: number): number =>
  Math.max(0, ...creditSteps.filter((step) => step.worksiteHours <= worksiteHours).map((step) => step.creditUnits));

/** What becomes of the hours of career awareness that a program counts. Together they are all the hours. */
export interface AwarenessHours {
  /** Count as work-based learning: documented, and within the allowance. */
  counted: number;
  /** Would count, and are over the allowance. */
  overCap: number;
  /** May count once it is known what documents there are, or what the source asks of the kind. */
  open: number;
  /** Do not count: a document is missing, or it is a kind that the memo does not name. */
  notCounted: number;
}

/**
 * How many hours of career awareness count as work-based learning on a day. What is not documented does not count, and what is
 * not known counts for nothing yet. None counts toward the clinical hours of a health program. Absent where no rule holds on
 * that day.
 *
 * @example
 * awarenessHoursCounted([{ kind: "guest_speaker", hours: 25, documents: ["participation", "reflection"] }], "2026-11-24") // { counted: 20, overCap: 5, open: 0, notCounted: 0 }
 * awarenessHoursCounted([{ kind: "career_fair", hours: 2 }], "2026-11-24") // { counted: 0, overCap: 0, open: 2, notCounted: 0 }
 */
export function awarenessHoursCounted(
  experiences: readonly AwarenessExperience[],
  on: IsoDate,
  { isHealthClinical = false, rules = awarenessRules }: { isHealthClinical?: boolean; rules?: DatedTable<AwarenessRule> } = {},
): AwarenessHours | undefined {
  const [rule] = rules.on(on);
  if (!rule) return undefined;
  const sums = { documented: 0, open: 0, notCounted: 0 };
  for (const experience of experiences) {
    const lacking = isHealthClinical ? "kind_not_named" : lackingDocuments(rule, experience);
    const part = lacking === undefined || lacking === "not_read" ? "open" : lacking === "kind_not_named" || lacking.length > 0 ? "notCounted" : "documented";
    sums[part] += experience.hours ?? 0;
  }
  const documented = toHundredths(sums.documented);
  const counted = Math.min(documented, rule.capHours);
  return { counted, overCap: toHundredths(documented - counted), open: toHundredths(sums.open), notCounted: toHundredths(sums.notCounted) };
}
