import { describe, expect, it } from "vitest";
import { defaultWorkBasedLearningHoursPolicy } from "../activity/work-based-learning-hours.ts";
import { defaultWorkBasedLearningPolicy } from "../activity/work-based-learning-policy.ts";
import { defaultProxyPolicy } from "../commission/commission-proxy.ts";
import { councilPerspectives } from "../commission/council-perspective.ts";
import { defaultClearancePolicy } from "../opportunity/clearance.ts";
import { defaultMatchingPolicy, type MatchingPolicy } from "../opportunity/matching-policy.ts";
import { minorBands } from "../opportunity/minor-band.ts";
import { defaultMinorsPlacementPolicy } from "../opportunity/minors-placement.ts";
import { defaultCtleRegistrationPolicy } from "../participation/ctle-registration.ts";
import { defaultTeacherTrainingPolicy } from "../participation/teacher-training.ts";
import { partnerTables } from "../partner/partner-present.ts";
import { type Dated, datedTable } from "../reference/dated-table.ts";
import { approvalEvidence } from "../school/approval-evidence.ts";
import { defaultApprovalPolicy } from "../school/approval-policy.ts";
import { defaultAttentionPolicy } from "../sign-up/attention.ts";
import { defaultWritingPolicy } from "../sign-up/writing-policy.ts";
import { defineAgency } from "./define-agency.ts";
import { nyc } from "./nyc/index.ts";
import type { Policies } from "./policies.ts";
import { faultsInPolicies } from "./policy-faults.ts";

const matching = (over: Partial<MatchingPolicy>): Policies => ({ matching: { ...defaultMatchingPolicy, ...over } });
const twice = <Row extends Dated>(rows: readonly Row[]) => datedTable([...rows, ...rows]);
const [younger, older] = minorBands.on("2026-11-24");
const [evidence] = approvalEvidence.on("2026-11-24");

