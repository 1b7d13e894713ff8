import { Stack, Text } from "@mantine/core";
import type { Roster, RosterRow } from "../../lib/api/roster.ts";
import { useMe } from "../../lib/me.ts";
import { dayAndTimeHere } from "../../lib/moments.ts";
import { stateWords } from "../../lib/state-words.ts";
import { SideDrawer } from "../../ui/side-drawer.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { History } from "./history.tsx";
import classes from "./roster.module.css";
import { answerWords, stateOf } from "./sign-up-words.ts";

/** All that is known of one person's sign-up. */
export function PersonDrawer({ roster, person, onClose }: { roster: Roster; person: RosterRow | undefined; onClose: () => void }) {
  const home = useMe().agency.zone;
  const { zone } = roster.event;
  return (
    <SideDrawer title={person?.name ?? ""} isOpen={person !== undefined} onClose={onClose}>
      {person && (
        <Stack gap="md">
          <div>
            <StatusBadge dot={stateWords[person.state].dot}>{stateOf(person)}</StatusBadge>
          </div>
          <dl className={classes.facts}>
            <Fact term="Address" text={person.email} />
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
