import fc from "fast-check";
import { expect, it } from "vitest";
import { searchKey, searchWords } from "./search-key.ts";

it("finds whatever is typed without its accents, in small letters, with the keyboard's apostrophe", () => {
  expect(searchKey("  Évening  at Int\u2019l HIGH ")).toBe("evening at int'l high");
  expect(searchWords("Peña’s  café pena's")).toEqual(["pena's", "cafe"]);
  expect(searchWords(" \t ")).toEqual([]);
});

it("is the same when it is taken twice, and the words of a text are all found in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      expect(searchKey(searchKey(text))).toBe(searchKey(text));
      for (const word of searchWords(text)) expect(searchKey(text)).toContain(word);
    }),
  );
});
