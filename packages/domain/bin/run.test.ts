import { defineAgency } from "@cte-partnerships/domain/agency";
import { decide, given, rule, subject } from "@cte-partnerships/domain/rule";
import { Zone } from "@cte-partnerships/domain/shared";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { run, type World } from "./run.ts";

interface Facts {
  meetings?: number | undefined;
}
const meets = (id: string, need: number, span: { from: "2020-01-01" | "2026-07-01"; to?: "2026-06-30" }) =>
  rule<Facts>({
    ...span,
    id,
    title: `Meets ${need} times`,
    force: "required",
    authority: "office_policy",
    citation: "An example",
    retrievedOn: "2026-11-24",
    confidence: "verified",
    judge: (facts) => given(facts, ["meetings"], ({ meetings: have }) => decide(have >= need, "meetings_held", { have, need })),
  });
const council = subject<Facts>({
  id: "council",
  title: "Is the council active?",
  facts: z.strictObject({ meetings: z.int().min(0).optional().meta({ title: "Meetings held" }) }),
  rules: [meets("council.meets", 2, { from: "2020-01-01", to: "2026-06-30" }), meets("council.meets", 3, { from: "2026-07-01" })],
});
const agency = defineAgency({
  id: "example",
  title: "An example",
  office: { title: "Office" },
  zone: Zone.parse("Pacific/Honolulu"),
  boroughs: [],
  commissions: [],
  schools: [],
  activityTypes: [],
  calendar: [],
  subjects: { council },
});
const words = { meetings_held: { en: "Held: {have} of {need}.", es: "Celebradas: {have} de {need}." } };

/** Runs a command line against files that are only here, at a moment that is always the same. */
async function say(line: string, files: Readonly<Record<string, unknown>> = {}) {
  const said = { out: "", err: "" };
  const world: World = {
    now: () => Date.parse("2026-07-01T05:00:00.000Z"),
    read: async (name) => {
      if (!(name in files)) throw new Error("no such file");
      return typeof files[name] === "string" ? (files[name] as string) : JSON.stringify(files[name]);
    },
    print: (text) => {
      said.out += text;
    },
    complain: (text) => {
      said.err += `${text}\n`;
    },
    load: async (module) => {
      if (module === "./agency.ts") return { agency, words };
      if (module === "./two.ts") return { one: agency, other: { ...agency, id: "other" } };
      if (module === "./none.ts") return { agency: "New York" };
      throw new Error("no such module\nRequire stack:\n- /from-here.js");
    },
    version: () => "1.2.3",
  };
  const code = await run(line.split(" ").filter(Boolean), world);
  return { ...said, code };
}
const mine = (line: string, files?: Readonly<Record<string, unknown>>) => say(`${line} --agency ./agency.ts`, files);
const facts = (meetings: number | null, more: object = {}) => ({ subject: "council", ...more, facts: { meetings } });

describe("check", () => {
  it.each([
    [3, 0, "Met"],
    [2, 1, "Not met"],
    [null, 2, "Not known"],
  ])("%s meetings: ends with %d", async (meetings, code, told) => {
    const said = await mine("check f.json --on 2026-07-01", { "f.json": facts(meetings) });
    expect([said.code, said.err]).toEqual([code, ""]);
    expect(said.out).toContain(`Is the council active?\n\n${told} (2026-07-01)`);
  });

  it("reads standard input for -", async () => {
    expect(await mine("check -", { "-": facts(3) })).toMatchObject({ code: 0 });
  });

  it("asks the rules of today in the agency's zone, where it is still yesterday", async () => {
    const said = await mine("check f.json", { "f.json": facts(2) });
    expect(said).toMatchObject({ code: 0, out: expect.stringContaining("2026-06-30") });
  });

  it("asks the rules of the day that the file names, before that of the command line", async () => {
    expect((await mine("check f.json --on 2026-07-01", { "f.json": facts(2, { on: "2026-06-30" }) })).code).toBe(0);
  });

  it("ends with the worst of several, and tells each by its label", async () => {
    const several = [facts(3, { label: "Welding" }), facts(null, { label: "Nursing" }), facts(1, { label: "Culinary" })];
    const said = await mine("check f.json --on 2026-07-01", { "f.json": several });
    expect(said.code).toBe(1);
    expect([...said.out.matchAll(/^(\w+): Is the council active\?$/gm)].map((match) => match[1])).toEqual(["Welding", "Nursing", "Culinary"]);
    expect((await mine("check f.json --on 2026-07-01", { "f.json": several.slice(0, 2) })).code).toBe(2);
  });

  it("tells it in JSON: an object for one, a list for a list", async () => {
    const one = await mine("check f.json --format json --on 2026-07-01", { "f.json": facts(2) });
    expect(JSON.parse(one.out)).toMatchObject({
      subject: "council",
      verdict: "unmet",
      findings: [{ sentence: "Held: 2 of 3.", rule: { citation: "An example" } }],
    });
    const list = await mine("check f.json --format json --on 2026-07-01", { "f.json": [facts(2, { label: "Welding" })] });
    expect(JSON.parse(list.out)).toMatchObject([{ label: "Welding", verdict: "unmet" }]);
  });

  it("tells it in Markdown, and in Spanish", async () => {
    const said = await mine("check f.json --format markdown --language es --on 2026-07-01", { "f.json": facts(2) });
    expect(said.out).toContain("## Is the council active?\n\n**No se cumple** (2026-07-01)");
    expect(said.out).toContain("| Meets 3 times | No se cumple | Celebradas: 2 de 3. | An example |");
  });

  it("calls a fact without a sentence by the label of its schema", async () => {
    expect((await mine("check f.json --on 2026-07-01", { "f.json": facts(null) })).out).toContain("Not known yet: meetings held.");
  });

  it("says where no rule is in force, and knows nothing then", async () => {
    const said = await mine("check f.json --on 2019-12-31", { "f.json": facts(3) });
    expect(said).toMatchObject({ code: 2, err: "No rule of council is in force on 2019-12-31.\n" });
  });

  it.each([
    ["wrong facts", 65, "check f.json", { "f.json": '{\n "subject": "council",\n "facts": { "meetings": -1 }\n}' }, "f.json:3:25: /facts/meetings: "],
    ["no JSON", 65, "check -", { "-": "meetings: 2" }, "standard input:1:1: "],
    ["no such file", 66, "check g.json", {}, "g.json cannot be read: no such file"],
    ["no file", 64, "check", {}, "check needs a file"],
    ["no such day", 64, "check f.json --on 2026-02-30", {}, "--on 2026-02-30 is not a real date"],
    ["no such form", 64, "check f.json --format xml", {}, "--format is one of text, json, markdown, and not xml"],
    ["no such language", 64, "check f.json --language fr", {}, "--language is one of en, es"],
    ["no such subject", 64, "check f.json --subject counsil", {}, "There is no subject counsil. Did you mean council? There are council."],
    ["no such option", 64, "check f.json -x", {}, "Unknown option '-x'. See --help."],
    ["too much", 64, "check f.json g.json", {}, "check takes no more than one argument"],
    ["an argument where none is", 64, "subjects council", {}, "subjects takes no argument, and not council"],
    ["an option without a value", 64, "check f.json --format", {}, "Option '--format' argument is ambiguous. See --help."],
  ])("ends with a number of its own for %s", async (_, code, line, files, told) => {
    const said = await mine(line, files as Readonly<Record<string, unknown>>);
    expect([said.code, said.out]).toEqual([code, ""]);
    expect(said.err).toContain(told);
  });
});

