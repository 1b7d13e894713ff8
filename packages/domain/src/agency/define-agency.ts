import type { ActivityType } from "../activity/activity-type.ts";
import { type Dated, type DatedTable, datedTable, faultsIn } from "../reference/dated-table.ts";
import type { SchoolCalendar, SchoolYear } from "../reference/school-year.ts";
import { isRealDate, isWithin } from "../shared/date.ts";
import { ActivityTypeId, BoroughId, CommissionId, SchoolId } from "../shared/id.ts";
import type { Agency, BoroughRow, CommissionRow, SchoolRow } from "./agency.ts";
import { faultsInPolicies } from "./policy-faults.ts";
import { faultsInRuleChanges } from "./rule-change-faults.ts";
import type { AgencyData, AgencyOf, Fitting, Written } from "./written-agency.ts";

/**
 * Makes an agency of its data, and checks that they hold together: ids have their shape and no two rows of one hold at once, schools
 * stand in boroughs that exist, school years are in order and apart, policies have tables, bounds and weights that make sense, and every
 * rule that is added or switched off has its subject and a reason. Throws an `Error` that lists all that does not.
 *
 * @example
 * defineAgency(agencyData).zone // "America/New_York"
 */
export function defineAgency<const Data extends AgencyData>(data: Data & Fitting<Data>): AgencyOf<Data> {
  const { policies = {}, subjects = {}, rules = {}, ...rest } = data as AgencyData;
  const agency: Agency = {
    ...rest,
    boroughs: tableOf<BoroughRow>(data.boroughs),
    commissions: tableOf<CommissionRow>(data.commissions),
    schools: tableOf<SchoolRow>(data.schools),
    activityTypes: tableOf<ActivityType>(data.activityTypes),
    calendar: datedTable<SchoolYear>(data.calendar),
    policies,
    subjects,
    rules: { added: rules.added ?? [], switchedOff: rules.switchedOff ?? [] },
  };
  refuse(agency.id, faultsInAgency(agency));
  return agency as AgencyOf<Data>;
}

/**
 * The same agency with subjects and its changes to their rules, in place of any that it had: for one whose data many need, and whose
 * rules few do. Throws an `Error` where they do not fit.
 *
 * @example
 * Object.keys(withRules(agency, { subjects: { empty } }).subjects) // ["empty"]
 */
export function withRules<const Rules extends Pick<AgencyData, "subjects" | "rules">>(agency: Agency, rules: Rules & Fitting<Rules>): AgencyOf<Rules> {
  const { subjects = {}, rules: changes = {} } = rules as Pick<AgencyData, "subjects" | "rules">;
  const full: Agency = { ...agency, subjects, rules: { added: changes.added ?? [], switchedOff: changes.switchedOff ?? [] } };
  refuse(agency.id, faultsInRuleChanges(full));
  return full as AgencyOf<Rules>;
}

/**
 * The same agency with more schools: for a deployment whose list of schools is a file of its own. Throws an `Error` where they do
 * not fit.
 *
 * @example
 * withSchools(agency, []).schools.ids() // ["sch_harbor"]
 */
export function withSchools<A extends Agency>(agency: A, schools: readonly Written<SchoolRow>[]): A {
  const known = agency.schools.ids().flatMap((id) => agency.schools.history(id));
  const more = { ...agency, schools: tableOf<SchoolRow>([...known, ...schools]) };
  refuse(agency.id, faultsInSchools(more));
  return more;
}

function refuse(id: string, faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`agency ${id} does not hold together:\n${faults.map((fault) => `- ${fault}`).join("\n")}`);
}

// Ids written by hand are what they claim to be once their shape is checked, below.
const tableOf = <Row extends Dated>(rows: readonly Written<Row>[]): DatedTable<Row> => datedTable(rows as unknown as readonly Row[]);

const shapes = { boroughs: BoroughId, commissions: CommissionId, schools: SchoolId, activityTypes: ActivityTypeId } as const;

function misshapen(agency: Pick<Agency, keyof typeof shapes>, table: keyof typeof shapes): string[] {
  return agency[table].ids().flatMap((id) => {
    const told = shapes[table].safeParse(id);
    return told.success ? [] : [`${table}: ${id} ${told.error.issues[0]?.message}`];
  });
}

function faultsInSchools(agency: Pick<Agency, keyof typeof shapes>): readonly string[] {
  const stray = agency.schools.ids().flatMap((id) =>
    agency.schools
      .history(id)
      .filter(({ boroughId }) => agency.boroughs.history(boroughId).length === 0)
      .map(({ boroughId }) => `${id} stands in ${boroughId}, which is not among the agency's boroughs`),
  );
  return [...misshapen(agency, "schools"), ...faultsIn(agency.schools), ...stray];
}

function faultsInYear({ id, from, to, firstDay, lastDay, closures }: SchoolYear): readonly string[] {
  const year = { from, ...(to !== undefined && { to }) };
  return [
    ...[firstDay, lastDay, ...closures.flatMap((closure) => [closure.from, closure.to])]
      .filter((day) => !isRealDate(day))
      .map((day) => `${id}: ${day} is not a date`),
    ...(firstDay <= lastDay ? [] : [`${id}: the last day is before the first`]),
    ...[firstDay, lastDay].filter((day) => !isWithin(year, day)).map((day) => `${id}: ${day} is not in that year`),
    ...closures.filter((closure) => closure.to < closure.from).map(({ label }) => `${id}: ${label} ends before it begins`),
    ...closures.filter((closure) => !isWithin(year, closure.from) || !isWithin(year, closure.to)).map(({ label }) => `${id}: ${label} is not in that year`),
  ];
}

/** A day is in one school year at most. */
function faultsBetweenYears(calendar: SchoolCalendar): readonly string[] {
  const years = calendar.ids().flatMap((id) => calendar.history(id));
  return years.flatMap((year, index) =>
    years
      .slice(index + 1)
      .filter((other) => other.id !== year.id && (isWithin(year, other.from) || isWithin(other, year.from)))
      .map((other) => `the school years ${year.id} and ${other.id} overlap`),
  );
}

function faultsInAgency(agency: Agency): readonly string[] {
  const { boroughs, commissions, activityTypes, calendar } = agency;
  return [
    ...(["boroughs", "commissions", "activityTypes"] as const).flatMap((table) => misshapen(agency, table)),
    ...faultsIn(boroughs),
    ...faultsIn(commissions),
    ...faultsIn(activityTypes),
    ...faultsInSchools(agency),
    ...faultsIn(calendar),
    ...calendar.ids().flatMap((id) => calendar.history(id).flatMap(faultsInYear)),
    ...faultsBetweenYears(calendar),
    ...faultsInPolicies(agency.policies),
    ...faultsInRuleChanges(agency),
  ];
}
