import { describe, expect, it } from "vitest";
import { people } from "../../lib/counts.ts";
import { freeInWords, fromToday, shareInWords, waitingFor } from "./today-words.ts";

describe("the words of today", () => {
  it("say when, from today", () => {
    const days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-27", "2027-01-01"];
    expect(days.map((date) => fromToday(date, "2026-11-24"))).toEqual(["since before today", "today", "tomorrow", "in 3 days", "in 38 days"]);
  });

  it("say for how long somebody waits, never more than is so", () => {
    const now = "2026-11-24T15:00:00.000Z";
    const since = ["2026-11-24T14:30:00.000Z", "2026-11-24T13:30:00.000Z", "2026-11-23T15:00:00.000Z", "2026-11-22T15:00:00.000Z", "2026-11-01T16:00:00.000Z"];
    expect(since.map((moment) => waitingFor(moment, now))).toEqual(["for under an hour", "for an hour", "for 24 hours", "for 2 days", "for 22 days"]);
  });

  it("count seats of all sessions together, and people one by one", () => {
    const session = (capacity: number, taken: number) => ({ capacity, seats: { taken, held: 0, waiting: 0 } }) as never;
    expect(freeInWords([session(40, 10), session(20, 2)])).toBe("48 of 60 seats free");
    expect(freeInWords([session(10, 12)])).toBe("no seat is free");
    expect([people(1), people(2), shareInWords(0.5), shareInWords(0.3)]).toEqual(["1 person", "2 people", "half", "30 %"]);
  });
});
