import {
  ActivityTypeId,
  type Agency,
  type Audience,
  BoroughId,
  type Event,
  hostTitle,
  type IsoDate,
  labelOf,
  type Seats,
  type SessionId,
  Slug,
} from "@cte-partnerships/domain";
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Deps } from "../deps.ts";
import type { HttpEnv } from "../http/frame.ts";
import { answerPage, html, isEmbedded, Page, refusalPage } from "../http/layout.tsx";
import { todayOf } from "../today.ts";
import type { PublicEventQuery } from "./public-contract.ts";
import { type EventView, findPublicEvent, listPublicEvents, type SessionView, viewOf } from "./public-view.ts";
import { briefMomentOf, dateParts, dayOf, momentOf, monthOf, timesOf, zoneInWords } from "./when.ts";

type Look = Pick<Deps, "agency" | "config" | "now">;

/** The public list of events, and each event with its sessions. */
export function eventPages(deps: Deps) {
  return new Hono<HttpEnv>()
    .get("/", (c) => answerList(c, deps, "/"))
    .get("/events", (c) => answerList(c, deps, "/events"))
    .get("/events/:slug", async (c) => {
      const slug = Slug.safeParse(c.req.param("slug"));
      const view = slug.success ? await findPublicEvent(deps, slug.data) : undefined;
      if (!view) return refusalPage(c, deps, { code: "event_unknown" });
      return answerPage(c, deps, <EventPage deps={deps} view={view} isEmbedded={isEmbedded(c)} />);
    });
}

/** An event's page as the public will see it, before or after it is published. */
export const previewHtml = (deps: Look, event: Event, seats: ReadonlyMap<SessionId, Seats> = new Map()): string =>
  html(<EventPage deps={deps} view={viewOf(event, seats, deps.now())} isPreview />);

const eventsPerPage = 20;

async function answerList(c: Context<HttpEnv>, deps: Deps, canonicalPath: string): Promise<Response> {
  const query = queryFrom(c.req.query());
  // A cursor of other filters, or an old one, is no reason to show nothing: the list begins again.
  const page =
    (await listPublicEvents(deps, { ...query, limit: eventsPerPage })) ?? (await listPublicEvents(deps, { ...query, cursor: undefined, limit: eventsPerPage }));
  return answerPage(c, deps, <ListPage deps={deps} query={query} events={page?.events ?? []} nextCursor={page?.nextCursor} canonicalPath={canonicalPath} />);
}

const day = z.iso.date();

/** What stands in the address, as far as it makes sense: people share, shorten and mistype addresses. */
function queryFrom(sent: Record<string, string>): PublicEventQuery {
  const understood = <Schema extends z.ZodType>(schema: Schema, word: string): z.output<Schema> | undefined => schema.safeParse(sent[word]).data;
  return {
    activityType: understood(ActivityTypeId, "activityType"),
    borough: understood(BoroughId, "borough"),
    from: understood(day, "from"),
    to: understood(day, "to"),
    cursor: sent.cursor,
  };
}

interface ListProps {
  deps: Look;
  query: PublicEventQuery;
  events: EventView[];
  nextCursor: string | undefined;
  canonicalPath: string;
}

