import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { refusalCodes } from "../src/index.ts";
import { remaining, told } from "./five-minutes.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const readme = read("../README.md");

describe("the README", () => {
  it("shows an example that compiles, runs, and gives what it says", () => {
    expect(readme).toContain(`\`\`\`ts\n${read("./five-minutes.ts").trimEnd()}\n\`\`\``);
    expect(readme).toContain(`\`told\` is \`${JSON.stringify(told).replace(",", ", ")}\`, and one seat remains`);
    expect(remaining).toBe(1);
  });

  it("has a heading for every refusal code, in order, and for no other", () => {
    const headings = [...readme.matchAll(/^### `(.+)`$/gm)].map((match) => match[1]);
    expect(headings).toEqual(refusalCodes);
  });

  it("says of every refusal what happened, which facts it carries, and what to do", () => {
    const told = readme.split("\n## Refusals\n")[1]?.split("\n### ").slice(1) ?? [];
    expect(told).toHaveLength(refusalCodes.length);
    for (const section of told) expect(section).toMatch(/^`\w+`\n\n[A-Z][^\n]+\.\n\n- Facts: [^\n]+\n- What to do: [A-Z][^\n]+\.\n$/);
  });
});

describe("the list of refusal codes", () => {
  it("is in the order of the alphabet and names none twice", () => {
    expect(refusalCodes).toEqual([...new Set(refusalCodes)].toSorted());
  });
});
