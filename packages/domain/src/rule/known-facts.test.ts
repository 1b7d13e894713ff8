import fc from "fast-check";
import { expect, it } from "vitest";
import { knownFacts } from "./known-facts.ts";

it("takes out what is null and lists of nothing but blank rows, and leaves a blank row beside others in its place", () => {
  const blank = { name: null, contact: { email: null }, visits: [{ on: null }] };
  expect(knownFacts({ a: null, b: 0, c: "", d: false, list: [blank, blank], none: [], group: { a: null } })).toEqual({
    b: 0,
    c: "",
    d: false,
    none: [],
    group: {},
  });
  expect(knownFacts({ list: [blank, { name: "Example Builders" }] })).toEqual({ list: [{ contact: {} }, { name: "Example Builders" }] });
});

it("moves no row of a list, not even one that is null: the schema refuses it at its place", () => {
  expect(knownFacts({ ids: ["a", null, "b"] })).toEqual({ ids: ["a", null, "b"] });
});

it("leaves facts in which nothing is null as they are, and what it gave once it gives again", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const known = knownFacts(value);
      if (!JSON.stringify(value).includes("null")) expect(known).toEqual(value);
      expect(knownFacts(known)).toEqual(known);
    }),
  );
});