const ListPage = ({ deps, query, events, nextCursor, canonicalPath }: ListProps) => {
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
          {more > 0 ? ` and ${more} more` : null}
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

const activityTitle = (agency: Agency, event: Event, on: IsoDate): string => labelOf(agency.activityTypes, event.activityTypeId, on) ?? "Event";

function placeInShort(agency: Agency, { venue }: Event, on: IsoDate): string {
  if (venue.kind === "virtual") return "Online";
  const borough = labelOf(agency.boroughs, venue.place.boroughId, on) ?? venue.place.city;
  return `${venue.place.name}, ${borough}${venue.kind === "place_and_virtual" ? ", and online" : ""}`;
}

interface LeftProps {
  text: string;
  isFree: boolean;
}

const Left = ({ text, isFree }: LeftProps) => <span class={isFree ? "chip free" : "chip"}>{text}</span>;

const places = (count: number): string => (count === 1 ? "1 place left" : `${count.toLocaleString("en-US")} places left`);

function leftOfEvent({ event, sessions }: EventView): LeftProps {
  const open = sessions.filter((session) => session.signUps.kind === "open");
  const remaining = open.reduce((sum, session) => sum + session.remaining, 0);
  if (remaining > 0) return { text: places(remaining), isFree: true };
  if (open.some((session) => session.hasRoomInLine)) return { text: "Waitlist open", isFree: false };
  if (open.length > 0) return { text: "Full", isFree: false };
  const later = sessions.find((session) => session.signUps.kind === "not_yet");
  return { text: later?.signUps.kind === "not_yet" ? `Opens ${briefMomentOf(later.signUps.opensAt, event.venue.zone)}` : "Sign-ups closed", isFree: false };
}

/** What is left of one session, in words. */
export function leftOfSession({ event }: Pick<EventView, "event">, view: SessionView): LeftProps {
  if (event.status === "cancelled" || view.session.status === "cancelled") return { text: "Cancelled", isFree: false };
  if (view.signUps.kind === "not_yet") return { text: `Opens ${briefMomentOf(view.signUps.opensAt, event.venue.zone)}`, isFree: false };
  if (view.signUps.kind === "closed") return { text: "Sign-ups closed", isFree: false };
  if (view.remaining > 0) return { text: `${view.remaining.toLocaleString("en-US")} of ${view.capacity.toLocaleString("en-US")} places left`, isFree: true };
  return { text: view.hasRoomInLine ? "Full, waitlist open" : "Full", isFree: false };
}

const audiences: Record<Audience, string> = {
  industry_partners: "Industry partners",
  teachers: "Teachers",
  school_leaders: "School leaders",
  advisory_members: "Members of commissions and advisory boards",
  everyone: "Everyone",
};

const EventPage = ({ deps, view, isEmbedded, isPreview }: { deps: Look; view: EventView; isEmbedded?: boolean; isPreview?: boolean }) => {
  const { event } = view;
  const today = todayOf(deps);
  return (
    <Page
      deps={deps}
      title={`${event.title} – ${deps.agency.office.title}`}
      description={descriptionOf(deps.agency, view, today)}
      {...(isPreview ? {} : { canonicalPath: `/events/${event.slug}` })}
      {...(isEmbedded ? { isEmbedded } : {})}
    >
      {isEmbedded || isPreview ? null : (
        <a class="back" href="/events">
          ← All events
        </a>
      )}
      <div class="stack">
        <p class="over">{activityTitle(deps.agency, event, today)}</p>
        <h1>{event.title}</h1>
        {event.status === "cancelled" ? (
          <p class="notice">
            <strong>Cancelled.</strong> {event.reason}
          </p>
        ) : null}
      </div>
      <div class="split">
        <div>
          {event.description === "" ? null : <p class="paragraphs">{event.description}</p>}
          <section aria-labelledby="sessions">
            <h2 id="sessions" class="month">
              {view.sessions.length === 1 ? "When" : "Sessions"}
            </h2>
            {view.sessions.length === 0 ? <p class="quiet">No session is set yet.</p> : null}
            <ul class="slots">
              {view.sessions.map((session) => (
                <Slot view={view} session={session} canSignUp={!isPreview} isEmbedded={isEmbedded ?? false} />
              ))}
            </ul>
          </section>
        </div>
        <aside class="card" aria-label="About this event">
          <EventFacts agency={deps.agency} today={today} event={event} />
        </aside>
      </div>
    </Page>
  );
};

/** For search engines and previews: when and where first, which is what people look for. */
function descriptionOf(agency: Agency, view: EventView, on: IsoDate): string {
  const when = view.next ? `${dayOf(view.next.session.startsAt, view.event.venue.zone)}. ` : "";
  const text = `${activityTitle(agency, view.event, on)}, ${when}${placeInShort(agency, view.event, on)}. ${view.event.description.replace(/\s+/g, " ")}`;
  return text.length <= 155 ? text : `${text.slice(0, 154)}…`;
}

const Slot = ({ view, session, canSignUp, isEmbedded }: { view: EventView; session: SessionView; canSignUp: boolean; isEmbedded: boolean }) => {
  const { zone } = view.event.venue;
  const { label, startsAt } = session.session;
  const isTaking = session.signUps.kind === "open" && (session.remaining > 0 || session.hasRoomInLine);
  const when = `${dayOf(startsAt, zone)}, ${timesOf(session.session, zone)}`;
  return (
    <li class="card slot">
      <div>
        <h3>{label ?? dayOf(startsAt, zone)}</h3>
        <p class="small quiet">{label ? when : `${timesOf(session.session, zone)} (${zoneInWords(zone)})`}</p>
        <p class="small">
          <Left {...leftOfSession(view, session)} />
        </p>
      </div>
      {isTaking && canSignUp ? (
        <a
          class={session.remaining > 0 ? "button" : "button plain"}
          href={`/events/${view.event.slug}/${session.session.id}${isEmbedded ? "?embed" : ""}`}
          aria-label={`${session.remaining > 0 ? "Sign up" : "Join the waitlist"}: ${label ? `${label}, ${when}` : when}`}
        >
          {session.remaining > 0 ? "Sign up" : "Join the waitlist"}
        </a>
      ) : null}
    </li>
  );
};

/** Whether choosing a session leaves the others to other people. */
export const isOneOfSeveral = ({ oneSessionPerPerson, sessions }: Event): boolean => oneSessionPerPerson && sessions.length > 1;

/** Where, for whom, by whom: the same on the event's page and beside its form. */
export const EventFacts = ({ agency, today, event }: { agency: Agency; today: IsoDate; event: Event }) => {
  const { venue, contact, signUpWindow } = event;
  return (
    <dl>
      <div>
        <dt>Where</dt>
        <dd>{whereInWords(event)}</dd>
      </div>
      {"place" in venue && venue.place.directions ? (
        <div>
          <dt>Getting in</dt>
          <dd>{venue.place.directions}</dd>
        </div>
      ) : null}
      <div>
        <dt>For</dt>
        <dd>{audiences[event.audience]}</dd>
      </div>
      <div>
        <dt>Held by</dt>
        <dd>{hostTitle(agency, event.host, today) ?? agency.office.title}</dd>
      </div>
      <div>
        <dt>Sign-ups</dt>
        <dd>
          {`Until ${momentOf(signUpWindow.closesAt, venue.zone)}`}
          {event.needsApproval ? "\nThe office decides on each; your place is held meanwhile." : null}
          {isOneOfSeveral(event) ? "\nOne session a person." : null}
        </dd>
      </div>
      <div>
        <dt>Questions</dt>
        <dd>
          {contact.title}
          {contact.email ? (
            <>
              <br />
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </>
          ) : null}
          {contact.phone ? `\n${contact.phone}` : null}
        </dd>
      </div>
    </dl>
  );
};

function whereInWords({ venue }: Event): string {
  if (venue.kind === "virtual") return "Online: you get the address once you have a place";
  const { name, street, city, region, postalCode } = venue.place;
  const address = `${name}\n${street}\n${city}, ${region} ${postalCode}`;
  return venue.kind === "place" ? address : `${address}\nor online`;
}
