import { subjectsOf } from "@cte-partnerships/domain/agency";
import { nycWithRules } from "@cte-partnerships/domain/nyc-rules";
import { evaluate, rulesOn, type Subject } from "@cte-partnerships/domain/rule";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type Field, fieldAt, fieldOf, type Path, pathOf } from "../../lib/schema-field.ts";
import { checkFacts } from "./check-facts.ts";
import { draftOf, rawFactsOf, valueAt, withoutRow, withValueAt } from "./draft.ts";
import { factsFromHash, factsText, factsToHash, readFactsText } from "./facts-text.ts";
import { withKnownValues } from "./known-values.ts";

const subjects: readonly Subject[] = Object.values(subjectsOf(nycWithRules));
const on = "2026-11-24";

/** A form that has a field of every kind, deeper than any subject's. */
const everything = z.strictObject({
  name: z.string().max(20).optional().meta({ title: "Name" }),
  count: z.int().min(0).max(500).optional(),
  share: z.number().min(-5).max(5).optional(),
  isSo: z.boolean().optional(),
  kind: z.enum(["one", "two_of_them"]).optional(),
  marks: z
    .array(z.enum(["a", "b", "c"]))
    .max(5)
    .optional(),
  days: z.array(z.iso.date()).max(3).optional(),
  words: z.array(z.string().max(5)).optional(),
  clusterIds: z.array(z.string()).optional(),
  around: z
    .strictObject({
      inner: z.strictObject({ from: z.iso.date().optional() }).optional(),
      rows: z.array(z.strictObject({ n: z.number().optional() })).optional(),
    })
    .optional(),
  either: z.union([z.string().max(3), z.strictObject({ at: z.number() })]).optional(),
});
const all: readonly Pick<Subject, "id" | "facts">[] = [...subjects, { id: "everything", facts: everything as unknown as Subject["facts"] }];

/** Any facts that a schema takes, by the schema itself. */
function valid(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) return valid(schema.unwrap());
  if (schema instanceof z.ZodArray) return fc.array(valid(schema.element), { maxLength: 3 });
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(valid));
  if (schema instanceof z.ZodNumber) {
    const [min, max] = [Math.max(-50, schema.minValue ?? -50), Math.min(3000, schema.maxValue ?? 3000)];
    return (schema.isInt ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true })).filter((n) => !Object.is(n, -0));
  }
  if (schema instanceof z.ZodObject)
    return fc.record(Object.fromEntries(Object.entries(schema.shape).map(([key, inner]) => [key, valid(inner as z.ZodType)])), { requiredKeys: [] });
  const fits = (text: string) => (schema as z.ZodType).safeParse(text).success;
  const fitting = texts.filter(fits);
  if (fitting.length === 0) throw new Error("say which text is worth trying");
  return fits("Any text") ? fc.oneof(fc.constantFrom(...fitting), fc.string({ maxLength: 30 }).filter(fits)) : fc.constantFrom(...fitting);
}
const texts = ["", "Any", "2024-02-29", "2026-11-24", "19:00", "24:00", "act_career-day", "cms_construction", "bor_bronx", "construction"];
const factsOf = (subject: Pick<Subject, "facts">) => valid(subject.facts).filter((facts) => subject.facts.safeParse(facts).success) as fc.Arbitrary<object>;

describe("a form made from a subject's facts", () => {
  it.each(all.map((subject) => [subject.id, subject] as const))("gives back any facts that the schema takes: %s", (_id, subject) => {
    for (const form of [fieldOf(subject.facts), withKnownValues(fieldOf(subject.facts), on)]) {
      fc.assert(
        fc.property(factsOf(subject), (facts) => {
          const said = rawFactsOf(form, draftOf(form, facts));
          expect(said).toEqual(facts);
          // What the schema itself puts right, such as spaces at the end, it puts right here as well.
          expect(checkFacts(subject, said)).toEqual({ facts: subject.facts.parse(facts), faults: [], strayPaths: [] });
        }),
        { numRuns: 60 },
      );
    }
  });

  it.each(all.map((subject) => [subject.id, subject] as const))(
    "gives them back through an address and through the command line's file: %s",
    (_id, subject) => {
      fc.assert(
        fc.property(factsOf(subject), (facts) => {
          if (Object.keys(facts).length > 0) expect(factsFromHash(factsToHash(facts))).toEqual(facts);
          const read = readFactsText(factsText(subject, on, facts), { ...subject, title: "" });
          expect(read.ok && read.on).toBe(on);
        }),
        { numRuns: 30 },
      );
    },
  );

  it.each(subjects.map((subject) => [subject.id, subject] as const))("has a field for every fact that a rule misses: %s", (_id, subject) => {
    const form = fieldOf(subject.facts);
    fc.assert(
      fc.property(factsOf(subject), (facts) => {
        for (const path of evaluate(rulesOn(subject, on), facts).missing) expect(fieldAt(form, pathOf(path)), path).toBeDefined();
      }),
      { numRuns: 60 },
    );
  });

  it("needs JSON of nobody for the subjects that there are", () => {
    const kinds = (field: Field): string[] => [
      field.kind,
      ...(field.kind === "group" ? field.parts.flatMap((part) => kinds(part.field)) : field.kind === "list" ? kinds(field.item) : []),
    ];
    for (const { id, facts } of subjects) expect(kinds(fieldOf(facts)), id).not.toContain("json");
    expect(kinds(fieldOf(everything))).toEqual(expect.arrayContaining(["text", "number", "yes_no", "choice", "choices", "list", "day", "group", "json"]));
  });

  it("survives whatever an address or a paste holds, and judges what fits of it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.jsonValue({ maxDepth: 4 }), (subject, value) => {
        const form = fieldOf(subject.facts);
        const { facts } = checkFacts(subject, rawFactsOf(form, draftOf(form, value)));
        expect(subject.facts.safeParse(facts).success).toBe(true);
      }),
    );
  });
});

