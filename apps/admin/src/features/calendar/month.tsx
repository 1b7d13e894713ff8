import { useEffect, useRef } from "react";
import type { CalendarSession } from "../../lib/api/calendar.ts";
import { useMe } from "../../lib/me.ts";
import { timeOf, zoneIfElsewhere } from "../../lib/moments.ts";
import { SessionLink } from "../../ui/session-link.tsx";
import { Agenda } from "./agenda.tsx";
import classes from "./calendar.module.css";
import { byDay, type Day, dayByKey, dayInWords, daysIn, weekdayInShort } from "./calendar-days.ts";
import { markOf } from "./seats-in-words.ts";

/** So many stand in a day's field; all of them in the list below, once the day is chosen. */
const namedAtMost = 3;

interface Props {
  sessions: readonly CalendarSession[];
  period: { from: Day; to: Day };
  /** The chosen day: its sessions are listed below, and the arrow keys go on from it. */
  on: Day;
  today: Day;
  onChoose: (day: Day) => void;
}

/** A month as it hangs on the wall, with the chosen day's sessions below it. Days are gone through by arrow keys. */
export function Month({ sessions, period, on, today, onChoose }: Props) {
  const { agency } = useMe();
  const days = daysIn(period);
  const found = byDay(sessions, days);
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(7 * week, 7 * week + 7));
  const table = useRef<HTMLTableElement>(null);
  const goes = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes along with the day that a key led to, once it is drawn
  useEffect(() => {
    if (goes.current) table.current?.querySelector<HTMLElement>("[data-chosen]")?.focus();
    goes.current = false;
  }, [on, period.from]);
  return (
    <>
      <table className={classes.month} ref={table}>
        <caption className={classes.unseen}>The month, a week a row. Arrow keys go from day to day; the sessions of the chosen day are listed below.</caption>
        <thead>
          <tr>
            {days.slice(0, 7).map((day) => (
              <th key={day} scope="col">
                {weekdayInShort(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const its = found.get(day) ?? [];
                const isChosen = day === on;
                return (
                  <td key={day} data-outside={day.slice(0, 7) !== on.slice(0, 7) || undefined} data-chosen-day={isChosen || undefined}>
                    <button
                      type="button"
                      className={classes.dayNumber}
                      tabIndex={isChosen ? 0 : -1}
                      data-chosen={isChosen || undefined}
                      data-today={day === today || undefined}
                      aria-pressed={isChosen}
                      onClick={() => onChoose(day)}
                      onKeyDown={(event) => {
                        const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : dayByKey(event.key, day);
                        if (next === undefined) return;
                        event.preventDefault();
                        event.stopPropagation();
                        goes.current = true;
                        onChoose(next);
                      }}
                    >
                      <span aria-hidden className={classes.number}>
                        {Number(day.slice(8))}
                      </span>
                      {its.length > 0 && (
                        <span aria-hidden className={classes.count}>
                          {its.length}
                        </span>
                      )}
                      <span className={classes.unseen}>
                        {dayInWords(day, today)}
                        {day === today && ", today"}, {its.length === 1 ? "1 session" : `${its.length} sessions`}
                      </span>
                    </button>
                    <ul className={classes.entries}>
                      {its.slice(0, namedAtMost).map((session) => (
                        <li key={session.id}>
                          <Entry session={session} time={briefTimeOn(day, session, agency.zone)} />
                        </li>
                      ))}
                    </ul>
                    {its.length > namedAtMost && (
                      <button type="button" className={classes.more} onClick={() => onChoose(day)}>
                        {its.length - namedAtMost} more<span className={classes.unseen}> on {dayInWords(day, today)}</span>
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.chosen} aria-live="polite">
        {(found.get(on) ?? []).length > 0 ? (
          <Agenda sessions={found.get(on) ?? []} days={[on]} today={today} />
        ) : (
          <p className={classes.nothing}>Nothing on {dayInWords(on, today)}.</p>
        )}
      </div>
    </>
  );
}

/** `9 AM`, `9:30 AM`: when it begins, where it begins on that day. */
const briefTimeOn = (day: Day, { startsAt, zone, firstDay }: CalendarSession, home: string): string =>
  day === firstDay ? `${timeOf(startsAt, zone).replace(":00", "")}${zoneIfElsewhere(startsAt, zone, home)}` : "goes on";

function Entry({ session, time }: { session: CalendarSession; time: string }) {
  const mark = markOf(session);
  return (
    <SessionLink session={session} className={classes.entry}>
      <span className={classes.entryBody} data-status={session.isCancelled ? "cancelled" : session.status}>
        <span className={classes.entryTime}>{time}</span> <span className={classes.entryTitle}>{session.title}</span>
        {mark && <span className={classes.unseen}>, {mark}</span>}
      </span>
    </SessionLink>
  );
}
