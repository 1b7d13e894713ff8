import type { DatedTable, ReferenceRow } from "../reference/dated-table.ts";
import { yearlyDate } from "../reference/federal-holiday.ts";
import { longStanding } from "../reference/long-standing.ts";
import { sourcedTable } from "../reference/sourced.ts";
import type { IsoDate, MonthDay } from "../shared/date.ts";

/** A time of day on the clock of the place, `19:00`; midnight at the end of the day is `24:00`. Such times sort as text. */
export type ClockTime = `${number}:${number}`;

/** A work program of the school that the law knows of: with one, other limits hold. */
export type SchoolProgram = "none" | "approved_work_study" | "cooperative";

/** What an employer keeps that lets somebody work later. */
export type LatePaper = "keepsParentConsents" | "keepsStandingCertificates";

/** The most that is allowed while school is in session, or while it is not. */
export interface SeasonLimits {
  hoursOnSchoolDay?: number;
  /** On a day before a school day that is no Friday, Sunday or holiday. */
  hoursBeforeSchoolDay?: number;
  hoursOnOtherDay: number;
  /** Above `hoursOnOtherDay` and up to here an exception may hold, which depends on how the week is shared out. */
  hoursOnOtherDayByException?: number;
  hoursPerWeek: number;
  daysPerWeek: number;
  earliestStart: ClockTime;
  latestEnd: ClockTime;
  /** Later in the summer: from a day of the year to Labor Day. */
  summerEvenings?: { from: MonthDay; latestEnd: ClockTime };
  /** Later with what the employer keeps: before a school day, and before any other. */
  late?: { latestEnd: ClockTime; beforeSchoolDay: readonly LatePaper[]; beforeOtherDay: readonly LatePaper[] };
  /** What a work program of the school changes. */
  inProgram?: Partial<Record<SchoolProgram, { hoursPerWeek?: number; hoursBeforeSchoolDay?: number }>>;
}

/** The limits of one band of ages. */
export interface MinorBand extends ReferenceRow {
  minimumAge: number;
  maximumAge: number;
  inSession: SeasonLimits;
  outOfSession: SeasonLimits;
}

/**
 * New York's limits on the hours of minors. Farm work, newspapers, street trades, child performers and camp counselors have rules
 * of their own, which are not here.
 */
export const minorBands: DatedTable<MinorBand> = sourcedTable<MinorBand>(
  {
    aliases: [],
    authority: "state_law",
    citation: "New York Labor Law",
    retrievedOn: "2026-11-01",
    confidence: "verified",
    // A first day for what holds already and whose source names none: early enough for any offer that is kept here.
    from: longStanding,
  },
  [
    {
      id: "14-15",
      label: "14 and 15",
      citation: "New York Labor Law 142",
      url: "https://www.lawserver.com/law/state/new-york/ny-laws/ny_labor_law_142",
      minimumAge: 14,
      maximumAge: 15,
      inSession: {
        hoursOnSchoolDay: 3,
        hoursOnOtherDay: 8,
        hoursPerWeek: 18,
        daysPerWeek: 6,
        earliestStart: "07:00",
        latestEnd: "19:00",
        inProgram: { approved_work_study: { hoursPerWeek: 23 } },
      },
      outOfSession: {
        hoursOnOtherDay: 8,
        hoursPerWeek: 40,
        daysPerWeek: 6,
        earliestStart: "07:00",
        latestEnd: "19:00",
        summerEvenings: { from: "06-21", latestEnd: "21:00" },
      },
    },
    {
      id: "16-17",
      label: "16 and 17",
      citation: "New York Labor Law 143",
      url: "https://www.nysenate.gov/legislation/laws/LAB/143",
      minimumAge: 16,
      maximumAge: 17,
      inSession: {
        hoursBeforeSchoolDay: 4,
        hoursOnOtherDay: 8,
        hoursPerWeek: 28,
        daysPerWeek: 6,
        earliestStart: "06:00",
        latestEnd: "22:00",
        late: { latestEnd: "24:00", beforeSchoolDay: ["keepsParentConsents", "keepsStandingCertificates"], beforeOtherDay: ["keepsParentConsents"] },
        inProgram: { cooperative: { hoursBeforeSchoolDay: 6 } },
      },
      outOfSession: {
        hoursOnOtherDay: 8,
        // Up to ten, to make other days of the week shorter or one of them free.
        hoursOnOtherDayByException: 10,
        hoursPerWeek: 48,
        daysPerWeek: 6,
        earliestStart: "06:00",
        latestEnd: "24:00",
      },
    },
  ],
);

/**
 * Labor Day of a year, the first Monday of September, up to which summer evenings go.
 *
 * @example
 * laborDayOf(2026) // "2026-09-07"
 */
export const laborDayOf = (year: number): IsoDate => yearlyDate({ month: 9, weekday: 1, nth: 1 }, year);
