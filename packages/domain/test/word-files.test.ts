import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Words } from "../src/index.ts";
import { everyNounsWords, refusalWords } from "../src/words/index.ts";

const source = new URL("../src/", import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /(?:\/|-)words\.ts$/.test(file) && !file.startsWith("words/"));

describe("the message catalogue", () => {
  it.each(files)("holds what src/%s says", async (file) => {
    const said = Object.entries((await import(new URL(file, source).href)) as Record<string, Words>).filter(([name]) => /words$/i.test(name));
    expect(said.length).toBeGreaterThan(0);
    for (const [name, own] of said) {
      if (name.endsWith("RefusalWords")) expect(refusalWords).toMatchObject(own);
      else expect(everyNounsWords).toContain(own);
    }
  });

  it("is looked for in every noun", () => {
    expect(files.length).toBeGreaterThan(4);
  });
});
