import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectForgettingIsHonest } from "../../test/forgetting.ts";
import { expectAllIsSaid } from "../../test/unsaid.ts";
import { PartnerKind } from "../partner/partner-kind.ts";
import { partnerWords } from "../partner/words.ts";
import { whatIf } from "../rule/compare.ts";
import { evaluate } from "../rule/evaluate.ts";
import { explain } from "../rule/explain.ts";
import type { Verdict } from "../rule/finding.ts";
import { rulesOn } from "../rule/rule.ts";
import { addDays } from "../shared/date.ts";
import { commissionProxy, defaultProxyPolicy } from "./commission-proxy.ts";
import { ProxyFacts, withoutPartner } from "./proxy-facts.ts";
import { commissionWords } from "./words.ts";

const on = "2027-07-01";
const proxy = commissionProxy();
const ferry = { name: "Harbor Ferry", kind: "industry" } as const;
const tools = { name: "Hill Tools", kind: "industry" } as const;
const college = { name: "Harbor College", kind: "postsecondary" } as const;
const meeting = (heldOn: `${number}-${number}-${number}`, teachers = 0) => ({ heldOn, administrators: 0, coordinators: 0, teachers });
const whole: ProxyFacts = {
  programClusterId: "construction",
  commissionClusterIds: ["construction", "energy-and-natural-resources"],
  period: { from: "2026-07-01", to: "2027-06-30" },
  meetings: [meeting("2026-10-06", 1), meeting("2027-02-09")],
  partnersAtReview: [ferry, tools],
  commissionPartners: [ferry, college],
  reviewersOnSelfStudyTeam: 0,
  records: [
    { kind: "curriculum_review", on: "2026-07-01" },
    { kind: "assessment_review", on: "2027-06-30" },
    { kind: "employability_validation", on: "2027-01-12" },
  ],
};
const rulesAt = (facts: ProxyFacts, subject = proxy) => new Map(evaluate(rulesOn(subject, on), facts).findings.map(({ finding }) => [finding.ruleId, finding]));
const verdictOf = (rule: string, facts: ProxyFacts, subject = proxy): Verdict | undefined => rulesAt(facts, subject).get(`commission-proxy.${rule}`)?.verdict;
const without = (...keys: (keyof ProxyFacts)[]) => Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.includes(key as keyof ProxyFacts)));

