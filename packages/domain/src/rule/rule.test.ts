import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { diff, whatIf } from "./compare.ts";
import { evaluate } from "./evaluate.ts";
import { explain, explainAsJson, explainAsTable, sayReason, type Words } from "./explain.ts";
import type { Judgement, Verdict } from "./finding.ts";
import { all, any, atLeast, because, decide, given, noneOf, unknown } from "./judge.ts";
import { type RuleRow, rule, rulesOn, subject } from "./rule.ts";

interface Facts {
  meetings?: number | undefined;
  partners?: readonly { kind?: string | undefined }[] | undefined;
}

const row = (over: Partial<RuleRow<Facts>>): RuleRow<Facts> => ({
  id: "board.meets-twice",
  title: "Meets twice a year",
  force: "required",
  authority: "state_guidance",
  citation: "A guide, page 3",
  url: "https://example.org/guide",
  retrievedOn: "2026-11-24",
  confidence: "verified",
  from: "2020-01-01",
  judge: (facts) => given(facts, ["meetings"], ({ meetings }) => decide(meetings >= 2, "meetings_held", { have: meetings, need: 2 })),
  ...over,
});
const board = (...rows: Partial<RuleRow<Facts>>[]) =>
  subject<Facts>({
    id: "board",
    title: "Is the board active?",
    facts: z.strictObject({ meetings: z.int().optional(), partners: z.array(z.strictObject({ kind: z.string().optional() })).optional() }),
    rules: rows.map((one) => rule(row(one))),
  });
const words: Words = {
  meetings_held: { en: "Meetings held: {have} of {need}.", es: "Reuniones celebradas: {have} de {need}." },
  "fact:board.meetings": { en: "meetings held", es: "reuniones celebradas" },
  "rule:board.meets-twice": { en: "Meets twice a year", es: "Se reúne dos veces al año" },
};
const on = "2026-11-24";
const verdictOf = (judgement: Judgement): Verdict => judgement.verdict;

const verdict = fc.constantFrom<Verdict>("met", "unmet", "unknown");
const judged = (one: Verdict): Judgement => (one === "unknown" ? unknown(["x"]) : decide(one === "met", "x"));

/** Judgements joined at several depths, each leaf about a fact of its own. */
type Tree = { name: string; is: Verdict } | { joined: "all" | "any"; parts: Tree[] };
const leaf = fc.record({ name: fc.constant(""), is: verdict });
const joined = (part: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
  fc.record({ joined: fc.constantFrom<"all" | "any">("all", "any"), parts: fc.array(part, { minLength: 1, maxLength: 3 }) });
const naming = (tree: Tree, name: string): Tree =>
  "is" in tree ? { ...tree, name } : { ...tree, parts: tree.parts.map((part, index) => naming(part, `${name}.${index}`)) };
const joins = joined(fc.oneof(leaf, joined(leaf))).map((tree) => naming(tree, "fact"));
const leavesOf = (tree: Tree): Extract<Tree, { is: Verdict }>[] => ("is" in tree ? [tree] : tree.parts.flatMap(leavesOf));
const judgeTree = (tree: Tree, known: Readonly<Record<string, Verdict>> = {}): Judgement => {
  if (!("is" in tree)) return (tree.joined === "all" ? all : any)(...tree.parts.map((part) => judgeTree(part, known)));
  const is = known[tree.name] ?? tree.is;
  return is === "unknown" ? unknown([tree.name]) : decide(is === "met", tree.name);
};
/** Every way to know these facts. */
const completionsOf = (names: readonly string[]): Readonly<Record<string, Verdict>>[] =>
  names.reduce<Record<string, Verdict>[]>((sofar, name) => sofar.flatMap((one) => (["met", "unmet"] as const).map((is) => ({ ...one, [name]: is }))), [{}]);

describe("joining judgements", () => {
  it("all: unmet where one is, else unknown where one is, else met; any: the mirror image", () => {
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1 }), (verdicts) => {
        const expected = verdicts.includes("unmet") ? "unmet" : verdicts.includes("unknown") ? "unknown" : "met";
        const mirrored = verdicts.includes("met") ? "met" : verdicts.includes("unknown") ? "unknown" : "unmet";
        expect([verdictOf(all(...verdicts.map(judged))), verdictOf(any(...verdicts.map(judged)))]).toEqual([expected, mirrored]);
      }),
    );
  });

  it("never turns to met because something is known less", () => {
    const forgotten = fc.array(fc.tuple(verdict, fc.boolean()), { minLength: 1 });
    fc.assert(
      fc.property(forgotten, fc.boolean(), (parts, isAll) => {
        const joined = isAll ? all : any;
        const known = joined(...parts.map(([one]) => judged(one))).verdict;
        const less = joined(...parts.map(([one, isForgotten]) => judged(isForgotten ? "unknown" : one))).verdict;
        expect(less === known || less === "unknown").toBe(true);
      }),
    );
  });

  it("keeps the reasons that decided, and asks for nothing where it is decided", () => {
    const parts = [decide(true, "good"), decide(false, "bad"), unknown(["x"])];
    expect([all(...parts), any(...parts)].map(({ because: why, missing }) => [why.map(({ code }) => code), missing])).toEqual([
      [["bad"], []],
      [["good"], []],
    ]);
    expect(all(decide(true, "good"), unknown(["x"]), any(decide(true, "enough"), unknown(["y"])), unknown(["x"])).missing).toEqual(["x"]);
  });

  it("asks for a missing fact if, and only if, knowing it could change the verdict", () => {
    fc.assert(
      fc.property(joins, (tree) => {
        const { verdict: whole, missing } = judgeTree(tree);
        const open = leavesOf(tree).filter(({ is }) => is === "unknown");
        const canChange = open.filter(({ name }) => {
          const others = open.filter((leaf) => leaf.name !== name).map((leaf) => leaf.name);
          return completionsOf(others).some((known) => {
            const [so, notSo] = (["met", "unmet"] as const).map((is) => judgeTree(tree, { ...known, [name]: is }).verdict);
            return so !== notSo;
          });
        });
        expect([...missing].sort()).toEqual(canChange.map(({ name }) => name).sort());
        if (whole !== "unknown") expect(missing).toEqual([]);
      }),
    );
  });

  it("keeps each fact once in the evidence", () => {
    const one = given({ meetings: 2 }, ["meetings"], () => decide(true, "a"));
    expect(all(one, one).evidence).toEqual([{ path: "meetings", value: 2 }]);
  });
});

