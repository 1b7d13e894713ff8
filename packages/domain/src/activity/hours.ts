import type { DatedTable } from "../reference/dated-table.ts";
import type { Source } from "../reference/source.ts";
import type { Judgement } from "../rule/finding.ts";
import { unknown } from "../rule/judge.ts";
import type { Rule } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";

/**
 * What an hour of an activity may count as. Three questions that people take for one: the state's work-based learning hours, the
 * state's allowance for career awareness, and what federal law calls work-based learning. Each has rules of its own, and an
 * activity may be yes to one and no to the next.
 */
export type HoursQuestion = "stateHourCredit" | "awarenessCap" | "federalWorkBasedLearning";

/** What is asked of one activity as it was planned or held. Nothing of any student: yes, no, and how many firms. */
export interface HoursFacts {
  isSupervisedByStaff?: boolean | undefined;
  isRegistered?: boolean | undefined;
  isForHealthClinical?: boolean | undefined;
  firmsEngaged?: number | undefined;
  hasProofOfParticipation?: boolean | undefined;
  hasStudentReflection?: boolean | undefined;
  isSustained?: boolean | undefined;
  isFirsthand?: boolean | undefined;
  isAlignedToCurriculum?: boolean | undefined;
}

/** How an activity type answers each question, by rules with dates. */
export type HoursRule = Readonly<Record<HoursQuestion, DatedTable<Rule<HoursFacts>>>>;

/** One of the three answers, with the rule that gave it. Without a rule on that day it is unknown. */
export interface HoursAnswer extends Judgement {
  source?: Source;
}

/**
 * The three answers for an activity of this type on a day, apart from one another.
 *
 * @example
 * hoursOf(tour, {}, "2026-11-24").federalWorkBasedLearning.verdict // "unmet"
 */
export function hoursOf(type: { readonly hours: HoursRule }, facts: HoursFacts, on: IsoDate): Readonly<Record<HoursQuestion, HoursAnswer>> {
  const { stateHourCredit, awarenessCap, federalWorkBasedLearning } = type.hours;
  return {
    stateHourCredit: answer(stateHourCredit, facts, on),
    awarenessCap: answer(awarenessCap, facts, on),
    federalWorkBasedLearning: answer(federalWorkBasedLearning, facts, on),
  };
}

function answer(rules: DatedTable<Rule<HoursFacts>>, facts: HoursFacts, on: IsoDate): HoursAnswer {
  const [rule] = rules.on(on);
  if (!rule) return unknown([], "activity_no_rule_on_that_day", { on });
  const { ruleId: _, ...judgement } = rule.check(facts, on);
  const { authority, citation, url, retrievedOn, confidence } = rule;
  return { ...judgement, source: { authority, citation, ...(url !== undefined && { url }), retrievedOn, confidence } };
}
