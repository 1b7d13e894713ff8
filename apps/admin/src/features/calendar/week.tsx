import type { CalendarSession } from "../../lib/api/calendar.ts";
import { dayBriefly } from "../../lib/days.ts";
import { useMe } from "../../lib/me.ts";
import { sessionTitle } from "../../lib/session-title.ts";
import { SessionLink } from "../../ui/session-link.tsx";
import { timeOn } from "./agenda.tsx";
import classes from "./calendar.module.css";
import { byDay, type Day, dayInWords } from "./calendar-days.ts";
import { markOf, seatsInWords } from "./seats-in-words.ts";

/** Seven days side by side, and below one another where there is no room for that. */
export function Week({ sessions, days, today }: { sessions: readonly CalendarSession[]; days: readonly Day[]; today: Day }) {
  const { agency } = useMe();
  const found = byDay(sessions, days);
  return (
    <div className={classes.week}>
      {days.map((day) => {
        const its = found.get(day) ?? [];
        return (
          <section key={day} className={classes.column} data-today={day === today || undefined} aria-labelledby={`day-${day}`}>
            <h3 id={`day-${day}`} className={classes.columnName}>
              <span aria-hidden>{dayBriefly(day)}</span>
              <span className={classes.unseen}>{`${dayInWords(day, today)}${day === today ? ", today" : ""}`}</span>
            </h3>
            {its.length === 0 ? (
              <p className={classes.nothing}>Nothing</p>
            ) : (
              <ul className={classes.cards}>
                {its.map((session) => {
                  const mark = markOf(session);
                  return (
                    <li key={session.id} className={classes.card} data-status={session.isCancelled ? "cancelled" : session.status}>
                      <span className={classes.entryTime}>{timeOn(day, session, agency.zone)}</span>
                      <SessionLink session={session} className={classes.cardName}>
                        {sessionTitle(session)}
                      </SessionLink>
                      {mark && <span className={classes.under}>{mark}</span>}
                      {!session.isCancelled && <span className={classes.under}>{seatsInWords(session)}</span>}
                    </li>
                  );
                })}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}
