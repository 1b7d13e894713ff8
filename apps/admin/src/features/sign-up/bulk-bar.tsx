import { chosenPeopleAtMost } from "@cte-partnerships/domain";
import { Button, Group, Loader, Paper, Text } from "@mantine/core";
import { useState } from "react";
import type { Roster, RosterRow } from "../../lib/api/roster.ts";
import { useCommands } from "../../lib/commands.ts";
import { count } from "../../lib/counts.ts";
import { stepWords } from "./bulk-words.ts";
import { DecisionDialog, type Question } from "./decision-dialog.tsx";
import { NotDoneList } from "./not-done-list.tsx";
import classes from "./roster.module.css";
import { type Step, stepsFor } from "./row-actions.tsx";
import { useDecisionOnAll } from "./use-decision-on-all.ts";

interface Props {
  roster: Roster;
  /** As they stand now. */
  chosen: readonly RosterRow[];
  /** Whether anything may still be decided. */
  isOpen: boolean;
  onWrite: ((people: readonly RosterRow[]) => void) | undefined;
  onClear: () => void;
}

/** At the foot of the screen while people are chosen: decides on all of them, after showing what it would do, and writes to them. */
export function BulkBar({ roster, chosen, isOpen, onWrite, onClear }: Props) {
  const [question, setQuestion] = useState<Question | undefined>(undefined);
  /** What was taken back just now: its button has the focus that was on taking it back. */
  const [undone, setUndone] = useState<Step | undefined>(undefined);
  const { held, hold, undo, now, sending, decided, notDone, forget } = useDecisionOnAll(roster.session.id, onClear);
  const open = (step: Step, people: readonly RosterRow[]) => {
    forget();
    setUndone(undefined);
    setQuestion({ step, people });
  };
  const choices = isOpen
    ? (["approve", "decline", "withdraw"] as const).flatMap((step) => {
        const people = chosen.filter((person) => stepsFor(roster.may, person).includes(step));
        return people.length > 0 ? [{ step, people, title: `${stepWords[step].verb} ${count(people.length)}` }] : [];
      })
    : [];
  useCommands(choices.map(({ step, title, people }) => ({ id: `${step} chosen`, title: `${title} chosen`, run: () => open(step, people) })));
  const isShown = chosen.length > 0 || held !== undefined || sending !== undefined || notDone !== undefined;
  return (
    <>
      {isShown && (
        <Paper component="section" aria-label="Chosen people" className={classes.bulk ?? ""} shadow="md" withBorder>
          {held ? (
            <>
              <Text size="sm" role="status">
                {stepWords[held.work.step].doing(held.work.people.length)} in {held.secondsLeft} s. Nothing is changed and nobody is told until then; if you
                leave this page, it does not happen.
              </Text>
              <Group gap="xs" wrap="nowrap">
                <Button
                  size="xs"
                  autoFocus
                  onClick={() => {
                    setUndone(held.work.step);
                    undo();
                  }}
                >
                  Undo
                </Button>
                <Button size="xs" variant="default" onClick={now}>
                  Do it now
                </Button>
              </Group>
            </>
          ) : sending ? (
            <Group gap="sm">
              <Loader size={16} />
              <Text size="sm" role="status">
                {stepWords[sending.step].doing(sending.people.length)}: {count(decided)} so far.
              </Text>
            </Group>
          ) : notDone && chosen.length === 0 ? (
            <NotDoneList notDone={notDone} onClose={forget} />
          ) : (
            <>
              <Text size="sm" fw={600} role="status">
                {count(chosen.length)} chosen
              </Text>
              <Group gap="xs">
                {choices.map(({ step, title, people }) => (
                  <Button
                    key={step}
                    size="xs"
                    autoFocus={step === undone}
                    {...(step === "approve" ? {} : { variant: "default" })}
                    onClick={() => open(step, people)}
                  >
                    {title}
                  </Button>
                ))}
                {onWrite && chosen.length <= chosenPeopleAtMost && (
                  <Button size="xs" variant="default" onClick={() => onWrite(chosen)}>{`Write to ${count(chosen.length)}`}</Button>
                )}
                <Button size="xs" variant="subtle" onClick={onClear}>
                  Clear the choice
                </Button>
              </Group>
              {onWrite && chosen.length > chosenPeopleAtMost && (
                <Text size="sm" c="dimmed">
                  A message goes to at most {count(chosenPeopleAtMost)} who are chosen one by one, and to any number by their state: see Messages, above.
                </Text>
              )}
            </>
          )}
        </Paper>
      )}
      <DecisionDialog roster={roster} question={question} onDecide={hold} onClose={() => setQuestion(undefined)} />
    </>
  );
}
