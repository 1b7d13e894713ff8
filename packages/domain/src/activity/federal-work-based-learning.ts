import { type DatedTable, datedTable } from "../reference/dated-table.ts";
import type { Source } from "../reference/source.ts";
import type { Judgement } from "../rule/finding.ts";
import { all, decide, given } from "../rule/judge.ts";
import { type Rule, rule } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import type { HoursFacts } from "./hours.ts";

/** Perkins V, section 3(55). */
export const perkinsDefinition = {
  authority: "federal_law",
  citation: "20 U.S.C. 2302(55) (Perkins V, section 3(55))",
  url: "https://govregs.com/uscode/expand/title20_chapter44_section2302",
  retrievedOn: "2026-11-01",
  confidence: "verified",
} as const satisfies Source;

/** The first program year under Perkins V. The definition stands since the act of 2018; nothing here is judged by the older one. */
export const perkinsFrom: IsoDate = "2019-07-01";

// @__NO_SIDE_EFFECTS__
const federal = (title: string, judge: (facts: HoursFacts) => Judgement): DatedTable<Rule<HoursFacts>> =>
  datedTable([rule<HoursFacts>({ id: "activity-hours.federal-work-based-learning", title, force: "advised", ...perkinsDefinition, from: perkinsFrom, judge })]);

/**
 * For an activity that may be federal work-based learning: sustained, in depth and first hand, and in line with the curriculum.
 *
 * @example
 * federalIfSustained().on("2026-11-24")[0]?.check({ isSustained: true, isFirsthand: true, isAlignedToCurriculum: true }, "2026-11-24").verdict // "met"
 */
// @__NO_SIDE_EFFECTS__
export function federalIfSustained(): DatedTable<Rule<HoursFacts>> {
  return federal("Sustained, first hand and in line with the curriculum", (facts) =>
    all(
      given(facts, ["isSustained"], ({ isSustained }) => decide(isSustained, "activity_sustained")),
      given(facts, ["isFirsthand"], ({ isFirsthand }) => decide(isFirsthand, "activity_firsthand")),
      given(facts, ["isAlignedToCurriculum"], ({ isAlignedToCurriculum }) => decide(isAlignedToCurriculum, "activity_aligned_to_curriculum")),
    ),
  );
}

/**
 * For an activity that is never federal work-based learning, whatever else is so of it. The code says why: `activity_of_one_day`
 * shows students the work and is no sustained interaction, `activity_not_for_students` has none in it.
 *
 * @example
 * neverFederal("activity_of_one_day").on("2026-11-24")[0]?.check({}, "2026-11-24").verdict // "unmet"
 */
// @__NO_SIDE_EFFECTS__
export function neverFederal(code: string): DatedTable<Rule<HoursFacts>> {
  return federal("Not a sustained interaction of students with people of the trade", () => decide(false, code));
}
