import { Paper, Table, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type CSSProperties, memo, useCallback, useMemo, useRef, useState } from "react";
import type { Roster, RosterRow } from "../../lib/api/roster.ts";
import { count } from "../../lib/counts.ts";
import { stateWords } from "../../lib/state-words.ts";
import { IconArrowDown, IconArrowUp } from "../../ui/icons.ts";
import { StateDot } from "../../ui/status-badge.tsx";
import { piecesOf, useWindow } from "../../ui/use-window.ts";
import classes from "./roster.module.css";
import type { RosterColumn } from "./roster-columns.ts";
import { isSortable } from "./roster-rows.ts";
import { RowActions } from "./row-actions.tsx";
import { stateOf } from "./sign-up-words.ts";

const endedStates: readonly string[] = ["refused", "declined", "withdrawn", "cancelled"];
/** The person's column takes what is left, and at least this. */
const widths = { choice: 44, person: 200, state: 156, actions: 168 };
const deskRowHeight = 60;
/** A card: the person and their state, a line for each column, and what may be done. */
const cardHeight = (columns: number) => 140 + columns * 26;

/** As cards on a phone these are no rows and cells any more, but for their roles. */
const roles = { row: { role: "row" }, cell: { role: "cell" }, rowHeader: { role: "rowheader" } } as const;

interface Props {
  roster: Roster;
  rows: readonly RosterRow[];
  columns: readonly RosterColumn[];
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  isOpen: boolean;
  onOpen: (person: RosterRow) => void;
  /** Absent: nobody can be chosen here. */
  chosen?: ReadonlySet<string> | undefined;
  onChoose: (ids: readonly string[], isChosen: boolean) => void;
}

/**
 * The people of a roster, a row each, with what may be done about them. However many there are, only those that are seen are
 * drawn. Roles are given, since as cards on a phone these would be no table any more.
 */
export const RosterTable = memo(function RosterTable({ roster, rows, columns, sort, onSort, isOpen, onOpen, chosen, onChoose }: Props) {
  const isNarrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const rowHeight = isNarrow ? cardHeight(columns.length) : deskRowHeight;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const seen = useWindow(body, scroller, rowHeight, rows.length);
  const [focusedId, setFocusedId] = useState<string | undefined>(undefined);
  const focused = focusedId === undefined ? undefined : rows.findIndex((row) => row.id === focusedId);
  const noteFocus = useCallback((event: React.FocusEvent<HTMLElement>) => {
    setFocusedId(event.target.closest<HTMLElement>("[data-sign-up]")?.dataset.signUp);
  }, []);
  const leaveFocus = useCallback((event: React.FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocusedId(undefined);
  }, []);
  const number = columns.find(({ id }) => id === "number");
  // The same list each time: scrolling draws the rows that come, and none of those that stay.
  const others = useMemo(() => columns.filter(({ id }) => id !== "number"), [columns]);
  const width = columns.reduce((sum, column) => sum + column.width, widths.person + widths.state + widths.actions + (chosen ? widths.choice : 0));
  // As cards there is no heading to be seen: one could come to it by keyboard, and not know where one is.
  const heading = { sort, onSort, isPlain: isNarrow };
  return (
    <Paper withBorder ref={scroller} className={classes.scroller ?? ""} tabIndex={0} role="region" aria-label="Table of people">
      <Table
        className={classes.table ?? ""}
        role="table"
        aria-rowcount={rows.length + 1}
        style={{ "--row-height": `${rowHeight}px`, ...(isNarrow ? {} : { minWidth: width }) } as CSSProperties}
      >
        <caption className={classes.caption}>People who signed up</caption>
        <colgroup>
          {chosen && <col style={{ width: widths.choice }} />}
          {number && <col style={{ width: number.width }} />}
          <col />
          <col style={{ width: widths.state }} />
          {others.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
          <col style={{ width: widths.actions }} />
        </colgroup>
        <Table.Thead role="rowgroup">
          <Table.Tr role="row" aria-rowindex={1}>
            {chosen && (
              <Table.Th scope="col" role="columnheader" className={classes.choosingAll ?? ""}>
                <label>
                  <span className={classes.choosingAllLabel}>Choose all {count(rows.length)} shown</span>
                  <input
                    type="checkbox"
                    className={classes.choice}
                    checked={rows.length > 0 && rows.every(({ id }) => chosen.has(id))}
                    onChange={(input) =>
                      onChoose(
                        rows.map(({ id }) => id),
                        input.currentTarget.checked,
                      )
                    }
                  />
                </label>
              </Table.Th>
            )}
            {number && <Heading {...heading} id="number" title={number.title} />}
            <Heading {...heading} id="name" title="Person" />
            <Heading {...heading} id="state" title="State" />
            {others.map(({ id, title }) => (
              <Heading key={id} {...heading} id={id} title={title} />
            ))}
            <Table.Th scope="col" role="columnheader">
              Decide
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup" ref={body} onFocus={noteFocus} onBlur={leaveFocus}>
          {piecesOf(rows.length, seen, focused).map((piece, place) => {
            if ("gap" in piece) {
              return <tr key={place === 0 ? "before" : place} aria-hidden style={{ height: piece.gap * rowHeight }} />;
            }
            const person = rows[piece.row];
            return (
              person && (
                <PersonRow
                  key={person.id}
                  may={roster.may}
                  person={person}
                  index={piece.row + 2}
                  number={number}
                  columns={others}
                  isOpen={isOpen}
                  onOpen={onOpen}
                  isChosen={chosen?.has(person.id)}
                  onChoose={onChoose}
                />
              )
            );
          })}
        </Table.Tbody>
      </Table>
    </Paper>
  );
});

interface HeadingProps {
  id: string;
  title: string;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  isPlain: boolean;
}

function Heading({ id, title, sort, onSort, isPlain }: HeadingProps) {
  const direction = sort === id ? "ascending" : sort === `-${id}` ? "descending" : undefined;
  const next = direction === undefined ? id : direction === "ascending" ? `-${id}` : undefined;
  const Arrow = direction === "descending" ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th scope="col" role="columnheader" aria-sort={direction ?? "none"} title={title}>
      {isSortable(id) && !isPlain ? (
        <UnstyledButton className={classes.heading ?? ""} onClick={() => onSort(next)}>
          <span>{title}</span>
          {direction && <Arrow size={14} aria-hidden />}
        </UnstyledButton>
      ) : (
        title
      )}
    </Table.Th>
  );
}

