import type { MatchingPolicy } from "../opportunity/matching-policy.ts";
import type { MinorsPlacementPolicy } from "../opportunity/minors-placement.ts";
import { type Dated, type DatedTable, faultsIn } from "../reference/dated-table.ts";
import type { ApprovalPolicy } from "../school/approval-policy.ts";
import type { AttentionPolicy } from "../sign-up/attention.ts";
import type { WritingPolicy } from "../sign-up/writing-policy.ts";
import type { Policies } from "./policies.ts";

const isTable = (value: unknown): value is DatedTable<Dated> => typeof value === "object" && value !== null && "ids" in value && "history" in value;
const versionsOf = <Row extends Dated>(table: DatedTable<Row>): readonly Row[] => table.ids().flatMap((id) => table.history(id));
const isAtLeast = (min: number, value: number): boolean => Number.isFinite(value) && value >= min;

/** A fault where a number is not what it counts. */
const whole = (min: number, at: string, value: number): readonly string[] =>
  Number.isInteger(value) && value >= min ? [] : [`${at} must be a whole number of at least ${min}, and not ${value}`];
const inOrder = (at: string, low: number, high: number): readonly string[] => (low <= high ? [] : [`${at} goes from ${low} to ${high}, which is backwards`]);

function faultsInMatching({ weights, gradeBands, reach, daysAtMost, waitingDaysAtMost }: MatchingPolicy): readonly string[] {
  return [
    ...Object.entries(weights).flatMap(([criterion, weight]) => whole(0, `matching.weights.${criterion}`, weight)),
    ...Object.entries(gradeBands).flatMap(([id, { lowest, highest }]) => [
      ...whole(0, `matching.gradeBands.${id}.lowest`, lowest),
      ...whole(0, `matching.gradeBands.${id}.highest`, highest),
      ...inOrder(`matching.gradeBands.${id}`, lowest, highest),
    ]),
    ...(Object.keys(gradeBands).length > 0 ? [] : ["matching.gradeBands must name at least one band"]),
    ...(reach.by === "borough" || isAtLeast(0, reach.kilometresAtMost)
      ? []
      : [`matching.reach.kilometresAtMost must be a distance, and not ${reach.kilometresAtMost}`]),
    ...whole(1, "matching.daysAtMost", daysAtMost),
    ...whole(1, "matching.waitingDaysAtMost", waitingDaysAtMost),
  ];
}

function faultsInMinors({ minimumAge, bands }: MinorsPlacementPolicy): readonly string[] {
  const rows = versionsOf(bands);
  return [
    ...whole(0, "minorsPlacement.minimumAge", minimumAge),
    ...rows.flatMap((row) => inOrder(`minorsPlacement.bands ${row.id}`, row.minimumAge, row.maximumAge)),
    ...rows.flatMap((row, index) =>
      rows
        .slice(index + 1)
        .filter((other) => row.minimumAge <= other.maximumAge && other.minimumAge <= row.maximumAge)
        .filter((other) => (row.to === undefined || other.from <= row.to) && (other.to === undefined || row.from <= other.to))
        .map((other) => `minorsPlacement.bands ${row.id} and ${other.id} hold for the same ages`),
    ),
  ];
}

function faultsInApproval({ stages, qualityAreas, evidence, stageDaysBefore }: ApprovalPolicy): readonly string[] {
  const unknownIn = (table: DatedTable<Dated>, id: string) => table.history(id).length === 0;
  return [
    ...versionsOf(evidence).flatMap(({ id, stageId, qualityAreaId }) => [
      ...(unknownIn(stages, stageId) ? [`programApproval.evidence ${id} is due at ${stageId}, which is no stage`] : []),
      ...(unknownIn(qualityAreas, qualityAreaId) ? [`programApproval.evidence ${id} is of ${qualityAreaId}, which is no quality area`] : []),
    ]),
    ...Object.entries(stageDaysBefore).flatMap(([id, days]) => [
      ...(unknownIn(stages, id) ? [`programApproval.stageDaysBefore names ${id}, which is no stage`] : []),
      ...whole(0, `programApproval.stageDaysBefore.${id}`, days),
    ]),
  ];
}

function faultsInAttention({ shortUnderShare, comesFreeShare, ...days }: AttentionPolicy): readonly string[] {
  const share = (at: string, value: number) => (value >= 0 && value <= 1 ? [] : [`attention.${at} must be a share of 0 to 1, and not ${value}`]);
  return [
    ...share("shortUnderShare", shortUnderShare),
    ...share("comesFreeShare", comesFreeShare),
    ...Object.entries(days).flatMap(([name, value]) => whole(0, `attention.${name}`, value)),
  ];
}

function faultsInWriting({ keptForDays, ...most }: WritingPolicy): readonly string[] {
  return [...whole(0, "writing.keptForDays", keptForDays), ...Object.entries(most).flatMap(([name, value]) => whole(1, `writing.${name}`, value))];
}

/** What is wrong with what an agency has settled itself: tables that do not hold together, numbers that count nothing, bounds that are backwards. */
export function faultsInPolicies(policies: Policies): readonly string[] {
  const { attention, commissionProxy, matching, minorsPlacement, programApproval, teacherTraining, workBasedLearningHours, writing } = policies;
  const tables = Object.entries(policies).flatMap(([name, policy]: [string, object]) =>
    isTable(policy)
      ? [[name, policy] as const]
      : Object.entries(policy).flatMap(([key, value]: [string, unknown]) => (isTable(value) ? [[`${name}.${key}`, value] as const] : [])),
  );
  return [
    ...tables.flatMap(([at, table]) => faultsIn(table).map((fault) => `${at}: ${fault}`)),
    ...(attention ? faultsInAttention(attention) : []),
    ...(commissionProxy ? whole(0, "commissionProxy.engagedMeetings", commissionProxy.engagedMeetings) : []),
    ...(matching ? faultsInMatching(matching) : []),
    ...(minorsPlacement ? faultsInMinors(minorsPlacement) : []),
    ...(programApproval ? faultsInApproval(programApproval) : []),
    ...Object.entries(teacherTraining?.bounds ?? {}).flatMap(([kind, { minDays, maxDays }]) => [
      ...(isAtLeast(0, minDays) && isAtLeast(0, maxDays) ? [] : [`teacherTraining.bounds.${kind} must be lengths in days, and not ${minDays} and ${maxDays}`]),
      ...inOrder(`teacherTraining.bounds.${kind}`, minDays, maxDays),
    ]),
    ...(workBasedLearningHours
      ? [
          ...(isAtLeast(0, workBasedLearningHours.localGoalHours)
            ? []
            : [`workBasedLearningHours.localGoalHours must be hours, and not ${workBasedLearningHours.localGoalHours}`]),
          ...inOrder("workBasedLearningHours.cdos", workBasedLearningHours.cdos.workBasedLearningHours, workBasedLearningHours.cdos.hours),
        ]
      : []),
    ...(writing ? faultsInWriting(writing) : []),
  ];
}
