import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EmailAddress, line, paragraphs, WebAddress } from "./text.ts";

const hostile: [string, string][] = [
  ["a null byte", "\u0000"],
  ["an escape", "\u001b"],
  ["a vertical tab", "\u000b"],
  ["a delete", "\u007f"],
  ["a C1 control", "\u0085"],
  ["a soft hyphen", "\u00ad"],
  ["a combining grapheme joiner", "\u034f"],
  ["an Arabic letter mark", "\u061c"],
  ["a Hangul filler, which is a letter that nobody sees", "\u3164"],
  ["a halfwidth Hangul filler", "\uffa0"],
  ["a zero-width space", "\u200b"],
  ["a right-to-left mark", "\u200f"],
  ["a line separator", "\u2028"],
  ["a paragraph separator", "\u2029"],
  ["a right-to-left override", "\u202e"],
  ["a word joiner", "\u2060"],
  ["a right-to-left isolate", "\u2067"],
  ["a byte order mark", "\ufeff"],
  ["an interlinear anchor", "\ufff9"],
  ["a tag character", "\u{e0041}"],
  ["half a surrogate pair", "\ud800"],
];
const harmless: [string, string][] = [
  ["letters with marks", "José Núñez-O’Neill"],
  ["Arabic", "ليلى"],
  ["Persian with its non-joiner", "نیم\u200cفاصله"],
  ["Chinese", "王小明"],
  ["an emoji made of several", "👩‍🏫"],
  ["an emoji with its variation selector", "❤️"],
  ["markup, which is text", "<b>Ada</b> & “sons”"],
];

describe.each([
  ["line", line(50)],
  ["paragraphs", paragraphs(50)],
])("%s", (_, schema) => {
  it.each(hostile)("refuses %s", (_name, mark) => {
    expect(schema.safeParse(`Ada${mark}Example`).success).toBe(false);
  });

  it.each(harmless)("keeps %s", (_name, text) => {
    expect(schema.parse(text)).toBe(text);
  });

  it("writes one text in one way, whichever way it was typed", () => {
    expect(schema.parse("Jose\u0301")).toBe("José");
  });

  it.each([
    ["what it is made for", 50, true],
    ["one more", 51, false],
  ])("counts after trimming, to the character: %s", (_name, length, isTaken) => {
    expect(schema.safeParse(`  ${"a".repeat(length)} `).success).toBe(isTaken);
  });

  it("changes nothing that it has once written", () => {
    const pieces = fc.constantFrom(
      " ",
      "\t",
      "\n",
      "\r\n",
      "\u00a0",
      "\u3000",
      "\u2003",
      "e\u0301",
      "\u0301",
      "a",
      "é",
      "\u200d",
      "ﬁ",
      "\u1100\u1161",
      "<",
      "😀",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces).map((all) => all.join("")),
        ),
        (text) => {
          const once = schema.safeParse(text);
          if (!once.success) return;
          expect(schema.parse(once.data)).toBe(once.data);
          expect(once.data).toBe(once.data.normalize("NFC").trim());
          expect(once.data.replaceAll(/[\t\n]/g, "")).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
        },
      ),
    );
  });
});

describe("line", () => {
  it.each([
    ["tabs and line ends", "Ada\t\r\n Example"],
    ["no-break spaces", "Ada\u00a0\u202fExample"],
    ["wide spaces", "Ada\u3000\u2003Example"],
    ["spaces at the ends", "  Ada Example\n"],
  ])("folds %s into single spaces", (_, text) => {
    expect(line(50).parse(text)).toBe("Ada Example");
  });

  it.each([
    ["nothing", ""],
    ["spaces", " \u3000\n"],
    ["joiners alone", "\u200d\u200c"],
    ["an accent alone", "\u0301"],
  ])("needs something that can be seen: %s", (_, text) => {
    expect(
      line(50)
        .safeParse(text)
        .error?.issues.map((issue) => issue.message),
    ).toEqual(["is needed"]);
  });

  it("says what is wrong", () => {
    expect(
      line(2)
        .safeParse("abc")
        .error?.issues.map((issue) => issue.message),
    ).toEqual(["must be at most 2 characters"]);
    expect(
      line(9)
        .safeParse("a\u0000c")
        .error?.issues.map((issue) => issue.message),
    ).toEqual(["has a control character or an invisible mark in it"]);
  });
});

