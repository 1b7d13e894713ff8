import { Paper } from "@mantine/core";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { type CSSProperties, memo, useCallback, useMemo, useRef, useState } from "react";
import type { EventRow } from "../../lib/api/event.ts";
import { hostName, titleOf } from "../../lib/host.ts";
import { goDownTheList, goUpTheList } from "../../ui/go-in-list.ts";
import { IconArrowDown, IconArrowUp } from "../../ui/icons.ts";
import { useFitsWidth } from "../../ui/use-fits-width.ts";
import { piecesOf, useWindow } from "../../ui/use-window.ts";
import type { EventColumn } from "./event-columns.tsx";
import classes from "./event-table.module.css";
import type { Names } from "./find-in-rows.ts";
import { type Numbers, useEventNumbers } from "./use-event-numbers.ts";

/** As cards these are no table, rows and cells any more, but for their roles. */
const roles = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  cell: { role: "cell" },
  rowHeader: { role: "rowheader" },
  columnHeader: { role: "columnheader" },
} as const;

const eventWidth = 260;
const deskRowHeight = 60;
const cardHeight = (columns: number) => 96 + columns * 48;
/** Rows are drawn beyond what is seen; these of them at each end are not counted. */
const drawnUnseen = 8;
const countedAtMost = 60;

interface Props {
  rows: readonly EventRow[];
  columns: readonly EventColumn[];
  names: Names;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  isStale: boolean;
}

/** Events, a row each, and a card each where there is no room for a table. However many there are, only those that are seen are drawn. */
export function EventTable({ rows, columns, names, sort, onSort, isStale }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const least = columns.slice(0, 4).reduce((sum, { width }) => sum + width, eventWidth);
  const isWide = useFitsWidth(scroller, least);
  const rowHeight = isWide ? deskRowHeight : cardHeight(columns.length);
  const seen = useWindow(body, scroller, rowHeight, rows.length);
  const numbers = useEventNumbers(
    useMemo(() => {
      const inView = rows.slice(seen.from === 0 ? 0 : seen.from + drawnUnseen, seen.to === rows.length ? seen.to : seen.to - drawnUnseen);
      return inView
        .filter(({ status, capacity }) => status !== "draft" && capacity > 0)
        .map(({ id }) => id)
        .slice(0, countedAtMost);
    }, [rows, seen.from, seen.to]),
  );
  const [focusedId, setFocusedId] = useState<string | undefined>(undefined);
  const focused = useMemo(() => (focusedId === undefined ? undefined : rows.findIndex(({ id }) => id === focusedId)), [rows, focusedId]);
  const width = columns.reduce((sum, column) => sum + column.width, eventWidth);
  const about = useRowsAsLinks();
  return (
    <Paper
      withBorder
      ref={scroller}
      className={classes.sheet ?? ""}
      data-cards={!isWide || undefined}
      data-wide={width > least || undefined}
      aria-busy={isStale}
    >
      <table
        {...roles.table}
        className={classes.table}
        aria-rowcount={rows.length + 1}
        style={{ "--row-height": `${rowHeight}px`, ...(isWide ? { minWidth: width } : {}) } as CSSProperties}
      >
        <caption className={classes.caption}>Events</caption>
        <colgroup>
          <col />
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead {...roles.group}>
          <tr {...roles.row} aria-rowindex={1}>
            <Heading title="Event" id="title" sort={sort} onSort={onSort} />
            {columns.map((column) => (
              <Heading key={column.id} title={column.title} id={column.sort} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody
          {...roles.group}
          ref={body}
          {...about}
          onFocus={(event) => setFocusedId(event.target.closest<HTMLElement>("[data-event]")?.dataset.event)}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) setFocusedId(undefined);
          }}
        >
          {piecesOf(rows.length, seen, focused).map((piece) => {
            if ("gap" in piece)
              return <tr key={`gap-${piece.gap}-${rows.length}`} aria-hidden className={classes.gap} style={{ height: piece.gap * rowHeight }} />;
            const row = rows[piece.row];
            return row && <Row key={row.id} row={row} index={piece.row + 2} columns={columns} names={names} numbers={numbers.get(row.id)} />;
          })}
        </tbody>
      </table>
    </Paper>
  );
}

const eventIdAt = (target: EventTarget) => (target as Element).closest<HTMLElement>("a[data-row]")?.closest<HTMLElement>("[data-event]")?.dataset.event;

/** A link in each of many rows is a plain one: what it does is heard once, around them all. */
function useRowsAsLinks() {
  const navigate = useNavigate();
  const router = useRouter();
  const open = useCallback(
    (event: React.MouseEvent) => {
      const eventId = eventIdAt(event.target);
      // Another tab or window, and whatever else a browser does with a link, stays the browser's.
      if (eventId === undefined || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void navigate({ to: "/events/$eventId", params: { eventId } });
    },
    [navigate],
  );
  const expect = useCallback(
    (event: React.PointerEvent) => {
      const eventId = eventIdAt(event.target);
      if (eventId !== undefined) void router.preloadRoute({ to: "/events/$eventId", params: { eventId } });
    },
    [router],
  );
  const go = useCallback((event: React.KeyboardEvent) => {
    if (eventIdAt(event.target) === undefined || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    if (event.key === "ArrowDown") goDownTheList();
    else goUpTheList();
  }, []);
  return { onClick: open, onPointerDown: expect, onKeyDown: go };
}

/** Pressed once, it puts first what begins so; twice, what ends so; three times, the list's own order is back. */
function Heading({ title, id, sort, onSort }: { title: string; id: string | undefined; sort: string | undefined; onSort: (sort: string | undefined) => void }) {
  if (id === undefined) {
    return (
      <th scope="col" {...roles.columnHeader}>
        {title}
      </th>
    );
  }
  const direction = sort === id ? "ascending" : sort === `-${id}` ? "descending" : undefined;
  const next = direction === undefined ? id : direction === "ascending" ? `-${id}` : undefined;
  const Arrow = direction === "descending" ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" {...roles.columnHeader} aria-sort={direction ?? "none"}>
      <button type="button" className={classes.heading} onClick={() => onSort(next)}>
        {title}
        {direction && <Arrow size={14} aria-hidden />}
      </button>
    </th>
  );
}

interface RowProps {
  row: EventRow;
  index: number;
  columns: readonly EventColumn[];
  names: Names;
  numbers: Numbers | undefined;
}

const Row = memo(function Row({ row, index, columns, names, numbers }: RowProps) {
  const { basepath } = useRouter();
  return (
    <tr {...roles.row} data-event={row.id} aria-rowindex={index} className={classes.row}>
      <th scope="row" {...roles.rowHeader}>
        <a href={`${basepath === "/" ? "" : basepath}/events/${row.id}`} data-row className={classes.title} title={row.title}>
          {row.title}
        </a>
        <div className={classes.below}>
          {titleOf(names.activityTypes, row.activityTypeId)}, {hostName(names, row.host)}
        </div>
      </th>
      {columns.map((column) => (
        <td key={column.id} {...roles.cell} {...(column.isFigure ? { className: "figures" } : {})}>
          <span className={classes.cellLabel}>{column.title}</span>
          <div className={classes.content}>{column.cell(row, names, numbers)}</div>
        </td>
      ))}
    </tr>
  );
});
