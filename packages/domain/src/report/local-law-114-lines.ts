import type { DatedTable, ReferenceRow } from "../reference/dated-table.ts";
import type { Source } from "../reference/source.ts";
import { type SharedKey, sourcedTable } from "../reference/sourced.ts";
import type { IsoDate } from "../shared/date.ts";

/** The law, as every row about it cites it. */
export const localLaw114 = {
  authority: "local_law",
  citation: "New York City Local Law 114 of 2024, Administrative Code § 21-971, read as Proposed Int. No. 733-A",
  url: "https://github.com/jehiah/nyc_legislation/blob/01f62631ed0e2bc4676b52e2164d37d2ae0ed97b/introduction/2024/0733.json",
  retrievedOn: "2026-11-26",
  confidence: "secondary",
} as const satisfies Source;

/**
 * From when its rows hold. A choice: the law is one of 2024 and took effect at once, and the day on which it became law was not
 * read. Its first report was due on 2025-04-30.
 */
export const localLaw114From: IsoDate = "2025-01-01";

/** How much of a line an office of industry partnerships can give: all of it, a part, or none, since others hold the data. */
export type LineFeed = "all" | "part" | "none";

/** One thing that the law asks to report. */
export interface ReportLine extends ReferenceRow {
  /** The paragraph of subdivision b. */
  paragraph: string;
  /** What there is one number, or one set of facts, for. */
  per: "program" | "school" | "school_or_program" | "agency" | "cohort";
  /** What is counted: only counts of students have small numbers hidden by this law. */
  counts: "programs" | "students" | "staff" | "instructors";
  /** Told apart by race or ethnicity, gender, special education, English language learners, lunch, housing, foster care and district. */
  isDisaggregated: boolean;
  feed: LineFeed;
  /** The facts of the line that this package gives. */
  feeds: readonly string[];
}

type Shared = SharedKey | "isDisaggregated" | "feeds";

/** What Local Law 114 asks to report by 30 April for the academic year before, and which of it partnerships data can give. */
export const localLaw114Lines: DatedTable<ReportLine> = sourcedTable<ReportLine, Shared>(
  { ...localLaw114, from: localLaw114From, aliases: [], isDisaggregated: true, feeds: [] },
  [
    {
      id: "programs",
      label: "CTE programs of high school level, each with its facts",
      paragraph: "b.1",
      per: "program",
      counts: "programs",
      isDisaggregated: false,
      feed: "part",
      feeds: ["title", "field", "school", "isDesignatedHighSchool", "isStateApproved", "grades", "industryPartners"],
    },
    { id: "enrollment", label: "Students enrolled in a CTE program, of those eligible", paragraph: "b.2", per: "school", counts: "students", feed: "none" },
    {
      id: "internships",
      label: "Students in a CTE program who engaged in a related internship, unpaid and paid",
      paragraph: "b.3",
      per: "agency",
      counts: "students",
      feed: "part",
      feeds: ["unpaid", "paid"],
    },
    {
      id: "first-choice",
      label: "Applicants who listed a CTE-designated high school first",
      paragraph: "b.4",
      per: "agency",
      counts: "students",
      feed: "none",
    },
    {
      id: "second-choice",
      label: "Applicants who listed a CTE-designated high school second",
      paragraph: "b.5",
      per: "agency",
      counts: "students",
      feed: "none",
    },
    {
      id: "applicants-enrolled",
      label: "Applicants who enrolled in a CTE-designated high school",
      paragraph: "b.6",
      per: "agency",
      counts: "students",
      feed: "none",
    },
    {
      id: "cohort-outcomes",
      label: "Students who entered ninth grade four and six years before: enrollment, completion, assessments, diploma, credentials",
      paragraph: "b.7",
      per: "cohort",
      counts: "students",
      feed: "none",
    },
    {
      id: "cohort-afterwards",
      label: "Students who entered ninth grade six years before: college or a vocational program within a year of graduation",
      paragraph: "b.8",
      per: "cohort",
      counts: "students",
      feed: "none",
    },
    {
      id: "instructors",
      label: "Certified instructors, full time and part time, and their ratio to students",
      paragraph: "b.9",
      per: "school",
      counts: "instructors",
      isDisaggregated: false,
      feed: "none",
    },
    {
      id: "staff-training",
      label: "Staff who received professional development or training administered by the department and relating to CTE",
      paragraph: "b.10",
      per: "school_or_program",
      counts: "staff",
      isDisaggregated: false,
      feed: "all",
      feeds: ["staff"],
    },
  ],
);

/**
 * The day by which a school year is reported: 30 April of the year after the one in which it ends. The year is the one in which
 * the school year begins.
 *
 * @example
 * localLaw114DueOn(2023) // "2025-04-30"
 */
export const localLaw114DueOn = (schoolYear: number): IsoDate => `${String(schoolYear + 2).padStart(4, "0")}-04-30` as IsoDate;
