import type { Agency, IsoDate } from "@cte-partnerships/domain";
import { Page } from "../http/layout.tsx";
import { todayOf } from "../today.ts";
import { activityTitle } from "./activity-title.ts";
import { Left, leftOfEvent } from "./left.tsx";
import type { Look } from "./look.ts";
import { placeInShort } from "./place-in-short.ts";
import type { PublicEventQuery } from "./public-contract.ts";
import type { EventView } from "./public-view.ts";
import { dateParts, monthOf, timesOf } from "./when.ts";

interface ListProps {
  deps: Look;
  query: PublicEventQuery;
  events: EventView[];
  nextCursor: string | undefined;
  canonicalPath: string;
}

/** The list of events, by month, with its filters. */
export const ListPage = ({ deps, query, events, nextCursor, canonicalPath }: ListProps) => {
  const { cursor, ...filters } = query;
  const today = todayOf(deps);
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <Page
      deps={deps}
      title={`Events – ${deps.agency.office.title}`}
      description={`Career days, workplace tours, mock interviews and meetings of ${deps.agency.title}: see what is coming up and sign up.`}
      canonicalPath={canonicalPath}
    >
      <div class="stack">
        <h1>Meet the people you will work with</h1>
        <p class="lead">Career days, workplace tours, mock interviews and meetings where schools and industry come together. Find a date and take a place.</p>
      </div>
      <Filter agency={deps.agency} today={today} filters={filters} />
      {events.length === 0 ? (
        <Empty isFiltered={isFiltered} isLaterPage={cursor !== undefined} />
      ) : (
        byMonth(events).map((month) => <Month agency={deps.agency} today={today} {...month} />)
      )}
      {cursor === undefined && nextCursor === undefined ? null : (
        <nav class="pager" aria-label="Pages">
          {cursor === undefined ? null : (
            <a class="button plain" href={listPath(filters)}>
              Back to the first
            </a>
          )}
          {nextCursor === undefined ? null : (
            <a class="button plain" href={listPath({ ...filters, cursor: nextCursor })} rel="next">
              Later events
            </a>
          )}
        </nav>
      )}
    </Page>
  );
};

function listPath(query: PublicEventQuery): string {
  const params = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined));
  return params.size === 0 ? "/events" : `/events?${params}`;
}

const Filter = ({ agency, today, filters }: { agency: Agency; today: IsoDate; filters: PublicEventQuery }) => (
  <search>
    <form class="filter" action="/events" method="get">
      <label>
        Activity
        <select name="activityType">
          <option value="">All activities</option>
          {agency.activityTypes.on(today).map((type) => (
            <option value={type.id} selected={type.id === filters.activityType}>
              {type.label}
            </option>
          ))}
        </select>
      </label>
      <label>
        Borough
        <select name="borough">
          <option value="">All boroughs</option>
          {agency.boroughs.on(today).map((borough) => (
            <option value={borough.id} selected={borough.id === filters.borough}>
              {borough.label}
            </option>
          ))}
        </select>
      </label>
      <label>
        From
        <input type="date" name="from" value={filters.from} />
      </label>
      <label>
        Until
        <input type="date" name="to" value={filters.to} />
      </label>
      <button type="submit" class="plain">
        Show
      </button>
    </form>
  </search>
);

const Empty = ({ isFiltered, isLaterPage }: { isFiltered: boolean; isLaterPage: boolean }) => (
  <div class="empty card">
    <h2>{isFiltered ? "No event fits that" : isLaterPage ? "There are no later events" : "No events are planned right now"}</h2>
    <p class="quiet">{isFiltered ? "Try another activity, borough or date." : "New ones are published here as soon as they are set."}</p>
    {isFiltered || isLaterPage ? (
      <a class="button plain" href="/events">
        See all events
      </a>
    ) : null}
  </div>
);

/** By the date that is shown: a series that began long ago stands where it goes on. */
function byMonth(unsorted: EventView[]): { month: string; events: EventView[] }[] {
  const startOf = ({ next }: EventView): string => next?.session.startsAt ?? "";
  const events = unsorted.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0));
  const months = new Map<string, EventView[]>();
  for (const view of events) {
    const month = view.next ? monthOf(view.next.session.startsAt, view.event.venue.zone) : "To be dated";
    months.set(month, [...(months.get(month) ?? []), view]);
  }
  return [...months].map(([month, all]) => ({ month, events: all }));
}

const Month = ({ agency, today, month, events }: { agency: Agency; today: IsoDate; month: string; events: EventView[] }) => (
  <section aria-label={month}>
    <h2 class="month">{month}</h2>
    <ul>
      {events.map((view) => (
        <Row agency={agency} today={today} view={view} />
      ))}
    </ul>
  </section>
);

const Row = ({ agency, today, view }: { agency: Agency; today: IsoDate; view: EventView }) => {
  const { event, next } = view;
  const more = next ? view.sessions.filter(({ session }) => session.status === "scheduled" && session.startsAt >= next.session.startsAt).length - 1 : 0;
  const parts = next && dateParts(next.session.startsAt, event.venue.zone);
  return (
    <li class="row">
      <div class="date">
        {parts ? (
          <>
            <span>{parts.weekday}</span> <b>{parts.day}</b> <span>{parts.month}</span>
          </>
        ) : null}
      </div>
      <div>
        <p class="over">{activityTitle(agency, event, today)}</p>
        <h3>
          <a href={`/events/${event.slug}`}>{event.title}</a>
        </h3>
        <p class="quiet small">
          {next ? timesOf(next.session, event.venue.zone) : null}
          {more > 0 ? ` and ${more} more ${more === 1 ? "session" : "sessions"}` : null}
          {" · "}
          {placeInShort(agency, event, today)}
        </p>
      </div>
      <div class="left">
        <Left {...leftOfEvent(view)} />
      </div>
    </li>
  );
};