describe("paragraphs", () => {
  it("keeps line ends and tabs inside, with line ends of one kind", () => {
    expect(paragraphs(50).parse("\r\none\r\n\r\ntwo\rthree\n\tfour ")).toBe("one\n\ntwo\nthree\n\tfour");
  });

  it("may be empty", () => {
    expect(paragraphs(50).parse(" \n ")).toBe("");
  });

  it("says what is wrong", () => {
    expect(
      paragraphs(2)
        .safeParse("abc")
        .error?.issues.map((issue) => issue.message),
    ).toEqual(["must be at most 2 characters"]);
    expect(
      paragraphs(9)
        .safeParse("a\u0000c")
        .error?.issues.map((issue) => issue.message),
    ).toEqual(["has a control character or an invisible mark in it"]);
  });
});

describe("EmailAddress", () => {
  it("writes every form of an address that differs in capitals and space as one", () => {
    for (const form of ["ada@example.org", " ADA@Example.ORG\n", "Ada@EXAMPLE.org\t"]) expect(EmailAddress.parse(form)).toBe("ada@example.org");
  });

  it.each(["ada+tours@example.org", "o'neill@example.org", "a.b-c_d@sub.example.co", "1@example.org"])("takes %s", (address) => {
    expect(EmailAddress.parse(address)).toBe(address);
  });

  it.each([
    "",
    "ada",
    "ada@",
    "@example.org",
    "ada@example",
    "ada@@example.org",
    "ada@example..org",
    ".ada@example.org",
    "ada..b@example.org",
    "ada.@example.org",
    "ada example@example.org",
    "ada@exam ple.org",
    "ada@example.org\nBcc: eve@example.org",
    "ada@example.org,eve@example.org",
    "<ada@example.org>",
    '"ada"@example.org',
    "ada@example.org\u0000",
    "ada@exämple.org",
    "ada@127.0.0.1",
  ])("refuses %j", (address) => {
    expect(EmailAddress.safeParse(address).success).toBe(false);
  });

  it.each([
    [254, true],
    [255, false],
  ])("of %i characters is taken: %s", (length, isTaken) => {
    const domain = `${"d".repeat(60)}.${"e".repeat(60)}.org`;
    expect(EmailAddress.safeParse(`${"a".repeat(length - domain.length - 1)}@${domain}`).success).toBe(isTaken);
  });

  it("says what is wrong in words for a form", () => {
    const said = (address: string) => EmailAddress.safeParse(address).error?.issues.map((issue) => issue.message);
    expect(said(" ")).toEqual(["is needed"]);
    expect(said("ada")).toEqual(["must be an e-mail address such as name@example.org"]);
    expect(said("a".repeat(255))).toEqual(["must be at most 254 characters"]);
  });

  it("changes nothing that it has once written", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const once = EmailAddress.safeParse(address);
        if (once.success) expect(EmailAddress.parse(once.data)).toBe(once.data);
      }),
    );
  });
});

describe("WebAddress", () => {
  it.each([
    ["https://example.org", "https://example.org/"],
    ["http://example.org/join?id=1#now", "http://example.org/join?id=1#now"],
    ["HTTPS://Example.ORG/Join", "https://example.org/Join"],
    [' https://example.org/"><script> ', "https://example.org/%22%3E%3Cscript%3E"],
    ["https://example.org/a\nb", "https://example.org/ab"],
    ["https://example.org/\u202eb", "https://example.org/%E2%80%AEb"],
    ["https://example.org/people/@ada", "https://example.org/people/@ada"],
    ["https://example.org/?next=https://ada@example.org", "https://example.org/?next=https://ada@example.org"],
  ])("writes %j as a browser would send it", (address, written) => {
    expect(WebAddress.parse(address)).toBe(written);
    expect(WebAddress.parse(written)).toBe(written);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://example.org",
    "//example.org",
    "example.org",
    "https://",
    "https://localhost",
    "https://127.0.0.1/",
    "https://[::1]/",
  ])("refuses %s", (address) => {
    expect(WebAddress.safeParse(address).success).toBe(false);
  });

  it("refuses a user name that makes one site look like another", () => {
    for (const address of ["https://example.org@evil.example/", "http://example.org:pass@evil.example/", "https://a%40b@evil.example"]) {
      expect(WebAddress.safeParse(address).error?.issues[0]?.message).toBe("must not have a user name in it");
    }
  });

  it.each([
    [2048, true],
    [2049, false],
  ])("of %i characters is taken: %s", (length, isTaken) => {
    expect(WebAddress.safeParse(`https://example.org/${"a".repeat(length - 20)}`).success).toBe(isTaken);
  });
});
