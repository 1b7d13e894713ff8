import type { IsoDate } from "@cte-partnerships/domain";
import { List, Text, Textarea } from "@mantine/core";
import { useMemo, useState } from "react";
import { clockInWords, todayIn, weekdayInWords } from "../../lib/days.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { newRowKey } from "./event-form-values.ts";
import { fieldId } from "./field-label.ts";
import { focusSoon, useEventForm } from "./form-context.ts";
import { pastedSessions } from "./pasted-sessions.ts";
import classes from "./sessions-table.module.css";
import { mostSessions, type SessionsTableState } from "./use-sessions-table.ts";

/** Fifty rows are some 5,000 characters: whoever has copied a whole workbook is not kept waiting for all of it to be read. */
const mostText = 50_000;

/** Rows from a spreadsheet as sessions. What can be read, and what cannot, is shown before anything is added. */
export function PasteSessionsDialog({ table, text: begun, onClose }: { table: SessionsTableState; text: string; onClose: () => void }) {
  const form = useEventForm();
  const [text, setText] = useState(begun.slice(0, mostText));
  const { rows, faults } = useMemo(() => {
    const { venue, sessions } = form.getValues();
    const last = sessions.at(-1);
    const like = last && { capacity: last.capacity, partySizeLimit: last.partySizeLimit, waitlistLimit: last.waitlistLimit };
    return pastedSessions(text, todayIn(venue.zone), like);
  }, [text, form]);
  const room = mostSessions - table.rowKeys.length;
  const [isTried, setTried] = useState(false);
  const failure =
    isTried && rows.length === 0
      ? "There is no row here yet that can be read as a session."
      : rows.length > room
        ? `These are ${rows.length} rows. An event has room for ${mostSessions} sessions, so ${room} more fit.`
        : undefined;
  const confirm = () => {
    setTried(true);
    if (rows.length === 0 || rows.length > room) return;
    const first = table.sessions().length;
    table.take(
      [...table.sessions(), ...rows.map((row) => ({ ...row, key: newRowKey() }))],
      `Added ${rows.length === 1 ? "1 session" : `${rows.length} sessions`}.`,
    );
    onClose();
    focusSoon(fieldId(`sessions.${first}.date`));
  };
  return (
    <ConfirmDialog
      isOpen
      title="Paste rows from a spreadsheet"
      confirmLabel={rows.length === 0 ? "Add sessions" : rows.length === 1 ? "Add 1 session" : `Add ${rows.length} sessions`}
      cancelLabel="Cancel"
      failure={failure}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Textarea
        label="Rows"
        description="A session a line: date, start, end, then seats, largest party, waiting list. A first line with the names of the columns may put them in any order."
        placeholder={"12/1/2026\t9:00 AM\t11:00 AM\t40"}
        autosize
        minRows={4}
        maxRows={10}
        data-autofocus
        value={text}
        maxLength={mostText}
        onChange={(change) => setText(change.currentTarget.value)}
      />
      {faults.length > 0 && (
        <div role="status">
          <Text size="sm" fw={600}>
            {faults.length === 1 ? "One line cannot be read and is left out" : `${faults.length} lines cannot be read and are left out`}
          </Text>
          <List size="sm">
            {faults.slice(0, 8).map(({ line, words }) => (
              <List.Item key={line}>
                Line {line}: {words}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too
        <ol className={classes.preview} data-rows tabIndex={0} aria-label="Sessions that were read">
          {rows.slice(0, mostSessions).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its line
            <li key={index}>
              {weekdayInWords(row.date as IsoDate)}, {clockInWords(row.startsAt)}
              {row.endsAt && ` to ${clockInWords(row.endsAt)}`}, {row.capacity} seats{row.label && `, ${row.label}`}
            </li>
          ))}
        </ol>
      )}
    </ConfirmDialog>
  );
}
