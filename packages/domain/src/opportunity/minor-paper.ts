import type { DatedTable, ReferenceRow } from "../reference/dated-table.ts";
import { longStanding } from "../reference/long-standing.ts";
import type { Source } from "../reference/source.ts";
import { sourcedTable } from "../reference/sourced.ts";
import type { DateSpan } from "../shared/date.ts";

/** A paper that a minor of these ages shows before the first day of work. */
export interface WorkingPaper extends ReferenceRow {
  minimumAge: number;
  maximumAge: number;
  /** For those who attend school, for those who do not, or for both. */
  attendsSchool?: boolean;
  color: string;
}

/** The page on working papers. It names no first day; this one is ours, early enough for any offer that is kept here. */
export const workingPapersSource = {
  authority: "state_guidance",
  citation: "Working Papers, New York State Department of Labor",
  url: "https://www.labor.ny.gov/workerprotection/laborstandards/workprot/wphmpg.shtm",
  retrievedOn: "2026-11-01",
  confidence: "verified",
  from: longStanding,
} as const satisfies Source & DateSpan;

/** New York's employment certificates. Forms and colors may have changed with newer systems; the ages have not. */
export const workingPapers: DatedTable<WorkingPaper> = sourcedTable<WorkingPaper>({ ...workingPapersSource, aliases: [] }, [
  { id: "AT-18", label: "Student Non-Factory Employment Certificate", aliases: ["blue paper"], minimumAge: 14, maximumAge: 15, color: "blue" },
  {
    id: "AT-19",
    label: "Student General Employment Certificate",
    aliases: ["green paper"],
    minimumAge: 16,
    maximumAge: 17,
    attendsSchool: true,
    color: "green",
  },
  {
    id: "AT-20",
    label: "Full-Time Employment Certificate",
    aliases: ["salmon paper"],
    minimumAge: 16,
    maximumAge: 17,
    attendsSchool: false,
    color: "salmon",
  },
]);
