import type { Question } from "@cte-partnerships/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { type Roster, rosterApi } from "../../lib/api/roster.ts";
import { messageOf } from "../../lib/messages.ts";
import { onceKeys } from "../../lib/once-key.ts";
import { notice } from "../../ui/notice.ts";
import type { ShownRow } from "./paste-table.tsx";
import { addedWords, wordsOf } from "./paste-words.ts";
import { judgeRows, type PastedRow } from "./pasted-people.ts";
import { rosterKey } from "./queries.ts";
import { perRequest, type Ready, useForeseen } from "./use-foreseen.ts";

interface Asked {
  roster: Roster;
  questions: readonly Question[];
  /** Whether what would become of each is asked for. */
  isForeseen: boolean;
  /** Everybody was added, or not: then some stay, with why. */
  onAdded: (isAll: boolean) => void;
}

/** The rows of a pasted list while they are mended: what is wrong with each, what would become of it, and adding them. */
export function usePastedRows({ roster, questions, isForeseen, onAdded }: Asked) {
  const { session } = roster;
  const [rows, setRows] = useState<readonly PastedRow[]>([]);
  const [dropped, setDropped] = useState<readonly { row: PastedRow; at: number }[]>([]);
  const [forEmpty, setForEmpty] = useState<Record<string, string>>({});
  /** What the server said of a row when it was sent, by the key that it had. */
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [done, setDone] = useState(0);
  const keys = useRef(new Map<string, ReturnType<typeof onceKeys>>());
  const queryClient = useQueryClient();

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
  const foreseenOf = useForeseen(session.id, isForeseen ? ready : []);
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

  const add = useMutation({
    mutationFn: async (sent: readonly Ready[]) => {
      setDone(0);
      const states = new Map<string, number>();
      const added = new Set<string>();
      const said = new Map<string, string>();
      let stopped: unknown;
      for (let from = 0; from < sent.length && stopped === undefined; from += perRequest) {
        const some = sent.slice(from, from + perRequest);
        const asked = some.map(({ key, input }) => ({ key, input }));
        const answer = await rosterApi.addMany(session.id, asked).catch((error: unknown) => {
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
      return { states, added, said };
    },
    onSuccess: async ({ states, added, said }) => {
      setRows((before) => before.filter(({ id }) => !added.has(id)));
      setRefused((before) => new Map([...before, ...said]));
      if (added.size > 0) notice.done(addedWords(states));
      const isAll = added.size === rows.length;
      if (isAll) setDropped([]);
      onAdded(isAll);
      await queryClient.invalidateQueries({ queryKey: rosterKey(session.id) });
    },
  });
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
  return { rows, setRows, shown, able: ready.filter((row) => !isTaken(row)), forEmpty, setForEmpty, dropped, drop, putBack, add, done };
}
