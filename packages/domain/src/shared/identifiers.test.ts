import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { CedsElementId, CedsOptionCode } from "./ceds-code.ts";
import { CipCode } from "./cip-code.ts";
import { Dbn } from "./dbn.ts";
import { NaicsCode } from "./naics-code.ts";
import { PhoneNumber, phoneInWords } from "./phone-number.ts";
import { SocCode } from "./soc-code.ts";
import { ZipCode } from "./zip-code.ts";

const said = (schema: z.ZodType, text: string) => schema.safeParse(text).error?.issues.map(({ message }) => message);

interface Case {
  schema: z.ZodType<string>;
  /** What is typed, and its one written form. */
  taken: [typed: string, written: string][];
  /** What is refused, and the part of the message that says what to do. */
  refused: [typed: string, told: string][];
  /** Characters that its written forms and their near misses are made of. */
  letters: string;
}

const cases: Record<string, Case> = {
  Dbn: {
    schema: Dbn,
    letters: "0123456789MXKQRBmx -–",
    taken: [
      ["02M412", "02M412"],
      ["75x012", "75X012"],
      [" 02-m-412 ", "02M412"],
      ["13 K 430", "13K430"],
      ["2M412", "02M412"],
      ["０２M412", "02M412"],
    ],
    refused: [
      ["13B430", "use M (Manhattan), X (the Bronx), K (Brooklyn), Q (Queens) or R (Staten Island)"],
      ["M412", "such as 02M412"],
      ["00M412", "districts begin at 01"],
      ["02M41", "such as 02M412"],
      ["02M4123", "such as 02M412"],
      ["02412", "such as 02M412"],
      ["02M412\n02M413", "such as 02M412"],
    ],
  },
  CipCode: {
    schema: CipCode,
    letters: "0123456789.",
    taken: [
      ["11", "11"],
      ["11.10", "11.10"],
      ["11.1003", "11.1003"],
      ["111003", "11.1003"],
      ["1110", "11.10"],
      ["01.0000", "01.0000"],
    ],
    refused: [
      ["1.0000", "such as 01.0000"],
      ["11.1", "may have lost a zero"],
      ["11.100", "may have lost a zero"],
      ["1", "may have lost a zero"],
      ["11.10.03", "such as 11, 11.10 or 11.1003"],
      ["Computing", "such as 11, 11.10 or 11.1003"],
    ],
  },
  NaicsCode: {
    schema: NaicsCode,
    letters: "0123456789-–",
    taken: [
      ["51", "51"],
      ["541512", "541512"],
      ["48 – 49", "48-49"],
      ["31-33", "31-33"],
      ["44—45", "44-45"],
      ["33", "33"],
    ],
    refused: [
      ["51-54", "31-33, 44-45, 48-49"],
      ["7372", "not a SIC code"],
      ["99", "no sector"],
      ["5", "such as 51 or 541512"],
      ["5415120", "such as 51 or 541512"],
    ],
  },
  SocCode: {
    schema: SocCode,
    letters: "0123456789-.",
    taken: [
      ["15-1252", "15-1252"],
      ["151252", "15-1252"],
      ["15-1252.00", "15-1252"],
      ["55-1011", "55-1011"],
      ["11‑1011", "11-1011"],
    ],
    refused: [
      ["15-1252.01", "use 15-1252"],
      ["16-1252", "odd numbers from 11 to 55"],
      ["57-1011", "odd numbers from 11 to 55"],
      ["09-1011", "odd numbers from 11 to 55"],
      ["15-125", "such as 15-1252"],
    ],
  },
  ZipCode: {
    schema: ZipCode,
    letters: "0123456789- ",
    taken: [
      ["10001", "10001"],
      ["10001-2345", "10001-2345"],
      ["100012345", "10001-2345"],
      ["10001 – 2345", "10001-2345"],
    ],
    refused: [
      ["501", "write 00501"],
      ["1000a", "such as 10001"],
      ["10001-234", "such as 10001"],
    ],
  },
  PhoneNumber: {
    schema: PhoneNumber,
    letters: "+0123456789() .-x;ext=",
    taken: [
      ["212-555-0100", "+12125550100"],
      ["(212) 555-0100", "+12125550100"],
      ["1 212 555 0100", "+12125550100"],
      ["+1.212.555.0100", "+12125550100"],
      ["212–555–0100 ext. 12", "+12125550100;ext=12"],
      ["2125550100x12", "+12125550100;ext=12"],
      ["212 555 0100, extension 7", "+12125550100;ext=7"],
      ["tel:+12125550100;ext=12", "+12125550100;ext=12"],
      ["+44 20 7946 0000", "+442079460000"],
    ],
    refused: [
      ["555-0100", "area code"],
      ["112-555-0100", "mistyped digit"],
      ["211-555-0100", "mistyped digit"],
      ["212-155-0100", "mistyped digit"],
      ["212-911-0100", "mistyped digit"],
      ["+1 112 555 0100", "mistyped digit"],
      ["011 44 20 7946 0000", "such as +44"],
      ["1-800-FLOWERS", "in digits"],
      ["212-555-0100 or 0101", "in digits"],
      ["+44 20", "ten digits"],
      ["+4420794600001234567", "ten digits"],
    ],
  },
  CedsElementId: {
    schema: CedsElementId,
    letters: "0123456789",
    taken: [
      ["001499", "001499"],
      ["1499", "001499"],
    ],
    refused: [
      ["JobShadowing", "such as 001499"],
      ["0014990", "such as 001499"],
    ],
  },
  CedsOptionCode: {
    schema: CedsOptionCode,
    letters: "JobShadw_ -01",
    taken: [
      ["JobShadowing", "JobShadowing"],
      ["Job shadowing", "JobShadowing"],
      ["01003", "01003"],
    ],
    refused: [
      ["jobShadowing", "begin with a capital"],
      ["Job.Shadowing", "such as JobShadowing"],
    ],
  },
};

describe.each(Object.entries(cases))("%s", (_name, { schema, taken, refused, letters }) => {
  it.each(taken)("writes %j in its one form", (typed, written) => {
    expect(schema.parse(typed)).toBe(written);
  });

  it.each(refused)("refuses %j and says what to do", (typed, told) => {
    expect(said(schema, typed)).toEqual([expect.stringContaining(told)]);
  });

  it("says that it is needed, and that a text is too long for one", () => {
    expect(said(schema, " \u00a0")).toEqual(["is needed"]);
    expect(said(schema, "1".repeat(81))).toEqual(["must be at most 80 characters"]);
    expect(schema.safeParse(12).success).toBe(false);
  });

  it("changes nothing that it has once written", () => {
    const near = fc.oneof(
      fc.string({ unit: fc.constantFrom(...letters), maxLength: 24 }),
      fc
        .tuple(fc.constantFrom(...taken.map(([typed]) => typed)), fc.string({ unit: fc.constantFrom(...letters), maxLength: 3 }), fc.nat(24))
        .map(([typed, more, at]) => typed.slice(0, at) + more + typed.slice(at + more.length)),
      fc.string({ unit: "binary", maxLength: 12 }),
    );
    let seen = 0;
    fc.assert(
      fc.property(near, (text) => {
        const once = schema.safeParse(text);
        if (!once.success) return;
        seen += 1;
        expect(schema.parse(once.data)).toBe(once.data);
        expect(once.data).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 1000 },
    );
    expect(seen).toBeGreaterThan(10);
  });
});

it("a telephone number is shown as people read it", () => {
  expect(phoneInWords(PhoneNumber.parse("2125550100"))).toBe("(212) 555-0100");
});