describe("a fact that is missing", () => {
  it("makes a judgement unknown and is named, under the path that it stands at", () => {
    expect(given<Facts, "meetings">({}, ["meetings"], () => decide(true, "a"), "board.")).toMatchObject({ verdict: "unknown", missing: ["board.meetings"] });
  });

  it.each([undefined, null])("is one that is %s, whoever skipped the schema", (nothing) => {
    const facts: { meetings: number | null | undefined } = { meetings: nothing };
    expect(given(facts, ["meetings"], ({ meetings }) => decide(meetings < 3, "few"))).toMatchObject({ verdict: "unknown", missing: ["meetings"] });
    const counting = { path: "team", asks: "x", isSo: () => true, code: "apart" };
    expect([atLeast(0, nothing, counting), noneOf(nothing, counting)].map(verdictOf)).toEqual(["unknown", "unknown"]);
  });

  it("counts neither for nor against in a list: what is sure decides alone", () => {
    const count = (...kinds: (string | undefined)[]) =>
      atLeast(
        2,
        kinds.map((kind) => ({ kind })),
        { path: "partners", asks: "kind", isSo: ({ kind }) => (kind === undefined ? undefined : kind === "industry"), code: "partners" },
      );
    expect(count("industry", "industry", undefined).verdict).toBe("met");
    expect(count("industry", "cbo", undefined)).toMatchObject({ verdict: "unknown", missing: ["partners.2.kind"] });
    expect(count("industry", "cbo")).toMatchObject({ verdict: "unmet", because: [{ facts: { have: 1, need: 2 } }] });
    expect(count(undefined).verdict).toBe("unmet");
  });

  it("counts as one those that have something in common, so where one of them is, and asks only where that is open", () => {
    interface Meeting {
      on?: string;
      came?: boolean;
    }
    const count = (need: number, ...meetings: Meeting[]) =>
      atLeast(need, meetings, { path: "meetings", asks: "came", isSo: ({ came }) => came, onceBy: ({ on: day }) => day, code: "held" });
    expect(count(2, { on: "a", came: true }, { on: "a", came: true })).toMatchObject({ verdict: "unmet", because: [{ facts: { have: 1 } }] });
    expect(count(2, { on: "a", came: true }, { on: "b", came: true }).verdict).toBe("met");
    expect(count(2, { came: true }, { came: true }).verdict).toBe("met");
    expect(count(2, { on: "a" }, { on: "a" })).toMatchObject({ verdict: "unmet", missing: [] });
    expect(count(1, { on: "a" }, { on: "a", came: false }, { on: "a" }).missing).toEqual(["meetings.0.came", "meetings.2.came"]);
    expect(count(2, { on: "a" }, { on: "a", came: true }, { on: "b" }).missing).toEqual(["meetings.2.came"]);
  });

  it("leaves 'none of them' open, unless one is known to be so", () => {
    const none = (...answers: (boolean | undefined)[]) => noneOf(answers, { path: "team", asks: "isReviewer", isSo: (answer) => answer, code: "apart" });
    expect([none(false, false), none(false, undefined), none(true, undefined)].map(verdictOf)).toEqual(["met", "unknown", "unmet"]);
    expect(noneOf(undefined, { path: "team", asks: "x", isSo: () => true, code: "apart" })).toMatchObject({ verdict: "unknown", missing: ["team"] });
    expect(atLeast(1, undefined, { path: "team", asks: "x", isSo: () => true, code: "apart" })).toMatchObject({ verdict: "unknown", missing: ["team"] });
  });
});

