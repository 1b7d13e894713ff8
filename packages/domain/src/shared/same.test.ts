import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSame } from "./same.ts";

describe("isSame", () => {
  it.each([
    ["another order of keys", { a: 1, b: { c: [1, 2], d: "x" } }, { b: { d: "x", c: [1, 2] }, a: 1 }, true],
    ["a key that holds nothing", { a: 1, b: undefined }, { a: 1 }, true],
    ["another value deep inside", { a: { b: [1, { c: 1 }] } }, { a: { b: [1, { c: 2 }] } }, false],
    ["another order in a list", [1, 2], [2, 1], false],
    ["a longer list", [1], [1, 2], false],
    ["a list and a record", [], {}, false],
    ["a record and nothing", {}, null, false],
    ["nothing and a record", null, {}, false],
    ["a key more", { a: 1 }, { a: 1, b: 2 }, false],
    ["text and number", "1", 1, false],
    ["a record and text", {}, "", false],
    ["text and a record", "", {}, false],
  ])("%s", (_, one, other, same) => {
    expect(isSame(one, other)).toBe(same);
    expect(isSame(other, one)).toBe(same);
  });

  it("agrees with writing both down with sorted keys", () => {
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([key, part]) => [key, sorted(part)]),
            )
          : value;
    const values = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(fc.property(values, values, (one, other) => isSame(one, other) === (JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)))));
    fc.assert(fc.property(values, (value) => isSame(value, JSON.parse(JSON.stringify(value)))));
  });
});
