import { EventInput, type Instant } from "@cte-partnerships/domain";
import { describe, expect, test } from "vitest";
import { sampleEvent } from "../../../test/sample-event.ts";
import { emptyEvent, emptySession } from "./event-form-values.ts";
import { formValuesOf } from "./form-values-of.ts";
import { inputOf } from "./input-of.ts";
import { previewInput } from "./preview-input.ts";

const empty = emptyEvent({ zone: "America/New_York", host: "office", office: "The Office", now: "2026-10-01T12:00:00.000Z" as Instant });

describe("a preview of what is typed", () => {
  test("shows an event of which only the kind is known, with what is missing in brackets, and half-typed sessions left out", () => {
    const { input, faults } = previewInput(
      { ...empty, activityTypeId: "act_career-day", sessions: [{ ...emptySession, key: "new" }] },
      undefined,
      "bor_brooklyn",
    );
    expect(faults).toEqual([]);
    expect(EventInput.parse(input)).toMatchObject({
      title: "(title)",
      sessions: [],
      venue: { place: { name: "(name of the place)", boroughId: "bor_brooklyn" } },
    });
  });

  test("changes nothing of an event that can be saved", () => {
    const values = formValuesOf(sampleEvent);
    expect(previewInput(values, sampleEvent, "bor_brooklyn")).toEqual({ input: inputOf(values, sampleEvent), faults: [] });
  });

  test("says what even so cannot be shown", () => {
    expect(previewInput(empty, undefined, "bor_brooklyn").faults.map(([path]) => path)).toEqual(["activityTypeId"]);
  });
});
