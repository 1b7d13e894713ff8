import { Alert, Code, Stack, Text } from "@mantine/core";
import { memo } from "react";
import type { DecisionPreview, Roster, RosterRow } from "../../lib/api/roster.ts";
import { count } from "../../lib/counts.ts";
import { whyNot } from "./decide.tsx";
import { previewedPerRequest } from "./preview-on-all.ts";
import classes from "./roster.module.css";

interface Props {
  people: readonly RosterRow[];
  preview: DecisionPreview;
  waiting: Roster["seats"]["waiting"];
}

/** As many names as somebody looks through here: the others stand in the roster, with the same mark. */
const namedAtMost = 200;

/** Who gets which mail, whom it cannot be done to, and who moves up. Drawn anew only when one of these changes, and not with a reason that is typed beside it. */
export const ShownDecision = memo(({ people, preview: { outcomes, mail, movesUp }, waiting }: Props) => {
  const byId = new Map(people.map((person) => [person.id as string, person]));
  const able = outcomes.flatMap((outcome) => ("state" in outcome ? (byId.get(outcome.id) ?? []) : []));
  const unable = outcomes.flatMap((outcome) => ("refusal" in outcome ? [{ name: byId.get(outcome.id)?.name ?? "", why: whyNot(outcome.refusal) }] : []));
  return (
    <Stack gap="sm">
      {mail && (
        <div>
          <Text size="sm" fw={600}>
            {able.length === 1 ? "1 person gets this mail" : `${count(able.length)} people get this mail, each with their own name and link`}
          </Text>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too */}
          <ul className={classes.names} tabIndex={0} aria-label="Who gets the mail">
            {able.slice(0, namedAtMost).map(({ id, name, email }) => (
              <li key={id}>
                {name}, {email}
              </li>
            ))}
            {able.length > namedAtMost && <li>and {count(able.length - namedAtMost)} more of those you chose</li>}
          </ul>
          <Code block className={classes.mail ?? ""} tabIndex={0} aria-label="The mail">
            {`${mail.subject}\n\n${mail.text}`}
          </Code>
        </div>
      )}
      {unable.length > 0 && (
        <Alert color="yellow" title={`It cannot be done to ${count(unable.length)} of them`}>
          <ul className={classes.names}>
            {unable.map(({ name, why }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two people may bear one name
              <li key={index}>
                {name}: {why}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {movesUp.length > 0 ? (
        <Text size="sm">
          {movesUp.length === 1 ? "1 party in line moves up" : `${count(movesUp.length)} parties in line move up`} and {movesUp.length === 1 ? "is" : "are"}{" "}
          told by mail.
        </Text>
      ) : (
        people.length > previewedPerRequest &&
        waiting > 0 && <Text size="sm">Whoever is next in line moves up into seats that get free, and is told by mail.</Text>
      )}
    </Stack>
  );
});
