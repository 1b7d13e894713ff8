import { citationOf } from "../reference/citation-of.ts";
import type { DatedTable } from "../reference/dated-table.ts";
import type { Judgement, Reason, Verdict } from "../rule/finding.ts";
import { all, any, atLeast, noneOf } from "../rule/judge.ts";
import { rule, type Subject, subject } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import { type ClearanceBasis, clearanceBases } from "./clearance-basis.ts";
import { type ClearanceFacts, type ClearanceRecord, clearanceFacts } from "./clearance-facts.ts";

/** Where an adult stands: whether clearance is needed, and if so how far it is. What is not known is never taken for not needed. */
export type ClearanceState = "not_required" | "required" | "pending" | "eligible" | "ineligible" | "unknown";

/** What holds for one basis. */
export interface BasisState {
  basisId: string;
  clearance: ClearanceState;
  because: readonly Reason[];
  /** Facts that would tell more. */
  missing: readonly string[];
}

/** What holds for an adult, over all bases, and for each. */
export interface Clearance {
  clearance: ClearanceState;
  bases: readonly BasisState[];
}

/** What an agency may set: the bases that hold for its schools. */
export interface ClearancePolicy {
  bases: DatedTable<ClearanceBasis>;
}

/** New York State's and New York City's. */
export const defaultClearancePolicy: ClearancePolicy = { bases: clearanceBases };

// The gravest first: what must be acted on stands before what is merely open.
const gravest = ["ineligible", "required", "pending", "unknown", "eligible", "not_required"] as const satisfies readonly ClearanceState[];

const withoutRecord: Record<Verdict, ClearanceState> = { met: "not_required", unmet: "required", unknown: "unknown" };

/**
 * Where an adult stands on a day, by agency, contact, days, supervision and place, with the basis of it. Status, basis and date
 * are all that it reads of a file, and a record of a later day is not known yet.
 *
 * @example
 * clearanceOf({ hasDirectContact: false }, [], "2026-11-24").clearance // "not_required"
 * clearanceOf({ hasDirectContact: true, place: "school", role: "staff_of_provider", daysPerSchoolYear: 6 }, [], "2026-11-24").clearance // "required"
 * clearanceOf({}, [], "2026-11-24").clearance // "unknown"
 */
export function clearanceOf(
  facts: Omit<ClearanceFacts, "records">,
  records: readonly ClearanceRecord[],
  on: IsoDate,
  { bases }: ClearancePolicy = defaultClearancePolicy,
): Clearance {
  const known = records.filter((record) => record.on <= on);
  const states = bases.on(on).map((basis): BasisState => {
    const { verdict, because, missing } = basis.exempts(facts);
    const latest = known
      .filter(({ basisId }) => basisId === basis.id)
      .reduce<ClearanceRecord | undefined>((one, other) => (one && one.on > other.on ? one : other), undefined);
    // Whoever was found ineligible stays so, also where nobody would have asked.
    const clearance = verdict === "met" && latest?.status !== "ineligible" ? "not_required" : (latest?.status ?? withoutRecord[verdict]);
    return { basisId: basis.id, clearance, because, missing };
  });
  return { clearance: gravest.find((one) => states.some(({ clearance }) => clearance === one)) ?? "unknown", bases: states };
}

/**
 * The rules on whether an adult may come to students: under each basis, none is needed or one is on file, and none says no.
 *
 * @example
 * clearance().rules.find("clearance.ny-8-nycrr-87", "2026-11-24")?.check({ role: "volunteer", records: [] }, "2026-11-24").verdict // "met"
 */
// @__NO_SIDE_EFFECTS__
export function clearance({ bases }: ClearancePolicy = defaultClearancePolicy): Subject<ClearanceFacts> {
  const versions = bases.ids().flatMap((id) => bases.history(id));
  return subject({
    id: "clearance",
    title: "Is this adult cleared for it?",
    facts: clearanceFacts(bases.ids()),
    rules: versions.map((basis) => {
      const { id, label, exempts } = basis;
      return rule<ClearanceFacts>({
        id: `clearance.${id}`,
        title: label,
        force: "required",
        ...citationOf(basis),
        judge: (facts, on) => all(notIneligible(facts, id, on), any(exempts(facts), eligibleOnFile(facts, id, on))),
      });
    }),
  });
}

type OnFile = NonNullable<ClearanceFacts["records"]>[number];

/** Whether a record says this of this basis by that day: no, as soon as one of the three is known to be otherwise. */
const saying =
  (wanted: OnFile["status"], id: string, day: IsoDate) =>
  ({ basisId, status, on }: OnFile): boolean | undefined => {
    if ((basisId !== undefined && basisId !== id) || (status !== undefined && status !== wanted) || (on !== undefined && on > day)) return false;
    return basisId === undefined || status === undefined || on === undefined ? undefined : true;
  };

/** What a record leaves open. */
const asks = (record: OnFile) => (["basisId", "status", "on"] as const).filter((key) => record[key] === undefined);

const eligibleOnFile = ({ records }: ClearanceFacts, id: string, on: IsoDate): Judgement =>
  atLeast(1, records, { path: "records", asks, isSo: saying("eligible", id, on), code: "clearance_eligible_on_file" });

const notIneligible = ({ records }: ClearanceFacts, id: string, on: IsoDate): Judgement =>
  noneOf(records, { path: "records", asks, isSo: saying("ineligible", id, on), code: "clearance_not_ineligible" });
