import type { Instant } from "@cte-partnerships/domain";
import { Badge, Button, Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { CouldSee } from "../../lib/api/access.ts";
import { isProblem } from "../../lib/api-error.ts";
import { dateInWords, todayIn } from "../../lib/days.ts";
import { titleOf } from "../../lib/host.ts";
import { useMe } from "../../lib/me.ts";
import { messageOf, referenceOf } from "../../lib/messages.ts";
import { brieflyOf, zonePlace } from "../../lib/moments.ts";
import { roleTitles, scopeTitle } from "../../lib/role-words.ts";
import { DayInput } from "../../ui/day-input.tsx";
import { IconEye } from "../../ui/icons.ts";
import { AnchorLink } from "../../ui/link.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SearchSelect } from "../../ui/search-select.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import { Trail } from "../../ui/trail.tsx";
import classes from "./access.module.css";
import { couldSeeQuery, usersQuery } from "./queries.ts";
import { ForbiddenPage } from "./whole-pages.tsx";

const route = getRouteApi("/_console/access/could-see");

/** Who could see what on a day: from the history of the roles, and not from how they stand today. */
export function CouldSeePage() {
  const { of, on: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const { agency } = useMe();
  const today = todayIn(agency.zone);
  const on = asked ?? today;
  const people = useInfiniteQuery(usersQuery(undefined));
  const seen = useQuery({ ...couldSeeQuery(of ?? "", on), enabled: of !== undefined });
  if (isProblem(people.error) && people.error.status === 403) {
    return <ForbiddenPage>Who could see what is for directors and coordinators over the whole city.</ForbiddenPage>;
  }
  const titled = (rows: readonly { id: string; title: string }[]) => rows.map(({ id, title }) => ({ value: id, label: title }));
  const users = people.data?.pages.flatMap((page) => page.users) ?? [];
  const choices = [
    { group: "People", items: users.map(({ id, name }) => ({ value: id as string, label: name })) },
    { group: "Commissions, and their events", items: titled(agency.commissions) },
    { group: "Schools, and their events", items: titled(agency.schools) },
  ].filter(({ items }) => items.length > 0);
  const isListed = choices.some(({ items }) => items.some(({ value }) => value === of));
  // An event, or somebody further down the list, is led to from their own pages.
  const named = of === undefined || isListed ? [] : [{ value: of, label: seen.data?.title ?? of }];
  const change = (next: { of?: string | undefined; on?: string | undefined }) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  return (
    <>
      <PageHeader
        title="Who could see what"
        trail={
          <Trail>
            <AnchorLink to="/access" size="sm">
              Access
            </AnchorLink>
            <span>Who could see what</span>
          </Trail>
        }
        summary={`By the roles as they were on that day in ${zonePlace(agency.zone)} time, whatever became of them. What each role allows is read as it is today.`}
      />
      <Group gap="sm" align="flex-end" mb="md">
        <SearchSelect
          label="Of whom, or of what"
          placeholder="A person, a commission or a school"
          data={[...named, ...choices]}
          value={of ?? null}
          onChange={(chosen) => change({ of: chosen ?? undefined })}
          style={{ flex: "1 1 260px", maxWidth: 420 }}
        />
        <DayInput label="On" value={on} onChange={(day) => change({ on: day === today ? undefined : day })} />
        {on !== today && (
          <Button variant="default" onClick={() => change({ on: undefined })}>
            Today
          </Button>
        )}
      </Group>
      {of === undefined ? (
        <StatePage icon={IconEye} title="Choose somebody, or something">
          A person: what they could see on that day. A commission or a school: who could see its events. An event: open it from its own page.
        </StatePage>
      ) : seen.isPending ? (
        <Paper withBorder p="md" aria-busy role="status" aria-label="Loading">
          <Skeleton height={16} width="50%" />
        </Paper>
      ) : seen.isError ? (
        <LoadFailed
          title={seen.error && isProblem(seen.error) && seen.error.status < 500 ? "Nothing is known of it on that day" : "This could not be loaded"}
          reference={referenceOf(seen.error)}
          isTrying={seen.isFetching}
          onTryAgain={() => void seen.refetch()}
        >
          {messageOf(seen.error)}
        </LoadFailed>
      ) : (
        <Seen seen={seen.data} of={of} />
      )}
    </>
  );
}

function Seen({ seen, of }: { seen: CouldSee; of: string }) {
  const { agency } = useMe();
  const isPerson = of.startsWith("usr_");
  const title = seen.title ?? titleOf([...agency.commissions, ...agency.schools], of);
  const day = dateInWords(seen.on);
  if (seen.held.length === 0) {
    return (
      <StatePage icon={IconEye} title={isPerson ? `${title} could see nothing on ${day}` : `Nobody could see it on ${day}`}>
        No role was in force on that day.
      </StatePage>
    );
  }
  return (
    <Stack gap="xs">
      <Text role="status" size="sm" c="dimmed">
        {isPerson ? `What ${title} could see on ${day}` : `Who could see ${of.startsWith("evt_") ? title : `the events of ${title}`} on ${day}`}
      </Text>
      <Paper withBorder component="ul" className={classes.seen} aria-label={`Roles in force on ${day}`}>
        {seen.held.map(({ userId, name, role, scope, from, until, seesPeople }) => (
          <li key={`${userId} ${role} ${from} ${JSON.stringify(scope)}`}>
            <div>
              <AnchorLink to="/access/could-see" search={{ of: userId, on: seen.on }} fw={600} c="var(--console-ink)" className={classes.name ?? ""}>
                {name}
              </AnchorLink>
            </div>
            <div>
              <Text size="sm">
                {roleTitles[role]}, {scopeTitle(agency, scope)}
              </Text>
              <Text size="sm" c="dimmed" className="figures">
                {spell(from, until, agency.zone)}
              </Text>
            </div>
            <div>
              <Badge tt="none" fw={550} size="lg" fz={13}>
                {seesPeople ? "Events, counts and people" : "Events and counts"}
              </Badge>
            </div>
          </li>
        ))}
      </Paper>
    </Stack>
  );
}

const yearOf = (instant: Instant) => instant.slice(0, 4);
const momentOf = (instant: Instant, zone: string) =>
  `${brieflyOf(instant, zone)}${yearOf(instant) === yearOf(new Date().toISOString() as Instant) ? "" : `, ${yearOf(instant)}`}`;
const spell = (from: Instant, until: Instant | undefined, zone: string): string =>
  until === undefined ? `Since ${momentOf(from, zone)}` : `From ${momentOf(from, zone)} to ${momentOf(until, zone)}`;
