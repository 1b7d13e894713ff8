import {
  type Actor,
  accept,
  copyOfEvent,
  dateIn,
  daysBetween,
  type Event,
  type Instant,
  type IsoDate,
  may,
  type Result,
  refuse,
  seriesDates,
} from "@cte-partnerships/domain";
import { beginsWithin } from "../begins-within.ts";
import type { Deps } from "../deps.ts";
import { Unavailable } from "../table/unavailable.ts";
import { changeEvent, type EventChangeRefusal } from "./change-event.ts";
import type { MadeSeries, SeriesDates, SeriesInput, SeriesQuestion } from "./copy-contract.ts";
import { getSeries } from "./get-series.ts";
import { eventIdIn, seriesIdFor } from "./ids-by-request.ts";
import { type MakeRefusal, makeEvent } from "./make-event.ts";
import { refusalOfInput } from "./references.ts";
import { readEvents, spanOf } from "./store.ts";

export type SeriesRefusal = MakeRefusal | EventChangeRefusal | { code: "series_undated" } | { code: "in_series" };

const firstDayOf = (event: Event): IsoDate | undefined => {
  const span = spanOf(event);
  return span && dateIn(event.venue.zone, span.startsAt);
};

/** The days of a series that begins with this event, before it is made. */
export function planSeries(
  { agency }: Pick<Deps, "agency">,
  event: Event,
  { rule, skipsClosures }: SeriesQuestion,
): Result<SeriesDates, { code: "series_undated" }> {
  const first = firstDayOf(event);
  if (!first) return refuse({ code: "series_undated" });
  const dates = seriesDates(first, rule, { calendar: agency.calendar, skipsClosures });
  return accept({
    dates: dates.map(({ closure, on, ...rest }) => ({ on, ...(closure ? { closure: closure.label } : {}), ...rest })),
  });
}

export interface SeriesMaking {
  actor: Actor;
  event: Event;
  wanted: SeriesInput;
  idempotencyKey: string;
}

/**
 * Makes the further events of a series, of which the event becomes the first: drafts, one after the other, each under an id that
 * its place in the series gives. All at once would be more than one transaction carries: where it is cut short, by an outage or by
 * the time that a request has, what is made stands, and the same request makes the rest. What somebody changed or discarded in between stays as they left it.
 */
export async function makeSeries(
  deps: Deps,
  { actor, event, wanted, idempotencyKey }: SeriesMaking,
  within?: number,
): Promise<Result<MadeSeries, SeriesRefusal>> {
  const first = firstDayOf(event);
  const [next] = wanted.dates;
  if (!first || !next || next <= first) return refuse({ code: "series_undated" });
  const id = seriesIdFor(event.id, actor.userId, idempotencyKey, wanted.dates);
  const series = { id, firstEventId: event.id, of: wanted.dates.length + 1 };
  const begun = await begin(deps, actor, event, wanted, series);
  if (!begun.ok) return begun;

  const places = wanted.dates.map((date, index) => ({ date, number: index + 2, eventId: eventIdIn(id, index + 2) }));
  const there = await readEvents(deps, new Set(places.map(({ eventId }) => eventId)));
  const hasTime = beginsWithin(within);
  let made = there.size;
  let discarded = 0;
  try {
    for (const { date, number, eventId } of places) {
      if (there.has(eventId)) continue;
      if (!hasTime()) break;
      const input = copyOfEvent(begun.value, daysBetween(first, date));
      const member = await makeEvent(deps, { actor, input, series: { eventId, place: { ...series, number } } });
      if (member.ok) made += 1;
      else if (member.refusal.code === "made_and_discarded") discarded += 1;
      else return member;
    }
  } catch (error) {
    // What is made is made, and the console asks for the rest.
    if (!(error instanceof Unavailable)) throw error;
  }
  return accept({ ...(await getSeries(deps, actor, series)), made, missing: wanted.dates.length - made - discarded });
}

/** The event that there is becomes the first, unless it is already. Whoever may not make the others does not get as far as that. */
async function begin(
  deps: Deps,
  actor: Actor,
  event: Event,
  { version, dates }: SeriesInput,
  series: Omit<NonNullable<Event["series"]>, "number">,
): Promise<Result<Event, SeriesRefusal>> {
  if (event.series?.id === series.id) return accept(event);
  if (event.series) return refuse({ code: "in_series" });
  return changeEvent<Event, SeriesRefusal>(
    deps,
    { eventId: event.id, version, by: { kind: "user", userId: actor.userId } },
    "event.begin_series",
    (now: Event, at: Instant): Result<Event, SeriesRefusal> => {
      if (now.status === "cancelled" || now.status === "done") return refuse({ code: "event_not_editable", status: now.status });
      if (!may(actor, "make_event", { kind: "event", host: now.host }, at)) return refuse({ code: "forbidden" });
      // Of each of them before the first is made: a series that could not be made whole is not begun.
      const first = firstDayOf(now);
      for (const days of [0, ...dates.map((date) => (first ? daysBetween(first, date) : 0))]) {
        const refusal = refusalOfInput(deps.agency, copyOfEvent(now, days), at);
        if (refusal) return refuse(refusal);
      }
      return accept({ ...now, series: { ...series, number: 1 }, version: now.version + 1 });
    },
  );
}
