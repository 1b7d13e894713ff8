import { memo, type ReactNode, useState } from "react";
import { IconCalendarPlus, IconCopy, IconLock, IconTrash } from "../../ui/icons.ts";
import type { SessionFormValues } from "./event-form-values.ts";
import { fieldId } from "./field-label.ts";
import classes from "./sessions-table.module.css";

export type SessionField = "date" | "startsAt" | "endsAt" | "lastDate" | "label" | "capacity" | "partySizeLimit" | "waitlistLimit";

/** What a row can ask of its table. The same functions for the table's whole life, so that rows are drawn anew only when they change. */
export interface RowHandlers {
  change: (index: number, field: SessionField, value: string | number) => void;
  leave: (index: number, field: SessionField) => void;
  choose: (key: string, isChosen: boolean) => void;
  copy: (key: string) => void;
  remove: (key: string) => void;
}

interface Props {
  index: number;
  /** What the fields begin with. They hold what is typed themselves; another key begins them anew. */
  session: SessionFormValues;
  isChosen: boolean;
  /** Kept as it was, since it was cancelled. */
  isCancelled: boolean;
  hasSignUps: boolean;
  canCopy: boolean;
  /** What is wrong with its fields, `field: words` a line. */
  faults: string;
  /** What about it blocks publishing, a line each. */
  hints: string;
  on: RowHandlers;
}

/** One session as a row of the table; on a phone, as a card. */
export const SessionRow = memo(function SessionRow({ index, session, isChosen, isCancelled, hasSignUps, canCopy, faults, hints, on }: Props) {
  const [endsLater, setEndsLater] = useState(session.lastDate !== "" && session.lastDate !== session.date);
  const name = `session ${index + 1}`;
  const told = faults === "" ? [] : faults.split("\n").map((line) => line.split("\t") as [string, string]);
  const notes = `session-${index}-notes`;
  const hasNotes = told.length > 0 || hints !== "";
  const wrong = (field: SessionField) => told.some(([at]) => at === field);
  const field = (at: SessionField, label: string, more: React.InputHTMLAttributes<HTMLInputElement> & { kind: "date" | "time" | "text" | "number" }) => {
    const { kind, ...input } = more;
    return (
      <input
        {...input}
        className={classes.input}
        id={fieldId(`sessions.${index}.${at}`)}
        type={kind === "number" ? "text" : kind}
        data-cell={at}
        data-kind={kind}
        data-cell-row={index}
        aria-label={`${label}, ${name}`}
        aria-invalid={wrong(at) || undefined}
        aria-describedby={hasNotes ? notes : undefined}
        defaultValue={session[at]}
        disabled={isCancelled}
        autoComplete="off"
        onBlur={() => on.leave(index, at)}
        onChange={(change) => on.change(index, at, kind === "number" ? whole(change.currentTarget) : change.currentTarget.value)}
      />
    );
  };
  return (
    <>
      <tr className={classes.row} data-chosen={isChosen || undefined}>
        <td className={`${classes.cell} ${classes.choice}`}>
          <label className={classes.choiceLabel}>
            <input
              type="checkbox"
              className={classes.check}
              checked={isChosen}
              onChange={(change) => on.choose(session.key, change.currentTarget.checked)}
              aria-label={`Choose ${name}`}
            />
            <span className={classes.number} id={`session-${index}`} tabIndex={-1}>
              <span className={classes.onCard}>Session </span>
              {index + 1}
            </span>
          </label>
        </td>
        <Cell label="Date">{field("date", "Date", { kind: "date", max: "2099-12-31" })}</Cell>
        <Cell label="Starts">{field("startsAt", "Starts", { kind: "time" })}</Cell>
        <Cell label="Ends">
          {field("endsAt", "Ends", { kind: "time" })}
          {endsLater && (
            <span className={classes.later}>
              <span aria-hidden>on</span>
              {field("lastDate", "Ends on", { kind: "date", max: "2099-12-31" })}
            </span>
          )}
        </Cell>
        <Cell label="Name">{field("label", "Name", { kind: "text", maxLength: 80, placeholder: "Optional" })}</Cell>
        <Cell label="Seats">{field("capacity", "Seats", { kind: "number", inputMode: "numeric", maxLength: 6 })}</Cell>
        <Cell label="Largest party">{field("partySizeLimit", "Largest party", { kind: "number", inputMode: "numeric", maxLength: 4 })}</Cell>
        <Cell label="Waiting list">{field("waitlistLimit", "Waiting list", { kind: "number", inputMode: "numeric", maxLength: 5 })}</Cell>
        <td className={`${classes.cell} ${classes.tools}`}>
          <span className={classes.toolRow}>
            {!endsLater && !isCancelled && (
              <Tool label={`${named(name)} ends on another day`} title="Ends on another day" onClick={() => setEndsLater(true)}>
                <IconCalendarPlus size={18} stroke={1.7} aria-hidden />
              </Tool>
            )}
            {canCopy && (
              <Tool label={`Copy ${name}`} title="Copy" onClick={() => on.copy(session.key)}>
                <IconCopy size={18} stroke={1.7} aria-hidden />
              </Tool>
            )}
            {isCancelled || hasSignUps ? (
              <Tool
                isDisabled
                label={`${named(name)} cannot be removed: ${isCancelled ? "it is cancelled and kept" : "people have signed up"}`}
                title={isCancelled ? "A cancelled session is kept" : "People have signed up: cancel it on the event's page instead"}
              >
                <IconLock size={18} stroke={1.7} aria-hidden />
              </Tool>
            ) : (
              <Tool label={`Remove ${name}`} title="Remove" onClick={() => on.remove(session.key)}>
                <IconTrash size={18} stroke={1.7} aria-hidden />
              </Tool>
            )}
          </span>
        </td>
      </tr>
      {(hasNotes || isCancelled) && (
        <tr className={classes.notes}>
          <td className={classes.aside} />
          <td colSpan={8} id={notes} className={classes.told}>
            {isCancelled && <p className={classes.note}>This session is cancelled and stays as it was.</p>}
            {told.map(([at, words]) => (
              <p key={at} className={classes.fault}>
                {columnNames[at as SessionField] ?? "Session"}: {words}
              </p>
            ))}
            {hints !== "" &&
              hints.split("\n").map((hint) => (
                <p key={hint} className={classes.hint}>
                  {hint}
                </p>
              ))}
          </td>
        </tr>
      )}
    </>
  );
});

const columnNames: Record<SessionField, string> = {
  date: "Date",
  startsAt: "Starts",
  endsAt: "Ends",
  lastDate: "Ends on",
  label: "Name",
  capacity: "Seats",
  partySizeLimit: "Largest party",
  waitlistLimit: "Waiting list",
};

const named = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** The whole number in a field; what is no digit does not stay in it. */
function whole(input: HTMLInputElement): number | string {
  const digits = input.value.replace(/\D/g, "");
  if (digits !== input.value) input.value = digits;
  return digits === "" ? "" : Number(digits);
}

function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td className={classes.cell} data-label={label}>
      {children}
    </td>
  );
}

function Tool({
  label,
  title,
  isDisabled,
  onClick,
  children,
}: {
  label: string;
  title: string;
  isDisabled?: boolean;
  onClick?: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" className={classes.tool} aria-label={label} title={title} aria-disabled={isDisabled} onClick={onClick}>
      {children}
    </button>
  );
}
