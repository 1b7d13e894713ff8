import { describe, expect, it } from "vitest";
import { dateInWords, spanInWords } from "./days.ts";

describe("days in words", () => {
  it("are days of the calendar, which no zone moves", () => expect(dateInWords("2026-03-01")).toBe("Mar 1, 2026"));

  it.each([
    [{ from: "2022-09-01" }, "since Sep 1, 2022"],
    [{ from: "2010-07-01", to: "2022-08-31" }, "from Jul 1, 2010 to Aug 31, 2022"],
    [{ from: "2000-01-01" }, "long-standing"],
    [{ from: "2000-01-01", to: "2023-06-30" }, "until Jun 30, 2023"],
  ] as const)("tell a span, and no first day where a source names none: %o", (span, said) => expect(spanInWords(span)).toBe(said));
});
