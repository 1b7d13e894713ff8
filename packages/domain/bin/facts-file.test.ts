import { decide, given, rule, subject } from "@cte-partnerships/domain/rule";
import { IsoDate } from "@cte-partnerships/domain/shared";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { Stop } from "./exit-code.ts";
import { readFacts } from "./facts-file.ts";
import { factLines, factsTemplate } from "./facts-template.ts";

interface Facts {
  meetings?: number | undefined;
  lastOn?: IsoDate | undefined;
  partners?: readonly { kind?: "industry" | "postsecondary" | undefined }[] | undefined;
}
const board = subject<Facts>({
  id: "board",
  title: "Is the board active?",
  facts: z.strictObject({
    meetings: z.int().optional().meta({ title: "Meetings held" }),
    lastOn: IsoDate.optional().meta({ title: "Last meeting" }),
    partners: z
      .array(z.strictObject({ kind: z.enum(["industry", "postsecondary"]).optional().meta({ title: "Kind" }) }))
      .optional()
      .meta({ title: "Partners present" }),
  }) as z.ZodType<Facts>,
  rules: [
    rule<Facts>({
      id: "board.meets",
      title: "Meets",
      force: "required",
      authority: "office_policy",
      citation: "An example",
      retrievedOn: "2026-11-24",
      confidence: "verified",
      from: "2020-01-01",
      judge: (facts) => given(facts, ["meetings"], ({ meetings }) => decide(meetings >= 2, "meets", { have: meetings })),
    }),
  ],
});
const reading = { subjects: [board], name: "facts.json" };
const linesOf = (text: string, over: object = {}): readonly string[] => {
  try {
    readFacts(text, { ...reading, ...over });
    return [];
  } catch (error) {
    if (error instanceof Stop) return error.lines;
    throw error;
  }
};

