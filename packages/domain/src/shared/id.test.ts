import { describe, expect, it } from "vitest";
import {
  ActivityTypeId,
  BoroughId,
  CommissionId,
  ContactId,
  EventId,
  GrantId,
  HoursId,
  MeetingId,
  MessageId,
  OpportunityId,
  OptionId,
  PartnerId,
  ProgramId,
  QuestionId,
  RequestId,
  SchoolId,
  SeriesId,
  SessionId,
  SignUpId,
  UserId,
} from "./id.ts";

const ulid = "01jd3k7mxq9v8r5t2w6y4z0abc";

const kinds = [
  ["evt", EventId],
  ["ses", SessionId],
  ["srs", SeriesId],
  ["msg", MessageId],
  ["usr", UserId],
  ["grt", GrantId],
  ["prt", PartnerId],
  ["con", ContactId],
  ["prg", ProgramId],
  ["mtg", MeetingId],
  ["opp", OpportunityId],
  ["req", RequestId],
  ["hrs", HoursId],
] as const;

describe.each(kinds)("an id that begins with %s_", (prefix, schema) => {
  it.each([
    ["time and chance", `_${ulid}`, true],
    ["the earliest", `_${"0".repeat(26)}`, true],
    ["the latest", `_7${"z".repeat(25)}`, true],
    ["a time beyond what fits", `_8${"0".repeat(25)}`, false],
    ["capitals", `_${ulid.toUpperCase()}`, false],
    ["one letter less", `_${ulid.slice(1)}`, false],
    ["one letter more", `_${ulid}0`, false],
    ["a letter that looks like a digit", `_0${"l".repeat(25)}`, false],
    ["a line end behind it", `_${ulid}\n`, false],
    ["no prefix", "", false],
  ])("is made of %s: %s", (_, rest, isId) => {
    expect(schema.safeParse(rest === "" ? ulid : prefix + rest).success).toBe(isId);
  });

  it("is of no other kind", () => {
    const others = kinds.map(([, other]) => other).filter((other) => other.safeParse(`${prefix}_${ulid}`).success);
    expect(others).toEqual([schema]);
  });

  it("says what it must be", () => {
    expect(schema.safeParse("x").error?.issues[0]?.message).toBe(`must be an id that begins with ${prefix}_`);
  });
});

describe("SignUpId", () => {
  it.each([
    ["the person's key and time and chance", `sgn_${"z".repeat(26)}${ulid}`, true],
    ["time and chance alone", `sgn_${ulid}`, false],
    ["a key with a letter that is not used", `sgn_${"u".repeat(26)}${ulid}`, false],
    ["a key one letter short", `sgn_${"z".repeat(25)}${ulid}`, false],
  ])("is made of %s: %s", (_, id, isId) => {
    expect(SignUpId.safeParse(id).success).toBe(isId);
  });
});

describe.each([
  ["cms", CommissionId],
  ["sch", SchoolId],
  ["act", ActivityTypeId],
  ["bor", BoroughId],
])("a word id that begins with %s_", (prefix, schema) => {
  it.each([
    ["information-technology", true],
    ["x", true],
    ["02m412", true],
    ["a".repeat(60), true],
    ["a".repeat(61), false],
    ["", false],
    ["-a", false],
    ["a-", false],
    ["a--b", false],
    ["A", false],
    ["a_b", false],
    ["a b", false],
    ["a\n", false],
    ["../a", false],
  ])("%j: %s", (word, isId) => {
    expect(schema.safeParse(`${prefix}_${word}`).success).toBe(isId);
  });

  it("is of no other kind", () => {
    expect([CommissionId, SchoolId, ActivityTypeId, BoroughId].filter((other) => other.safeParse(`${prefix}_x`).success)).toEqual([schema]);
  });
});

describe.each([
  ["QuestionId", QuestionId],
  ["OptionId", OptionId],
])("%s", (_, schema) => {
  it.each([
    ["a", true],
    ["dietary-needs_2", true],
    ["a".repeat(40), true],
    ["a".repeat(41), false],
    ["", false],
    ["2nd", false],
    ["-a", false],
    ["_a", false],
    ["A", false],
    ["a.b", false],
    ["a\n", false],
    ["__proto__", false],
    ["constructor", false],
    ["constructors", true],
    ["my-constructor", true],
  ])("%j: %s", (word, isId) => {
    expect(schema.safeParse(word).success).toBe(isId);
  });

  it("never names what every object of JavaScript has already", () => {
    const inherited = Object.getOwnPropertyNames(Object.prototype)
      .concat(Object.getOwnPropertyNames(Array.prototype))
      .filter((name) => name in {});
    expect(inherited.length).toBeGreaterThan(5);
    for (const name of inherited) expect(schema.safeParse(name).success).toBe(false);
  });
});