describe("an agency's policies", () => {
  it("hold together as this package has them", () => {
    const all: Required<Omit<Policies, "activityHours">> = {
      advisoryBoard: partnerTables,
      advisoryCouncil: councilPerspectives,
      attention: defaultAttentionPolicy,
      clearance: defaultClearancePolicy,
      commissionProxy: defaultProxyPolicy,
      ctleRegistration: defaultCtleRegistrationPolicy,
      matching: defaultMatchingPolicy,
      minorsPlacement: defaultMinorsPlacementPolicy,
      programApproval: defaultApprovalPolicy,
      teacherTraining: defaultTeacherTrainingPolicy,
      workBasedLearning: defaultWorkBasedLearningPolicy,
      workBasedLearningHours: defaultWorkBasedLearningHoursPolicy,
      writing: defaultWritingPolicy,
    };
    expect(faultsInPolicies(all)).toEqual([]);
    expect(faultsInPolicies({})).toEqual([]);
  });

  it.each<[string, Policies, string]>([
    [
      "a weight below nothing",
      matching({ weights: { ...defaultMatchingPolicy.weights, days: -1 } }),
      "matching.weights.days must be a whole number of at least 0, and not -1",
    ],
    ["a weight in parts", matching({ weights: { ...defaultMatchingPolicy.weights, near: 0.5 } }), "matching.weights.near must be a whole number"],
    ["a weight that is no number", matching({ weights: { ...defaultMatchingPolicy.weights, near: Number.NaN } }), "matching.weights.near must be"],
    [
      "a band of grades that is backwards",
      matching({ gradeBands: { "9-10": { lowest: 10, highest: 9 } } }),
      "matching.gradeBands.9-10 goes from 10 to 9, which is backwards",
    ],
    ["no band of grades", matching({ gradeBands: {} }), "matching.gradeBands must name at least one band"],
    ["a band without a grade", matching({ gradeBands: { all: { lowest: Number.NEGATIVE_INFINITY, highest: 12 } } }), "matching.gradeBands.all.lowest must be"],
    ["no distance", matching({ reach: { by: "distance", kilometresAtMost: -1 } }), "matching.reach.kilometresAtMost must be a distance, and not -1"],
    ["no days to count to", matching({ daysAtMost: 0 }), "matching.daysAtMost must be a whole number of at least 1"],
    ["no days to wait", matching({ waitingDaysAtMost: 0 }), "matching.waitingDaysAtMost must be a whole number of at least 1"],
    [
      "more than all seats",
      { attention: { ...defaultAttentionPolicy, shortUnderShare: 1.5 } },
      "attention.shortUnderShare must be a share of 0 to 1, and not 1.5",
    ],
    ["a share that is no number", { attention: { ...defaultAttentionPolicy, comesFreeShare: Number.NaN } }, "attention.comesFreeShare must be a share"],
    ["half a day", { attention: { ...defaultAttentionPolicy, draftWithinDays: 0.5 } }, "attention.draftWithinDays must be a whole number"],
    [
      "no message at all",
      { writing: { ...defaultWritingPolicy, messagesPerEventPerDay: 0 } },
      "writing.messagesPerEventPerDay must be a whole number of at least 1",
    ],
    ["half a test", { writing: { ...defaultWritingPolicy, testsPerPersonPerHour: 0.5 } }, "writing.testsPerPersonPerHour must be a whole number"],
    ["a text kept for less than no time", { writing: { ...defaultWritingPolicy, keptForDays: -1 } }, "writing.keptForDays must be"],
    ["half a meeting", { commissionProxy: { ...defaultProxyPolicy, engagedMeetings: 0.5 } }, "commissionProxy.engagedMeetings must be"],
    ["an age below nothing", { minorsPlacement: { ...defaultMinorsPlacementPolicy, minimumAge: -1 } }, "minorsPlacement.minimumAge must be"],
    [
      "a band of ages that is backwards",
      { minorsPlacement: { ...defaultMinorsPlacementPolicy, bands: datedTable([{ ...younger!, maximumAge: 13 }]) } },
      "minorsPlacement.bands 14-15 goes from 14 to 13, which is backwards",
    ],
    [
      "two bands of one age",
      { minorsPlacement: { ...defaultMinorsPlacementPolicy, bands: datedTable([{ ...younger!, maximumAge: 16 }, older!]) } },
      "minorsPlacement.bands 14-15 and 16-17 hold for the same ages",
    ],
    [
      "a piece of evidence at no stage",
      { programApproval: { ...defaultApprovalPolicy, evidence: datedTable([{ ...evidence!, stageId: "constructor" }]) } },
      "programApproval.evidence proposal_written is due at constructor, which is no stage",
    ],
    [
      "a piece of evidence of no area",
      { programApproval: { ...defaultApprovalPolicy, evidence: datedTable([{ ...evidence!, qualityAreaId: "luck" }]) } },
      "programApproval.evidence proposal_written is of luck, which is no quality area",
    ],
    [
      "a plan for no stage",
      { programApproval: { ...defaultApprovalPolicy, stageDaysBefore: { party: 3 } } },
      "programApproval.stageDaysBefore names party, which is no stage",
    ],
    [
      "a plan of half days",
      { programApproval: { ...defaultApprovalPolicy, stageDaysBefore: { proposal: 0.5 } } },
      "programApproval.stageDaysBefore.proposal must be",
    ],
    [
      "trainings that are longer at the least than at the most",
      { teacherTraining: { ...defaultTeacherTrainingPolicy, bounds: { ...defaultTeacherTrainingPolicy.bounds, externship: { minDays: 5, maxDays: 3 } } } },
      "teacherTraining.bounds.externship goes from 5 to 3, which is backwards",
    ],
    [
      "trainings of no length",
      {
        teacherTraining: {
          ...defaultTeacherTrainingPolicy,
          bounds: { ...defaultTeacherTrainingPolicy.bounds, externship: { minDays: Number.NaN, maxDays: 3 } },
        },
      },
      "teacherTraining.bounds.externship must be lengths in days",
    ],
    [
      "no goal",
      { workBasedLearningHours: { ...defaultWorkBasedLearningHoursPolicy, localGoalHours: -54 } },
      "workBasedLearningHours.localGoalHours must be hours, and not -54",
    ],
    [
      "more hours of a part than of the whole",
      { workBasedLearningHours: { ...defaultWorkBasedLearningHoursPolicy, cdos: { hours: 54, workBasedLearningHours: 216 } } },
      "workBasedLearningHours.cdos goes from 216 to 54, which is backwards",
    ],
    ["a table with a row twice", { clearance: { bases: twice(defaultClearancePolicy.bases.on("2026-11-24")) } }, "clearance.bases: "],
    ["perspectives twice", { advisoryCouncil: twice(councilPerspectives.on("2026-11-24")) }, "advisoryCouncil: a: "],
  ])("are refused for %s", (_, policies, told) => {
    expect(faultsInPolicies(policies).join("\n")).toContain(told);
  });

  it("take two bands of one age where the one ends before the other begins", () => {
    const bands = datedTable([{ ...younger!, maximumAge: 17, to: "2025-12-31" } as const, { ...older!, from: "2026-01-01" } as const]);
    expect(faultsInPolicies({ minorsPlacement: { ...defaultMinorsPlacementPolicy, bands } })).toEqual([]);
    const oneDay = datedTable([{ ...younger!, maximumAge: 17, to: "2026-01-01" } as const, { ...older!, from: "2026-01-01" } as const]);
    expect(faultsInPolicies({ minorsPlacement: { ...defaultMinorsPlacementPolicy, bands: oneDay } })).toHaveLength(1);
  });

  it("are looked at when an agency is defined, and all that is wrong is told", () => {
    const { weights } = defaultMatchingPolicy;
    const define = () =>
      defineAgency({
        ...{
          id: "hill",
          title: "Hill",
          office: { title: "Office" },
          zone: nyc.zone,
          boroughs: [],
          commissions: [],
          schools: [],
          activityTypes: [],
          calendar: [],
        },
        policies: matching({ weights: { ...weights, days: 1.5 }, gradeBands: { upper: { lowest: 12, highest: 9 } } }),
      });
    expect(define).toThrow(/^agency hill does not hold together:\n- matching\.weights\.days .+\n- matching\.gradeBands\.upper goes from 12 to 9/);
  });
});
