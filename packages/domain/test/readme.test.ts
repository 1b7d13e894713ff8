import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { refusalCodes } from "../src/index.ts";
import { ifAnotherCame, told, verdict } from "./five-minutes.ts";
import * as signUps from "./sign-up-example.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const readme = read("../README.md");

describe("the README", () => {
  it.each(["./five-minutes.ts", "./sign-up-example.ts"])("shows an example that compiles and runs: %s", (file) => {
    expect(readme).toContain(`\`\`\`ts\n${read(file).trimEnd()}\n\`\`\``);
  });

  it("says of its first verdict what it is", () => {
    expect(readme).toContain(`\`verdict\` is \`"${verdict}"\``);
    expect(ifAnotherCame.verdict).toEqual({ before: "unmet", after: "met" });
    expect(readme).toContain('`ifAnotherCame.verdict` is `{ before: "unmet", after: "met" }`');
    expect(told).toContain("Listed, but not counted as industry: PLTW");
  });

  it("leads to nothing that is not in the package", () => {
    const links = [...readme.matchAll(/\]\((?!https:|#)([^)]+)\)/g)].map(([, to = ""]) => to);
    const shipped = (JSON.parse(read("../package.json")) as { files: string[] }).files;
    expect(links.filter((to) => !shipped.some((file) => to === file || to.startsWith(`${file}/`)))).toEqual([]);
  });

  it("says of its sign-ups what they come to", () => {
    expect(readme).toContain(`\`told\` is \`${JSON.stringify(signUps.told).replace(",", ", ")}\`, and one seat remains`);
    expect(signUps.remaining).toBe(1);
  });
});

describe("the list of refusal codes", () => {
  it("is in the order of the alphabet and names none twice", () => {
    expect(refusalCodes).toEqual([...new Set(refusalCodes)].toSorted());
  });
});
