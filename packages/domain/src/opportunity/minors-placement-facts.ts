import * as z from "zod";
import type { DatedTable } from "../reference/dated-table.ts";
import { rowsIn } from "../reference/rows-in.ts";
import { IsoDate } from "../shared/date.ts";
import type { BarredWork } from "./barred-work.ts";
import type { LatePaper, SchoolProgram } from "./minor-band.ts";
import type { WorkingPaper } from "./minor-paper.ts";

/**
 * What is known of a placement that a partner offers: of the offer and the ages that it takes, and never of a student. Every
 * placement is held to the limits of employment, the unpaid one too: whether the law means it was not found, and this is the
 * careful side.
 */
export interface MinorsPlacementFacts extends Partial<Record<LatePaper, boolean | undefined>> {
  youngestAge?: number | undefined;
  oldestAge?: number | undefined;
  /** Whether school is in session while the placement lasts. One that lasts over both is judged twice. */
  isSchoolInSession?: boolean | undefined;
  firstDay?: IsoDate | undefined;
  lastDay?: IsoDate | undefined;
  schoolProgram?: SchoolProgram | undefined;
  hoursOnSchoolDay?: number | undefined;
  hoursBeforeSchoolDay?: number | undefined;
  hoursOnOtherDay?: number | undefined;
  hoursPerWeek?: number | undefined;
  daysPerWeek?: number | undefined;
  earliestStart?: string | undefined;
  latestEndBeforeSchoolDay?: string | undefined;
  latestEndBeforeOtherDay?: string | undefined;
  /** The working papers that the partner asks for. */
  papers?: readonly string[] | undefined;
  attendsSchool?: boolean | undefined;
  /** Work of the barred kinds that is part of the placement; empty where none is. */
  tasks?: readonly string[] | undefined;
}

const start = () =>
  z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 09:00")
    .optional();
/** Midnight is where the day ends, so that it sorts behind the evening. */
const end = () =>
  z
    .string()
    .regex(/^(?!00:00)(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, "must be a time such as 19:00; midnight is 24:00")
    .optional();
const hours = (most: number) => z.number().min(0).max(most).optional();

/** Whether the first of two facts is not after the second, as far as both are known. */
const isInOrder =
  <Key extends string>(first: Key, second: Key) =>
  (facts: Readonly<Partial<Record<Key, number | string | undefined>>>): boolean => {
    const [one, other] = [facts[first], facts[second]];
    return one === undefined || other === undefined || one <= other;
  };

/** The form of these facts, with an agency's own papers and kinds of work. */
export const minorsPlacementFacts = (papers: DatedTable<WorkingPaper>, work: DatedTable<BarredWork>): z.ZodType<MinorsPlacementFacts> =>
  z
    .strictObject({
      youngestAge: z.int().min(10).max(25).optional().meta({ title: "Age of the youngest students it takes" }),
      oldestAge: z.int().min(10).max(25).optional().meta({ title: "Age of the oldest students it takes" }),
      isSchoolInSession: z.boolean().optional().meta({ title: "School is in session" }),
      firstDay: IsoDate.optional().meta({ title: "First day" }),
      lastDay: IsoDate.optional().meta({ title: "Last day" }),
      schoolProgram: z.enum(["none", "approved_work_study", "cooperative"]).optional().meta({ title: "Work program of the school" }),
      hoursOnSchoolDay: hours(24).meta({ title: "Longest time on a school day, in hours" }),
      hoursBeforeSchoolDay: hours(24).meta({ title: "Longest time on a Monday to Thursday before a school day, in hours" }),
      hoursOnOtherDay: hours(24).meta({ title: "Longest time on any other day, in hours" }),
      hoursPerWeek: hours(168).meta({ title: "Hours a week" }),
      daysPerWeek: z.int().min(0).max(7).optional().meta({ title: "Days a week" }),
      earliestStart: start().meta({ title: "Earliest start" }),
      latestEndBeforeSchoolDay: end().meta({ title: "Latest end on a day before a school day" }),
      latestEndBeforeOtherDay: end().meta({ title: "Latest end on any other day" }),
      keepsParentConsents: z.boolean().optional().meta({ title: "The employer keeps parents' written consents" }),
      keepsStandingCertificates: z.boolean().optional().meta({ title: "The employer keeps the school's certificates of academic standing" }),
      papers: z
        .array(z.enum(papers.ids()).meta(rowsIn("working_papers")))
        .max(10)
        .optional()
        .meta({ title: "Working papers that the employer asks for" }),
      attendsSchool: z.boolean().optional().meta({ title: "Students attend school" }),
      tasks: z
        .array(z.enum(work.ids()).meta(rowsIn("barred_work")))
        .max(50)
        .optional()
        .meta({ title: "Barred kinds of work in it" }),
    })
    .refine(isInOrder("youngestAge", "oldestAge"), { path: ["oldestAge"], error: "must not be below the youngest" })
    .refine(isInOrder("firstDay", "lastDay"), { path: ["lastDay"], error: "must not be before the first day" }) as unknown as z.ZodType<MinorsPlacementFacts>;
