import type { Question } from "@cte-partnerships/domain";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Roster } from "../../lib/api/roster.ts";
import { count, people } from "../../lib/counts.ts";
import { ForEmpty } from "./for-empty.tsx";
import { PasteTable } from "./paste-table.tsx";
import { rowsAtMost } from "./pasted-columns.ts";
import type { usePastedRows } from "./use-pasted-rows.ts";

interface Props {
  roster: Roster;
  questions: readonly Question[];
  list: ReturnType<typeof usePastedRows>;
  /** People for whom the list had no room. */
  leftOver: number;
  /** Somebody goes on here: with each new one the focus goes to what is wrong first, or else to what adds them all. */
  goneOn: number;
  onMore: () => void;
  /** Absent once anything was mended: that would be lost. */
  onColumns: (() => void) | undefined;
  onBack: () => void;
}

/** The people of a pasted list, a row each, mended in place and then added. */
export function PasteRows({ roster: { session, seats }, questions, list, leftOver, goneOn, onMore, onColumns, onBack }: Props) {
  const { rows, setRows, shown, able, forEmpty, setForEmpty, dropped, drop, putBack, add, done } = list;
  const table = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that somebody goes on, and at no other
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const find = (selector: string) => table.current?.querySelector<HTMLElement>(selector);
      (find('[aria-invalid="true"]') ?? find("[data-adds]:not(:disabled)") ?? find("[data-column]"))?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [goneOn]);
  // From any cell, without going through all that come after it.
  const addByKey = (pressed: KeyboardEvent) => {
    if (pressed.key !== "Enter" || !(pressed.ctrlKey || pressed.metaKey) || add.isPending || able.length === 0) return;
    pressed.preventDefault();
    add.mutate(able);
  };
  const required = questions.filter((question) => question.required);
  return (
    <Stack ref={table} onKeyDown={addByKey}>
      <Text size="sm" role="status">
        {people(rows.length)} understood. {lookWords(rows.length - able.length)} {seatWords(seats)}
      </Text>
      {leftOver > 0 && (
        <Alert color="yellow">
          A list holds {count(rowsAtMost)} people: {people(leftOver)} at its end {leftOver === 1 ? "was" : "were"} left out.
        </Alert>
      )}
      {required.length > 0 && (
        <Group align="flex-end" gap="sm">
          {required.map((question) => (
            <ForEmpty
              key={question.id}
              question={question}
              value={forEmpty[question.id] ?? ""}
              onChange={(value) => setForEmpty({ ...forEmpty, [question.id]: value })}
            />
          ))}
        </Group>
      )}
      <PasteTable rows={shown} questions={questions} hasParties={session.partySizeLimit > 1} onChange={setRows} onDrop={drop} />
      {add.isPending && (
        <Text size="sm" role="status">
          Adding: {count(done)} of {count(add.variables.length)} so far.
        </Text>
      )}
      <Text size="sm" c="dimmed">
        Each is told by mail, as whoever signs up by the form is. Arrows go up and down a column; Ctrl and Enter adds from anywhere.
      </Text>
      <Group justify="space-between">
        <Group gap="xs">
          <Button variant="subtle" onClick={onMore}>
            Paste more
          </Button>
          {onColumns && (
            <Button variant="subtle" onClick={onColumns}>
              Change the columns
            </Button>
          )}
          {dropped.length > 0 && (
            <Button variant="subtle" onClick={putBack}>
              Put the removed row back
            </Button>
          )}
        </Group>
        <Group>
          <Button variant="default" onClick={onBack} disabled={add.isPending}>
            Go back
          </Button>
          <Button data-adds disabled={able.length === 0} loading={add.isPending} onClick={() => add.mutate(able)}>
            Add {people(able.length)}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

function lookWords(rows: number): string {
  if (rows === 0) return "Nothing stands in the way of any.";
  return `${rows === 1 ? "1 row needs" : `${count(rows)} rows need`} a look: what is wrong stands beside the field.`;
}

function seatWords({ remaining, waiting, waitlistLimit }: Roster["seats"]): string {
  const hasLine = waiting < waitlistLimit;
  if (remaining > 0) {
    return `${count(remaining)} ${remaining === 1 ? "seat is" : "seats are"} left; whoever finds none ${hasLine ? "gets a place in line" : "is not taken in"}.`;
  }
  return hasLine ? "The session is full: they get places in line." : "The session is full, and so is its line: nobody is taken in.";
}
