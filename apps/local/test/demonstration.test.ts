import { type EventInput, instantFrom, millisecondsOf } from "@cte-partnerships/domain";
import { nyc } from "@cte-partnerships/domain/nyc";
import { describe, expect, it } from "vitest";
import { dayIn } from "../src/demonstration/calendar.ts";
import { demonstrationEvents } from "../src/demonstration/events.ts";

/** As seen from each day of two weeks, over a change of the clocks. */
const days = Array.from({ length: 14 }, (_, day) => Date.UTC(2026, 9, 25 + day, 17));
const eventsOn = (at: number) => demonstrationEvents(dayIn(nyc.zone, new Date(at)), instantFrom(at)).map(({ input }) => input);
const events = eventsOn(days[0] ?? 0);
const typeOf = ({ activityTypeId }: EventInput) => nyc.activityTypes.find(activityTypeId, "2026-11-01");
const hoursOf = ({ startsAt, endsAt }: EventInput["sessions"][number]) => (millisecondsOf(endsAt) - millisecondsOf(startsAt)) / 3_600_000;

describe("what the demonstration says of an event", () => {
  it.each(events.map((input) => [input.title, input] as const))("is what is asked about its kind of activity: %s", (_title, input) => {
    expect(typeOf(input)?.details().safeParse(input.details).error?.issues).toBeUndefined();
  });

  it("fits its sessions: as many places as seats, and time for all that is told", () => {
    for (const { title, details, sessions } of events) {
      const told = details as Record<string, number>;
      const seats = sessions.reduce((sum, { capacity }) => sum + capacity, 0);
      const minutes = Math.min(...sessions.map(hoursOf)) * 60;
      for (const places of [told.seats, title.includes("Externship") ? told.places : undefined]) if (places !== undefined) expect(seats, title).toBe(places);
      if (told.minutesPerRotation && told.groups) expect(told.minutesPerRotation * told.groups, title).toBeLessThanOrEqual(minutes);
      if (told.minutesPerInterview && told.interviewsPerVolunteer)
        expect(told.minutesPerInterview * told.interviewsPerVolunteer, title).toBeLessThanOrEqual(minutes);
    }
  });

  it("lasts as long as its kind of activity does, from whatever day it is seen", () => {
    for (const input of days.flatMap(eventsOn)) {
      const bounds = typeOf(input)?.duration?.value;
      for (const session of bounds ? input.sessions : []) {
        const hours = hoursOf(session);
        // Days from the first to the last; less than five hours are half a day.
        const lasts = bounds?.unit === "hours" ? hours : hours < 5 ? 0.5 : Math.ceil(hours / 24);
        expect([input.title, session.startsAt, lasts >= (bounds?.min ?? 0) && lasts <= (bounds?.max ?? 0)]).toEqual([input.title, session.startsAt, true]);
      }
    }
  });
});
