import { describe, expect, it } from "vitest";
import * as z from "zod";
import { Details, detailsUnder, faultsInDetails, toldDetails } from "./details.ts";

const count = (title: string) => z.int("must be a whole number").min(1, "must be at least 1").meta({ title });
const tour = {
  details: () =>
    z.strictObject({
      students: count("Students at a time"),
      stops: z.array(z.string().max(80)).min(1, "needs at least one").meta({ title: "What the group sees", isTold: true }),
      equipment: z.array(z.string()).meta({ title: "Equipment", isTold: true }).optional(),
    }),
};
const talk = { details: () => z.strictObject({ students: count("Students"), topic: z.string().meta({ title: "Topic" }) }) };

describe("details of an activity", () => {
  it("are what the type asks, and nothing else", () => {
    expect(faultsInDetails(tour, { students: 20, stops: ["Assembly"] })).toEqual([]);
    expect(faultsInDetails(tour, { students: 0, studentName: "Ada Example" })).toEqual([
      { path: ["details", "students"], reason: "detail_invalid", message: "must be at least 1" },
      { path: ["details", "stops"], reason: "detail_missing", message: "is needed" },
      { path: ["details", "studentName"], reason: "detail_unknown", message: "is not asked of this kind of activity" },
    ]);
    expect(faultsInDetails(tour, { students: 20, stops: ["x".repeat(81)] })).toMatchObject([{ path: ["details", "stops", 0], reason: "detail_invalid" }]);
  });

  it("may be missing where a draft is saved: that is told apart from what is wrong", () => {
    expect(faultsInDetails(tour, undefined).map(({ reason }) => reason)).toEqual(["detail_missing", "detail_missing"]);
    expect(faultsInDetails(undefined, { anything: 1 }), "no such type: nothing is known").toEqual([]);
  });

  it("stay under another type where it takes them, and are named where it does not", () => {
    expect(detailsUnder(talk, { students: 20, stops: ["Assembly"] })).toEqual({ kept: { students: 20 }, dropped: ["stops"] });
    expect(detailsUnder(talk, { topic: 3 }), "a value that it does not take").toEqual({ kept: {}, dropped: ["topic"] });
    expect(detailsUnder(undefined, { students: 20 })).toEqual({ kept: {}, dropped: ["students"] });
  });

  it("are told to people where the type says so, in its order", () => {
    expect(toldDetails(tour, { equipment: ["Goggles"], stops: ["Assembly"], students: 20 })).toEqual([
      { name: "stops", title: "What the group sees", value: ["Assembly"] },
      { name: "equipment", title: "Equipment", value: ["Goggles"] },
    ]);
    expect(toldDetails(tour, {})).toEqual([]);
  });

  it("are bounded, whatever the type", () => {
    expect(Details.safeParse({ firms: 3, isPaid: true, topic: "Cloud", stops: ["A"] }).success).toBe(true);
    for (const hostile of [{ constructor: 1 }, { "a.b": 1 }, { a: { b: 1 } }, { a: "x".repeat(201) }, { a: Array(41).fill("x") }]) {
      expect(Details.safeParse(hostile).success, JSON.stringify(hostile)).toBe(false);
    }
    expect(Details.parse(JSON.parse('{"__proto__": {"firms": 3}}'))).not.toHaveProperty("firms");
    expect(Details.safeParse(Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`a${index}`, 1]))).success).toBe(false);
  });
});
