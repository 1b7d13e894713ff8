import { describe, expect, it } from "vitest";
import * as z from "zod";
import { exampleSource } from "../../test/examples.ts";
import { evaluate } from "../rule/evaluate.ts";
import { explain } from "../rule/explain.ts";
import { decide, given } from "../rule/judge.ts";
import { type RuleRow, rule, rulesOn, subject } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import { Zone } from "../shared/instant.ts";
import { defineAgency } from "./define-agency.ts";
import { nyc } from "./nyc/index.ts";
import { nycWithRules } from "./nyc-rules/index.ts";
import { subjectsOf } from "./subjects-of.ts";
import { agencyWords } from "./words.ts";
import type { AgencyData } from "./written-agency.ts";

interface Facts {
  meetings?: number | undefined;
}
const row = (over: Partial<RuleRow<Facts>> = {}): RuleRow<Facts> => ({
  ...exampleSource,
  id: "board.meets-twice",
  title: "Meets twice a year",
  force: "required",
  from: "2020-01-01",
  judge: (facts) => given(facts, ["meetings"], ({ meetings }) => decide(meetings >= 2, "meetings_held", { have: meetings, need: 2 })),
  ...over,
});
const board = subject<Facts>({
  id: "board",
  title: "Is the board active?",
  facts: z.strictObject({ meetings: z.int().optional() }),
  rules: [rule(row()), rule(row({ id: "board.keeps-minutes", judge: () => decide(true, "minutes_kept") }))],
});
const named = { ...exampleSource, aliases: [], from: "2020-01-01" } as const;
const data = (over: Partial<AgencyData> = {}): AgencyData => ({
  id: "harborview",
  title: "Harborview Unified School District",
  office: { title: "Career Partnerships Office" },
  zone: Zone.parse("America/Los_Angeles"),
  boroughs: [{ ...named, id: "bor_north", label: "North" }],
  commissions: [{ ...named, id: "cms_health", label: "Health" }],
  schools: [{ id: "sch_harbor", label: "Harbor", aliases: [], boroughId: "bor_north", from: "2020-01-01" }],
  activityTypes: [],
  calendar: [],
  subjects: { board },
  ...over,
});
const year = {
  ...exampleSource,
  id: "2026-27",
  label: "2026-27",
  aliases: [],
  from: "2026-07-01",
  to: "2027-06-30",
  firstDay: "2026-08-20",
  lastDay: "2027-06-04",
  closures: [],
} as const;
const on: IsoDate = "2026-11-24";