describe("what does not fit", () => {
  const proxy = subjects.find(({ id }) => id === "commission-proxy") as Subject;
  const form = fieldOf(proxy.facts);

  it("is told at its field, and the rest is judged without it", () => {
    const raw = { reviewersOnSelfStudyTeam: -1, meetings: [{ heldOn: "yesterday", teachers: 2 }, {}], partnersAtReview: "two", period: { from: "2026-01-01" } };
    const { facts, faults, strayPaths } = checkFacts(proxy, rawFactsOf(form, draftOf(form, raw)));
    expect(facts).toEqual({ meetings: [{ teachers: 2 }, {}], period: { from: "2026-01-01" } });
    expect(faults.map(({ path, message }) => [path.join("."), message])).toEqual(
      expect.arrayContaining([
        ["reviewersOnSelfStudyTeam", "Must be 0 or more"],
        ["meetings.0.heldOn", "Must be a date such as 2026-11-24"],
        ["partnersAtReview", "Must be a list"],
      ]),
    );
    expect(strayPaths).toEqual([]);
  });

  it("makes the whole list unknown where an entry of it is wrong: without it, it would be another list", () => {
    const { facts, faults } = checkFacts(proxy, { commissionClusterIds: ["construction", 5], reviewersOnSelfStudyTeam: 0 });
    expect([facts, faults.map(({ path }) => path)]).toEqual([{ reviewersOnSelfStudyTeam: 0 }, [["commissionClusterIds", 1]]]);
  });

  it("is named where it is no fact of the subject at all", () => {
    expect(checkFacts(proxy, { horoscope: 1, meetings: [{ mood: 2 }] })).toEqual({
      facts: { meetings: [{}] },
      faults: [],
      strayPaths: ["meetings.0.mood", "horoscope"],
    });
  });

  it("stays the text that was typed while a number is not finished", () => {
    const count = { kind: "number", isWhole: false } as const;
    expect(["1.", "1.5", "-", "", "1,5", " 2 ", "0x10"].map((text) => rawFactsOf(count, text))).toEqual([1, 1.5, "-", "", "1,5", 2, "0x10"]);
  });
});

describe("a form", () => {
  it("holds numbers as the text that one types, and lets nothing vanish from a list", () => {
    expect(draftOf({ kind: "number", isWhole: false }, 1.5)).toBe("1.5");
    expect(rawFactsOf({ kind: "list", item: { kind: "group", parts: [] } }, [undefined])).toEqual([{}]);
    expect(rawFactsOf({ kind: "list", item: { kind: "text" } }, [undefined])).toEqual([""]);
  });
});

describe("changing a form", () => {
  const pathTo: fc.Arbitrary<Path> = fc.constantFrom(["a"], ["a", "b"], ["rows", 0], ["rows", 1, "n"], ["rows", 0, "deep", "x"]);

  it("puts a value where it is asked to, and nothing else anywhere", () => {
    fc.assert(
      fc.property(pathTo, fc.string(), (path, value) => {
        const before = { other: [1], rows: [{ n: "1" }, { n: "2" }] };
        const after = withValueAt(before, path, value);
        expect(valueAt(after, path)).toBe(value);
        expect(valueAt(after, ["other"])).toEqual([1]);
        expect(before.rows).toHaveLength(2);
      }),
    );
  });

  it("does not know a group any more once nothing is left in it, and keeps an empty row", () => {
    expect(withValueAt({ period: { from: "x" } }, ["period", "from"], undefined)).toBeUndefined();
    expect(withValueAt({ rows: [{ n: "1" }] }, ["rows", 0, "n"], undefined)).toEqual({ rows: [{}] });
    expect(withoutRow({ rows: [{ n: "1" }, {}] }, ["rows", 0])).toEqual({ rows: [{}] });
    expect(withoutRow({ rows: [{}] }, ["rows", 0])).toEqual({ rows: [] });
  });
});

describe("a pasted text", () => {
  const proxy = subjects.find(({ id }) => id === "commission-proxy") as Subject;

  it.each([
    ["{", /^This is no JSON/],
    ["[]", /^This is a list/],
    ["7", /^This must be an object/],
    ['{"subject":"clearance","facts":{}}', /another question: clearance/],
  ])("is refused with a reason: %s", (text, message) => {
    const read = readFactsText(text, proxy);
    expect(read.ok ? "" : read.message).toMatch(message);
  });

  it("may be the facts alone, and null is not known", () => {
    expect(readFactsText('{"reviewersOnSelfStudyTeam":0,"meetings":null}', proxy)).toEqual({ ok: true, facts: { reviewersOnSelfStudyTeam: 0 } });
  });

  it("holds nothing where the command line's template was not filled in", () => {
    expect(readFactsText('{"facts":{"meetings":[{"heldOn":null}],"period":{"from":null}}}', proxy)).toEqual({ ok: true, facts: { period: {} } });
  });

  it("is nothing where an address was cut short", () => {
    expect([factsFromHash("facts=%%%"), factsFromHash("facts=e30x"), factsFromHash("main"), factsFromHash("")]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
