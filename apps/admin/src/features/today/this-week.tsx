import type { CalendarSession } from "../../lib/api/calendar.ts";
import type { Today } from "../../lib/api/today.ts";
import { count } from "../../lib/counts.ts";
import { dayBriefly } from "../../lib/days.ts";
import { useMe } from "../../lib/me.ts";
import { timesHere } from "../../lib/moments.ts";
import { sessionTitle } from "../../lib/session-title.ts";
import { AnchorLink } from "../../ui/link.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SessionLink } from "../../ui/session-link.tsx";
import classes from "./today.module.css";

/** The sessions of this day and the six that follow. */
export function ThisWeek({ today }: { today: Today }) {
  const byId = new Map(today.sessions.map((session) => [session.id, session]));
  const isEmpty = today.week.every(({ sessionIds }) => sessionIds.length === 0);
  return (
    <Panel
      title="This week"
      actions={
        <AnchorLink to="/calendar" size="sm">
          Calendar
        </AnchorLink>
      }
    >
      {isEmpty && <p className={classes.under}>Nothing in the next seven days.</p>}
      {today.week
        .filter(({ day, sessionIds }) => sessionIds.length > 0 || (day === today.day && !isEmpty))
        .map(({ day, sessionIds }) => (
          <section key={day} aria-labelledby={`week-${day}`} className={classes.weekDay}>
            <h3 id={`week-${day}`} className={classes.weekDayName}>
              {day === today.day ? "Today" : dayBriefly(day)}
            </h3>
            {sessionIds.length === 0 ? (
              <p className={classes.under}>Nothing today.</p>
            ) : (
              <ul className={classes.weekRows}>
                {sessionIds
                  .flatMap((id) => byId.get(id) ?? [])
                  .map((session) => (
                    <WeekRow key={session.id} session={session} day={day} />
                  ))}
              </ul>
            )}
          </section>
        ))}
    </Panel>
  );
}

function WeekRow({ session, day }: { session: CalendarSession; day: string }) {
  const { agency } = useMe();
  const { startsAt, endsAt, zone, firstDay, seats, capacity, isCancelled } = session;
  return (
    <li className={classes.weekRow} data-off={isCancelled || undefined}>
      <span className={classes.weekTime}>{day === firstDay ? timesHere(startsAt, endsAt, zone, agency.zone) : "goes on"}</span>
      <SessionLink session={session} className={classes.name}>
        {sessionTitle(session)}
      </SessionLink>
      <span className={classes.under}>
        {isCancelled ? "Cancelled" : seats ? `${count(seats.taken)} of ${count(capacity)} taken` : `${count(capacity)} seats`}
      </span>
    </li>
  );
}
