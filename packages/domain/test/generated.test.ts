import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { accessTable } from "../scripts/access-table.ts";
import { documents, readmeMade } from "../scripts/documents.ts";
import { schemaFiles } from "../scripts/schemas.ts";
import { subjects } from "../scripts/subjects.ts";
import { refusalCodes } from "../src/index.ts";
import { exampleEventInput, exampleInput } from "./examples.ts";
import { told } from "./five-minutes.ts";

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

describe("the pages of docs/domain: run `node scripts/generate.ts docs`", () => {
  const folder = here("../../../docs/domain/");
  const made = documents(subjects);
  const committed = () =>
    readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(fileURLToPath(folder), join(entry.parentPath, entry.name)).replaceAll("\\", "/"));

  it("are there for every noun, rule, subject and refusal, and no others", () => {
    expect(committed().toSorted()).toEqual([...made.keys()].toSorted());
  });

  it("say what the code says", () => {
    expect([...made].filter(([file, content]) => readFileSync(new URL(file, folder), "utf8") !== content).map(([file]) => file)).toEqual([]);
  });

  it("have no link to a page that is not there, and no rule without its source", () => {
    const links = [...made].flatMap(([file, content]) =>
      [...content.matchAll(/\]\(([^):]+\.md)\)/g)].map(([, to]) => new URL(to ?? "", new URL(file, folder))),
    );
    expect(links.filter((to) => !existsSync(to)).map(String)).toEqual([]);
    for (const id of subjects.flatMap((one) => one.rules.ids())) expect(made.get(`rules/${id}.md`)).toMatch(/^- Source: .+$/m);
  });

  it("and the README tell of every refusal, with its facts, and the README what its example tells", () => {
    const readme = readFileSync(here("../README.md"), "utf8");
    expect(readmeMade(readme, told)).toBe(readme);
    for (const page of [readme, made.get("refusals.md") ?? ""]) {
      expect([...page.matchAll(/^### `(.+)`$/gm)].map((match) => match[1])).toEqual(refusalCodes);
    }
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
