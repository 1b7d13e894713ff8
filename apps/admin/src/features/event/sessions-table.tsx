import { Alert, Button, Group, Text, VisuallyHidden } from "@mantine/core";
import { useRef, useState } from "react";
import { IconArrowBackUp, IconClipboardPlus, IconPlus } from "../../ui/icons.ts";
import { cellAfter } from "./cell-keys.ts";
import { fieldId } from "./field-label.ts";
import { useEventForm, useSurroundings } from "./form-context.ts";
import { PasteSessionsDialog } from "./paste-sessions-dialog.tsx";
import { hintWords, PublishHint } from "./publish-hint.tsx";
import { SessionRow } from "./session-row.tsx";
import { SessionsBar } from "./sessions-bar.tsx";
import classes from "./sessions-table.module.css";
import { mostSessions, useSessionsTable } from "./use-sessions-table.ts";

/** The sessions of an event, to be edited in place: when each is, and how many can come. */
export function SessionsTable() {
  const form = useEventForm();
  const { detail, publishFaults } = useSurroundings();
  const table = useSessionsTable();
  const [pasted, setPasted] = useState<string | undefined>(undefined);
  const body = useRef<HTMLTableSectionElement>(null);
  const { rowKeys, chosen } = table;
  const fault = form.errors.sessions;
  const isFull = rowKeys.length >= mostSessions;
  const sessions = table.sessions();

  const goBetweenCells = (event: React.KeyboardEvent<HTMLElement>) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.dataset.cell === undefined) return;
    const at = { row: Number(input.dataset.cellRow), column: input.dataset.cell, kind: input.dataset.kind as "text" };
    const next = cellAfter(event, at, rowKeys.length);
    if (next === undefined) return;
    event.preventDefault();
    if (next === "after") return document.getElementById("add-session")?.focus();
    // The day on which a session ends has a field only where it is another one.
    const columns = next.column === "lastDate" ? ["lastDate", "endsAt"] : [next.column];
    const found = columns.map((column) => document.getElementById(fieldId(`sessions.${next.row}.${column}`))).find((cell) => cell !== null);
    if (!(found instanceof HTMLInputElement)) return;
    found.focus();
    if (found.dataset.kind === "text" || found.dataset.kind === "number") found.select();
  };
  const pasteRows = (event: React.ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n].*\S/.test(text.trim())) return;
    event.preventDefault();
    setPasted(text);
  };
  return (
    <div id={fieldId("sessions")} tabIndex={-1} className={classes.frame}>
      {rowKeys.length > 0 && <SessionsBar table={table} />}
      {rowKeys.length > 0 && (
        <div className={classes.scroller}>
          <table className={classes.table} onKeyDown={goBetweenCells} onPaste={pasteRows}>
            <caption>
              <VisuallyHidden>Sessions. Enter goes a row down, Shift and Enter a row up.</VisuallyHidden>
            </caption>
            <thead>
              <tr>
                <th scope="col" className={classes.choice}>
                  <input
                    type="checkbox"
                    className={classes.check}
                    aria-label="Choose all sessions"
                    checked={chosen.size > 0 && chosen.size === rowKeys.length}
                    ref={(box) => {
                      if (box) box.indeterminate = chosen.size > 0 && chosen.size < rowKeys.length;
                    }}
                    onChange={(change) => table.chooseAll(change.currentTarget.checked)}
                  />
                </th>
                <th scope="col" className={classes.date}>
                  Date
                </th>
                <th scope="col" className={classes.time}>
                  Starts
                </th>
                <th scope="col" className={classes.time}>
                  Ends
                </th>
                <th scope="col">Name</th>
                <th scope="col" className={classes.few}>
                  Seats
                </th>
                <th scope="col" className={classes.few}>
                  Largest party
                </th>
                <th scope="col" className={classes.few}>
                  Waiting list
                </th>
                <th scope="col" className={classes.tools}>
                  <VisuallyHidden>What to do with it</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody ref={body}>
              {sessions.map((session, index) => (
                <SessionRow
                  key={`${form.key("sessions")} ${session.key} ${table.stamps[session.key] ?? 0}`}
                  index={index}
                  session={session}
                  isChosen={chosen.has(session.key)}
                  isCancelled={table.isCancelled(session)}
                  hasSignUps={session.id !== "" && (detail?.sessionsWithSignUps.includes(session.id) ?? false)}
                  canCopy={!isFull}
                  faults={faultsOf(form.errors, index)}
                  hints={hintWords(publishFaults, `sessions.${index}`).join("\n")}
                  on={table.on}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {fault && (
        <Alert color="red" role="alert" mt="sm">
          {fault}
        </Alert>
      )}
      <PublishHint path="sessions" />
      <Group gap="xs" mt="sm">
        <Button id="add-session" variant="light" leftSection={<IconPlus size={17} />} disabled={isFull} onClick={table.add}>
          Add a session
        </Button>
        <Button variant="default" leftSection={<IconClipboardPlus size={17} stroke={1.7} />} disabled={isFull} onClick={() => setPasted("")}>
          Paste rows
        </Button>
        {table.undo && (
          <Button variant="default" leftSection={<IconArrowBackUp size={17} stroke={1.7} />} onClick={table.undo}>
            Undo
          </Button>
        )}
        <Text size="sm" c="dimmed" role="status">
          {isFull ? `An event has room for ${mostSessions} sessions. ${table.said}` : table.said}
        </Text>
      </Group>
      {pasted !== undefined && <PasteSessionsDialog table={table} text={pasted} onClose={() => setPasted(undefined)} />}
    </div>
  );
}

const faultsOf = (errors: Record<string, unknown>, index: number): string => {
  const head = `sessions.${index}.`;
  return Object.entries(errors)
    .filter(([path]) => path.startsWith(head))
    .map(([path, words]) => `${path.slice(head.length)}\t${String(words)}`)
    .join("\n");
};
