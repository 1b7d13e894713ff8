import { Alert, Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Roster, RosterRow } from "../../lib/api/roster.ts";
import { messageOf } from "../../lib/messages.ts";
import { dayOf, timesOf } from "../../lib/moments.ts";
import { IconUsers } from "../../ui/icons.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import { badgesFor, forTheDoor } from "./at-the-door.ts";
import classes from "./print.module.css";
import { peopleQuery } from "./queries.ts";

export type PrintKind = "sheet" | "badges";

/** Room for people who come without having signed up. */
const emptyRows = 6;

/** What is printed for the door, as it will be on the paper: a sign-in sheet, or name badges of eight to a Letter page. */
export function PrintPages({ roster, kind, onBack }: { roster: Roster; kind: PrintKind; onBack: () => void }) {
  const { data, error } = useQuery(peopleQuery(roster.session.id));
  const coming = useMemo(() => (data ? forTheDoor([...data.byPerson.values()]) : []), [data]);
  const isReady = data?.isComplete === true;
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title={kind === "sheet" ? "Sign-in sheet" : "Name badges"}
          tabTitle={`${kind === "sheet" ? "Sign-in sheet" : "Name badges"}: ${roster.event.title}`}
          summary={
            kind === "sheet"
              ? "For Letter paper: everybody whose seat is confirmed by now, and lines for those who come without one."
              : "For Letter paper, eight badges to a page (2⅓ by 3⅜ inches, such as Avery 5395): everybody whose seat is confirmed by now."
          }
          actions={
            <>
              <Button variant="default" onClick={onBack}>
                Back to the roster
              </Button>
              <Button onClick={() => window.print()} disabled={!isReady || coming.length === 0}>
                Print
              </Button>
            </>
          }
        />
        {error && (
          <Alert color="red" role="alert" mb="md">
            {messageOf(error)}
          </Alert>
        )}
        {!isReady && !error && <Text role="status">Loading everybody before anything is printed.</Text>}
      </div>
      {!isReady ? null : coming.length === 0 ? (
        <StatePage icon={IconUsers} title="Nobody has a confirmed seat yet">
          Whoever is confirmed stands here as soon as they are.
        </StatePage>
      ) : kind === "sheet" ? (
        <Sheet roster={roster} coming={coming} />
      ) : (
        <Badges roster={roster} coming={coming} />
      )}
    </>
  );
}

function Sheet({ roster, coming }: { roster: Roster; coming: readonly RosterRow[] }) {
  const { event, session } = roster;
  const peopleCount = coming.reduce((sum, { partySize }) => sum + partySize, 0);
  return (
    <article className={classes.paper} aria-label="Sign-in sheet">
      <h2 className={classes.title}>{event.title}</h2>
      <p className={classes.when}>
        {session.label ? `${session.label}. ` : ""}
        {dayOf(session.startsAt, event.zone)}, {timesOf(session.startsAt, session.endsAt, event.zone)}. {peopleCount} {peopleCount === 1 ? "person" : "people"}.
      </p>
      <table className={classes.sheet}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Firm, school or organization</th>
            <th scope="col">Party</th>
            <th scope="col">Time in</th>
            <th scope="col">Signature</th>
          </tr>
        </thead>
        <tbody>
          {coming.map(({ id, name, affiliation, partySize }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{affiliation}</td>
              <td>{partySize}</td>
              <td />
              <td />
            </tr>
          ))}
          {Array.from({ length: emptyRows }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty lines are all alike
            <tr key={`empty-${index}`}>
              <td />
              <td />
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

function Badges({ roster, coming }: { roster: Roster; coming: readonly RosterRow[] }) {
  const pages = useMemo(() => {
    const badges = badgesFor(coming);
    return Array.from({ length: Math.ceil(badges.length / 8) }, (_, page) => badges.slice(page * 8, page * 8 + 8));
  }, [coming]);
  return (
    <section aria-label="Name badges">
      {pages.map((badges, page) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages are only ever made anew as a whole
        <ul key={page} className={classes.badges} aria-label={`Page ${page + 1} of ${pages.length}`}>
          {badges.map(({ key, name, under }) => (
            <li key={key} className={classes.badge}>
              <span className={classes.event}>{roster.event.title}</span>
              <span className={classes.name}>{name}</span>
              <span className={classes.under}>{under}</span>
            </li>
          ))}
        </ul>
      ))}
    </section>
  );
}