describe("a commission in place of a board", () => {
  it("may stand in where everything holds", () => {
    expect(evaluate(rulesOn(proxy, on), whole)).toMatchObject({ verdict: "met", missing: [] });
  });

  it("is not known to be able to while nothing is known, and asks for what it needs", () => {
    const { verdict, findings, missing } = evaluate(rulesOn(proxy, on), {});
    expect([verdict, ...findings.map(({ finding }) => finding.verdict)]).toEqual(Array(findings.length + 1).fill("unknown"));
    expect(missing).toEqual([
      "programClusterId",
      "commissionClusterIds",
      "period.from",
      "period.to",
      "partnersAtReview",
      "commissionPartners",
      "reviewersOnSelfStudyTeam",
    ]);
  });

  it.each<[string, ProxyFacts]>([
    ["sector-matches", { ...whole, programClusterId: "agriculture" }],
    ["school-engaged", { ...whole, meetings: [meeting("2026-10-06"), meeting("2027-02-09")] }],
    ["two-industry-partners", { ...whole, partnersAtReview: [ferry, { name: "Harbor House", kind: "cbo" }] }],
    ["postsecondary-partner", { ...whole, commissionPartners: [ferry] }],
    ["reviewers-apart", { ...whole, reviewersOnSelfStudyTeam: 1 }],
    ["meets-twice", { ...whole, meetings: [meeting("2026-10-06", 1)] }],
    ["curriculum-review", { ...whole, records: whole.records?.slice(1) }],
    ["assessment-review", { ...whole, records: [] }],
    ["employability-validation", { ...whole, records: whole.records?.slice(0, 2) }],
  ])("%s: a fact that does not fit makes it unmet, and nothing that it does not touch", (rule, facts) => {
    expect(verdictOf(rule, whole)).toBe("met");
    expect(verdictOf(rule, facts)).toBe("unmet");
  });

  it.each<[string, (keyof ProxyFacts)[]]>([
    ["sector-matches", ["programClusterId"]],
    ["sector-matches", ["commissionClusterIds"]],
    ["school-engaged", ["meetings"]],
    ["school-engaged", ["period"]],
    ["two-industry-partners", ["partnersAtReview"]],
    ["postsecondary-partner", ["commissionPartners"]],
    ["reviewers-apart", ["reviewersOnSelfStudyTeam"]],
    ["meets-twice", ["meetings"]],
    ["curriculum-review", ["records"]],
    ["assessment-review", ["period"]],
    ["employability-validation", ["records", "period"]],
  ])("%s is not known without %s", (rule, keys) => {
    expect(verdictOf(rule, without(...keys))).toBe("unknown");
  });

  it.each(proxy.rules.ids())("%s is in force from its first day, and not the day before", (id) => {
    const first = proxy.rules.history(id)[0]?.from ?? on;
    expect([proxy.rules.find(id, addDays(first, -1)), proxy.rules.find(id, first)?.id]).toEqual([undefined, id]);
  });

  it("never says more because something is forgotten, or turns to the opposite", () => {
    expectForgettingIsHonest(proxy.rules.on(on), anyFacts, on);
  });

  it("says everything in English and in Spanish", () => {
    expectAllIsSaid(proxy, { ...partnerWords, ...commissionWords }, anyFacts, [on]);
  });

  it("takes no name of a person and nothing that it does not know", () => {
    expect(ProxyFacts.safeParse({ ...whole, studentName: "x" }).success).toBe(false);
    expect(ProxyFacts.parse(whole)).toEqual(whole);
  });
});

describe("the partners at the review", () => {
  it("PLTW listed as a partner: unmet, 1 of 2 industry, said in words", () => {
    const facts = { ...whole, partnersAtReview: [ferry, { name: "PLTW", kind: "industry" as const }] };
    const told = explain(evaluate(rulesOn(proxy, on), facts), { words: { ...partnerWords, ...commissionWords } });
    expect(told).toContain("Partners that count as industry: 1 of 2. Listed, but not counted as industry: PLTW.");
    expect(evaluate(rulesOn(proxy, on), facts).verdict).toBe("unmet");
  });

  it("may have their college through the commission, or at the review, and need only one of them known", () => {
    const only = (over: Partial<ProxyFacts>) => verdictOf("postsecondary-partner", { ...without("partnersAtReview", "commissionPartners"), ...over });
    expect(only({ partnersAtReview: [college] })).toBe("met");
    expect(only({ commissionPartners: [college] })).toBe("met");
    expect(only({ partnersAtReview: [ferry] })).toBe("unknown");
    expect(only({ partnersAtReview: [ferry], commissionPartners: [] })).toBe("unmet");
  });

  it("what if this partner leaves: which verdicts flip", () => {
    const rules = rulesOn(proxy, on);
    expect(whatIf(rules, whole, withoutPartner(" harbor ferry "))).toMatchObject({
      verdict: { before: "met", after: "unmet" },
      flips: [{ ruleId: "commission-proxy.two-industry-partners", before: { verdict: "met" }, after: { verdict: "unmet" } }],
    });
    expect(whatIf(rules, whole, withoutPartner("Harbor College")).flips).toMatchObject([{ ruleId: "commission-proxy.postsecondary-partner" }]);
    expect(whatIf(rules, whole, withoutPartner("Nobody")).flips).toEqual([]);
  });

  it("does not make up lists where a partner leaves that nobody knew of", () => {
    expect(withoutPartner("Harbor Ferry")({})).toEqual({});
  });
});

