import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const source = new URL("../src/", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, source), "utf8");
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /(?:\/|-)words\.ts$/.test(file) && !file.startsWith("words/"));
// What is imported and not used does not pass the linter.
const imported = [...`${read("words/words.ts")}${read("words/refusal-words.ts")}`.matchAll(/import \{ (.+) \} from "\.\.\/(.+)";/g)].flatMap(
  ([, names = "", file = ""]) => names.split(", ").map((name) => `${name} of ${file}`),
);

describe("the message catalogue", () => {
  it.each(files)("holds what src/%s says", (file) => {
    const said = [...read(file).matchAll(/^export const (\w*Words)\b/gm)].map(([, name]) => `${name} of ${file}`);
    expect(said.length).toBeGreaterThan(0);
    expect(imported).toEqual(expect.arrayContaining(said));
  });

  it("is looked for in every noun", () => {
    expect(files.length).toBeGreaterThan(4);
  });
});
