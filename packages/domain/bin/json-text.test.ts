import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineAndColumn, readJson } from "./json-text.ts";

/** What the runtime itself says: the oracle. */
function builtIn(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
const hasNoKeyTwice = (text: string) => !/twice/.test((readJson(text) as { reason?: string }).reason ?? "");

describe("readJson", () => {
  it("reads whatever JSON.parse reads, as the same value", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, "\t"), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        expect(readJson(written)).toMatchObject({ ok: true });
        expect((readJson(written) as { value: unknown }).value).toEqual(JSON.parse(written));
      }),
    );
  });

  it("refuses whatever JSON.parse refuses", () => {
    const sign = fc.constantFrom(...'{}[]",:0123456789.eE+- \n\tntrufalse\\u/x');
    const broken = fc
      .tuple(fc.json(), fc.nat(), sign)
      .map(([text, at, one]) => text.slice(0, at % (text.length + 1)) + one + text.slice((at % (text.length + 1)) + 1));
    fc.assert(
      fc.property(
        fc.oneof(
          broken,
          fc.array(sign).map((all) => all.join("")),
        ),
        (text) => {
          if (hasNoKeyTwice(text)) expect(readJson(text).ok).toBe(builtIn(text).ok);
        },
      ),
    );
  });

  it.each([
    ["nothing", "", "1:1", "ends where a value"],
    ["an end too early", '{\n  "a": 1', "2:9", "ends where }"],
    ["a comma too many", '{\n  "a": 1,\n}', "3:1", "needs a key"],
    ["a word that is none", "[\n  nil\n]", "2:3", "no value of JSON"],
    ["something behind it", "{} {}", "1:4", "goes on"],
    ["a key twice", '{\n  "a": 1,\n  "a": 2\n}', "3:3", 'key "a" twice'],
    ["a text without an end", '["a\n"]', "1:2", "does not end"],
    ["no end of depth", "[".repeat(1000), "1:202", "nested"],
  ])("tells where it breaks: %s", (_, text, place, reason) => {
    const read = readJson(text);
    if (read.ok) throw new Error("it was read");
    expect([lineAndColumn(text, read.at), read.reason]).toEqual([place, expect.stringContaining(reason)]);
  });

  it("knows the line of every value by its JSON Pointer", () => {
    const text = '{\n  "a/b": [\n    1,\n    { "~": true }\n  ]\n}';
    const read = readJson(text);
    if (!read.ok) throw new Error(read.reason);
    const told = Object.fromEntries([...read.places].map(([pointer, at]) => [pointer, lineAndColumn(text, at)]));
    expect(told).toEqual({ "": "1:1", "/a~1b": "2:10", "/a~1b/0": "3:5", "/a~1b/1": "4:5", "/a~1b/1/~0": "4:12" });
  });

  it("takes a file that begins with a byte order mark, as spreadsheets write it", () => {
    expect(readJson('\uFEFF{"a":1}')).toMatchObject({ ok: true, value: { a: 1 } });
  });
});