describe("defineAgency", () => {
  it("makes tables that are read as of a date", () => {
    const agency = defineAgency(
      data({
        commissions: [
          { ...named, id: "cms_health", label: "Health", to: "2024-12-31" },
          { ...named, id: "cms_health", label: "Health Careers", from: "2025-01-01" },
        ],
      }),
    );
    expect(agency.commissions.on("2024-12-31").map(({ label }) => label)).toEqual(["Health"]);
    expect(agency.commissions.on("2025-01-01").map(({ label }) => label)).toEqual(["Health Careers"]);
    expect(agency).toMatchObject({ policies: {}, rules: { added: [], switchedOff: [] } });
  });

  it.each<[string, Partial<AgencyData>, string]>([
    ["a borough twice", { boroughs: [...data().boroughs, ...data().boroughs] }, "bor_north: the version from 2020-01-01 is still in force on 2020-01-01"],
    ["a commission twice", { commissions: [...data().commissions, ...data().commissions] }, "cms_health: the version from 2020-01-01"],
    ["a row that ends before it begins", { boroughs: [{ ...named, id: "bor_north", label: "N", to: "2019-12-31" }] }, "bor_north: ends on 2019-12-31"],
    [
      "an id of another shape",
      { commissions: [{ ...named, id: "cms_Health Careers", label: "H" }] },
      "commissions: cms_Health Careers must be an id that begins with cms_",
    ],
    [
      "a school in no known borough",
      { schools: [{ id: "sch_hill", label: "Hill", aliases: [], boroughId: "bor_jersey", from: "2020-01-01" }] },
      "sch_hill stands in bor_jersey",
    ],
    ["a school year whose end is before its beginning", { calendar: [{ ...year, firstDay: "2027-06-05" }] }, "2026-27: the last day is before the first"],
    ["a first day in another year", { calendar: [{ ...year, firstDay: "2026-06-30" }] }, "2026-27: 2026-06-30 is not in that year"],
    [
      "a closure that ends before it begins",
      { calendar: [{ ...year, closures: [{ label: "Recess", from: "2026-12-24", to: "2026-12-20" }] }] },
      "2026-27: Recess ends before it begins",
    ],
    [
      "a closure in another year",
      { calendar: [{ ...year, closures: [{ label: "Recess", from: "2027-12-24", to: "2027-12-31" }] }] },
      "2026-27: Recess is not in that year",
    ],
    [
      "a closure on a day that there is not",
      { calendar: [{ ...year, closures: [{ label: "Recess", from: "2027-02-28", to: "2027-02-30" }] }] },
      "2026-27: 2027-02-30 is not a date",
    ],
    [
      "two school years at once",
      { calendar: [year, { ...year, id: "summer-2027", from: "2027-06-30", to: "2027-08-31", firstDay: "2027-07-01", lastDay: "2027-08-20" }] },
      "the school years 2026-27 and summer-2027 overlap",
    ],
    ["a row from a day that there is not", { boroughs: [{ ...named, id: "bor_north", label: "N", from: "2020-2-1" }] }, "bor_north: 2020-2-1 is not a date"],
    ["a subject under another name", { subjects: { council: board } }, "the subject board stands under council"],
    ["a rule for a subject that it has not", { rules: { added: [{ subjectId: "council", rule: rule(row()) }] } }, "the agency has no subject council"],
    [
      "a rule of another subject's name",
      { rules: { added: [{ subjectId: "board", rule: rule(row({ id: "council.meets" })) }] } },
      "council.meets was added to board, so its id must begin with board.",
    ],
    ["a rule that is there already", { rules: { added: [{ subjectId: "board", rule: rule(row()) }] } }, "board.meets-twice: the version from 2020-01-01"],
    [
      "switching off what is not there",
      { rules: { switchedOff: [{ ruleId: "board.meets-thrice", because: "We do not." }] } },
      "no subject of the agency has a rule board.meets-thrice",
    ],
    [
      "switching off without a reason",
      { rules: { switchedOff: [{ ruleId: "board.meets-twice", because: " " }] } },
      "board.meets-twice was switched off without a reason",
    ],
    [
      "switching off from no date",
      { rules: { switchedOff: [{ ruleId: "board.meets-twice", because: "So.", from: "2026-13-01" }] } },
      "board.meets-twice was switched off from 2026-13-01, which is not a date",
    ],
    [
      "switching off twice",
      { rules: { switchedOff: [1, 2].map(() => ({ ruleId: "board.meets-twice", because: "So." })) } },
      "board.meets-twice was switched off twice",
    ],
  ])("throws for %s", (_, over, message) => {
    expect(() => defineAgency(data(over))).toThrow(message);
  });

  it("tells all that does not fit at once", () => {
    const wrong = data({ subjects: { council: board }, commissions: [{ ...named, id: "cms_-", label: "H" }] });
    expect(() => defineAgency(wrong)).toThrow(/^agency harborview does not hold together:\n- commissions: .*\n- the subject board stands under council\n- /);
  });
});

