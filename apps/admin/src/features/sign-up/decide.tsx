import { Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useState } from "react";
import { api, type Decided, type Roster, type RosterRow } from "../../lib/api.ts";
import { isProblem } from "../../lib/api-error.ts";
import { messageOf } from "../../lib/messages.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { notice } from "../../ui/notice.ts";
import { personIn, rosterKey } from "./queries.ts";
import { type Step, TakeStep } from "./row-actions.tsx";
import { stateOf } from "./sign-up-words.ts";

/** Lets the rows within decide on one person at a time: an approval at once, a decline or withdrawal after a question. */
export function Decide({ roster, children }: { roster: Roster; children: ReactNode }) {
  // The sign-up as it was seen when the question was asked: the roster follows the truth, and a yes to the old must not change the new.
  const [question, setQuestion] = useState<{ step: "decline" | "withdraw"; seen: RosterRow } | undefined>(undefined);
  const [reason, setReason] = useState("");
  const queryClient = useQueryClient();
  const sessionId = roster.session.id;
  const { mutate, reset, isPending, error, variables } = useMutation({
    mutationFn: ({ step, person }: { step: Step; person: RosterRow }): Promise<Decided> => {
      if (step === "approve") return api.roster.approve(sessionId, person.id, person.version);
      if (step === "decline") return api.roster.decline(sessionId, person.id, person.version, reason.trim());
      return api.roster.withdraw(sessionId, person.id, person.version);
    },
    onSuccess: async (_after, { step, person }) => {
      notice.done(doneWords[step](person.name));
      setQuestion(undefined);
      setReason("");
      await queryClient.invalidateQueries({ queryKey: rosterKey(sessionId) });
      // The button that was pressed is gone with the state: the focus stays in the row that it was about.
      requestAnimationFrame(() => document.getElementById(`sign-up-${person.id}`)?.focus({ preventScroll: true }));
    },
    onError: async (problem, { step, person }) => {
      if (isProblem(problem)) {
        await queryClient.invalidateQueries({ queryKey: rosterKey(sessionId) });
        // From now on a yes is to what the roster shows.
        const now = personIn(queryClient, sessionId, person.id);
        if (now) setQuestion((before) => before && { ...before, seen: now });
      }
      if (step === "approve") notice.failed(`${person.name} was not approved`, wordsFor(problem));
    },
  });
  const take = useCallback(
    (step: Step, person: RosterRow) => {
      reset();
      if (step === "approve") mutate({ step, person });
      else setQuestion({ step, seen: person });
    },
    [mutate, reset],
  );
  const seen = question?.seen;
  const dialog = {
    isPending,
    failure: error && variables?.step !== "approve" ? wordsFor(error) : undefined,
    isDangerous: true,
    onClose: () => setQuestion(undefined),
    onConfirm: () => question && mutate({ step: question.step, person: question.seen }),
  };
  return (
    <TakeStep value={take}>
      {children}
      <ConfirmDialog {...dialog} isOpen={question?.step === "decline"} title={`Decline ${seen?.name ?? ""}?`} confirmLabel="Decline">
        <Text>
          {seen?.name} is told by mail. {seen?.state === "pending" ? "The held seat goes to the next in line." : "Their place in line is given up."}
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
      <ConfirmDialog {...dialog} isOpen={question?.step === "withdraw"} title={`Withdraw ${seen?.name ?? ""}?`} confirmLabel="Withdraw the sign-up">
        <Text>
          Do this where {seen?.name} has asked you to. The sign-up ({seen && stateOf(seen).toLowerCase()}
          {seen && seen.partySize > 1 ? `, party of ${seen.partySize}` : ""}) is given up, they are told by mail, and a freed seat goes to the next in line.
        </Text>
      </ConfirmDialog>
    </TakeStep>
  );
}

const doneWords: Record<Step, (name: string) => string> = {
  approve: (name) => `${name} is approved.`,
  decline: (name) => `${name} is declined.`,
  withdraw: (name) => `The sign-up of ${name} is withdrawn.`,
};

export const wordsFor = (error: unknown): string =>
  isProblem(error, "version_conflict")
    ? "Somebody changed this sign-up first. The roster now shows it as it stands: look at it, then decide again."
    : messageOf(error);
