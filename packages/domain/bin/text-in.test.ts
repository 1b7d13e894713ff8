import { describe, expect, it } from "vitest";
import { textIn } from "./text-in.ts";

const said = '{"label":"Peluquería"}';

describe("a file's text", () => {
  it.each([
    ["UTF-8", Buffer.from(said)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${said}`)],
    ["UTF-16 as Windows writes it", Buffer.from(`\ufeff${said}`, "utf16le")],
    ["UTF-16 the other way round", Buffer.from(`\ufeff${said}`, "utf16le").swap16()],
  ])("is the same in %s", (_, bytes) => {
    expect(textIn(bytes)).toBe(said);
  });

  it.each([
    ["Latin-1", Buffer.from(said, "latin1"), "UTF-8"],
    ["half of a letter of UTF-16", Buffer.from([0xff, 0xfe, 0x7b]), "UTF-16LE"],
  ])("is not guessed where it is in %s", (_, bytes, encoding) => {
    expect(() => textIn(bytes)).toThrow(`it is no text in ${encoding}; save it as UTF-8`);
  });

  it("may be nothing", () => {
    expect(textIn(new Uint8Array())).toBe("");
  });
});
