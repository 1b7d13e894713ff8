import { Button, Group } from "@mantine/core";
import { useState } from "react";
import type { CalendarSession } from "../../lib/api/calendar.ts";
import { hostName, titleOf } from "../../lib/host.ts";
import { useMe } from "../../lib/me.ts";
import { dayAndTimeOf, timesHere, zoneIfElsewhere } from "../../lib/moments.ts";
import { sessionTitle } from "../../lib/session-title.ts";
import { SessionLink } from "../../ui/session-link.tsx";
import classes from "./calendar.module.css";
import { byDay, type Day, dayInWords } from "./calendar-days.ts";
import { markOf, seatsInWords } from "./seats-in-words.ts";

/** More than anybody reads at once; the rest is shown when it is asked for. */
const shownAtFirst = 300;

/** Sessions by day, as a list: what every reader, screen reader and printer can follow. Days without any are left out. */
export function Agenda({ sessions, days, today }: { sessions: readonly CalendarSession[]; days: readonly Day[]; today: Day }) {
  const [most, setMost] = useState(shownAtFirst);
  const found = byDay(sessions, days);
  let left = most;
  const shown = days.flatMap((day) => {
    const all = found.get(day) ?? [];
    const some = all.slice(0, Math.max(0, left));
    left -= all.length;
    return some.length > 0 ? [[day, some] as const] : [];
  });
  return (
    <>
      {shown.map(([day, some]) => (
        <section key={day} className={classes.day} aria-labelledby={`day-${day}`}>
          <h3 id={`day-${day}`} className={classes.dayName}>
            {dayInWords(day, today)}
            {day === today && <span className={classes.todayMark}>Today</span>}
          </h3>
          <ul className={classes.rows}>
            {some.map((session) => (
              <AgendaRow key={session.id} session={session} day={day} />
            ))}
          </ul>
        </section>
      ))}
      {left < 0 && (
        <Group justify="center" mt="lg">
          <Button variant="default" onClick={() => setMost((before) => before + shownAtFirst)}>
            Show {-left} more
          </Button>
        </Group>
      )}
    </>
  );
}

function AgendaRow({ session, day }: { session: CalendarSession; day: Day }) {
  const { agency } = useMe();
  const { activityTypeId, host, boroughId } = session;
  const mark = markOf(session);
  return (
    <li className={classes.row} data-off={session.isCancelled || undefined}>
      <span className={classes.time}>{timeOn(day, session, agency.zone)}</span>
      <span className={classes.what}>
        <SessionLink session={session} className={classes.name}>
          {sessionTitle(session)}
        </SessionLink>
        <span className={classes.under}>
          {titleOf(agency.activityTypes, activityTypeId)}, {hostName(agency, host)}, {boroughId ? titleOf(agency.boroughs, boroughId) : "online"}
        </span>
      </span>
      <span className={classes.aside}>
        {mark && <span className={classes.mark}>{mark}</span>}
        {!session.isCancelled && <span className={classes.seats}>{seatsInWords(session)}</span>}
      </span>
    </li>
  );
}

/** The times on one day of those that a session lasts through. */
export function timeOn(day: Day, { startsAt, endsAt, zone, firstDay, lastDay }: CalendarSession, home: string): string {
  if (firstDay === lastDay) return timesHere(startsAt, endsAt, zone, home);
  if (day === firstDay) return `from ${timesHere(startsAt, endsAt, zone, home)}`;
  if (day < lastDay) return "all day";
  return `until ${dayAndTimeOf(endsAt, zone).split(", ").at(-1)}${zoneIfElsewhere(endsAt, zone, home)}`;
}