describe("an agency", () => {
  it.each([
    ["./two.ts", "must export one agency, as defineAgency gives it; it exports 2."],
    ["./none.ts", "it exports 0."],
    ["./gone.ts", "./gone.ts cannot be loaded: no such module\n"],
  ])("of %s is refused", async (module, told) => {
    expect(await say(`subjects --agency ${module}`)).toMatchObject({ code: 66, err: expect.stringContaining(told) });
  });

  it("is New York City's where none is named", async () => {
    const said = await say("subjects");
    expect(said.code).toBe(0);
    for (const id of ["commission-proxy", "advisory-board", "advisory-council", "program-approval"]) expect(said.out).toContain(id);
  });
});

describe("the other commands", () => {
  it("list the subjects, the facts and the rules, in each form", async () => {
    expect((await mine("subjects")).out).toBe("council  Is the council active?\n");
    expect((await mine("facts council")).out).toBe('{\n  "subject": "council",\n  "facts": {\n    "meetings": null\n  }\n}\n');
    expect((await mine("facts --subject council --format markdown")).out).toContain("| meetings | Meetings held | a whole number |");
    expect((await mine("rules --on 2026-07-01")).out).toBe("council.meets  Meets 3 times  An example  2026-07-01 to now  verified\n");
    expect(JSON.parse((await mine("rules council --on 2026-06-30 --format json")).out)).toMatchObject([{ id: "council.meets", to: "2026-06-30" }]);
  });

  it("speak Spanish where it is asked for: the questions, the facts, the rules and what stands above them", async () => {
    expect((await say("subjects --language es --format markdown")).out).toContain(
      "| Tema | Pregunta |\n| --- | --- |\n| activity-hours | ¿Para qué cuentan las horas de una actividad? |",
    );
    expect((await say("facts commission-proxy --language es --format markdown")).out).toContain("| period.from | Primer día del período | una fecha,");
    expect((await say("facts council --language es --format text --agency ./agency.ts")).out).toBe("meetings  Meetings held  un número entero\n");
    const rules = (await say("rules commission-proxy --language es")).out;
    expect(rules).toMatch(/^commission-proxy\.sector-matches +El sector de la comisión .+ hasta hoy /m);
    const checked = await say("check f.json --language es", { "f.json": { subject: "commission-proxy", label: "Soldadura", facts: {} } });
    expect(checked.out).toMatch(/^Soldadura: ¿Puede la comisión hacer las veces de la junta asesora de la escuela\?\n\nNo se sabe \(/);
    expect((await say("check f.json", { "f.json": { subject: "commission-proxy", facts: {} } })).out).toMatch(/^May the commission stand in/);
  });

  it("help, and tell the version", async () => {
    expect(await say("--help")).toMatchObject({ code: 0, out: expect.stringContaining("check <facts.json | ->") });
    expect(await say("")).toMatchObject({ code: 64, err: expect.stringContaining("check <facts.json | ->") });
    expect(await say("--version")).toMatchObject({ code: 0, out: "1.2.3\n" });
    expect(await say("chek")).toMatchObject({ code: 64, err: "There is no command chek. Did you mean check? See --help.\n" });
  });

  it("make of every subject a file that can be checked as it is, of which nothing is known", async () => {
    const ids = JSON.parse((await say("subjects --format json")).out) as { id: string }[];
    expect(ids.length).toBeGreaterThanOrEqual(5);
    for (const { id } of ids) {
      const template = (await say(`facts ${id}`)).out;
      const said = await say("check f.json --format json", { "f.json": template });
      expect([id, said.err, (JSON.parse(said.out) as { verdict: string }).verdict, said.code]).toEqual([id, "", "unknown", 2]);
    }
  });
});
