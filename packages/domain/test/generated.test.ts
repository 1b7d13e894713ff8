import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { accessTable } from "../scripts/access-table.ts";
import { schemaFiles } from "../scripts/schemas.ts";
import { exampleEventInput, exampleInput } from "./examples.ts";

const here = (path: string) => new URL(path, import.meta.url);

describe("what is generated and committed", () => {
  it.each([...schemaFiles()])("schema/%s is what the code makes: run `pnpm schema`, and add a changeset", (file, content) => {
    expect(readFileSync(here(`../schema/${file}`), "utf8")).toBe(content);
  });

  it("has no schema that the code does not make", () => {
    expect(readdirSync(here("../schema/")).toSorted()).toEqual([...schemaFiles().keys()].toSorted());
  });

  it("docs/access.md is what the code says: run `pnpm docs:access`", () => {
    // Mutation testing runs a copy of this package alone, without the documents around it.
    const document = here("../../../docs/access.md");
    if (existsSync(document)) expect(readFileSync(document, "utf8")).toBe(accessTable());
  });
});

describe("the JSON Schemas", () => {
  const parsed = (name: string) => z.fromJSONSchema(JSON.parse(schemaFiles().get(name) ?? "") as z.core.JSONSchema.JSONSchema);

  it.each([
    ["event-input.json", exampleEventInput()],
    ["sign-up-input.json", { name: "Ada Example", email: "ada@example.org" }],
    ["sign-up-input.json", exampleInput({ affiliation: "Example Engines", partySize: 3 })],
  ])("%s takes what the code takes", (name, example) => {
    expect(parsed(name).safeParse(example).error).toBeUndefined();
  });

  it.each([
    ["event-input.json", { ...exampleEventInput(), status: "published" }],
    ["sign-up-input.json", { ...exampleInput(), studentId: "1" }],
    ["sign-up-input.json", { ...exampleInput(), partySize: 0 }],
    ["sign-up-input.json", { ...exampleInput(), email: "ada" }],
  ])("%s refuses what the code refuses", (name, example) => {
    expect(parsed(name).safeParse(example).success).toBe(false);
  });
});
