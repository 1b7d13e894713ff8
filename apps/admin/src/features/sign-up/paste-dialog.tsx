import type { Question } from "@cte-partnerships/domain";
import { Alert, Button, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ChangeEvent, useEffect, useMemo, useRef, useState } from "react";
import { type Roster, rosterApi } from "../../lib/api/roster.ts";
import { ApiProblem } from "../../lib/api-error.ts";
import { messageOf } from "../../lib/messages.ts";
import { onceKeys } from "../../lib/once-key.ts";
import { notice } from "../../ui/notice.ts";
import { choicesOf, PasteTable, type ShownRow } from "./paste-table.tsx";
import { judgeRows, type PastedRow, readPasted, rowsAtMost } from "./pasted-people.ts";
import { rosterKey } from "./queries.ts";
import { type Outcome, perRequest, type Ready, useForeseen } from "./use-foreseen.ts";

const count = (number: number) => number.toLocaleString("en-US");
const people = (number: number) => (number === 1 ? "1 person" : `${count(number)} people`);

/** What stands in a row's way, in words; absent where nothing does. */
function wordsOf(outcome: Outcome | undefined): string | undefined {
  if (!outcome || "foreseen" in outcome) return undefined;
  if ("refusal" in outcome) return messageOf(new ApiProblem(409, { code: outcome.refusal, ...outcome.facts }));
  return outcome.state === "already_signed_up" ? "Has a sign-up at this session already." : undefined;
}

