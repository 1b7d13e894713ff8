import type { Instant } from "@cte-partnerships/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleEvent } from "../../../test/sample-event.ts";
import { emptyEvent, emptySession } from "./event-form-values.ts";
import { formValuesOf } from "./form-values-of.ts";
import { inputOf } from "./input-of.ts";
import { formFromKept } from "./kept-form.ts";

const empty = emptyEvent({ zone: "America/New_York", host: "office", office: "The Office", now: "2026-10-01T12:00:00.000Z" as Instant });
const typed = { ...formValuesOf(sampleEvent), details: { firms: "12", groups: "" } };

describe("a form that was kept", () => {
  test("comes back as it was, half-typed fields and all", () => {
    const half = { ...typed, sessions: [...typed.sessions, { ...emptySession, key: "new-1", capacity: "" }] };
    expect(formFromKept(JSON.parse(JSON.stringify(half)), empty)).toEqual(half);
  });

  test("of an older console has what it did not know yet as a new form has it", () => {
    const { details: _details, needsApproval: _needsApproval, ...older } = typed;
    expect(formFromKept(older, empty)).toEqual({ ...typed, details: {}, needsApproval: false });
  });

  test("is a form whatever was kept", () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        const form = formFromKept(kept, empty);
        expect(Object.keys(form).sort()).toEqual(Object.keys(empty).sort());
        inputOf(form);
      }),
    );
    fc.assert(
      fc.property(fc.record({ sessions: fc.array(fc.anything()), questions: fc.array(fc.anything()), details: fc.anything() }), (kept) => {
        const form = formFromKept(kept, empty);
        inputOf(form);
        expect(form.sessions.every(({ key }) => typeof key === "string" && key !== "")).toBe(true);
      }),
    );
  });
});
