import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at } from "../../test/examples.ts";
import { Instant, instantFrom, millisecondsOf, minutesAfter, Zone } from "./instant.ts";

const earliest = Date.parse("0000-01-01T00:00:00.000Z");
const latest = Date.parse("9999-12-31T23:59:59.999Z");

describe("Instant", () => {
  it.each(["2026-11-24T14:00:00.000Z", "2028-02-29T23:59:59.999Z", "0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"])("is %s", (text) => {
    expect(Instant.parse(text)).toBe(text);
  });

  it.each([
    ["a date alone", "2026-11-24"],
    ["no milliseconds", "2026-11-24T14:00:00Z"],
    ["another zone", "2026-11-24T14:00:00.000-05:00"],
    ["no zone", "2026-11-24T14:00:00.000"],
    ["a day that is not there", "2027-02-29T14:00:00.000Z"],
    ["a month that is not there", "2027-13-01T14:00:00.000Z"],
    ["hour 24", "2027-02-01T24:00:00.000Z"],
    ["a leap second", "2016-12-31T23:59:60.000Z"],
    ["a year of six digits", "+010000-01-01T00:00:00.000Z"],
    ["a line end behind it", "2026-11-24T14:00:00.000Z\n"],
    ["small letters", "2026-11-24t14:00:00.000z"],
    ["a number", 1_795_528_800_000],
  ])("is not %s", (_, text) => {
    expect(Instant.safeParse(text).success).toBe(false);
  });

  it("sorts as text in the order of time, and comes back from milliseconds as it was", () => {
    fc.assert(
      fc.property(fc.integer({ min: earliest, max: latest }), fc.integer({ min: earliest, max: latest }), (one, other) => {
        const [first, second] = [instantFrom(one), instantFrom(other)];
        expect(Instant.parse(first)).toBe(first);
        expect(millisecondsOf(first)).toBe(one);
        expect(first < second).toBe(one < other);
      }),
    );
  });
});

describe("instantFrom", () => {
  it.each([
    ["the earliest", earliest, "0000-01-01T00:00:00.000Z"],
    ["the latest", latest, "9999-12-31T23:59:59.999Z"],
  ])("writes %s", (_, milliseconds, text) => {
    expect(instantFrom(milliseconds)).toBe(text);
  });

  it.each([earliest - 1, latest + 1, Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1])(
    "throws rather than writing one that would not sort: %d",
    (milliseconds) => {
      expect(() => instantFrom(milliseconds)).toThrow(RangeError);
    },
  );
});

describe("minutesAfter", () => {
  it.each([
    [0, "2027-03-14T06:59"],
    [1, "2027-03-14T07:00"],
    [-1, "2027-03-14T06:58"],
    [24 * 60, "2027-03-15T06:59"],
    [0.5, "2027-03-14T06:59:30.000Z"],
  ])("%d minutes", (minutes, text) => {
    expect(minutesAfter(at("2027-03-14T06:59"), minutes)).toBe(text.endsWith("Z") ? text : at(text));
  });
});

describe("Zone", () => {
  it.each(["America/New_York", "America/Argentina/Buenos_Aires", "America/Port-au-Prince", "Asia/Kolkata", "Etc/GMT+5", "Pacific/Honolulu", "UTC"])(
    "is %s",
    (name) => {
      expect(Zone.parse(name)).toBe(name);
    },
  );

  it.each([
    "",
    "EST",
    "EST5EDT",
    "utc",
    "GMT",
    "+05:00",
    "america/new_york",
    "America/new_york",
    "America/NEW_YORK",
    "America/Nowhere",
    "America/New_York ",
    "America/New York",
    "../etc/passwd",
    "America//New_York",
    "/America",
    "America/",
    `America/${"A".repeat(60)}`,
  ])("is not %j", (name) => {
    expect(Zone.safeParse(name).success).toBe(false);
  });
});