describe("an evaluation", () => {
  it("is met where all that counts is, unmet where one is not, unknown where one is not known", () => {
    const rules = rulesOn(board({}, { id: "board.other", judge: () => decide(true, "other") }), on);
    expect([{ meetings: 2 }, { meetings: 1 }, {}].map((facts) => evaluate(rules, facts).verdict)).toEqual(["met", "unmet", "unknown"]);
  });

  it("takes advice as a finding and not as a bar", () => {
    const rules = rulesOn(board({ force: "advised" }, { id: "board.other", judge: () => decide(true, "other") }), on);
    expect(evaluate(rules, { meetings: 0 })).toMatchObject({ verdict: "met", findings: [{ standing: "advice", finding: { verdict: "unmet" } }, {}] });
  });

  it.each(["unverified", "unknown"] as const)("leaves out a law that is %s, and shows it with its mark", (confidence) => {
    const rules = rulesOn(board({ authority: "state_law", confidence }), on);
    expect(evaluate(rules, { meetings: 0 })).toMatchObject({ verdict: "unknown", findings: [{ standing: "unconfirmed" }] });
    expect(explain(evaluate(rules, { meetings: 0 }), { words })).toContain(`[${confidence}]`);
  });

  it("counts a law that was read in a copy, and a policy that nobody needs to confirm", () => {
    for (const over of [
      { authority: "state_law", confidence: "secondary" },
      { authority: "office_policy", confidence: "unknown" },
    ] as const)
      expect(evaluate(rulesOn(board(over), on), { meetings: 0 }).verdict).toBe("unmet");
  });

  it("looks only at rules in force: the first and the last day are in", () => {
    const dated = board({ from: "2022-09-01", to: "2023-08-31" });
    const inForce = (day: typeof on) => rulesOn(dated, day).rules.length;
    expect((["2022-08-31", "2022-09-01", "2023-08-31", "2023-09-01"] as const).map((day) => inForce(day as typeof on))).toEqual([0, 1, 1, 0]);
  });
});

describe("comparing", () => {
  const changed = board(
    { to: "2022-08-31" },
    { from: "2022-09-01", judge: (facts) => given(facts, ["meetings"], ({ meetings }) => decide(meetings >= 3, "meetings_held", { have: meetings, need: 3 })) },
    { id: "board.new", from: "2022-09-01", judge: () => decide(true, "new") },
    { id: "board.old", to: "2022-08-31", judge: () => decide(true, "old") },
  );
  const [before, after] = [rulesOn(changed, "2022-08-31"), rulesOn(changed, "2022-09-01")];

  it("diff tells what flips, begins and ends for these facts when the rules change", () => {
    const { verdict: whole, flips } = diff(before, after, { meetings: 2 });
    expect(whole).toEqual({ before: "met", after: "unmet" });
    expect(flips.map(({ ruleId, before: was, after: is }) => [ruleId, was?.verdict, is?.verdict])).toEqual([
      ["board.meets-twice", "met", "unmet"],
      ["board.old", "met", undefined],
      ["board.new", undefined, "met"],
    ]);
  });

  it("diff is silent about a rule that says the same of these facts", () => {
    expect(diff(before, after, { meetings: 3 }).flips.map(({ ruleId }) => ruleId)).toEqual(["board.old", "board.new"]);
  });

  it("whatIf tells which verdicts flip when a fact changes", () => {
    const { flips } = whatIf(before, { meetings: 2 }, (facts) => ({ ...facts, meetings: 1 }));
    expect(flips).toMatchObject([{ ruleId: "board.meets-twice", before: { verdict: "met" }, after: { verdict: "unmet" } }]);
  });
});

