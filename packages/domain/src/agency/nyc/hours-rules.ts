import { federalIfSustained, neverFederal } from "../../activity/federal-work-based-learning.ts";
import type { HoursFacts, HoursRule } from "../../activity/hours.ts";
import {
  type AwarenessDocument,
  type AwarenessKind,
  type AwarenessRule,
  awarenessRules,
  lackingDocuments,
} from "../../activity/work-based-learning-awareness.ts";
import { citationOf } from "../../reference/citation-of.ts";
import { type DatedTable, datedTable } from "../../reference/dated-table.ts";
import { longStanding } from "../../reference/long-standing.ts";
import type { Source } from "../../reference/source.ts";
import type { Judgement } from "../../rule/finding.ts";
import { all, any, decide, given, unknown } from "../../rule/judge.ts";
import { type Rule, rule } from "../../rule/rule.ts";
import type { IsoDate } from "../../shared/date.ts";
import { awarenessMemo, ours, schoolGrid, toolkitPages, unregisteredPage } from "./sources.ts";

type Rules = DatedTable<Rule<HoursFacts>>;
type Judge = (facts: HoursFacts) => Judgement;

// @__NO_SIDE_EFFECTS__
function rules(question: string, title: string, source: Source, from: IsoDate, judge: Judge): Rules {
  return datedTable([rule<HoursFacts>({ id: `activity-hours.${question}`, title, force: "advised", ...source, from, judge })]);
}

// @__NO_SIDE_EFFECTS__
function stateCredit(title: string, source: Source, judge: Judge): Rules {
  return rules("state-hour-credit", title, source, longStanding, judge);
}

const notForHealthClinical: Judge = (facts) =>
  given(facts, ["isForHealthClinical"], ({ isForHealthClinical }) => decide(!isForHealthClinical, "activity_not_for_health_clinical"));
const participationProven: Judge = (facts) =>
  given(facts, ["hasProofOfParticipation"], ({ hasProofOfParticipation }) => decide(hasProofOfParticipation, "activity_participation_proven"));

/** What shows each document that the memo asks for: what is proven of a fair is that students talked with several firms. */
const documentJudges: Readonly<Record<AwarenessDocument, Judge>> = {
  engagement_with_several_firms: (facts) =>
    all(
      participationProven(facts),
      // The memo says several; two is the least that several can be.
      given(facts, ["firmsEngaged"], ({ firmsEngaged }) => decide(firmsEngaged >= 2, "activity_firms_engaged", { have: firmsEngaged, need: 2 })),
    ),
  participation: participationProven,
  reflection: (facts) => given(facts, ["hasStudentReflection"], ({ hasStudentReflection }) => decide(hasStudentReflection, "activity_reflection_written")),
};

/** Whether the allowance takes in an experience of a kind, by the same rows that a program's hours are held to. */
function inCap(row: AwarenessRule, kind: AwarenessKind | undefined, facts: HoursFacts): Judgement {
  const needed = kind && lackingDocuments(row, { kind, documents: [] });
  if (needed === undefined || needed === "kind_not_named") return decide(false, "activity_not_on_awareness_list");
  const documents = needed === "not_read" ? [unknown([], "activity_awareness_documents_not_read", {})] : needed.map((id) => documentJudges[id](facts));
  return all(notForHealthClinical(facts), ...documents);
}

// @__NO_SIDE_EFFECTS__
function cap(title: string, kind?: AwarenessKind): Rules {
  const versions = awarenessRules.ids().flatMap((id) => awarenessRules.history(id));
  return datedTable(
    versions.map((row) =>
      rule<HoursFacts>({ ...citationOf(row), id: "activity-hours.awareness-cap", title, force: "advised", judge: (facts) => inCap(row, kind, facts) }),
    ),
  );
}

const neverInCap = cap("Not among the experiences that the memo names");
const withinCapOnly = (source: Source) =>
  stateCredit("Counts within the allowance for awareness alone", source, () => decide(false, "activity_within_cap_only"));
const zeroHours = (source: Source) => stateCredit("Supports learning and counts no hours", source, () => decide(false, "activity_zero_hours"));

const supervised: Judge = (facts) =>
  given(facts, ["isSupervisedByStaff"], ({ isSupervisedByStaff }) => decide(isSupervisedByStaff, "activity_supervised_by_staff"));
const registered: Judge = (facts) => given(facts, ["isRegistered"], ({ isRegistered }) => decide(isRegistered, "activity_registered"));

const never = (code: string): HoursRule => ({
  stateHourCredit: stateCredit("Not an experience of students at work", ours, () => decide(false, code)),
  awarenessCap: neverInCap,
  federalWorkBasedLearning: neverFederal(code),
});

/** Zero hours in the city's toolkit; a fair with several firms counts within the allowance where that is documented. */
export const careerDayHours: HoursRule = {
  stateHourCredit: zeroHours(toolkitPages.careerDay),
  awarenessCap: cap("A career fair, with proof of engagement with several firms", "career_fair"),
  federalWorkBasedLearning: neverFederal("activity_of_one_day"),
};

/** The memo names industry tours; what must document one was not read in it. */
export const tourHours: HoursRule = {
  stateHourCredit: withinCapOnly(awarenessMemo),
  awarenessCap: cap("An industry tour", "industry_tour"),
  federalWorkBasedLearning: neverFederal("activity_of_one_day"),
};

/** Zero hours, and not among what the memo names. */
export const mockInterviewHours: HoursRule = {
  stateHourCredit: zeroHours(toolkitPages.mockInterview),
  awarenessCap: neverInCap,
  federalWorkBasedLearning: neverFederal("activity_of_one_day"),
};

/** A guest speaker counts within the allowance, with proof of participation and what the students wrote about it. */
export const guestSpeakerHours: HoursRule = {
  stateHourCredit: withinCapOnly(awarenessMemo),
  awarenessCap: cap("A guest speaker, with proof of participation and a reflection", "guest_speaker"),
  federalWorkBasedLearning: neverFederal("activity_of_one_day"),
};

/** Unregistered: counts where instructional staff, an administrator or a counselor supervise it. */
export const jobShadowHours: HoursRule = {
  stateHourCredit: stateCredit("Unregistered, and supervised by the school's staff", unregisteredPage, supervised),
  awarenessCap: neverInCap,
  federalWorkBasedLearning: federalIfSustained(),
};

/** Varies by program: no source says it of mentoring as such. */
export const mentoringHours: HoursRule = {
  stateHourCredit: stateCredit("Varies by program", schoolGrid, () => unknown([], "activity_hours_vary", {})),
  awarenessCap: neverInCap,
  federalWorkBasedLearning: federalIfSustained(),
};

/** Counts where it is registered, and unregistered where the school's staff supervise it. */
export const internshipHours: HoursRule = {
  stateHourCredit: stateCredit("Registered, or supervised by the school's staff", unregisteredPage, (facts) => any(registered(facts), supervised(facts))),
  awarenessCap: neverInCap,
  federalWorkBasedLearning: federalIfSustained(),
};

/** A contest is no work-based learning for the state; a long one at real tasks may be for federal law. */
export const competitionHours: HoursRule = { ...never("activity_not_work_based_learning"), federalWorkBasedLearning: federalIfSustained() };

/** Money and material are no hours of students. */
export const supportHours: HoursRule = never("activity_not_work_based_learning");

/** What adults do among themselves is no hours of students. */
export const adultHours: HoursRule = never("activity_not_for_students");
