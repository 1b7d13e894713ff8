import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { expectForgettingIsHonest } from "../../test/forgetting.ts";
import { nyc } from "../agency/nyc/index.ts";
import { evaluate } from "../rule/evaluate.ts";
import { rulesOn } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import { ActivityTypeId } from "../shared/id.ts";
import { type ActivityHoursFacts, activityHours } from "./activity-hours.ts";
import { judgeDuration } from "./duration.ts";
import { activityWords } from "./words.ts";

const hours = activityHours(nyc.activityTypes);
const today: IsoDate = "2026-11-24";
const act = (word: string) => ActivityTypeId.parse(`act_${word}`);
const verdicts = (facts: ActivityHoursFacts, on: IsoDate = today) => evaluate(rulesOn(hours, on), facts).findings.map(({ finding }) => finding.verdict);
const yesNo = fc.option(fc.boolean(), { nil: undefined });
const anyFacts: fc.Arbitrary<ActivityHoursFacts> = fc.record(
  {
    activityTypeId: fc.constantFrom(...nyc.activityTypes.ids(), act("fishing")),
    isSupervisedByStaff: yesNo,
    isRegistered: yesNo,
    isForHealthClinical: yesNo,
    firmsEngaged: fc.nat({ max: 4 }),
    hasProofOfParticipation: yesNo,
    hasStudentReflection: yesNo,
    isSustained: yesNo,
    isFirsthand: yesNo,
    isAlignedToCurriculum: yesNo,
  },
  { requiredKeys: [] },
);

describe("what an activity's hours count as", () => {
  it("is three findings, and no verdict of the whole", () => {
    const told = evaluate(rulesOn(hours, today), { activityTypeId: act("workplace-tour"), isForHealthClinical: false, hasProofOfParticipation: true });
    expect(told.findings.map(({ finding, standing }) => [finding.ruleId, finding.verdict, standing])).toEqual([
      ["activity-hours.state-hour-credit", "unmet", "advice"],
      ["activity-hours.awareness-cap", "unknown", "advice"],
      ["activity-hours.federal-work-based-learning", "unmet", "advice"],
    ]);
    expect(told.verdict).toBe("unknown");
  });

  it("is not known without a type, nor of a type that nobody knows", () => {
    expect(verdicts({})).toEqual(["unknown", "unknown", "unknown"]);
    expect(verdicts({ activityTypeId: act("fishing") })).toEqual(["unknown", "unknown", "unknown"]);
    expect(evaluate(rulesOn(hours, today), {}).missing).toEqual(["activityTypeId"]);
  });

  it("is asked from each source's first day on", () => {
    const ids = (on: IsoDate) => rulesOn(hours, on).rules.map(({ id }) => id.split(".")[1]);
    expect([ids("1999-12-31"), ids("2000-01-01")]).toEqual([[], ["state-hour-credit"]]);
    expect([ids("2019-06-30").length, ids("2019-07-01").length]).toEqual([1, 2]);
    expect([ids("2022-08-28").length, ids("2022-08-29").length]).toEqual([2, 3]);
  });

  it("never grows surer by a fact that is left out", () => {
    expectForgettingIsHonest(hours.rules.on(today), anyFacts, today);
  });

  it("has words in both languages for every rule, fact and reason", () => {
    for (const id of hours.rules.ids()) expect(activityWords).toHaveProperty([`rule:${id}`]);
    const json = z.toJSONSchema(hours.facts, { io: "input" }) as { properties: Record<string, { title?: string }> };
    for (const [key, field] of Object.entries(json.properties)) {
      expect(activityWords).toHaveProperty([`fact:activity-hours.${key}`]);
      expect(field.title).toBeTruthy();
    }
    const said = new Set<string>();
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { finding } of evaluate(rulesOn(hours, today), facts).findings) for (const { code } of finding.because) said.add(code);
      }),
      { numRuns: 2000 },
    );
    for (const type of nyc.activityTypes.on(today))
      for (const facts of [{}, { lengthHours: 1, lengthDays: 1 }]) for (const { code } of judgeDuration(type, facts).because) said.add(code);
    said.delete("not_known");
    for (const code of said) expect(activityWords).toHaveProperty([code]);
    expect(said.size).toBeGreaterThan(15);
  });
});
