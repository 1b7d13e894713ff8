import type { ReactNode } from "react";
import type { EventRow } from "../../lib/api/event.ts";
import { hostName, titleOf } from "../../lib/host.ts";
import { datesOf, timesOf } from "../../lib/moments.ts";
import { SeatMeter } from "../../ui/seat-meter.tsx";
import { StateDot } from "../../ui/status-badge.tsx";
import classes from "./event-table.module.css";
import { statusWords } from "./event-words.ts";
import type { Names } from "./find-in-rows.ts";
import { wordsIn } from "./search.ts";
import type { Numbers } from "./use-event-numbers.ts";

export interface EventColumn {
  id: string;
  title: string;
  width: number;
  /** Absent: it cannot be sorted by. */
  sort?: string;
  isFigure?: boolean;
  cell: (row: EventRow, names: Names, numbers: Numbers | undefined) => ReactNode;
}

const two = (first: string, second: string | undefined): ReactNode => (
  <>
    <div className={classes.line} title={first}>
      {first}
    </div>
    {second && (
      <div className={classes.below} title={second}>
        {second}
      </div>
    )}
  </>
);

/** What an event's row can show beside its title. The first four are shown by themselves. */
export const eventColumns: readonly EventColumn[] = [
  {
    id: "when",
    title: "When",
    width: 180,
    sort: "start",
    isFigure: true,
    cell: ({ startsAt, endsAt, zone, sessionCount }) =>
      startsAt === undefined || endsAt === undefined
        ? two("No session yet", undefined)
        : two(datesOf(startsAt, endsAt, zone), sessionCount === 1 ? timesOf(startsAt, endsAt, zone) : `${sessionCount} sessions`),
  },
  {
    id: "where",
    title: "Where",
    width: 164,
    sort: "place",
    cell: ({ boroughId, place }, names) => (boroughId ? two(titleOf(names.boroughs, boroughId), place) : two("Online", undefined)),
  },
  {
    id: "seats",
    title: "Seats taken",
    width: 140,
    cell: ({ title, status, capacity }, _, numbers) =>
      capacity === 0 ? (
        <span className={classes.below}>No seats yet</span>
      ) : status === "draft" ? (
        <span className={classes.below}>{capacity.toLocaleString("en-US")} seats planned</span>
      ) : numbers === undefined ? (
        <span className={classes.below}>of {capacity.toLocaleString("en-US")}</span>
      ) : (
        <SeatMeter
          capacity={numbers.capacity}
          confirmed={numbers.taken - numbers.held}
          held={numbers.held}
          waiting={numbers.waiting}
          label={`Seats of ${title}`}
        />
      ),
  },
  {
    id: "state",
    title: "State",
    width: 150,
    sort: "state",
    cell: ({ status }) => (
      <span className={classes.state}>
        <StateDot dot={statusWords[status].dot} />
        {statusWords[status].label}
      </span>
    ),
  },
  { id: "type", title: "Activity type", width: 180, sort: "type", cell: (row, names) => two(titleOf(names.activityTypes, row.activityTypeId), undefined) },
  { id: "host", title: "Host", width: 200, sort: "host", cell: (row, names) => two(hostName(names, row.host), undefined) },
  { id: "contact", title: "Contact", width: 180, cell: ({ contact }) => two(contact, undefined) },
];

const shownByThemselves = ["when", "where", "seats", "state"];

export const shownColumns = (columns: string | undefined): readonly string[] => (columns === undefined ? shownByThemselves : wordsIn(columns));

/** What stands in the address bar for a choice of columns: nothing where it is the one that is shown by itself. */
export function columnsAsText(ids: readonly string[]): string | undefined {
  const inOrder = eventColumns.map(({ id }) => id).filter((id) => ids.includes(id));
  return inOrder.join() === shownByThemselves.join() ? undefined : inOrder.join() || "none";
}
