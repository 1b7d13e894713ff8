import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectForgettingIsHonest } from "../../test/forgetting.ts";
import { evaluate, explain, type IsoDate, isWithin, rulesOn } from "../index.ts";
import { LocalLaw114Facts, localLaw114Compliance, localLaw114DueOn, localLaw114Lines } from "./index.ts";
import { localLaw114From } from "./local-law-114-lines.ts";
import { reportWords } from "./words.ts";

const asked = localLaw114Compliance();
const on: IsoDate = "2027-04-30";
const good: LocalLaw114Facts = {
  schoolYear: 2025,
  isSubmitted: true,
  submittedOn: "2027-04-30",
  isPosted: true,
  postedOn: "2027-04-30",
  smallCountsShown: 0,
  countsComputable: 0,
  zerosHidden: 0,
};
const verdictOf = (rule: string, facts: LocalLaw114Facts, day: IsoDate = on) => asked.rules.find(`local-law-114.${rule}`, day)?.check(facts, day).verdict;
const spans = (one: LocalLaw114Facts) => evaluate(rulesOn(asked, on), one).verdict;

describe("a report under Local Law 114", () => {
  it("holds to it, does not, or is not known to", () => {
    expect([spans(good), spans({ ...good, zerosHidden: 1 }), spans({})]).toEqual(["met", "unmet", "unknown"]);
  });

  it.each([
    ["submitted-by-30-april", "isSubmitted", "submittedOn"],
    ["posted-by-30-april", "isPosted", "postedOn"],
  ] as const)("is %s: on the day, not the day after", (rule, isDone, doneOn) => {
    const facts = { schoolYear: 2025, [isDone]: true };
    expect([verdictOf(rule, { ...facts, [doneOn]: "2027-04-30" }), verdictOf(rule, { ...facts, [doneOn]: "2027-05-01" }), verdictOf(rule, facts)]).toEqual([
      "met",
      "unmet",
      "unknown",
    ]);
    const not = { schoolYear: 2025, [isDone]: false };
    expect([verdictOf(rule, not, "2027-04-30"), verdictOf(rule, not, "2027-05-01"), verdictOf(rule, { [isDone]: true })]).toEqual(["met", "unmet", "unknown"]);
  });

  it.each([
    ["small-counts-hidden", { smallCountsShown: 0, countsComputable: 0 }, { smallCountsShown: 1, countsComputable: 0 }, { smallCountsShown: 0 }],
    ["small-counts-hidden", { smallCountsShown: 0, countsComputable: 0 }, { countsComputable: 1 }, { countsComputable: 0 }],
    ["zero-shown", { zerosHidden: 0 }, { zerosHidden: 2 }, {}],
  ] as const)("%s: met, unmet, unknown", (rule, met, unmet, open) => {
    expect([met, unmet, open].map((facts) => verdictOf(rule, facts))).toEqual(["met", "unmet", "unknown"]);
  });

  it("has no rule before the law", () => {
    expect(asked.rules.on("2024-12-31")).toEqual([]);
    expect(asked.rules.on(localLaw114From)).toHaveLength(4);
    for (const rule of asked.rules.on(on)) expect(isWithin(rule, localLaw114From)).toBe(true);
  });

  it("is never called good for what is not known", () => {
    const date = fc.constantFrom<IsoDate>("2027-04-29", "2027-04-30", "2027-05-01");
    const count = fc.integer({ min: 0, max: 2 });
    const facts = fc.record(
      {
        schoolYear: fc.constantFrom(2024, 2025),
        isSubmitted: fc.boolean(),
        submittedOn: date,
        isPosted: fc.boolean(),
        postedOn: date,
        smallCountsShown: count,
        countsComputable: count,
        zerosHidden: count,
      },
      { requiredKeys: [] },
    );
    expectForgettingIsHonest<LocalLaw114Facts>(asked.rules.on(on), facts, on);
  });

  it("is told in words for every reason, rule and fact, in both languages", () => {
    const days: IsoDate[] = ["2027-04-30", "2027-05-01"];
    const cases: LocalLaw114Facts[] = [
      good,
      { ...good, isSubmitted: false, isPosted: false },
      { ...good, smallCountsShown: 2, countsComputable: 1, zerosHidden: 3 },
      { ...good, submittedOn: "2027-06-01", postedOn: "2027-06-02" },
    ];
    for (const language of ["en", "es"] as const) {
      for (const day of days)
        for (const facts of cases)
          expect(explain(evaluate(rulesOn(asked, day), facts), { words: reportWords, language })).not.toMatch(/[{}]|report_|report [a-z]+ [a-z]+;/);
    }
    for (const key of Object.keys(LocalLaw114Facts.shape)) expect(reportWords).toHaveProperty([`fact:local-law-114.${key}`]);
    for (const id of asked.rules.ids()) expect(reportWords).toHaveProperty([`rule:${id}`]);
  });
});

describe("the lines of the law", () => {
  it("are its ten paragraphs, each once", () => {
    expect(localLaw114Lines.on("2027-04-30").map(({ paragraph }) => paragraph)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => `b.${number}`));
    expect(localLaw114Lines.on("2024-12-31")).toEqual([]);
  });

  it("are told apart by group in paragraphs 2 to 8", () => {
    expect(
      localLaw114Lines
        .on("2027-04-30")
        .filter(({ isDisaggregated }) => isDisaggregated)
        .map(({ paragraph }) => paragraph),
    ).toEqual([2, 3, 4, 5, 6, 7, 8].map((number) => `b.${number}`));
  });

  it("say what an office of partnerships can give", () => {
    expect(
      localLaw114Lines
        .on("2027-04-30")
        .filter(({ feed }) => feed !== "none")
        .map(({ id, feed }) => [id, feed]),
    ).toEqual([
      ["programs", "part"],
      ["internships", "part"],
      ["staff-training", "all"],
    ]);
    expect(localLaw114Lines.find("programs", "2027-04-30")?.feeds).toEqual([
      "title",
      "field",
      "school",
      "isDesignatedHighSchool",
      "isStateApproved",
      "grades",
      "industryPartners",
    ]);
    expect(localLaw114Lines.find("staff-training", "2027-04-30")).toMatchObject({ feeds: ["staff"], counts: "staff", per: "school_or_program" });
    expect(localLaw114Lines.find("internships", "2027-04-30")).toMatchObject({ feeds: ["unpaid", "paid"], counts: "students" });
    expect(localLaw114Lines.find("enrollment", "2027-04-30")).toMatchObject({ feeds: [], aliases: [] });
  });

  it("were due for the first time on 2025-04-30, for the school year that began in 2023", () => {
    expect([2023, 2025].map(localLaw114DueOn)).toEqual(["2025-04-30", "2027-04-30"]);
    expect(LocalLaw114Facts.safeParse({ schoolYear: 2022 }).success).toBe(false);
  });
});
