import type { ActivityType } from "../activity/activity-type.ts";
import type { Host } from "../event/event.ts";
import type { BoroughId, CommissionId, SchoolId } from "../shared/id.ts";
import type { Zone } from "../shared/instant.ts";

/** A part of the city, by which events are found. */
export interface Borough {
  id: BoroughId;
  title: string;
}
/** A sector-based body of teachers, administrators, postsecondary and industry members, that hosts events of its own. */
export interface Commission {
  id: CommissionId;
  title: string;
}
/** A school with CTE programs, that hosts events of its own. */
export interface School {
  id: SchoolId;
  title: string;
  boroughId: BoroughId;
}

/** All that differs from one agency to the next, as data. Schools are a deployment's own. */
export interface Agency {
  id: string;
  title: string;
  /** The office that hosts events in its own name. */
  office: { title: string };
  zone: Zone;
  boroughs: readonly Borough[];
  commissions: readonly Commission[];
  schools: readonly School[];
  activityTypes: readonly ActivityType[];
}

/**
 * Checks that an agency's data hold together: ids are unique, and schools stand in boroughs that exist. Throws where not.
 *
 * @example
 * defineAgency(agency).zone // "America/New_York"
 */
export function defineAgency(agency: Agency): Agency {
  for (const rows of [agency.boroughs, agency.commissions, agency.schools, agency.activityTypes]) {
    const ids = rows.map((row) => row.id as string);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice) throw new Error(`agency ${agency.id}: ${twice} is there twice`);
  }
  for (const school of agency.schools) {
    if (!agency.boroughs.some((borough) => borough.id === school.boroughId)) throw new Error(`agency ${agency.id}: ${school.id} is in no known borough`);
  }
  return agency;
}

/**
 * The host's name as people know it. Absent where the agency knows no such commission or school.
 *
 * @example
 * hostTitle(agency, { kind: "office" }) // "Office of Industry Partnerships"
 */
export function hostTitle(agency: Agency, host: Host): string | undefined {
  if (host.kind === "office") return agency.office.title;
  if (host.kind === "commission") return agency.commissions.find((row) => row.id === host.commissionId)?.title;
  return agency.schools.find((row) => row.id === host.schoolId)?.title;
}
