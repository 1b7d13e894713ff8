import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const src = new URL("../src/", import.meta.url);
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => [file.replaceAll("\\", "/"), readFileSync(new URL(file.replaceAll("\\", "/"), src), "utf8")] as const);
const code = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
// What stands between quotes is told to people: performance data and a school's process are words of the field.
const withoutStrings = (text: string) => code(text.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""'));

// The order of the house: a noun imports only earlier ones.
const nouns = [
  "shared",
  "reference",
  "rule",
  "partner",
  "school",
  "commission",
  "activity",
  "opportunity",
  "event",
  "sign-up",
  "participation",
  "report",
  "access",
  "agency",
  "interchange",
  "words",
];

describe.each(files)("src/%s", (file, text) => {
  it("imports zod and its own package alone", () => {
    const specifiers = [...code(text).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)["']([^"']+)["']/g)].map((match) => match[1] ?? "");
    for (const specifier of specifiers) expect(specifier).toMatch(/^(?:zod|\.{1,2}\/.+\.ts)$/);
  });

  it("imports no later noun", () => {
    const own = nouns.indexOf(file.split("/")[0] ?? "");
    if (own === -1) return;
    for (const [, noun] of code(text).matchAll(/from "(?:\.\.\/)+([a-z-]+)\//g)) expect(nouns.indexOf(noun ?? "")).toBeLessThanOrEqual(own);
  });

  it("has no clock, chance, network, storage, environment or log", () => {
    // `new Date(argument)` reads what it is given; `new Date()` reads the clock.
    const ambient =
      /\b(?:Date\.now|new Date\(\)|Date\(\)|Math\.random|fetch|console|process|performance|crypto|globalThis|require|setTimeout|setInterval|queueMicrotask|localStorage|eval)\b/g;
    expect(withoutStrings(text).match(ambient) ?? []).toEqual([]);
    expect(withoutStrings(text)).not.toMatch(/new Date\(\s*\)/);
  });
});

describe("the test itself", () => {
  it("looks at the whole package", () => {
    expect(files.length).toBeGreaterThan(20);
  });
});
