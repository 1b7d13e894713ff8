import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleEvent } from "../../../test/sample-event.ts";
import { activityTypeOf, detailParts } from "../../lib/activity-types.ts";
import { boundsInWords, detailsIn, detailTexts, unaskedDetails } from "./details-text.ts";
import { faultsIn, labelOf, publishFaultsIn } from "./event-form-faults.ts";
import { formValuesOf } from "./form-values-of.ts";
import { defaultsOf, lengthInWords } from "./type-defaults.ts";

const tour = "act_workplace-tour";
const day = "act_career-day";
const values = formValuesOf(sampleEvent);
const now = sampleEvent.createdAt;

describe("what a kind of activity is asked about", () => {
  test("goes through its fields and back, for every kind of the agency", () => {
    const texts = { students: "24", stops: "Loading dock\n\n  Control room ", guides: "", protectiveEquipment: "" };
    expect(detailsIn(tour, texts, undefined)).toEqual({ students: 24, stops: ["Loading dock", "Control room"] });
    const internship = { places: 4, weeks: 6, hoursPerWeek: 20, isPaid: false, tasks: ["Filing"] };
    expect(detailsIn("act_internship", detailTexts(internship), undefined)).toEqual(internship);
  });

  test("of a kind that the agency has no more, stays as it was", () => {
    expect(detailsIn("act_gone", { anything: "typed" }, { kept: 1 })).toEqual({ kept: 1 });
  });

  test("that was typed for another kind is told and not sent, and comes back with its kind", () => {
    const texts = { firms: "12", students: "24" };
    expect(unaskedDetails(activityTypeOf(tour), texts)).toEqual(["firms"]);
    expect(detailsIn(tour, texts, undefined)).toEqual({ students: 24 });
    expect(detailsIn(day, texts, undefined)).toEqual({ firms: 12 });
  });

  test("is refused at its field in words, where it does not fit", () => {
    const wrong = { ...values, details: { firms: "many", groups: "0", minutesPerRotation: "20" } };
    expect(faultsIn(wrong, sampleEvent)).toEqual({
      "details.firms": "must be a whole number from 1 to 200",
      "details.groups": "must be a whole number from 1 to 100",
    });
    expect(labelOf("details.minutesPerRotation")).toBe("Minutes with each speaker");
  });

  test("blocks publishing where it is needed and missing, and keeps no draft from being saved", () => {
    const without = { ...values, details: {} };
    expect(faultsIn(without, sampleEvent)).toEqual({});
    expect(publishFaultsIn(without, sampleEvent, now).map(({ path }) => path.join("."))).toEqual([
      "details.firms",
      "details.groups",
      "details.minutesPerRotation",
    ]);
  });

  test("never fails, whatever is typed", () => {
    const names = detailParts(activityTypeOf(tour)).map(({ key }) => key);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names, "other"), fc.string()), (texts) => {
        faultsIn({ ...values, activityTypeId: tour, details: texts }, sampleEvent);
      }),
    );
  });

  test("has its bounds said as its schema has them", () => {
    expect(boundsInWords({ kind: "number", isWhole: false, least: 1 })).toBe("must be a number, 1 or more");
    expect(boundsInWords({ kind: "list", item: { kind: "text", most: 80 }, most: 20 })).toBe(
      "must be at most 20 entries, one a line, each of at most 80 characters",
    );
  });
});

describe("what mostly goes with a kind of activity", () => {
  const defaults = (id: string) => defaultsOf(activityTypeOf(id) as NonNullable<ReturnType<typeof activityTypeOf>>);

  test("is read from its definition", () => {
    expect(defaults(tour)).toEqual({ audience: "industry_partners", venueKind: "place", lengthMinutes: 90 });
    expect(defaults("act_mock-interview")).toEqual({ audience: "industry_partners" });
    expect(lengthInWords({ duration: activityTypeOf(tour)?.duration as never })).toBe("1.5 to 2 hours");
  });
});
