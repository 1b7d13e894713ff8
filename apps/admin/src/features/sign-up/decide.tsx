import { Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useState } from "react";
import { type Decided, type Roster, type RosterRow, rosterApi } from "../../lib/api/roster.ts";
import { ApiProblem, isProblem, Unreachable } from "../../lib/api-error.ts";
import { messageOf } from "../../lib/messages.ts";
import { holdBack } from "../../lib/undo.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { notice } from "../../ui/notice.ts";
import { personIn, rosterKey } from "./queries.ts";
import { type Step, TakeStep } from "./row-actions.tsx";
import { showAtOnce } from "./shown-at-once.ts";
import { stateOf } from "./sign-up-words.ts";

interface Work {
  step: Step;
  /** As it was seen when it was decided: the roster follows the truth, and a yes to the old must not change the new. */
  person: RosterRow;
  reason: string;
  /** Shows what stood before, where it was shown otherwise already. */
  takeBack?: () => void;
}

/**
 * Lets the rows within decide on one person at a time. All of it shows at once. An approval is sent at once; a decline, which is
 * asked for its reason, and a withdrawal wait ten seconds in which they can be taken back, since a mail cannot.
 */
export function Decide({ roster, children }: { roster: Roster; children: ReactNode }) {
  const [asked, setAsked] = useState<RosterRow | undefined>(undefined);
  const [reason, setReason] = useState("");
  const queryClient = useQueryClient();
  const sessionId = roster.session.id;
  const { mutate } = useMutation({
    mutationFn: ({ step, person, reason: told }: Work): Promise<Decided> => {
      if (step === "approve") return rosterApi.approve(sessionId, person.id, person.version);
      if (step === "decline") return rosterApi.decline(sessionId, person.id, person.version, told);
      return rosterApi.withdraw(sessionId, person.id, person.version);
    },
    onMutate: ({ step, person, takeBack }) => ({ takeBack: takeBack ?? showAtOnce(queryClient, sessionId, step, person) }),
    onSuccess: async (_after, { step, person }) => {
      notice.done(doneWords[step](person.name));
      await queryClient.invalidateQueries({ queryKey: rosterKey(sessionId) });
    },
    onError: async (problem, { step, person, reason: told }, shown) => {
      shown?.takeBack();
      if (isProblem(problem)) await queryClient.invalidateQueries({ queryKey: rosterKey(sessionId) });
      const now = personIn(queryClient, sessionId, person.id) ?? person;
      notice.failed(
        `${notDoneWords[step](person.name)}: it stands as “${stateOf(now)}”`,
        wordsFor(problem),
        // The line was down: the same again, with what was typed. Refused, it is decided anew by what the roster shows.
        problem instanceof Unreachable ? () => mutate({ step, person, reason: told }) : undefined,
      );
    },
  });
  const hold = useCallback(
    (step: "decline" | "withdraw", person: RosterRow, told: string) => {
      const takeBack = showAtOnce(queryClient, sessionId, step, person);
      holdBack({ says: heldWords[step](person.name), start: () => mutate({ step, person, reason: told, takeBack }), undo: takeBack });
    },
    [mutate, queryClient, sessionId],
  );
  const take = useCallback(
    (step: Step, person: RosterRow) => {
      if (step === "decline") return setAsked(person);
      if (step === "approve") mutate({ step, person, reason: "" });
      else hold(step, person, "");
      keepFocus(person);
    },
    [mutate, hold],
  );
  const confirm = () => {
    if (!asked) return;
    hold("decline", asked, reason.trim());
    setAsked(undefined);
    setReason("");
    keepFocus(asked);
  };
  return (
    <TakeStep value={take}>
      {children}
      <ConfirmDialog
        isOpen={asked !== undefined}
        title={`Decline ${asked?.name ?? ""}?`}
        confirmLabel="Decline"
        isDangerous
        onConfirm={confirm}
        onClose={() => setAsked(undefined)}
      >
        <Text>
          {asked?.name} is told by mail in ten seconds, unless you undo it.{" "}
          {asked?.state === "pending" ? "The held seat goes to the next in line." : "Their place in line is given up."}
        </Text>
        <Textarea
          label="Reason"
          description="May be left empty. It is told to the person."
          maxLength={300}
          autosize
          minRows={2}
          data-autofocus
          value={reason}
          onChange={(input) => setReason(input.currentTarget.value)}
        />
      </ConfirmDialog>
    </TakeStep>
  );
}

/** The button that was pressed goes with the state: the focus stays in the row that it was about. */
const keepFocus = (person: RosterRow) => requestAnimationFrame(() => document.getElementById(`sign-up-${person.id}`)?.focus({ preventScroll: true }));

const doneWords: Record<Step, (name: string) => string> = {
  approve: (name) => `${name} is approved.`,
  decline: (name) => `${name} is declined.`,
  withdraw: (name) => `The sign-up of ${name} is withdrawn.`,
};

const heldWords = {
  decline: (name: string) => `${name} is declined and told by mail`,
  withdraw: (name: string) => `The sign-up of ${name} is withdrawn, and they are told by mail`,
};

const notDoneWords: Record<Step, (name: string) => string> = {
  approve: (name) => `${name} was not approved`,
  decline: (name) => `${name} was not declined`,
  withdraw: (name) => `The sign-up of ${name} was not withdrawn`,
};

export const wordsFor = (error: unknown): string =>
  isProblem(error, "version_conflict")
    ? "Somebody changed this sign-up first. The roster now shows it as it stands: look at it, then decide again."
    : messageOf(error);

/** The same for a refusal that came as one of many outcomes, of which the code alone is told. */
export const whyNot = (code: string): string => wordsFor(new ApiProblem(409, { code }));