describe("being actively engaged", () => {
  it.each(["administrators", "coordinators", "teachers"] as const)("is %s of the school at a meeting within the period", (who) => {
    const came = { heldOn: "2026-10-06", administrators: 0, coordinators: 0, teachers: 0, [who]: 1 } as const;
    expect(verdictOf("school-engaged", { ...whole, meetings: [came] })).toBe("met");
    expect(verdictOf("school-engaged", { ...whole, meetings: [{ heldOn: came.heldOn, [who]: 1 }] })).toBe("met");
    expect(verdictOf("school-engaged", { ...whole, meetings: [{ ...came, heldOn: "2026-06-30" }] })).toBe("unmet");
    expect(verdictOf("school-engaged", { ...whole, meetings: [{ ...came, heldOn: "2027-06-30" }] })).toBe("met");
  });

  it("is not known of a meeting whose day or attendance nobody wrote down, and asks for just that", () => {
    const finding = rulesAt({ ...whole, meetings: [{ teachers: 1 }, { heldOn: "2026-10-06", teachers: 0 }] }).get("commission-proxy.school-engaged");
    expect(finding?.verdict).toBe("unknown");
    expect(finding?.missing).toEqual([
      "meetings.0.heldOn",
      "meetings.0.administrators",
      "meetings.0.coordinators",
      "meetings.1.administrators",
      "meetings.1.coordinators",
    ]);
  });

  it("is as much as the office says: one meeting by default, more where it chooses so", () => {
    const strict = commissionProxy({ ...defaultProxyPolicy, engagedMeetings: 2 });
    expect(verdictOf("school-engaged", whole, strict)).toBe("unmet");
    expect(verdictOf("school-engaged", { ...whole, meetings: [meeting("2026-10-06", 1), meeting("2027-02-09", 2)] }, strict)).toBe("met");
    expect(strict.rules.find("commission-proxy.school-engaged", on)).toMatchObject({
      authority: "office_policy",
      url: "https://resources.cte.nyc/cteprogramapproval/site/node/37",
    });
  });
});

describe("two meetings a year", () => {
  it("are advice and no bar", () => {
    const once = { ...whole, meetings: [meeting("2026-10-06", 1)] };
    const evaluation = evaluate(rulesOn(proxy, on), once);
    expect(evaluation.verdict).toBe("met");
    expect(evaluation.findings.find(({ rule }) => rule.id === "commission-proxy.meets-twice")).toMatchObject({
      standing: "advice",
      finding: { verdict: "unmet", because: [{ facts: { have: 1, need: 2 } }] },
    });
  });

  it("are counted over the twelve months up to the period's last day, both ends in", () => {
    const held = (...days: `${number}-${number}-${number}`[]) => verdictOf("meets-twice", { ...whole, meetings: days.map((day) => meeting(day)) });
    expect(held("2026-07-01", "2027-06-30")).toBe("met");
    expect(held("2026-06-30", "2027-06-30")).toBe("unmet");
    expect(held("2026-07-01", "2027-07-01")).toBe("unmet");
  });
});

describe("what is still to come", () => {
  const early = (facts: ProxyFacts, day: `${number}-${number}-${number}`) =>
    Object.fromEntries(proxy.rules.on(day).map((one) => [one.id.split(".")[1], one.check(facts, day).verdict]));

  it("has not been held or done: it counts from its own day on", () => {
    const planned: ProxyFacts = {
      ...whole,
      meetings: [meeting("2026-10-06"), meeting("2027-02-09", 1)],
      records: whole.records?.map((record) => ({ ...record, on: "2027-02-09" as const })),
    };
    const dated = ["school-engaged", "meets-twice", "curriculum-review", "assessment-review", "employability-validation"];
    const [before, after] = [early(planned, "2027-02-08"), early(planned, "2027-02-09")];
    for (const id of dated) expect([id, before[id], after[id]]).toEqual([id, "unmet", "met"]);
  });
});

