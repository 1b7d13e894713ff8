import { ActionIcon, Button, Loader, Menu, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, type Decided, type Marked, type Roster, type RosterRow } from "../../lib/api.ts";
import { isProblem } from "../../lib/api-error.ts";
import { allows } from "../../lib/me.ts";
import { messageOf } from "../../lib/messages.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconBan, IconCheck, IconDots, IconX } from "../../ui/icons.ts";
import { notice } from "../../ui/notice.ts";
import { rosterKey } from "./queries.ts";
import classes from "./roster.module.css";
import { stateOf } from "./sign-up-words.ts";

type Step = "approve" | "decline" | "withdraw";
const standing: readonly string[] = ["received", "confirmed", "pending", "waitlisted"];

/** What may be done about one person's sign-up as it stands. */
export function RowActions({ roster, person }: { roster: Roster; person: RosterRow }) {
  // The sign-up as it was seen when the question was asked: the roster follows the truth, and a yes to the old must not change the new.
  const [question, setQuestion] = useState<{ step: "decline" | "withdraw"; seen: RosterRow } | undefined>(undefined);
  const asked = question?.step;
  const seen = question?.seen ?? person;
  const [reason, setReason] = useState("");
  const queryClient = useQueryClient();
  const sessionId = roster.session.id;
  const refresh = () => queryClient.invalidateQueries({ queryKey: rosterKey(sessionId) });

  const decide = useMutation({
    mutationFn: (step: Step): Promise<Decided> => {
      if (step === "approve") return api.roster.approve(sessionId, person.id, person.version);
      if (step === "decline") return api.roster.decline(sessionId, person.id, seen.version, reason.trim());
      return api.roster.withdraw(sessionId, person.id, seen.version);
    },
    onSuccess: async (_after, step) => {
      notice.done(doneWords[step](person.name));
      setQuestion(undefined);
      setReason("");
      await refresh();
      // The button that was pressed is gone with the state: the focus stays in the row that it was about.
      requestAnimationFrame(() => document.getElementById(`sign-up-${person.id}`)?.focus({ preventScroll: true }));
    },
    onError: async (error, step) => {
      if (isProblem(error)) {
        await refresh();
        // From now on a yes is to what the roster shows.
        const now = queryClient.getQueryData<Marked<Roster>>(rosterKey(sessionId))?.body.people?.find(({ id }) => id === person.id);
        if (now) setQuestion((before) => before && { ...before, seen: now });
      }
      if (step === "approve") notice.failed(`${person.name} was not approved`, wordsFor(error));
    },
  });
  const mayDecide = allows(roster.may, "decide_sign_up") && (person.state === "pending" || person.state === "waitlisted");
  const mayWithdraw = allows(roster.may, "withdraw_sign_up") && standing.includes(person.state);
  if (!mayDecide && !mayWithdraw && asked === undefined) return null;
  const ask = (step: "decline" | "withdraw") => () => {
    decide.reset();
    setQuestion({ step, seen: person });
  };
  const isApproving = decide.isPending && decide.variables === "approve";
  const dialog = {
    isPending: decide.isPending,
    failure: decide.error ? wordsFor(decide.error) : undefined,
    isDangerous: true,
    onClose: () => setQuestion(undefined),
  };
  return (
    <div className={classes.actions}>
      {mayDecide && person.state === "pending" && (
        <Button
          size="xs"
          variant="light"
          leftSection={isApproving ? <Loader size={14} /> : <IconCheck size={16} />}
          aria-busy={isApproving}
          // Not disabled meanwhile: that would take the focus away, and with it the row out of its place.
          onClick={() => !decide.isPending && decide.mutate("approve")}
          aria-label={`Approve ${person.name}`}
        >
          Approve
        </Button>
      )}
      {(mayDecide || mayWithdraw) && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon color="gray" size={30} aria-label={`More for ${person.name}`}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {mayDecide && (
              <Menu.Item leftSection={<IconBan size={16} />} onClick={ask("decline")}>
                Decline
              </Menu.Item>
            )}
            {mayWithdraw && (
              <Menu.Item leftSection={<IconX size={16} />} onClick={ask("withdraw")}>
                Withdraw for them
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <ConfirmDialog
        {...dialog}
        isOpen={asked === "decline"}
        title={`Decline ${person.name}?`}
        confirmLabel="Decline"
        onConfirm={() => decide.mutate("decline")}
      >
        <Text>
          {person.name} is told by mail. {seen.state === "pending" ? "The held seat goes to the next in line." : "Their place in line is given up."}
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
      <ConfirmDialog
        {...dialog}
        isOpen={asked === "withdraw"}
        title={`Withdraw ${person.name}?`}
        confirmLabel="Withdraw the sign-up"
        onConfirm={() => decide.mutate("withdraw")}
      >
        <Text>
          Do this where {person.name} has asked you to. The sign-up ({stateOf(seen).toLowerCase()}
          {person.partySize > 1 ? `, party of ${person.partySize}` : ""}) is given up, they are told by mail, and a freed seat goes to the next in line.
        </Text>
      </ConfirmDialog>
    </div>
  );
}

const doneWords: Record<Step, (name: string) => string> = {
  approve: (name) => `${name} is approved.`,
  decline: (name) => `${name} is declined.`,
  withdraw: (name) => `The sign-up of ${name} is withdrawn.`,
};

const wordsFor = (error: unknown): string =>
  isProblem(error, "version_conflict")
    ? "Somebody changed this sign-up first. The roster now shows it as it stands: look at it, then decide again."
    : messageOf(error);
