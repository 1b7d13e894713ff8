import { expect, it } from "vitest";
import { shortly } from "../scripts/shortly.mjs";

it("tells what a tool said as it is where it is short", () => {
  expect(shortly("\nsrc/a.ts:1:2: error: expected a name\n  at here\n")).toBe("src/a.ts:1:2: error: expected a name\n  at here");
});

it("shows the beginning and the end of what is long, and of no line more than one can read", () => {
  const address = `data:text/javascript;base64,${"QUJD".repeat(15_000)}`;
  const said = shortly(["first", `${address}:1`, ...Array.from({ length: 500 }, (_, index) => `line ${index}`), "Error: the reason"].join("\n"));
  expect(said.length).toBeLessThan(2000);
  expect(said).toMatch(/^first\ndata:text\/javascript[^\n]* characters more\nline 0\n/);
  expect(said).toMatch(/\n… 453 lines more …\n[\s\S]*\nError: the reason$/);
});
