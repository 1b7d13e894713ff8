import { describe, expect, it } from "vitest";
import { exampleSeats, frozen, moments } from "../../test/examples.ts";
import { minutesAfter } from "../shared/instant.ts";
import { cancelSeats, changeCapacity } from "./change-seats.ts";
import { remainingSeats, Seats } from "./seats.ts";

describe("changeCapacity", () => {
  it.each([3, 10, 40])("to %i changes capacity and both versions, and nobody's seat", (capacity) => {
    const seats = frozen(exampleSeats({ confirmed: 6, held: 2, waiting: 3, version: 9, settingsVersion: 2 }));
    const result = changeCapacity(seats, capacity, moments.now);
    expect(result).toEqual({ ok: true, value: { ...seats, capacity, version: 10, settingsVersion: 3 } });
    expect(result.ok && Seats.safeParse(result.value).success).toBe(true);
  });

  it.each([
    [0, false],
    [1, true],
    [100_000, true],
    [100_001, false],
    [2.5, false],
    [Number.NaN, false],
    [Number.POSITIVE_INFINITY, false],
  ])("to %d is in range: %s", (capacity, isMade) => {
    const result = changeCapacity(exampleSeats(), capacity, moments.now);
    if (isMade) expect(result.ok).toBe(true);
    else expect(result).toEqual({ ok: false, refusal: { code: "capacity_out_of_range", min: 1, max: 100_000 } });
  });

  it.each([
    [1, true],
    [0, false],
    [-1, false],
  ])("%i minutes before the start: %s", (minutes, isMade) => {
    const result = changeCapacity(exampleSeats(), 12, minutesAfter(moments.starts, -minutes));
    if (isMade) expect(result.ok).toBe(true);
    else expect(result).toEqual({ ok: false, refusal: { code: "session_started", startedAt: moments.starts } });
  });

  it("is refused in a cancelled session", () => {
    expect(changeCapacity(exampleSeats({ status: "cancelled" }), 12, moments.now)).toEqual({ ok: false, refusal: { code: "session_cancelled" } });
  });
});

describe("cancelSeats", () => {
  it("gives no more seats, and raises both versions, so that a settling decided before fails", () => {
    const seats = frozen(exampleSeats({ confirmed: 4, version: 7, settingsVersion: 3 }));
    expect(cancelSeats(seats)).toEqual({ ...seats, status: "cancelled", version: 8, settingsVersion: 4 });
  });
});

describe("remainingSeats", () => {
  it.each([
    [10, 0, 0, 10],
    [10, 6, 3, 1],
    [10, 6, 4, 0],
    [5, 6, 4, -5],
  ])("of %i with %i confirmed and %i held are %i", (capacity, confirmed, held, remaining) => {
    expect(remainingSeats({ capacity, confirmed, held })).toBe(remaining);
  });
});
