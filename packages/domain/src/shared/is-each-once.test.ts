import { expect, it } from "vitest";
import { hasEachOnce, isEachOnce } from "./is-each-once.ts";

it.each([
  [[], true],
  [["a"], true],
  [["a", "b"], true],
  [["a", "b", "a"], false],
  [[1, 2], true],
  [[0, 0], false],
  [["constructor", "__proto__"], true],
])("of %j each stands once: %s", (values, expected) => {
  expect(isEachOnce(values)).toBe(expected);
  expect(hasEachOnce("id")(values.map((id) => ({ id })))).toBe(expected);
});

it("compares no members that have no key yet", () => {
  expect(hasEachOnce("id")([{}, {}, { id: undefined }, { id: "a" }])).toBe(true);
  expect(hasEachOnce("id")([{}, { id: "a" }, { id: "a" }])).toBe(false);
});