describe("subjectsOf", () => {
  const own = rule(row({ id: "board.meets-in-may", title: "Meets in May", judge: () => decide(false, "met_in_may") }));

  it("gives the same subjects where nothing is changed", () => {
    const { board: same } = subjectsOf(defineAgency(data()));
    expect(evaluate(rulesOn(same ?? board, on), { meetings: 2 })).toEqual(evaluate(rulesOn(board, on), { meetings: 2 }));
  });

  it("gives the agency's own rules to the same engine", () => {
    const { board: changed } = subjectsOf(defineAgency(data({ rules: { added: [{ subjectId: "board", rule: own }] } })));
    expect(evaluate(rulesOn(changed ?? board, on), { meetings: 2 })).toMatchObject({
      verdict: "unmet",
      findings: [{}, {}, { rule: { id: "board.meets-in-may" } }],
    });
  });

  it("lists a rule that is switched off with its reason, and lets it bar nothing", () => {
    const off = { ruleId: "board.meets-twice", because: "Our board is a standing one." };
    const { board: changed } = subjectsOf(defineAgency(data({ rules: { switchedOff: [off] } })));
    const told = evaluate(rulesOn(changed ?? board, on), { meetings: 0 });
    expect(told).toMatchObject({ verdict: "met", findings: [{ standing: "advice", finding: { ruleId: "board.meets-twice", verdict: "unknown" } }, {}] });
    expect(explain(told, { words: agencyWords })).toContain("The agency has switched this rule off: Our board is a standing one.");
    expect(changed?.switchedOff).toEqual([off]);
  });

  it("switches off from a day on, and leaves the day before as it was", () => {
    const off = { ruleId: "board.meets-twice", because: "So.", from: "2026-07-01" } as const;
    const { board: changed } = subjectsOf(defineAgency(data({ rules: { switchedOff: [off] } })));
    const verdictOn = (day: IsoDate) => evaluate(rulesOn(changed ?? board, day), { meetings: 0 }).verdict;
    expect([verdictOn("2026-06-30"), verdictOn("2026-07-01")]).toEqual(["unmet", "met"]);
  });

  it("switches off on the last day of a rule that ends on the day of the switch, and leaves one that ended the day before", () => {
    const ending = (to: IsoDate) => {
      const off = { ruleId: "board.meets-twice", because: "So.", from: "2023-01-01" } as const;
      const { board: changed } = subjectsOf(
        defineAgency(data({ subjects: { board: subject({ ...board, rules: [rule(row({ to }))] }) }, rules: { switchedOff: [off] } })),
      );
      return changed?.rules.history("board.meets-twice").map(({ from, to: last, force }) => [from, last, force]);
    };
    expect(ending("2022-12-31")).toEqual([["2020-01-01", "2022-12-31", "required"]]);
    expect(ending("2023-01-01")).toEqual([
      ["2020-01-01", "2022-12-31", "required"],
      ["2023-01-01", "2023-01-01", "advised"],
    ]);
  });

  it("switches off every version of a rule that still held, and none that had ended", () => {
    const versions = [row({ to: "2022-08-31" }), row({ from: "2022-09-01", to: "2024-08-31" }), row({ from: "2024-09-01" })].map(rule);
    const changing = subject({ ...board, rules: versions });
    const off = { ruleId: "board.meets-twice", because: "So.", from: "2023-01-01" } as const;
    const { board: changed } = subjectsOf(defineAgency(data({ subjects: { board: changing }, rules: { switchedOff: [off] } })));
    const history = changed?.rules.history("board.meets-twice").map(({ from, to, force }) => [from, to, force]);
    expect(history).toEqual([
      ["2020-01-01", "2022-08-31", "required"],
      ["2022-09-01", "2022-12-31", "required"],
      ["2023-01-01", "2024-08-31", "advised"],
      ["2024-09-01", undefined, "advised"],
    ]);
  });
});

describe("New York City with its rules", () => {
  it("asks every question under its id, by rules that all have a citation", () => {
    const subjects = Object.entries(subjectsOf(nycWithRules));
    expect(subjects.length).toBeGreaterThan(6);
    for (const [id, { rules, switchedOff }] of subjects) {
      expect(rules.ids().length, id).toBeGreaterThan(0);
      for (const ruleId of rules.ids()) for (const { citation } of rules.history(ruleId)) expect(citation, ruleId).not.toBe("");
      expect(switchedOff).toEqual([]);
    }
  });

  it("is the same office otherwise", () => {
    expect(nycWithRules.commissions).toBe(nyc.commissions);
  });
});