describe("a day with two meetings", () => {
  const strict = commissionProxy({ ...defaultProxyPolicy, engagedMeetings: 2 });
  const twice: ProxyFacts = { ...whole, meetings: [meeting("2026-10-06", 1), meeting("2026-10-06", 2)] };

  it("counts once, for the commission and for the school", () => {
    expect([verdictOf("meets-twice", twice), verdictOf("school-engaged", twice, strict)]).toEqual(["unmet", "unmet"]);
    const more = { ...twice, meetings: [...(twice.meetings ?? []), meeting("2026-10-07", 1)] };
    expect([verdictOf("meets-twice", more), verdictOf("school-engaged", more, strict)]).toEqual(["met", "met"]);
  });

  it("has the school there where it came to one of the two", () => {
    expect(verdictOf("school-engaged", { ...whole, meetings: [meeting("2026-10-06"), meeting("2026-10-06", 1)] })).toBe("met");
  });
});

describe("a period that ends before it begins", () => {
  it("is asked for again, and decides nothing", () => {
    const reversed = rulesAt({ ...whole, period: { from: "2027-06-30", to: "2026-07-01" } });
    for (const id of ["school-engaged", "meets-twice", "curriculum-review", "assessment-review", "employability-validation"]) {
      expect(reversed.get(`commission-proxy.${id}`)).toMatchObject({
        verdict: "unknown",
        missing: ["period.from", "period.to"],
        because: [{ code: "proxy_period_reversed", facts: { from: "2027-06-30", to: "2026-07-01" } }],
      });
    }
  });

  it("may be of one day", () => {
    const oneDay: ProxyFacts = { ...whole, period: { from: "2026-10-06", to: "2026-10-06" } };
    expect(verdictOf("school-engaged", oneDay)).toBe("met");
  });
});

describe("records", () => {
  it("count within the period, its first and last day in, and each for its own kind", () => {
    const recorded = (day: `${number}-${number}-${number}`) =>
      verdictOf("curriculum-review", {
        ...whole,
        records: [
          { kind: "curriculum_review", on: day },
          { kind: "assessment_review", on: "2027-01-12" },
        ],
      });
    expect((["2026-06-30", "2026-07-01", "2027-06-30", "2027-07-01"] as const).map(recorded)).toEqual(["unmet", "met", "met", "unmet"]);
  });

  it("leave it open while the kind or the day of one is not known", () => {
    const finding = rulesAt({ ...whole, records: [{ on: "2026-10-06" }, { kind: "curriculum_review" }, { kind: "assessment_review" }] }).get(
      "commission-proxy.curriculum-review",
    );
    expect(finding?.verdict).toBe("unknown");
    expect(finding?.missing).toEqual(["records.0.kind", "records.1.on"]);
  });
});

const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: undefined, freq: 6 });
const anyDay = fc.constantFrom("2026-06-30", "2026-07-01", "2026-10-06", "2027-02-09", "2027-06-30", "2027-07-01" as const);
const anyPartner = fc.record(
  { name: fc.constantFrom("PLTW", "Harbor Ferry", "Hill Tools"), kind: fc.constantFrom(...PartnerKind.options) },
  { requiredKeys: [] },
);
const people = fc.nat(2);
const list = <Item>(item: fc.Arbitrary<Item>) => maybe(fc.array(item, { maxLength: 4 }));
const anyFacts = fc.record({
  programClusterId: maybe(fc.constantFrom("construction", "agriculture")),
  commissionClusterIds: maybe(fc.subarray(["construction", "agriculture"])),
  period: maybe(fc.record({ from: fc.constantFrom("2026-07-01", "2027-07-01"), to: fc.constant("2027-06-30") }, { requiredKeys: [] })),
  meetings: list(fc.record({ heldOn: anyDay, administrators: people, coordinators: people, teachers: people }, { requiredKeys: [] })),
  partnersAtReview: list(anyPartner),
  commissionPartners: list(anyPartner),
  reviewersOnSelfStudyTeam: maybe(people),
  records: list(fc.record({ kind: fc.constantFrom("curriculum_review", "assessment_review", "employability_validation"), on: anyDay }, { requiredKeys: [] })),
}) as fc.Arbitrary<ProxyFacts>;
