import { limits } from "@cte-partnerships/domain";
import { useCallback, useMemo, useRef, useState } from "react";
import { emptySession, newRowKey, type SessionFormValues } from "./event-form-values.ts";
import { fieldId } from "./field-label.ts";
import { focusSoon, useEventForm, useSurroundings } from "./form-context.ts";
import { copyOf, endAfter, lengthMinutesOf } from "./session-moves.ts";
import type { RowHandlers } from "./session-row.tsx";
import { withoutStep } from "./undo-sessions.ts";

export const mostSessions = limits.sessionsPerEvent;
/** As many steps can be taken back. */
const mostSteps = 30;

interface Step {
  before: readonly SessionFormValues[];
  after: readonly SessionFormValues[];
  words: string;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const keysIn = (sessions: readonly SessionFormValues[]) => sessions.map(({ key }) => key).join(" ");

/**
 * The sessions as a table. Its fields hold what is typed themselves, so a keystroke draws no row: rows are drawn anew when one comes or
 * goes, and the ones that a step of the table changed.
 */
export function useSessionsTable() {
  const form = useEventForm();
  const { detail, usualLengthMinutes } = useSurroundings();
  const latest = useRef(form);
  latest.current = form;
  const sessions = useCallback(() => latest.current.getValues().sessions, []);
  const [rowKeys, setRowKeys] = useState(() => keysIn(sessions()));
  const [stamps, setStamps] = useState<Readonly<Record<string, number>>>({});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [said, setSaid] = useState("");
  form.watch(
    "sessions",
    useCallback(({ value }: { value: unknown }) => setRowKeys(keysIn(value as SessionFormValues[])), []),
  );

  const mayRemove = (session: SessionFormValues): boolean =>
    session.id === "" ||
    (!(detail?.sessionsWithSignUps.includes(session.id) ?? false) && detail?.event.sessions.find(({ id }) => id === session.id)?.status !== "cancelled");
  const isCancelled = (session: SessionFormValues): boolean =>
    session.id !== "" && detail?.event.sessions.find(({ id }) => id === session.id)?.status === "cancelled";

  const put = (next: readonly SessionFormValues[]) => {
    const before = new Map(sessions().map((session) => [session.key, session]));
    const changed = next.filter((session) => before.has(session.key) && !isSame(before.get(session.key), session));
    if (changed.length > 0) setStamps((known) => ({ ...known, ...Object.fromEntries(changed.map(({ key }) => [key, (known[key] ?? 0) + 1])) }));
    // Places in the table are other ones now: what was wrong with a row is told anew by the next try to save.
    latest.current.setErrors((errors) => Object.fromEntries(Object.entries(errors).filter(([path]) => !path.startsWith("sessions"))));
    latest.current.setFieldValue("sessions", [...next], { forceUpdate: false });
    const keys = new Set(next.map(({ key }) => key));
    setChosen((known) => new Set([...known].filter((key) => keys.has(key))));
  };
  /** Does one thing with the table, which can be taken back. */
  const take = (after: readonly SessionFormValues[], words: string) => {
    const before = sessions();
    put(after);
    setSteps((known) => [...known.slice(1 - mostSteps), { before, after, words }]);
    setSaid(words);
  };
  const undo = () => {
    const last = steps.at(-1);
    if (!last) return;
    put(withoutStep(last.before, last.after, sessions()));
    setSteps(steps.slice(0, -1));
    setSaid(`Taken back: ${last.words.charAt(0).toLowerCase()}${last.words.slice(1)}`);
  };

  /** What a step is done with: the chosen rows, or all where none is chosen. Never those that are cancelled. */
  const meant = (): SessionFormValues[] => sessions().filter((session) => (chosen.size === 0 || chosen.has(session.key)) && !isCancelled(session));

  const addAt = (index: number, session: SessionFormValues, words: string) => {
    take(sessions().toSpliced(index, 0, session), words);
    focusSoon(fieldId(`sessions.${index}.date`));
  };
  const handlers = useRef<RowHandlers>(undefined as never);
  handlers.current = {
    change: (index, field, value) => {
      const form = latest.current;
      const before = sessions()[index];
      form.setFieldValue(`sessions.${index}.${field}`, value as never, { forceUpdate: false });
      // The last day goes along with the first, until somebody has said that it is another.
      if (field === "date" && before && (before.lastDate === "" || before.lastDate === before.date)) {
        form.setFieldValue(`sessions.${index}.lastDate`, value as never, { forceUpdate: false });
        const input = document.getElementById(fieldId(`sessions.${index}.lastDate`));
        if (input instanceof HTMLInputElement) input.value = String(value);
      }
    },
    // A session is as long as the one above it, or as its kind mostly is, until somebody says when it ends.
    leave: (index, field) => {
      const [session, above] = [sessions()[index], sessions()[index - 1]];
      if (field !== "startsAt" || !session || session.startsAt === "" || session.endsAt !== "") return;
      const length = (above && lengthMinutesOf(above)) ?? usualLengthMinutes;
      const end = length === undefined ? undefined : endAfter(session.startsAt, length);
      const input = document.getElementById(fieldId(`sessions.${index}.endsAt`));
      if (end === undefined || !(input instanceof HTMLInputElement) || input.value !== "") return;
      latest.current.setFieldValue(`sessions.${index}.endsAt`, end as never, { forceUpdate: false });
      input.value = end;
    },
    choose: (key, isChosen) =>
      setChosen((known) => {
        const next = new Set(known);
        if (isChosen) next.add(key);
        else next.delete(key);
        return next;
      }),
    copy: (key) => {
      const index = sessions().findIndex((session) => session.key === key);
      const session = sessions()[index];
      if (session) addAt(index + 1, copyOf(session, newRowKey), `Copied session ${index + 1}.`);
    },
    remove: (key) => {
      const index = sessions().findIndex((session) => session.key === key);
      take(sessions().toSpliced(index, 1), `Removed session ${index + 1}.`);
      focusSoon(index > 0 ? `session-${index - 1}` : "add-session");
    },
  };
  const on = useMemo<RowHandlers>(
    () => ({
      change: (...asked) => handlers.current.change(...asked),
      leave: (...asked) => handlers.current.leave(...asked),
      choose: (...asked) => handlers.current.choose(...asked),
      copy: (...asked) => handlers.current.copy(...asked),
      remove: (...asked) => handlers.current.remove(...asked),
    }),
    [],
  );
  const add = () => {
    const last = sessions().at(-1);
    // A further session is mostly like the last one in all but its time.
    const like = last ? { capacity: last.capacity, partySizeLimit: last.partySizeLimit, waitlistLimit: last.waitlistLimit } : {};
    addAt(sessions().length, { ...emptySession, ...like, key: newRowKey() }, "Added a session.");
  };
  return {
    rowKeys: rowKeys === "" ? [] : rowKeys.split(" "),
    sessions,
    stamps,
    chosen,
    chooseAll: (isChosen: boolean) => setChosen(new Set(isChosen ? sessions().map(({ key }) => key) : [])),
    meant,
    mayRemove,
    isCancelled,
    take,
    add,
    said,
    undo: steps.length > 0 ? undo : undefined,
    on,
  };
}

export type SessionsTableState = ReturnType<typeof useSessionsTable>;
