import { ActionIcon, Alert, Avatar, Badge, Button, Group, Menu, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { AccessUser, GrantRow } from "../../lib/api/access.ts";
import { isProblem } from "../../lib/api-error.ts";
import { dateInWords } from "../../lib/days.ts";
import { allowsOverCity, useMe } from "../../lib/me.ts";
import { messageOf, referenceOf } from "../../lib/messages.ts";
import { brieflyOf, zonePlace } from "../../lib/moments.ts";
import { roleTitles, scopeTitle } from "../../lib/role-words.ts";
import { IconAlertTriangle, IconDots, IconEye, IconPencil, IconSearch, IconUserPlus } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/link.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { MenuLink } from "../../ui/menu-link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import classes from "./access.module.css";
import { AccessDialog, type Asked } from "./access-dialogs.tsx";
import { lastDayOf } from "./grant-fields.tsx";
import { usersQuery } from "./queries.ts";
import { ForbiddenPage } from "./whole-pages.tsx";

const route = getRouteApi("/_console/access/");

/** Who may do what here: people, their roles, and ways to give and end them. */
export function AccessPage() {
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const mayGive = allowsOverCity(me, "give_grants");
  const list = useInfiniteQuery({ ...usersQuery(q), placeholderData: keepPreviousData, refetchOnWindowFocus: true });
  const [asked, setAsked] = useState<Asked>();
  const people = list.data?.pages.flatMap(({ users }) => users) ?? [];
  const matching = list.data?.pages.at(-1)?.matching ?? 0;
  if (isProblem(list.error) && list.error.status === 403) {
    return <ForbiddenPage>Who has which role is for directors and coordinators over the whole city.</ForbiddenPage>;
  }
  return (
    <>
      <PageHeader
        title="Access"
        summary={`Who has signed in or was invited, and what each of them may do. Times are in ${zonePlace(me.agency.zone)} time.`}
        actions={
          <>
            <ButtonLink to="/access/could-see" variant="default" leftSection={<IconEye size={18} />}>
              Who could see what
            </ButtonLink>
            {mayGive && (
              <Button leftSection={<IconUserPlus size={18} />} onClick={() => setAsked({ kind: "invite" })}>
                Invite somebody
              </Button>
            )}
          </>
        }
      />
      <search aria-label="People">
        <Group mb="md" maw={460}>
          <SearchField
            placeholder="A name or an address"
            value={q ?? ""}
            onChange={(next) => void navigate({ search: next === "" ? {} : { q: next }, replace: true })}
          />
        </Group>
      </search>
      <Text role="status" size="sm" c="dimmed" mb={8} mih={21}>
        {list.isPending ? "Loading people…" : list.isError && people.length === 0 ? "" : matching === 1 ? "1 person" : `${matching} people`}
      </Text>
      {list.isRefetchError && people.length > 0 && (
        <Alert color="red" mb="sm" icon={<IconAlertTriangle size={18} />} title="This list may be out of date" role="alert">
          {messageOf(list.error)}
        </Alert>
      )}
      {list.isPending ? (
        <Bones />
      ) : people.length > 0 ? (
        <>
          <Paper withBorder component="ul" className={classes.people} aria-label="People" aria-busy={list.isPlaceholderData}>
            {people.map((user) => (
              <Person key={user.id} user={user} mayGive={mayGive} onAsk={setAsked} />
            ))}
          </Paper>
          {list.hasNextPage && (
            <Group justify="center" mt="lg">
              <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                Show more people
              </Button>
            </Group>
          )}
        </>
      ) : list.isError ? (
        <LoadFailed
          title="The people could not be loaded"
          reference={referenceOf(list.error)}
          isTrying={list.isFetching}
          onTryAgain={() => void list.refetch()}
        >
          {messageOf(list.error)}
        </LoadFailed>
      ) : (
        <StatePage
          icon={IconSearch}
          title="Nobody matches"
          actions={
            <Button variant="default" onClick={() => void navigate({ search: {} })}>
              Show everybody
            </Button>
          }
        >
          Somebody shows here once they have signed in or were invited.
        </StatePage>
      )}
      {asked && <AccessDialog asked={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function Person({ user, mayGive, onAsk }: { user: AccessUser; mayGive: boolean; onAsk: (asked: Asked) => void }) {
  const me = useMe();
  const isOneself = user.id === me.user.id;
  return (
    <li className={classes.person}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Avatar name={user.standing === "known" ? user.name : ""} size={36} radius="xl" color="harbor" aria-hidden />
        <div style={{ minWidth: 0 }}>
          <Text fw={600} className={classes.name}>
            {user.name}
            {isOneself && " (you)"}
          </Text>
          <Text size="sm" c="dimmed">
            {standingOf(user, me.agency.zone)}
          </Text>
        </div>
      </Group>
      {user.grants.length === 0 ? (
        <Text c="dimmed" className={classes.grants} size="sm" py={8}>
          No role: sees nothing
        </Text>
      ) : (
        <ul className={classes.grants} aria-label={`Roles of ${user.name}`}>
          {user.grants.map((grant) => (
            <GrantLine key={grant.id} user={user} grant={grant} mayGive={mayGive} isOneself={isOneself} onAsk={onAsk} />
          ))}
        </ul>
      )}
      <Menu position="bottom-end" width={250}>
        <Menu.Target>
          <ActionIcon aria-label={`More for ${user.name}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayGive && !isOneself && <Menu.Item onClick={() => onAsk({ kind: "give", user })}>Give a role</Menu.Item>}
          {mayGive && user.standing === "known" && <Menu.Item onClick={() => onAsk({ kind: "sign-out", user })}>Sign out everywhere</Menu.Item>}
          <MenuLink to="/access/could-see" search={{ of: user.id }}>
            What they could see
          </MenuLink>
          <MenuLink to="/audit" search={{ by: user.id }}>
            What they changed
          </MenuLink>
          <MenuLink to="/audit" search={{ subject: user.id }}>
            How their access changed
          </MenuLink>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

function GrantLine({
  user,
  grant,
  mayGive,
  isOneself,
  onAsk,
}: {
  user: AccessUser;
  grant: GrantRow;
  mayGive: boolean;
  isOneself: boolean;
  onAsk: (asked: Asked) => void;
}) {
  const { agency } = useMe();
  const what = `${roleTitles[grant.role]}, ${scopeTitle(agency, grant.scope)}`;
  return (
    <li className={classes.grant}>
      <div>
        <Text size="sm" fw={550} component="span">
          {roleTitles[grant.role]}
        </Text>
        <Text size="sm" component="span">
          , {scopeTitle(agency, grant.scope)}
        </Text>
        {grant.expiresAt && (
          <Text size="sm" c="dimmed">
            {grant.isOver ? (
              <Badge tt="none" fw={550}>
                Ran out
              </Badge>
            ) : (
              `Through ${dateInWords(lastDayOf(grant.expiresAt, agency.zone) as never)}`
            )}
          </Text>
        )}
      </div>
      {mayGive && (
        <Menu position="bottom-end" width={250}>
          <Menu.Target>
            <ActionIcon aria-label={`Change ${what}, of ${user.name}`}>
              <IconPencil size={18} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {!isOneself && <Menu.Item onClick={() => onAsk({ kind: "expiry", user, grant })}>Change when it ends</Menu.Item>}
            <Menu.Item onClick={() => onAsk({ kind: "end", user, grant })}>End this role</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}

function standingOf({ standing, invitedUntil, lastSignInAt }: AccessUser, zone: string): string {
  if (standing === "invited" && invitedUntil) return `Invited, until ${brieflyOf(invitedUntil, zone)}`;
  if (standing === "invitation_over") return "The invitation has run out: invite again";
  return lastSignInAt ? `Signed in last on ${brieflyOf(lastSignInAt, zone)}` : "Has not signed in yet";
}

function Bones() {
  return (
    <Paper withBorder p="md" aria-hidden>
      <Stack gap="lg">
        {[40, 52, 36, 46].map((width) => (
          <Group key={width} wrap="nowrap">
            <Skeleton height={36} circle />
            <Skeleton height={16} width={`${width}%`} />
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
