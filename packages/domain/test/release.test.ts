import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareSchemas, highest, type Level } from "../scripts/compare-schemas.ts";
import { bumpsIn, faultsInRelease, schemasIn } from "../scripts/pending-release.ts";

type Schema = Readonly<Record<string, unknown>>;
const here = (path: string) => new URL(path, import.meta.url);
const levelOf = (was: Schema, is: Schema, file = "thing.json"): Level | undefined =>
  highest(compareSchemas(new Map([[file, was]]), new Map([[file, is]])).map(({ level }) => level));
const text = { type: "string" } as const;
const object = (properties: Schema, required: readonly string[] = []): Schema => ({ type: "object", properties, required, additionalProperties: false });

describe("a schema of the next release", () => {
  it.each<[string, Schema, Schema, input: Level | undefined, kept: Level | undefined]>([
    ["a new optional field", object({}), object({ a: text }), "minor", "minor"],
    ["a new required field", object({}), object({ a: text }, ["a"]), "major", "major"],
    ["a field that is gone", object({ a: text }), object({}), "major", "major"],
    ["a field that became required", object({ a: text }), object({ a: text }, ["a"]), "major", "major"],
    ["a field that may be left out now", object({ a: text }, ["a"]), object({ a: text }), "minor", "major"],
    ["a value that is gone", { enum: ["a", "b"] }, { enum: ["a"] }, "major", "major"],
    ["a new value", { enum: ["a"] }, { enum: ["a", "b"] }, "minor", "major"],
    ["another type", text, { type: "number" }, "major", "major"],
    ["whole numbers that became numbers", { type: "integer" }, { type: "number" }, "minor", "major"],
    ["numbers that became whole", { type: "number" }, { type: "integer" }, "major", "major"],
    ["a shorter text", { ...text, maxLength: 9 }, { ...text, maxLength: 8 }, "major", "major"],
    ["a longer text", { ...text, maxLength: 8 }, { ...text, maxLength: 9 }, "minor", "minor"],
    ["a higher minimum", { type: "number", minimum: 1 }, { type: "number", minimum: 2 }, "major", "major"],
    ["a lower minimum", { type: "number", minimum: 2 }, { type: "number", minimum: 1 }, "minor", "minor"],
    ["a bound that is new", text, { ...text, maxLength: 9 }, "major", "major"],
    ["a bound that is gone", { ...text, maxLength: 9 }, text, "minor", "minor"],
    ["another pattern", { ...text, pattern: "^a" }, { ...text, pattern: "^b" }, "major", "major"],
    ["another default", { ...text, default: "a" }, { ...text, default: "b" }, "major", "major"],
    ["other words", { ...text, description: "a" }, { ...text, description: "b" }, "patch", "patch"],
    ["unknown fields that are refused now", { type: "object" }, { type: "object", additionalProperties: false }, "major", "major"],
    ["a change inside a list", { type: "array", items: { enum: ["a"] } }, { type: "array", items: { enum: ["a", "b"] } }, "minor", "major"],
    ["a new member of a union", union("a"), union("a", "b"), "minor", "major"],
    ["a member that is gone", union("a", "b"), union("b"), "major", "major"],
    ["members in another order", union("a", "b"), union("b", "a"), undefined, undefined],
    ["a definition that moved", object({ a: text }), { ...object({ a: { $ref: "#/$defs/A" } }), $defs: { A: text } }, undefined, undefined],
    [
      "a change behind a reference",
      { $ref: "#/$defs/A", $defs: { A: { enum: ["a"] } } },
      { $ref: "#/$defs/A", $defs: { A: { enum: ["a", "b"] } } },
      "minor",
      "major",
    ],
    ["something that no rule knows", text, { ...text, contentEncoding: "base64" }, "major", "major"],
  ])("%s", (_, was, is, input, kept) => {
    expect([levelOf(was, is, "thing-input.json"), levelOf(was, is)]).toEqual([input, kept]);
  });

  it("that holds itself is compared once", () => {
    const tree = (values: readonly string[]): Schema => ({ $ref: "#/$defs/T", $defs: { T: object({ v: { enum: values }, left: { $ref: "#/$defs/T" } }) } });
    expect(levelOf(tree(["a"]), tree(["a", "b"]))).toBe("major");
  });

  it("may be new, and may not be gone", () => {
    expect(compareSchemas(new Map(), new Map([["a.json", text]])).map(({ level }) => level)).toEqual(["minor"]);
    expect(compareSchemas(new Map([["a.json", text]]), new Map()).map(({ level }) => level)).toEqual(["major"]);
  });
});

function union(...kinds: string[]): Schema {
  return { oneOf: kinds.map((kind) => object({ kind: { const: kind }, a: text }, ["kind"])) };
}

const current = schemasIn(here("../schema/"));

describe("the committed schemas", () => {
  it("change nothing against themselves", () => {
    expect(compareSchemas(current, current)).toEqual([]);
  });

  it.each([...current.keys()])("%s: no field can go, become required or lose a value without a major release", (file) => {
    const schema = current.get(file) ?? {};
    for (const broken of breakages(schema)) expect([broken.what, levelOf(schema, broken.schema, file)]).toEqual([broken.what, "major"]);
  });

  it("can be broken in many ways", () => {
    expect([...current.values()].flatMap((schema) => breakages(schema)).length).toBeGreaterThan(100);
  });
});

/** Every way to break a schema at one place. */
function breakages(schema: unknown, what = ""): { what: string; schema: Schema }[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own: { what: string; schema: Schema }[] = [];
  const { properties, required, enum: options } = schema as { properties?: Schema; required?: string[]; enum?: unknown[] };
  for (const name of Object.keys(properties ?? {})) {
    const { [name]: _gone, ...rest } = properties ?? {};
    own.push({ what: `${what}/${name} goes`, schema: { ...schema, properties: rest, ...(required && { required: required.filter((one) => one !== name) }) } });
    if (!required?.includes(name)) own.push({ what: `${what}/${name} becomes required`, schema: { ...schema, required: [...(required ?? []), name] } });
  }
  if (options && options.length > 1) own.push({ what: `${what} loses a value`, schema: { ...schema, enum: options.slice(1) } });
  // A definition that nothing refers to breaks nobody: definitions are walked, and each is referred to.
  const inner = Object.entries(schema).flatMap(([key, value]) =>
    breakages(value, `${what}/${key}`).map((one) => ({
      what: one.what,
      schema: (Array.isArray(schema) ? Object.assign([...schema], { [key]: one.schema }) : { ...schema, [key]: one.schema }) as Schema,
    })),
  );
  return [...own, ...inner];
}

describe("the next release", () => {
  const name = (JSON.parse(readFileSync(here("../package.json"), "utf8")) as { name: string }).name;
  const bumps = bumpsIn(here("../../../.changeset/"), name);

  it("is at least what the changes to the schemas since the last one ask for: run `pnpm changeset`", () => {
    expect(faultsInRelease(schemasIn(here("../released/")), current, [...bumps.values()])).toEqual([]);
  });

  it("would be stopped where a changeset promises too little, or is not there", () => {
    const [was, is] = [new Map([["a-input.json", object({})]]), new Map([["a-input.json", object({ a: text }, ["a"])]])];
    expect(faultsInRelease(was, is, [])).toEqual(["a-input.json/a is new and required: that is major. Run `pnpm changeset` and choose major."]);
    expect(faultsInRelease(was, is, ["patch", "minor"])).toHaveLength(1);
    expect(faultsInRelease(was, is, ["patch", "major"])).toEqual([]);
  });
});
