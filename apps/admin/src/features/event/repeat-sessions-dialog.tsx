import type { IsoDate } from "@cte-partnerships/domain";
import { NumberInput, Select, SimpleGrid, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { clockInWords, weekdayInWords } from "../../lib/days.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { newRowKey } from "./event-form-values.ts";
import { type RepeatUnit, repeatsOf } from "./session-moves.ts";
import classes from "./sessions-table.module.css";
import { mostSessions, type SessionsTableState } from "./use-sessions-table.ts";

const units: readonly { value: RepeatUnit; label: string }[] = [
  { value: "days", label: "days" },
  { value: "weekdays", label: "weekdays" },
  { value: "weeks", label: "weeks" },
];
const whole = { allowDecimal: false, allowNegative: false, inputMode: "numeric", hideControls: true } as const;

/** Sessions again on later days, at the same time of the clock. The days are listed while one chooses. */
export function RepeatSessionsDialog({ table, onClose }: { table: SessionsTableState; onClose: () => void }) {
  const [every, setEvery] = useState<number | string>(1);
  const [unit, setUnit] = useState<RepeatUnit>("weeks");
  const [times, setTimes] = useState<number | string>(5);
  const meant = table.meant();
  const room = mostSessions - table.rowKeys.length;
  const made = useMemo(() => {
    const [steps, count] = [Number(every), Number(times)];
    if (!(steps >= 1 && steps <= 366 && count >= 1 && count <= mostSessions)) return [];
    return repeatsOf(meant, { every: steps, unit, times: count }, newRowKey);
  }, [meant, every, unit, times]);
  const dated = made.filter(({ date }) => date !== "");
  const failure = made.length > room ? `That would be ${made.length} more. An event has room for ${mostSessions} sessions, so ${room} more fit.` : undefined;
  const confirm = () => {
    if (made.length === 0 || made.length > room) return;
    table.take([...table.sessions(), ...made], `Added ${made.length === 1 ? "1 session" : `${made.length} sessions`}.`);
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={meant.length === 1 ? "Repeat this session" : `Repeat ${meant.length} sessions`}
      confirmLabel={made.length === 1 ? "Add 1 session" : `Add ${made.length} sessions`}
      cancelLabel="Cancel"
      failure={failure}
      onConfirm={confirm}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <NumberInput {...whole} label="Every" min={1} value={every} onChange={setEvery} data-autofocus />
        <Select label="Unit" allowDeselect={false} data={[...units]} value={unit} onChange={(next) => setUnit((next ?? "weeks") as RepeatUnit)} />
        <NumberInput {...whole} label="Times more" min={1} max={mostSessions} value={times} onChange={setTimes} />
      </SimpleGrid>
      {dated.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too
        <ol className={classes.preview} tabIndex={0} aria-label="Days of the new sessions">
          {dated.map(({ key, date, startsAt }) => (
            <li key={key}>
              {weekdayInWords(date as IsoDate)}, {clockInWords(startsAt)}
            </li>
          ))}
        </ol>
      ) : (
        <Text size="sm" c="dimmed">
          {made.length > 0 ? "None of them has a date yet. Type a date first, to see when the others are." : "Type how often."}
        </Text>
      )}
    </ConfirmDialog>
  );
}
