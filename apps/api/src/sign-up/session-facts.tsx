import type { Agency, Event, IsoDate, Session } from "@cte-partnerships/domain";
import { EventFacts } from "../event/event-page.tsx";
import { dayOf, timesOf, zoneInWords } from "../event/when.ts";

/** What somebody signs up for, or has signed up for: beside the form and on every answer. */
export const SessionFacts = ({ agency, today, event, session }: { agency: Agency; today: IsoDate; event: Event; session: Session }) => (
  <aside class="card stack" aria-label="What you sign up for">
    <p class="over">{session.label ?? event.title}</p>
    <h2>{dayOf(session.startsAt, event.venue.zone)}</h2>
    <p>
      {timesOf(session, event.venue.zone)}
      <br />
      <span class="quiet small">{zoneInWords(event.venue.zone)}</span>
    </p>
    <EventFacts agency={agency} today={today} event={event} />
  </aside>
);
