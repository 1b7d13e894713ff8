import type { Instant } from "@cte-partnerships/domain";
import { Text } from "@mantine/core";
import type { SeriesMember } from "../../lib/api/event.ts";
import { ApiProblem } from "../../lib/api-error.ts";
import { useMe } from "../../lib/me.ts";
import { messageOf } from "../../lib/messages.ts";
import { dayOf, zoneIfElsewhere } from "../../lib/moments.ts";
import { AnchorLink } from "../../ui/link.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import classes from "./event-page.module.css";
import { statusWords } from "./event-words.ts";
import { fieldLabel } from "./field-label.ts";
import type { Outcome } from "./publish-all.ts";

interface Props {
  events: readonly SeriesMember[];
  zone: string;
  /** The event that is being looked at. */
  current?: string;
  outcomes?: ReadonlyMap<string, Outcome>;
}

/** The events of a series by their number, with where each stands, and why one was not published. */
export function SeriesList({ events, zone, current, outcomes }: Props) {
  const home = useMe().agency.zone;
  return (
    <ol className={classes.series}>
      {events.map(({ id, number, status, startsAt }) => {
        const outcome = outcomes?.get(id);
        const { label, dot } = statusWords[outcome?.status ?? status];
        const when = startsAt ? `${dayOf(startsAt as Instant, zone)}${zoneIfElsewhere(startsAt as Instant, zone, home)}` : "No session yet";
        return (
          <li key={id}>
            <span className={classes.seriesNumber}>{number}</span>
            <span className={classes.seriesWhen}>
              {id === current ? (
                <Text size="sm" fw={600} aria-current="true">
                  {when}
                </Text>
              ) : (
                <AnchorLink to="/events/$eventId" params={{ eventId: id }} size="sm">
                  {when}
                </AnchorLink>
              )}
              {outcome?.refusal && (
                <Text size="sm" c="var(--mantine-color-error)">
                  Not published: {whyNot(outcome)}
                </Text>
              )}
            </span>
            <StatusBadge dot={dot}>{label}</StatusBadge>
          </li>
        );
      })}
    </ol>
  );
}

function whyNot({ refusal, errors }: Outcome): string {
  if (errors && errors.length > 0) return `${errors.map(({ path, message }) => `${fieldLabel(path)} ${message}`).join("; ")}.`;
  return messageOf(new ApiProblem(409, { code: refusal }));
}
