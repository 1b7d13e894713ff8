import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type RosterRow, rosterApi } from "../../lib/api/roster.ts";
import { messageOf } from "../../lib/messages.ts";
import { notice } from "../../ui/notice.ts";
import { stepWords } from "./bulk-words.ts";
import { whyNot } from "./decide.tsx";
import { decideOnAll } from "./decide-on-all.ts";
import { personIn, rosterKey, rosterQuery } from "./queries.ts";
import type { Step } from "./row-actions.tsx";
import { useGrace } from "./use-grace.ts";

/** A decision on people, each as they were seen when it was made. */
export interface Work {
  step: Step;
  people: readonly RosterRow[];
  reason: string;
}

/** About whom it was not done, and why, in words. */
export interface NotDoneRows {
  step: Step;
  rows: { name: string; why: string }[];
}

/** Holds a decision on many for its ten seconds, sends it, and knows how far it has come and about whom it was not done. */
export function useDecisionOnAll(sessionId: string, onSent: () => void) {
  const [notDone, setNotDone] = useState<NotDoneRows | undefined>(undefined);
  const [decided, setDecided] = useState(0);
  const queryClient = useQueryClient();
  const send = useMutation({
    mutationFn: async ({ step, people, reason }: Work) => {
      setDecided(0);
      const outcome = await decideOnAll(people, {
        decide: (some) =>
          rosterApi.decideMany(
            sessionId,
            step,
            some.map(({ id, version }) => ({ id, version })),
            reason,
          ),
        readAgain: async () => {
          await queryClient.fetchQuery({ ...rosterQuery(sessionId), staleTime: 0 });
          return ({ id }) => personIn(queryClient, sessionId, id);
        },
        leadsTo: stepWords[step].leadsTo,
        onProgress: setDecided,
      });
      const rows = outcome.notDone.map(({ person, why }) => ({ name: person.name, why: typeof why === "string" ? whyNot(why) : messageOf(why) }));
      return { step, done: outcome.done, rows };
    },
    onSuccess: async ({ step, done, rows }) => {
      if (done > 0) notice.done(stepWords[step].done(done));
      setNotDone(rows.length > 0 ? { step, rows } : undefined);
      onSent();
      await queryClient.invalidateQueries({ queryKey: rosterKey(sessionId) });
    },
  });
  const { held, hold, undo, now } = useGrace<Work>(send.mutate, ({ step, people }) =>
    notice.failed(stepWords[step].notDone(people.length), "You left the roster before it was done. Nothing was changed, and nobody was told."),
  );
  return { held, hold, undo, now, sending: send.isPending ? send.variables : undefined, decided, notDone, forget: () => setNotDone(undefined) };
}
