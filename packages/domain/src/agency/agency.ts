import type { ActivityType } from "../activity/activity-type.ts";
import type { Host } from "../event/event.ts";
import type { Dated, DatedTable, ReferenceRow } from "../reference/dated-table.ts";
import type { SchoolCalendar } from "../reference/school-year.ts";
import type { IsoDate } from "../shared/date.ts";
import type { BoroughId, CommissionId, SchoolId } from "../shared/id.ts";
import type { Zone } from "../shared/instant.ts";
import type { Policies } from "./policies.ts";
import type { RuleChanges, SubjectMap } from "./rule-changes.ts";

/** A part of the city or the county, by which events are found. */
export type BoroughRow = ReferenceRow<BoroughId>;

/** A sector-based body of teachers, administrators, postsecondary and industry members, that hosts events of its own. */
export type CommissionRow = ReferenceRow<CommissionId>;

/** A school with CTE programs, that hosts events of its own. Who says so is the deployment whose list it is. */
export interface SchoolRow extends Dated {
  id: SchoolId;
  label: string;
  aliases: readonly string[];
  boroughId: BoroughId;
}

/** All that differs from one agency to the next, as data with dates. Schools are a deployment's own. */
export interface Agency<Subjects extends SubjectMap = SubjectMap> {
  id: string;
  title: string;
  /** The office that hosts events in its own name. */
  office: { readonly title: string };
  zone: Zone;
  boroughs: DatedTable<BoroughRow>;
  commissions: DatedTable<CommissionRow>;
  schools: DatedTable<SchoolRow>;
  activityTypes: DatedTable<ActivityType>;
  calendar: SchoolCalendar;
  /** What the agency has settled where law and guidance leave it open. What is absent has a default. */
  policies: Policies;
  /** The questions that its rules answer, by id, as they are before its own changes: `subjectsOf` gives them with those. */
  subjects: Subjects;
  rules: RuleChanges;
}

/**
 * The host's name on a day, or the nearest it had before or else after. Absent where the agency never knew such a commission or school.
 *
 * @example
 * hostTitle(agency, { kind: "office" }, "2026-11-24") // "Office of Industry Partnerships"
 */
export function hostTitle(agency: Pick<Agency, "office" | "commissions" | "schools">, host: Host, on: IsoDate): string | undefined {
  if (host.kind === "office") return agency.office.title;
  return host.kind === "commission" ? labelOf(agency.commissions, host.commissionId, on) : labelOf(agency.schools, host.schoolId, on);
}

/**
 * How a row is called on a day, or was called last where it is no more, or first where it is not yet. Absent where there never was one.
 *
 * @example
 * labelOf(agency.boroughs, "bor_brooklyn", "2026-11-24") // "Brooklyn"
 */
export function labelOf<Row extends Dated & { label: string }>(table: DatedTable<Row>, id: Row["id"], on: IsoDate): string | undefined {
  const versions = table.history(id);
  return (table.find(id, on) ?? versions.findLast(({ from }) => from <= on) ?? versions[0])?.label;
}

/**
 * Whether the agency has this host on a day: its office always, a commission or a school where its row is in force.
 *
 * @example
 * hasHost(agency, { kind: "school", schoolId: "sch_nowhere" }, "2026-11-24") // false
 */
export function hasHost(agency: Pick<Agency, "commissions" | "schools">, host: Host, on: IsoDate): boolean {
  if (host.kind === "office") return true;
  return (host.kind === "commission" ? agency.commissions.find(host.commissionId, on) : agency.schools.find(host.schoolId, on)) !== undefined;
}
