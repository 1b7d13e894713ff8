import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { card, feed, forNews, shared } from "./calendar-and-card.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const readme = read("../README.md");

describe("the README", () => {
  it("shows an example that compiles and runs", () => {
    expect(readme).toContain(`\`\`\`ts\n${read("./calendar-and-card.ts").trimEnd()}\n\`\`\``);
  });

  it("says of it what it comes to", () => {
    expect(feed).toContain("BEGIN:VTIMEZONE");
    expect([card, shared].map((text) => text.match(/BEGIN:VCARD/g)?.length)).toEqual([1, 1]);
    expect(forNews).toBe("");
    expect(readme).toContain("`forNews` is empty");
  });

  it("leads to nothing that the package has not", () => {
    expect([...readme.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, to]) => to)).toEqual([]);
  });
});
