import { countsAs, type PartnerTables, partnerTables } from "../partner/partner-present.ts";
import { type Answer, isAll } from "../rule/answer.ts";
import { type IsoDate, isWithin } from "../shared/date.ts";
import type { PartnerId, ProgramId, SchoolId } from "../shared/id.ts";
import type { Result } from "../shared/result.ts";
import { type PublishedTable, publishTable } from "./count-table.ts";
import { localLaw114DueOn, localLaw114Lines, type ReportLine } from "./local-law-114-lines.ts";
import type { PublishRefusal } from "./publish-counts.ts";
import type { ReportSnapshot } from "./report-snapshot.ts";

/** A count of which a part may hang on facts that nobody has written down: between `sure` and `sure + open`. */
export interface OpenCount {
  sure: number;
  /** So many may count besides, once it is known. */
  open: number;
}

/** Paragraph b.1, as far as partnerships data go. What is not known is absent, and named in the report's `missing`. */
export interface ProgramLine {
  programId: ProgramId;
  title: string;
  field?: string;
  schoolId: SchoolId;
  school?: string;
  isDesignatedHighSchool?: boolean;
  isStateApproved?: boolean;
  grades?: readonly number[];
  industryPartners: OpenCount;
}

/** Paragraph b.10: the staff of a school, each once, however many trainings they went to. */
export interface StaffLine {
  schoolId: SchoolId;
  school: string;
  staff: OpenCount;
}

/** What an office gives for the report of one school year, with the lines of the law that it answers. */
export interface LocalLaw114Report {
  schoolYear: number;
  dueOn: IsoDate;
  /** The lines in force on the day that it is due. */
  lines: readonly ReportLine[];
  programs: readonly ProgramLine[];
  staffTraining: readonly StaffLine[];
  /**
   * Paragraph b.3: a student may be in both, so these are never added up. Small counts are hidden, by this law for students alone.
   * The total is there where every program's number is: of some of them it would be no total.
   */
  internships: { unpaid: Result<PublishedTable, PublishRefusal>; paid: Result<PublishedTable, PublishRefusal> };
  /**
   * Paths of what the lines ask for and the snapshot does not have: `programs.prg_….grades`. A program with internships, or a school
   * with trained staff, that is not in its list is named whole, `programs.prg_…`, and counted nowhere.
   */
  missing: readonly string[];
}

const tally = (answers: readonly Answer[]): OpenCount => ({
  sure: answers.filter((answer) => answer === true).length,
  open: answers.filter((answer) => answer === undefined).length,
});

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function programLines(snapshot: ReportSnapshot, tables: PartnerTables, on: IsoDate): readonly ProgramLine[] {
  const schools = new Map(snapshot.schools.map((school) => [school.id, school]));
  const counts = new Map<PartnerId, Answer>(snapshot.partners.map((partner) => [partner.id, countsAs("countsAsIndustry", partner, tables, on)]));
  return snapshot.programs.map(({ id, title, field, schoolId, isStateApproved, grades, partnerIds }) => {
    const school = schools.get(schoolId);
    return {
      programId: id,
      title,
      ...(field === undefined ? {} : { field }),
      schoolId,
      ...(school ? { school: school.title } : {}),
      ...(school?.isDesignatedHighSchool === undefined ? {} : { isDesignatedHighSchool: school.isDesignatedHighSchool }),
      ...(isStateApproved === undefined ? {} : { isStateApproved }),
      ...(grades === undefined ? {} : { grades }),
      industryPartners: tally([...new Set(partnerIds)].map((partner) => counts.get(partner))),
    };
  });
}

function staffLines({ schools, attendances, from, to }: ReportSnapshot): readonly StaffLine[] {
  const inYear = attendances.filter(({ on }) => isWithin({ from, to }, on));
  const bySchool = groupBy(inYear, ({ schoolId }) => schoolId);
  return schools.map(({ id, title }) => {
    const byPerson = groupBy(bySchool.get(id) ?? [], ({ staffRef }) => staffRef);
    const answers = [...byPerson.values()].map((went): Answer => {
      const each = went.map(({ relatesToCte, isAdministeredByDepartment }) => isAll(relatesToCte, isAdministeredByDepartment));
      return each.includes(true) ? true : each.includes(undefined) ? undefined : false;
    });
    return { schoolId: id, school: title, staff: tally(answers) };
  });
}

function internshipTable({ programs, internships }: ReportSnapshot, isPaid: boolean): Result<PublishedTable, PublishRefusal> {
  const byProgram = groupBy(
    internships.filter((one) => one.isPaid === isPaid),
    ({ programId }) => programId,
  );
  // A program of which nobody wrote anything down is not one with zero students: it is left out, and named as missing.
  const told = programs.filter(({ id }) => byProgram.has(id));
  const isWhole = told.length === programs.length;
  const counts = told.map(({ id }) => [(byProgram.get(id) ?? []).reduce((so, { students }) => so + students, 0)]);
  return publishTable({
    rows: told.map(({ id }) => id),
    breakdowns: [{ title: isPaid ? "paid" : "unpaid", columns: ["students"], counts, hasColumnTotals: isWhole }],
    hasRowTotals: false,
  });
}

/** Ids that something was written down for and that stand in no list, each once. */
function strangers<Item, Id>(items: readonly Item[], listed: readonly { id: Id }[], idOf: (item: Item) => Id): readonly Id[] {
  const known = new Set(listed.map(({ id }) => id));
  return [...new Set(items.map(idOf))].filter((id) => !known.has(id));
}

const programFacts = ["field", "school", "isDesignatedHighSchool", "isStateApproved", "grades"] as const satisfies readonly (keyof ProgramLine)[];

/**
 * What a partnerships office gives for the report under Local Law 114, from a snapshot of one school year: the programs with their
 * industry partners, each school's staff trained by the department, and the internships with small counts hidden.
 *
 * @example
 * localLaw114Report({ schoolYear: 2025, from: "2025-09-04", to: "2026-06-26", schools: [], programs: [], partners: [], attendances: [], internships: [] }).dueOn // "2027-04-30"
 */
export function localLaw114Report(snapshot: ReportSnapshot, tables: PartnerTables = partnerTables): LocalLaw114Report {
  const dueOn = localLaw114DueOn(snapshot.schoolYear);
  const programs = programLines(snapshot, tables, snapshot.to);
  const told = new Set(snapshot.internships.map(({ programId, isPaid }) => `${programId} ${isPaid}`));
  return {
    schoolYear: snapshot.schoolYear,
    dueOn,
    lines: localLaw114Lines.on(dueOn),
    programs,
    staffTraining: staffLines(snapshot),
    internships: { unpaid: internshipTable(snapshot, false), paid: internshipTable(snapshot, true) },
    missing: [
      ...strangers(snapshot.internships, snapshot.programs, ({ programId }) => programId).map((id) => `programs.${id}`),
      ...strangers(snapshot.attendances, snapshot.schools, ({ schoolId }) => schoolId).map((id) => `schools.${id}`),
      ...programs.flatMap((program) => programFacts.filter((fact) => program[fact] === undefined).map((fact) => `programs.${program.programId}.${fact}`)),
      ...programs.filter(({ industryPartners }) => industryPartners.open > 0).map(({ programId }) => `programs.${programId}.industryPartners`),
      ...programs.flatMap(({ programId }) =>
        [false, true].filter((isPaid) => !told.has(`${programId} ${isPaid}`)).map((isPaid) => `internships.${programId}.${isPaid ? "paid" : "unpaid"}`),
      ),
    ],
  };
}