interface RowProps {
  may: Roster["may"];
  person: RosterRow;
  index: number;
  number: RosterColumn | undefined;
  columns: readonly RosterColumn[];
  isOpen: boolean;
  onOpen: (person: RosterRow) => void;
  isChosen: boolean | undefined;
  onChoose: (ids: readonly string[], isChosen: boolean) => void;
}

const PersonRow = memo(function PersonRow({ may, person, index, number, columns, isOpen, onOpen, isChosen, onChoose }: RowProps) {
  return (
    <tr
      {...roles.row}
      id={rowId(person.id)}
      data-sign-up={person.id}
      aria-rowindex={index}
      tabIndex={-1}
      className={classes.row}
      data-ended={endedStates.includes(person.state) || undefined}
    >
      {isChosen !== undefined && (
        <td {...roles.cell} className={classes.choosing}>
          <input
            type="checkbox"
            className={classes.choice}
            aria-label={`Choose ${person.name}`}
            checked={isChosen}
            onChange={(input) => onChoose([person.id], input.currentTarget.checked)}
          />
        </td>
      )}
      {number && (
        <td {...roles.cell} className="figures">
          <span className={classes.cellLabel}>No. </span>
          {number.text(person)}
        </td>
      )}
      <th scope="row" {...roles.rowHeader}>
        <button type="button" data-row className={classes.name} onClick={() => onOpen(person)} aria-haspopup="dialog">
          {person.name}
        </button>
        <div className={classes.email} title={person.email}>
          {person.email}
        </div>
      </th>
      <td {...roles.cell}>
        <span className={classes.state}>
          <StateDot dot={stateWords[person.state].dot} />
          {stateOf(person)}
        </span>
      </td>
      {columns.map((column) => {
        const text = column.text(person);
        return (
          <td key={column.id} {...roles.cell} {...(column.isFigure ? { className: "figures" } : {})} title={text}>
            <span className={classes.cellLabel}>{column.title}: </span>
            {text || "–"}
          </td>
        );
      })}
      <td {...roles.cell} className={classes.deciding}>
        {isOpen && <RowActions may={may} person={person} />}
      </td>
    </tr>
  );
});

export const rowId = (signUpId: string): string => `sign-up-${signUpId}`;
