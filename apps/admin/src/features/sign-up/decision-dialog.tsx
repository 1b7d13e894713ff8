import { Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Roster, RosterRow } from "../../lib/api/roster.ts";
import { count } from "../../lib/counts.ts";
import { messageOf } from "../../lib/messages.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { stepWords } from "./bulk-words.ts";
import { previewOnAll } from "./preview-on-all.ts";
import type { Step } from "./row-actions.tsx";
import { ShownDecision } from "./shown-decision.tsx";
import type { Work } from "./use-decision-on-all.ts";

/** What somebody is about to do, and to whom. */
export interface Question {
  step: Step;
  people: readonly RosterRow[];
}

interface Props {
  roster: Roster;
  /** Absent: nothing is asked. */
  question: Question | undefined;
  /** Decided, on those to whom it can be done. */
  onDecide: (work: Work) => void;
  onClose: () => void;
}

/** Shows what a decision on many would do, asks for a reason where one is told, and whether to go on. */
export function DecisionDialog({ roster, question, onDecide, onClose }: Props) {
  const sessionId = roster.session.id;
  const [reason, setReason] = useState("");
  const preview = useQuery({
    queryKey: ["decision-preview", sessionId, question?.step, question?.people.map(({ id, version }) => `${id} ${version}`)],
    queryFn: ({ signal }) => previewOnAll(sessionId, question?.step ?? "approve", question?.people ?? [], signal),
    enabled: question !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
  const able = new Set(preview.data?.outcomes.flatMap((outcome) => ("state" in outcome ? [outcome.id as string] : [])));
  const leave = () => {
    setReason("");
    onClose();
  };
  const confirm = () => {
    if (preview.error) return void preview.refetch();
    if (!question || !preview.data) return;
    const people = question.people.filter(({ id }) => able.has(id));
    leave();
    if (people.length > 0) onDecide({ step: question.step, people, reason: reason.trim() });
  };
  return (
    <ConfirmDialog
      isOpen={question !== undefined}
      title={question ? `${stepWords[question.step].verb} ${count(question.people.length)} of those chosen?` : ""}
      confirmLabel={preview.error ? "Look again" : question ? `${stepWords[question.step].verb} ${count(able.size)}` : ""}
      isDangerous={question?.step !== "approve" && !preview.error}
      isPending={preview.isFetching}
      failure={preview.error ? messageOf(preview.error) : undefined}
      onConfirm={confirm}
      onClose={leave}
    >
      {question && preview.data && <ShownDecision people={question.people} preview={preview.data} waiting={roster.seats.waiting} />}
      {question && !preview.data && !preview.error && <Text c="dimmed">Looking at what this would do.</Text>}
      {question?.step === "decline" && (
        <Textarea
          label="Reason"
          description="May be left empty. It is told to each of them."
          maxLength={300}
          autosize
          minRows={2}
          value={reason}
          onChange={(input) => setReason(input.currentTarget.value)}
        />
      )}
      <Text size="sm" c="dimmed">
        It waits ten seconds before it happens, so that you can undo it. Once it has happened, mails go out and it stands.
      </Text>
    </ConfirmDialog>
  );
}
