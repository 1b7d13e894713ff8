import { expect, test } from "vitest";
import { sampleEvent } from "../../../test/sample-event.ts";
import { firstDayOf } from "./first-day.ts";

const [first, second] = sampleEvent.sessions as [(typeof sampleEvent.sessions)[number], (typeof sampleEvent.sessions)[number]];
const cancelled = { ...first, status: "cancelled" as const, cancelledAt: first.startsAt, reason: "Snow" };

test("a clone and a series are counted from the first session that takes place, whatever stands first in the list", () => {
  expect(firstDayOf(sampleEvent)).toBe("2026-10-31");
  expect(firstDayOf({ ...sampleEvent, sessions: [second, first] })).toBe("2026-10-31");
  expect(firstDayOf({ ...sampleEvent, sessions: [cancelled, second] })).toBe("2026-11-01");
  expect(firstDayOf({ ...sampleEvent, sessions: [cancelled] })).toBeUndefined();
});