/** Adds a list of people: pasted, looked through and mended row by row, and then taken in by the one path to a seat. */
export function PasteDialog({ roster, isOpen, onClose }: { roster: Roster; isOpen: boolean; onClose: () => void }) {
  const { event, session, seats } = roster;
  const questions = useMemo(() => event.questions.filter(({ isRetired }) => !isRetired), [event.questions]);
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string>();
  const [rows, setRows] = useState<readonly PastedRow[]>([]);
  const [dropped, setDropped] = useState<readonly { row: PastedRow; at: number }[]>([]);
  const [told, setTold] = useState<{ leftOver: number; passedOver: string[] }>({ leftOver: 0, passedOver: [] });
  const [forEmpty, setForEmpty] = useState<Record<string, string>>({});
  const [isPasting, setPasting] = useState(true);
  /** What the server said of a row when it was sent, by the key that it had. */
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [done, setDone] = useState(0);
  const keys = useRef(new Map<string, ReturnType<typeof onceKeys>>());
  const queryClient = useQueryClient();
  const table = useRef<HTMLDivElement>(null);
  /** Where somebody goes on: at the first thing that is wrong, or else at what adds them all. */
  const goOn = () =>
    requestAnimationFrame(() => {
      const find = (selector: string) => table.current?.querySelector<HTMLElement>(selector);
      (find('[aria-invalid="true"]') ?? find("[data-adds]:not(:disabled)") ?? find("[data-column]"))?.focus();
    });

  const judged = useMemo(
    () => judgeRows(rows, { questions, partySizeLimit: session.partySizeLimit, forEmpty }),
    [rows, questions, session.partySizeLimit, forEmpty],
  );
  const keyOf = (id: string, input: object): string => {
    const known = keys.current.get(id) ?? onceKeys();
    keys.current.set(id, known);
    return known.keyFor(input);
  };
  const ready: Ready[] = rows.flatMap(({ id }, index) => {
    const input = judged[index]?.input;
    return input ? [{ id, input, key: keyOf(id, input) }] : [];
  });
  const foreseenOf = useForeseen(session.id, isOpen ? ready : []);
  const readyById = new Map(ready.map((row) => [row.id, row]));
  const shown: ShownRow[] = rows.map((row, index) => {
    const able = readyById.get(row.id);
    const said = able && (refused.get(able.key) ?? wordsOf(foreseenOf(able)));
    return { row, faults: judged[index]?.faults ?? {}, ...(said === undefined ? {} : { said }) };
  });
  const isTaken = (row: Ready) => {
    const outcome = foreseenOf(row);
    return outcome !== undefined && "state" in outcome && outcome.state === "already_signed_up";
  };
  const able = ready.filter((row) => !isTaken(row));

  const add = useMutation({
    mutationFn: async (sent: readonly Ready[]) => {
      setDone(0);
      const states = new Map<string, number>();
      const added = new Set<string>();
      const said = new Map<string, string>();
      let stopped: unknown;
      for (let from = 0; from < sent.length && stopped === undefined; from += perRequest) {
        const some = sent.slice(from, from + perRequest);
        const answer = await rosterApi
          .addMany(
            session.id,
            some.map(({ key, input }) => ({ key, input })),
          )
          .catch((error: unknown) => {
            stopped = error;
            return undefined;
          });
        some.forEach(({ id, key }, index) => {
          const outcome = answer?.outcomes[index];
          const words = outcome ? wordsOf(outcome) : messageOf(stopped);
          if (words !== undefined) said.set(key, words);
          else if (outcome && "state" in outcome) {
            added.add(id);
            states.set(outcome.state, (states.get(outcome.state) ?? 0) + 1);
          }
        });
        setDone(Math.min(sent.length, from + perRequest));
      }
      return { states, added, said, stopped };
    },
    onSuccess: async ({ states, added, said }) => {
      setRows((before) => before.filter(({ id }) => !added.has(id)));
      setRefused((before) => new Map([...before, ...said]));
      if (added.size > 0) notice.done(addedWords(states));
      const isAll = added.size === rows.length;
      if (isAll) {
        setPasting(true);
        setDropped([]);
        onClose();
      } else goOn();
      await queryClient.invalidateQueries({ queryKey: rosterKey(session.id) });
    },
  });
  // Asks once more before the window is closed over what is not added yet.
  const isHolding = rows.length > 0 || text !== "";
  useEffect(() => {
    if (!isHolding) return;
    const ask = (leaving: BeforeUnloadEvent) => leaving.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isHolding]);

  const read = () => {
    const pasted = readPasted(text, questions, () => crypto.randomUUID());
    if (pasted.rows.length === 0) return setFault("No person was found in this. Paste lines with a name and an e-mail address.");
    const room = Math.max(0, rowsAtMost - rows.length);
    setRows([...rows, ...pasted.rows.slice(0, room)]);
    setTold({ leftOver: pasted.leftOver + Math.max(0, pasted.rows.length - room), passedOver: pasted.passedOver });
    setText("");
    setFault(undefined);
    setPasting(false);
    goOn();
  };
  const drop = (id: string) => {
    const at = rows.findIndex((row) => row.id === id);
    const row = rows[at];
    if (!row) return;
    setDropped([...dropped, { row, at }]);
    setRows(rows.filter((each) => each !== row));
  };
  const putBack = () => {
    const last = dropped.at(-1);
    if (!last) return;
    setDropped(dropped.slice(0, -1));
    setRows(rows.toSpliced(last.at, 0, last.row));
  };
  const left = rows.length - able.length;
  const hasLine = seats.waiting < seats.waitlistLimit;
  return (
    <Modal opened={isOpen} onClose={onClose} title="Add a pasted list" size={isPasting || rows.length === 0 ? "lg" : "75rem"} closeOnClickOutside={false}>
      {isPasting || (rows.length === 0 && dropped.length === 0) ? (
        <form
          noValidate
          onSubmit={(submitted) => {
            submitted.preventDefault();
            read();
          }}
        >
          <Stack>
            <Text size="sm" c="dimmed">
              Lines out of a spreadsheet, with headings or without, or addresses out of a mail: name, e-mail, organization, party and answers are found by
              themselves. Nothing is added yet. Adults only; nothing about a student belongs here.
            </Text>
            <Textarea
              label="List"
              placeholder={"Ann Example <ann@example.org>\nBen Example <ben@example.org>"}
              autosize
              minRows={8}
              maxRows={18}
              spellCheck={false}
              data-autofocus
              value={text}
              onChange={(input) => setText(input.currentTarget.value)}
              error={fault}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={rows.length > 0 ? () => setPasting(false) : onClose}>
                Go back
              </Button>
              <Button type="submit">Read the list</Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack
          ref={table}
          onKeyDown={(pressed) => {
            // From any cell, without going through all that come after it.
            if (pressed.key !== "Enter" || !(pressed.ctrlKey || pressed.metaKey) || add.isPending || able.length === 0) return;
            pressed.preventDefault();
            add.mutate(able);
          }}
        >
          <Text size="sm" role="status">
            {people(rows.length)} understood.{" "}
            {left > 0
              ? `${left === 1 ? "1 row needs" : `${count(left)} rows need`} a look: what is wrong stands beside the field.`
              : "Nothing stands in the way of any."}{" "}
            {seats.remaining > 0
              ? `${count(seats.remaining)} ${seats.remaining === 1 ? "seat is" : "seats are"} left; whoever finds none ${hasLine ? "gets a place in line" : "is not taken in"}.`
              : hasLine
                ? "The session is full: they get places in line."
                : "The session is full, and so is its line: nobody is taken in."}
          </Text>
          {(told.leftOver > 0 || told.passedOver.length > 0) && (
            <Alert color="yellow">
              {told.leftOver > 0 &&
                `A list holds ${count(rowsAtMost)} people: ${people(told.leftOver)} at its end ${told.leftOver === 1 ? "was" : "were"} left out. `}
              {told.passedOver.length > 0 && `Not taken, since nothing here asks for it: ${told.passedOver.join(", ")}.`}
            </Alert>
          )}
          {questions.filter(({ required }) => required).length > 0 && (
            <Group align="flex-end" gap="sm">
              {questions
                .filter(({ required }) => required)
                .map((question) => (
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
              <Button variant="subtle" onClick={() => setPasting(true)}>
                Paste more
              </Button>
              {dropped.length > 0 && (
                <Button variant="subtle" onClick={putBack}>
                  Put the removed row back
                </Button>
              )}
            </Group>
            <Group>
              <Button variant="default" onClick={onClose} disabled={add.isPending}>
                Go back
              </Button>
              <Button data-adds disabled={able.length === 0} loading={add.isPending} onClick={() => add.mutate(able)}>
                Add {people(able.length)}
              </Button>
            </Group>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

/** An answer for whoever's cell is empty: the office may know one for all. */
function ForEmpty({ question, value, onChange }: { question: Question; value: string; onChange: (value: string) => void }) {
  const shared = {
    label: question.label,
    description: "For everyone whose cell is empty",
    value,
    onChange: (input: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => onChange(input.currentTarget.value),
  };
  if (question.kind === "text") return <TextInput maxLength={2000} {...shared} />;
  return <NativeSelect data={["", ...choicesOf(question)]} {...shared} />;
}

function addedWords(states: ReadonlyMap<string, number>): string {
  const parts = [
    [states.get("confirmed") ?? 0, "got a seat"],
    [states.get("pending") ?? 0, "got a seat held, to decide"],
    [states.get("waitlisted") ?? 0, "got a place in line"],
    [states.get("received") ?? 0, "settled in a moment"],
  ] as const;
  return `${parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${people(number)} ${words}`)
    .join(", ")}.`;
}