describe("telling", () => {
  const rules = rulesOn(board({}), on);

  it("says the verdict, the reason and the source in plain language, in English and in Spanish", () => {
    expect(explain(evaluate(rules, { meetings: 1 }), { words })).toBe(
      "Not met (2026-11-24)\n\nNot met: Meets twice a year\n  Meetings held: 1 of 2.\n  Source: A guide, page 3, https://example.org/guide",
    );
    expect(explain(evaluate(rules, {}), { words, language: "es" })).toContain(
      "No se sabe: Se reúne dos veces al año\n  Aún no se sabe: reuniones celebradas.\n  Fuente",
    );
  });

  it("begins with what was judged and the question, as far as they are said", () => {
    const asked: Words = { ...words, "subject:board": { en: "Is it active?", es: "¿Está activa?" } };
    const evaluation = evaluate(rules, { meetings: 1 });
    expect(explain(evaluation, { words: asked, language: "es", label: "Soldadura" })).toMatch(/^Soldadura: ¿Está activa\?\n\nNo se cumple \(/);
    expect(explain(evaluation, { words: asked })).toMatch(/^Is it active\?\n\nNot met \(/);
    expect(explain(evaluation, { words, label: "Welding" })).toMatch(/^Welding\n\nNot met \(/);
    expect(explainAsTable(evaluation, { words: asked, language: "es" })).toMatch(/^## ¿Está activa\?\n\n\*\*No se cumple\*\* \(/);
    expect(explainAsJson(evaluation, { words: asked, language: "es", label: "Soldadura" })).toMatchObject({
      label: "Soldadura",
      question: "¿Está activa?",
      findings: [{ title: "Se reúne dos veces al año" }],
    });
    expect(Object.keys(explainAsJson(evaluation, { words }))).toEqual(["subject", "on", "verdict", "missing", "findings"]);
  });

  it("is a table with a row a rule, whose cells do not break it", () => {
    const table = explainAsTable(evaluate(rulesOn(board({ title: "a | b \\| c", id: "board.x" }), on), { meetings: 2 }), { words });
    expect(table.split("\n").at(-1)).toBe("| a \\| b \\\\\\| c | Met | Meetings held: 2 of 2. | A guide, page 3, https://example.org/guide |");
  });

  it("is plain data that survives JSON, with each rule's citation", () => {
    const told = explainAsJson(evaluate(rules, { meetings: 1 }), { words });
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
    expect(told).toMatchObject({ verdict: "unmet", findings: [{ rule: { citation: "A guide, page 3" }, sentence: "Meetings held: 1 of 2." }] });
  });

  it("shows a code without a sentence as it is, and a hole without a fact too", () => {
    expect(sayReason({ code: "own_code", verdict: "met", facts: { have: 2 } }, { words, language: "en" })).toBe("own code; have: 2");
    expect(sayReason({ code: "meetings_held", verdict: "met", facts: { have: 2 } }, { words, language: "en" })).toBe("Meetings held: 2 of {need}.");
    const inherited: Words = { odd: { en: "It is {constructor}.", es: "Es {constructor}." } };
    expect(sayReason({ code: "odd", verdict: "met", facts: {} }, { words: inherited, language: "en" })).toBe("It is {constructor}.");
  });

  it("has a sentence of its own for met and for unmet where one would not fit both", () => {
    const both: Words = { a: { met: { en: "Yes.", es: "Sí." }, unmet: { en: "No.", es: "No." } } };
    const say = (one: Verdict) => sayReason({ code: "a", verdict: one, facts: {} }, { words: both, language: "en" });
    expect([say("met"), say("unmet"), say("unknown")]).toEqual(["Yes.", "No.", "a"]);
  });

  it("says the same only once", () => {
    const twice = rulesOn(board({ judge: () => all(unknown(["meetings"]), unknown(["meetings"])) }), on);
    expect(explainAsJson(evaluate(twice, {}), { words }).findings[0]?.sentence).toBe("Not known yet: meetings held.");
  });

  it("tells ids by their names in the language, and as they are where they have none", () => {
    const named: Words = {
      barred: { en: "Barred: {tasks}.", es: "Prohibido: {tasks}." },
      "value:board.tasks.saws": { en: "saws", es: "sierras" },
      "value:board.tasks.mines": { en: "mines, quarries", es: "minas, canteras" },
      "value:other.tasks.acids": { en: "acids", es: "ácidos" },
      "value:saws": { en: "any saws", es: "cualquier sierra" },
      "value:hoists": { en: "hoists", es: "grúas" },
    };
    const say = (tasks: string | string[]) =>
      sayReason({ code: "barred", verdict: "unmet", facts: { tasks } }, { words: named, language: "es", subjectId: "board" });
    expect([say("saws"), say(["saws", "acids"]), say(["mines", "saws"]), say([]), say("hoists")]).toEqual([
      "Prohibido: sierras.",
      "Prohibido: sierras, acids.",
      "Prohibido: minas, canteras; sierras.",
      "Prohibido: .",
      "Prohibido: grúas.",
    ]);
  });

  it("names a place in a list as people count", () => {
    const reason = unknown(["partners.1.kind"]).because[0];
    if (reason) expect(sayReason(reason, { words, language: "en", subjectId: "board" })).toBe("Not known yet: partners kind (2).");
  });

  it("puts a reason in front of others", () => {
    expect(because(decide(true, "a"), "whole", { n: 1 }).because.map(({ code }) => code)).toEqual(["whole", "a"]);
  });
});
