import { type Agency, type Audience, type Event, type IsoDate, type ToldDetail, toldDetails } from "@cte-partnerships/domain";
import { Page } from "../http/layout.tsx";
import { todayOf } from "../today.ts";
import { activityTitle } from "./activity-title.ts";
import { activityTypeOf } from "./activity-type-of.ts";
import { hostInWords } from "./host-in-words.ts";
import { Left, leftOfSession } from "./left.tsx";
import type { Look } from "./look.ts";
import { placeInShort } from "./place-in-short.ts";
import type { EventView, SessionView } from "./public-view.ts";
import { dayOf, momentOf, timesOf, zoneInWords } from "./when.ts";

const audiences: Record<Audience, string> = {
  industry_partners: "Industry partners",
  teachers: "Teachers",
  school_leaders: "School leaders",
  advisory_members: "Members of commissions and advisory boards",
  everyone: "Everyone",
};

/** An event with its sessions and what is left of each. */
export const EventPage = ({ deps, view, isEmbedded, isPreview }: { deps: Look; view: EventView; isEmbedded?: boolean; isPreview?: boolean }) => {
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
      {toldDetails(activityTypeOf(agency, event, today), event.details).map((detail) => (
        <div>
          <dt>{detail.title}</dt>
          <dd>{detailInWords(detail)}</dd>
        </div>
      ))}
      <div>
        <dt>Hosted by</dt>
        <dd>{hostInWords(agency, event, today) ?? agency.office.title}</dd>
      </div>
      <div>
        <dt>Sign-ups</dt>
        <dd>
          {`Until ${momentOf(signUpWindow.closesAt, venue.zone)}`}
          {event.needsApproval ? "\nThe office decides on each; your place is held meanwhile." : null}
          {isOneOfSeveral(event) ? "\nOne session per person." : null}
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

function detailInWords({ value }: ToldDetail): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return Array.isArray(value) ? value.join("\n") : String(value);
}

function whereInWords({ venue }: Event): string {
  if (venue.kind === "virtual") return "Online: you get the address once you have a place";
  const { name, street, city, region, postalCode } = venue.place;
  const address = `${name}\n${street}\n${city}, ${region} ${postalCode}`;
  return venue.kind === "place" ? address : `${address}\nor online`;
}
