import { type Actor, accept, daysBetween, daysOfSession, type IsoDate, type Result, reachOf, refuse } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { readSeats } from "../sign-up/seats-store.ts";
import { type Calendar, type CalendarQuery, calendarDaysAtMost } from "./calendar-contract.ts";
import { calendarSession, isOn, sessionsIn } from "./calendar-session.ts";
import { findMonths } from "./calendar-store.ts";

/** The seats of so many sessions are read for one answer. Further ones are shown without how full they are. */
const countedAtMost = 500;

/** The sessions on some days that this actor may see, what is cancelled among them. What is out of reach is never read. */
export async function getCalendar(
  deps: Deps,
  { actor, query }: { actor: Actor; query: CalendarQuery },
): Promise<Result<Calendar, { code: "span_too_long"; days: number }>> {
  const { from, to, host, borough: boroughId, activityType: activityTypeId, status } = query;
  if (daysBetween(from as IsoDate, to as IsoDate) >= calendarDaysAtMost) return refuse({ code: "span_too_long", days: calendarDaysAtMost });
  const { found, isCut } = await findMonths(deps, {
    reach: reachOf(actor, "view_event", deps.now()),
    from: from as IsoDate,
    to: to as IsoDate,
    filters: { host, boroughId, activityTypeId, status },
  });
  const planned = sessionsIn(found).filter(({ session, event }) => {
    const { first, last } = daysOfSession(session, event.zone);
    return first <= to && last >= from;
  });
  const counted = planned.filter((one) => isOn(one) && one.event.status !== "draft").slice(0, countedAtMost);
  const seats = await readSeats(
    deps,
    counted.map(({ session }) => session.id),
  );
  return accept({ sessions: planned.map((one) => calendarSession(one, seats.get(one.session.id))), isCut });
}
