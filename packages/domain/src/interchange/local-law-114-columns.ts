import type { PublishedTable } from "../report/count-table.ts";
import type { LocalLaw114Report, ProgramLine, StaffLine } from "../report/local-law-114-report.ts";
import type { PublishedCount, PublishRefusal } from "../report/publish-counts.ts";
import { accept, type Result } from "../shared/result.ts";
import { column } from "./csv.ts";

/** Paragraph b.1 of Local Law 114 as a table, a row a program. What nobody has written down is an empty cell. */
export const localLaw114ProgramColumns = [
  column("program_id", "text", ({ programId }: ProgramLine) => programId),
  column("title", "text", ({ title }: ProgramLine) => title),
  column("field", "text", ({ field }: ProgramLine) => field),
  column("school_id", "text", ({ schoolId }: ProgramLine) => schoolId),
  column("school", "text", ({ school }: ProgramLine) => school),
  column("is_designated_high_school", "yes_no", ({ isDesignatedHighSchool }: ProgramLine) => isDesignatedHighSchool),
  column("is_state_approved", "yes_no", ({ isStateApproved }: ProgramLine) => isStateApproved),
  column("grades", "list", ({ grades }: ProgramLine) => grades?.map(String)),
  column("industry_partners", "number", ({ industryPartners }: ProgramLine) => industryPartners.sure),
  column("partners_of_unknown_kind", "number", ({ industryPartners }: ProgramLine) => industryPartners.open),
] as const;

/** Paragraph b.10 as a table, a row a school: adults, so no count is hidden. */
export const localLaw114StaffColumns = [
  column("school_id", "text", ({ schoolId }: StaffLine) => schoolId),
  column("school", "text", ({ school }: StaffLine) => school),
  column("trained_staff", "number", ({ staff }: StaffLine) => staff.sure),
  column("staff_of_unknown_training", "number", ({ staff }: StaffLine) => staff.open),
] as const;

/** Students of a program in internships, as it is published: hidden where the number is small, or would give a small one away. */
export interface InternshipLine {
  programId: string;
  isPaid: boolean;
  students: PublishedCount;
}

/**
 * The lines of paragraph b.3, or why one of its tables cannot be published safely.
 *
 * @example
 * localLaw114InternshipLines({ internships: { paid: accept({ rows: ["prg_x"], breakdowns: [{ title: "paid", columns: ["students"], counts: [["*"]] }] }), unpaid: accept({ rows: [], breakdowns: [] }) } }).value // [{ programId: "prg_x", isPaid: true, students: "*" }]
 */
export function localLaw114InternshipLines({
  internships: { paid, unpaid },
}: Pick<LocalLaw114Report, "internships">): Result<InternshipLine[], PublishRefusal> {
  if (!paid.ok) return paid;
  if (!unpaid.ok) return unpaid;
  return accept([...linesOf(unpaid.value, false), ...linesOf(paid.value, true)]);
}

const linesOf = ({ rows, breakdowns }: PublishedTable, isPaid: boolean): InternshipLine[] =>
  rows.flatMap((programId, row) => {
    const students = breakdowns[0]?.counts[row]?.[0];
    return students === undefined ? [] : { programId, isPaid, students };
  });

/** Paragraph b.3 as a table, a row a program and kind of internship. A hidden number is the mark that stands for one, `*`. */
export const localLaw114InternshipColumns = [
  column("program_id", "text", ({ programId }: InternshipLine) => programId),
  column("is_paid", "yes_no", ({ isPaid }: InternshipLine) => isPaid),
  column("students", "text", ({ students }: InternshipLine) => String(students)),
] as const;
