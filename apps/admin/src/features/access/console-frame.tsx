import { Alert, NavLink, Stack, Text } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { Outlet, useLocation } from "@tanstack/react-router";
import { todayIn } from "../../lib/days.ts";
import { allows, allowsOverCity, useMe } from "../../lib/me.ts";
import { useOnline } from "../../lib/session-state.ts";
import { ColorSchemeMenu } from "../../ui/color-scheme-menu.tsx";
import { Frame } from "../../ui/frame.tsx";
import { IconCalendarEvent, IconExternalLink, IconHistory, IconKey, IconPlus, IconScale, IconUsersGroup, IconWifiOff } from "../../ui/icons.ts";
import { NavigationLink } from "../../ui/navigation-link.tsx";
import { StateDot } from "../../ui/status-badge.tsx";
import { SessionEndedDialog } from "./session-ended-dialog.tsx";
import { UserMenu } from "./user-menu.tsx";

/** The signed-in console: navigation, who one is, and whatever page is open. */
export function ConsoleFrame() {
  const me = useMe();
  const { pathname } = useLocation();
  return (
    <>
      <Frame
        agency={me.agency.title}
        office={me.agency.office}
        place={pathname}
        navigation={<Navigation />}
        foot={
          <NavLink
            component="a"
            href={me.publicOrigin}
            target="_blank"
            rel="noreferrer"
            label="Public site"
            leftSection={<IconExternalLink size={17} stroke={1.7} />}
          />
        }
        tools={
          <>
            <ColorSchemeMenu />
            <UserMenu me={me} />
          </>
        }
        banner={<OfflineBanner />}
      >
        <Outlet />
      </Frame>
      <aside aria-label="Notices">
        <Notifications position="bottom-right" limit={4} withinPortal={false} />
      </aside>
      <SessionEndedDialog />
    </>
  );
}

function Navigation() {
  const me = useMe();
  const { pathname, search } = useLocation();
  const shown = pathname === "/events" ? (search as { status?: string; from?: string }) : undefined;
  const views = [
    { label: "All events", search: {}, dot: undefined },
    { label: "Upcoming", search: { from: todayIn(me.agency.zone) }, dot: undefined },
    { label: "Drafts", search: { status: "draft" }, dot: "draft" },
    { label: "Published", search: { status: "published" }, dot: "open" },
    { label: "Sign-ups closed", search: { status: "closed" }, dot: "closed" },
    { label: "Done", search: { status: "done" }, dot: "done" },
    { label: "Cancelled", search: { status: "cancelled" }, dot: "cancelled" },
  ] as const;
  return (
    <Stack gap={2}>
      <Text size="xs" fw={600} c="dimmed" px="sm" pb={4} pt={6} tt="uppercase" lts={0.4}>
        Events
      </Text>
      {views.map(({ label, search: view, dot }) => {
        const isHere =
          shown !== undefined && shown.status === ("status" in view ? view.status : undefined) && shown.from === ("from" in view ? view.from : undefined);
        return (
          <NavigationLink
            key={label}
            to="/events"
            search={view}
            label={label}
            active={isHere}
            aria-current={isHere ? "page" : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
            leftSection={dot ? <StateDot dot={dot} /> : <IconCalendarEvent size={17} stroke={1.7} />}
          />
        );
      })}
      {allows(me.may, "make_event") && (
        <NavigationLink to="/events/new" label="New event" active={pathname === "/events/new"} leftSection={<IconPlus size={17} stroke={1.7} />} />
      )}
      <Text size="xs" fw={600} c="dimmed" px="sm" pb={4} pt={16} tt="uppercase" lts={0.4}>
        Reference
      </Text>
      {references.map(({ to, label, icon: Icon }) => (
        <NavigationLink
          key={to}
          to={to}
          label={label}
          active={pathname === to || pathname.startsWith(`${to}/`)}
          activeOptions={{ exact: true, includeSearch: false }}
          leftSection={<Icon size={17} stroke={1.7} />}
        />
      ))}
      {allowsOverCity(me, "view_grants") && (
        <>
          <Text size="xs" fw={600} c="dimmed" px="sm" pb={4} pt={16} tt="uppercase" lts={0.4}>
            Office
          </Text>
          {offices.map(({ to, label, icon: Icon }) => (
            <NavigationLink
              key={to}
              to={to}
              label={label}
              active={pathname === to || pathname.startsWith(`${to}/`)}
              activeOptions={{ exact: true, includeSearch: false }}
              leftSection={<Icon size={17} stroke={1.7} />}
            />
          ))}
        </>
      )}
    </Stack>
  );
}

/** What is about the agency as a whole: whoever may see who has which role, may see who changed what. */
const offices = [
  { to: "/access", label: "Access", icon: IconKey },
  { to: "/audit", label: "Audit log", icon: IconHistory },
] as const;

/** What everybody here may look up: it tells nothing of anybody. */
const references = [
  { to: "/rules", label: "Rules", icon: IconScale },
  { to: "/commissions", label: "Commissions", icon: IconUsersGroup },
] as const;

function OfflineBanner() {
  const isOnline = useOnline();
  if (isOnline) return null;
  return (
    <Alert color="yellow" icon={<IconWifiOff size={18} />} title="No network" mb="md" role="status">
      What you see may be out of date. It is brought up to date by itself once the network is back; changes cannot be saved until then.
    </Alert>
  );
}
