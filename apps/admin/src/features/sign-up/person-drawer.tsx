import { Button, Group, Stack, Text } from "@mantine/core";
import { use } from "react";
import type { Roster, RosterRow } from "../../lib/api/roster.ts";
import { useMe } from "../../lib/me.ts";
import { dayAndTimeHere } from "../../lib/moments.ts";
import { stateWords } from "../../lib/state-words.ts";
import { SideDrawer } from "../../ui/side-drawer.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { History } from "./history.tsx";
import classes from "./roster.module.css";
import { rowId } from "./roster-table.tsx";
import { type Step, stepsFor, TakeStep } from "./row-actions.tsx";
import { answerWords, stateOf } from "./sign-up-words.ts";

interface Props {
  roster: Roster;
  person: RosterRow | undefined;
  /** Whether the session's sign-ups can still change. */
  isOpen: boolean;
  onClose: () => void;
}

const words: Record<Step, string> = { approve: "Approve", decline: "Decline", withdraw: "Withdraw for them" };

/** All that is known of one person's sign-up, and what may be done about it: where the answers are read, one decides. */
export function PersonDrawer({ roster, person, isOpen, onClose }: Props) {
  const take = use(TakeStep);
  // From their row, once the drawer has let go of the focus: there it comes back to, and there the row is held for it.
  const decide = (step: Step, of: RosterRow) => {
    onClose();
    requestAnimationFrame(() => {
      document.getElementById(rowId(of.id))?.focus({ preventScroll: true });
      take(step, of);
    });
  };
  const home = useMe().agency.zone;
  const { zone } = roster.event;
  return (
    <SideDrawer title={person?.name ?? ""} isOpen={person !== undefined} onClose={onClose}>
      {person && (
        <Stack gap="md">
          <div>
            <StatusBadge dot={stateWords[person.state].dot}>{stateOf(person)}</StatusBadge>
          </div>
          {isOpen && stepsFor(roster.may, person).length > 0 && (
            <Group gap="xs">
              {stepsFor(roster.may, person).map((step) => (
                <Button key={step} size="xs" variant={step === "approve" ? "filled" : "default"} onClick={() => decide(step, person)}>
                  {words[step]}
                </Button>
              ))}
            </Group>
          )}
          <dl className={classes.facts}>
            <Fact term="E-mail" text={person.email} />
            {person.affiliation && <Fact term="Firm, school or organization" text={person.affiliation} />}
            <Fact term="Party" text={person.partySize === 1 ? "1 person" : `${person.partySize} people`} />
            {person.number !== undefined && <Fact term="Number" text={String(person.number)} />}
            <Fact term="Signed up" text={dayAndTimeHere(person.receivedAt, zone, home)} />
            {person.endedAt && <Fact term="Ended" text={dayAndTimeHere(person.endedAt, zone, home)} />}
          </dl>
          {roster.event.questions.length > 0 && (
            <section aria-label="Answers">
              <Text component="h3" fw={600} mb={4}>
                Answers
              </Text>
              <dl className={classes.facts}>
                {roster.event.questions.map((question) => {
                  const answer = Object.hasOwn(person.answers, question.id) ? person.answers[question.id] : undefined;
                  const text = answer === undefined || answer === "" ? "Not answered" : answerWords(question, answer);
                  return <Fact key={question.id} term={question.label} text={text} />;
                })}
              </dl>
            </section>
          )}
          <History of={{ sessionId: roster.session.id, signUpId: person.id }} zone={zone} title="History" />
        </Stack>
      )}
    </SideDrawer>
  );
}

function Fact({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}
