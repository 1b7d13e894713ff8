import type { DatedTable, ReferenceRow } from "../reference/dated-table.ts";
import type { Source } from "../reference/source.ts";
import { sourcedTable } from "../reference/sourced.ts";
import { addDays, addYears, type IsoDate } from "../shared/date.ts";

/** What holders of which certificate must complete. */
export interface CtleRequirement extends ReferenceRow {
  hours: number;
  periodYears: number;
  /** The part of the hours, in percent, that must be in language acquisition. */
  languagePercent: { esolOrBilingual: number; other: number };
  /** Years after the end of the period for which the teacher keeps the records. */
  keepRecordsYears: number;
}

/** The regulation, as the state's guidance on registration tells it. */
export const ctleSource = {
  authority: "state_regulation",
  citation: "8 NYCRR Subpart 80-6, Continuing Teacher and Leader Education",
  url: "https://www.highered.nysed.gov/tcert/resteachers/registrationguidance.html",
  retrievedOn: "2026-11-01",
  confidence: "verified",
} as const satisfies Source;

/** The day on which registration and CTLE began. */
export const ctleFrom: IsoDate = "2016-07-01";

/** New York's requirement: 100 hours in the five years of a registration, from approved sponsors, none carried over. */
export const ctleRequirements: DatedTable<CtleRequirement> = sourcedTable<CtleRequirement>({ ...ctleSource, aliases: ["CTLE"], from: ctleFrom }, [
  {
    id: "ctle",
    label: "Continuing Teacher and Leader Education",
    hours: 100,
    periodYears: 5,
    languagePercent: { esolOrBilingual: 50, other: 15 },
    keepRecordsYears: 3,
  },
]);

/**
 * The last day of a registration period that begins on a day, and the last day on which its records must be kept. Absent where no
 * requirement holds on that day.
 *
 * @example
 * ctlePeriod("2021-09-01") // { lastDay: "2026-08-31", keepRecordsUntil: "2029-08-31" }
 * ctlePeriod("2016-06-30") // undefined
 */
export function ctlePeriod(
  firstDay: IsoDate,
  requirements: DatedTable<CtleRequirement> = ctleRequirements,
): { lastDay: IsoDate; keepRecordsUntil: IsoDate } | undefined {
  const [requirement] = requirements.on(firstDay);
  if (!requirement) return undefined;
  const next = addYears(firstDay, requirement.periodYears);
  return { lastDay: addDays(next, -1), keepRecordsUntil: addDays(addYears(next, requirement.keepRecordsYears), -1) };
}
