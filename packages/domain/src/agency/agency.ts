import type { ActivityType } from "../activity/activity-type.ts";
import type { Host } from "../event/event.ts";
import type { BoroughId, CommissionId, SchoolId } from "../shared/id.ts";
import type { Zone } from "../shared/instant.ts";

export interface Borough {
  id: BoroughId;
  title: string;
}
export interface Commission {
  id: CommissionId;
  title: string;
}
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

/** Checks that an agency's data hold together: ids are unique, and schools stand in boroughs that exist. Throws where not. */
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

/** The host's name as people know it. Absent where the agency knows no such commission or school. */
export function hostTitle(agency: Agency, host: Host): string | undefined {
  if (host.kind === "office") return agency.office.title;
  if (host.kind === "commission") return agency.commissions.find((row) => row.id === host.commissionId)?.title;
  return agency.schools.find((row) => row.id === host.schoolId)?.title;
}