describe("a file of facts", () => {
  it("says what it is about, and may have a label and a day", () => {
    const { asked, isList } = readFacts('{"subject":"board","label":"Welding","on":"2026-01-31","facts":{"meetings":2}}', reading);
    expect(asked).toEqual([{ subject: board, label: "Welding", on: "2026-01-31", facts: { meetings: 2 } }]);
    expect(isList).toBe(false);
  });

  it("is a list where there are several", () => {
    expect(readFacts('[{"subject":"board","facts":{}},{"subject":"board","facts":{"meetings":1}}]', reading)).toMatchObject({
      isList: true,
      asked: [{ facts: {} }, { facts: { meetings: 1 } }],
    });
  });

  it("is the facts alone where the command line says what they are about", () => {
    expect(readFacts('{"meetings":2}', { ...reading, subjectId: "board" }).asked).toMatchObject([{ facts: { meetings: 2 } }]);
  });

  it("takes null for not known, at every depth", () => {
    const factsOf = (facts: string) => readFacts(`{"subject":"board","facts":${facts}}`, reading).asked[0]?.facts;
    expect(factsOf('{"meetings":null,"partners":[{"kind":null},{"kind":"industry"}]}')).toEqual({ partners: [{}, { kind: "industry" }] });
  });

  it("takes a list of blank rows for not known, and an empty list or an empty row for what they are", () => {
    const factsOf = (facts: string) => readFacts(`{"subject":"board","facts":${facts}}`, reading).asked[0]?.facts;
    expect(factsOf('{"partners":[{"kind":null}]}')).toEqual({});
    expect(factsOf('{"partners":[]}')).toEqual({ partners: [] });
    expect(factsOf('{"partners":[{}]}')).toEqual({ partners: [{}] });
  });

  it.each([
    ["a value that does not fit", '{ "subject": "board",\n  "facts": {\n    "meetings": "two" } }', "facts.json:3:17: /facts/meetings: "],
    ["a value deep inside", '{"subject":"board","facts":{"partners":[\n{},\n{"kind":"cbo"}]}}', "facts.json:3:9: /facts/partners/1/kind: "],
    [
      "a fact that there is not",
      '{"subject":"board","facts":{\n"meeting":2}}',
      "facts.json:2:11: /facts/meeting: is no fact of board. Did you mean meetings? `facts board` shows them",
    ],
    ["a fact that is like none", '{"subject":"board","facts":{"wages":2}}', "/facts/wages: is no fact of board. `facts board` shows them"],
    ["a null in a list", '{"subject":"board","facts":{"partners":[null]}}', "facts.json:1:41: /facts/partners/0: must be an object, in { }"],
    ["a day that is not there", '{"subject":"board","facts":{"lastOn":"2027-02-29"}}', "facts.json:1:38: /facts/lastOn: is not a real date"],
    ["no facts", '{"subject":"board"}', "facts.json:1:1: /facts: is needed"],
    ["no subject", '{"facts":{}}', 'facts.json:1:1: /: has no "subject"'],
    ["nothing that says what it is", '{"meetings":2}', "facts.json:1:1: /: does not say what it is about"],
    ["a subject that there is not", '{"subject":"bord","facts":{}}', "facts.json:1:12: /subject: is no subject. Did you mean board? There are board."],
    ["a wrong day", '{"subject":"board","on":"tomorrow","facts":{}}', "facts.json:1:25: /on: must be a date"],
    ["a fact beside the facts", '{"subject":"board","meetings":2,"facts":{}}', "facts.json:1:31: /meetings: stands beside"],
    ["an empty list", "[]", "facts.json:1:1: /: is an empty list"],
    ["no object", "7", "facts.json:1:1: /: must be an object"],
    ["no JSON", "{", "facts.json:1:2: "],
  ])("points at the line and the path of %s", (_, text, line) => {
    expect(linesOf(text)).toEqual([expect.stringContaining(line)]);
  });

  it("says what would do in words that are no programmer's, and leaves to a schema what it says itself", () => {
    const strange = {
      ...board,
      facts: z.strictObject({
        yes: z.boolean().optional(),
        text: z.string().min(2).max(3).optional(),
        whole: z.int().min(1).max(9).optional(),
        half: z.number().min(0.5).optional(),
        few: z.array(z.string()).min(1).max(2).optional(),
        kind: z.enum(["own", "joint"]).optional(),
        own: z.string().min(1, "is needed by the schema itself").optional(),
        shape: z.string().regex(/^a$/).optional(),
        between: z.number().gt(0).lt(1).optional(),
      }),
    };
    const saidOf = (facts: object) => linesOf(JSON.stringify({ subject: "board", facts }), { subjects: [strange] }).map((line) => line.replace(/^.*: /, ""));
    expect(saidOf({ yes: "yes", text: 5, whole: "1", half: "1", few: {}, kind: 1, own: "" })).toEqual([
      "must be true or false",
      "must be text, in double quotes",
      "must be a number",
      "must be a number",
      "must be a list, in [ ]",
      'must be one of "own", "joint"',
      "is needed by the schema itself",
    ]);
    expect(saidOf({ text: "a", whole: 0, half: 0, few: [] })).toEqual([
      "must be at least 2 characters",
      "must be at least 1",
      "must be at least 0.5",
      "must have at least 1 in it",
    ]);
    expect(saidOf({ text: "abcd", whole: 10, few: ["a", "b", "c"] })).toEqual([
      "must be at most 3 characters",
      "must be at most 9",
      "must have at most 2 in it",
    ]);
    expect(saidOf({ whole: 1.5, few: ["a", null] })).toEqual(["must be a whole number", "must be text, in double quotes"]);
    expect([...saidOf({ between: 0 }), ...saidOf({ between: 1 })]).toEqual(["must be more than 0", "must be less than 1"]);
    expect(saidOf({ shape: "b" })).toHaveLength(1);
  });

  it("tells every fault at once, of every member of a list", () => {
    expect(linesOf('[{"subject":"board","facts":{"a":1,"b":2}},{"subject":"x","facts":{}}]')).toHaveLength(3);
  });

  it("must be about what the command line asks for", () => {
    expect(linesOf('{"subject":"council","facts":{}}', { subjectId: "board" })).toEqual([expect.stringContaining("is not the subject asked for, board")]);
  });
});

describe("the template of a subject", () => {
  it("is a file that can be checked as it is, with nothing known", () => {
    expect(factsTemplate(board)).toEqual({ subject: "board", facts: { meetings: null, lastOn: null, partners: [{ kind: null }] } });
    expect(readFacts(JSON.stringify(factsTemplate(board)), reading).asked[0]?.facts).toEqual({});
  });

  it("tells each fact with its label and what it takes", () => {
    expect(factLines(board)).toEqual([
      { path: "meetings", title: "Meetings held", takes: "a whole number" },
      { path: "lastOn", title: "Last meeting", takes: 'a date, "2026-11-24"' },
      { path: "partners", title: "Partners present", takes: "a list" },
      { path: "partners.*.kind", title: "Kind", takes: '"industry" | "postsecondary"' },
    ]);
  });
});
