import { NavLink, Stack, Text } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { Outlet, useLocation } from "@tanstack/react-router";
import { Fragment } from "react";
import { useMe } from "../../lib/me.ts";
import { ColorSchemeMenu } from "../../ui/color-scheme-menu.tsx";
import { Frame } from "../../ui/frame.tsx";
import { IconExternalLink } from "../../ui/icons.ts";
import { NavigationLink } from "../../ui/navigation-link.tsx";
import { StateDot } from "../../ui/status-badge.tsx";
import { CommandCenter } from "./command-center.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { type Place, placesOf } from "./places.ts";
import { SessionEndedDialog } from "./session-ended-dialog.tsx";
import { UndoBar } from "./undo-bar.tsx";
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
            <CommandCenter />
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
        <UndoBar />
      </aside>
      <SessionEndedDialog />
    </>
  );
}

function Navigation() {
  const me = useMe();
  const here = useLocation();
  return (
    <Stack gap={2}>
      {placesOf(me).map(({ title, places }, index) => (
        <Fragment key={title}>
          <Text size="xs" fw={600} c="dimmed" px="sm" pb={4} pt={index === 0 ? 6 : 16} tt="uppercase" lts={0.4}>
            {title}
          </Text>
          {places.map((place) => {
            const isHere = isAt(place, here);
            return (
              <NavigationLink
                key={place.label}
                to={place.to}
                search={"search" in place ? place.search : {}}
                label={place.label}
                active={isHere}
                aria-current={isHere ? "page" : undefined}
                activeOptions={{ exact: true, includeSearch: true }}
                leftSection={"icon" in place ? <place.icon size={17} stroke={1.7} /> : <StateDot dot={place.dot} />}
              />
            );
          })}
        </Fragment>
      ))}
    </Stack>
  );
}

interface View {
  status?: string | undefined;
  from?: string | undefined;
}

/** A view of the list is where its own filters are set, and any other page where one is on it or below it. */
function isAt(place: Place, { pathname, search }: { pathname: string; search: View }): boolean {
  if (!("search" in place)) return pathname === place.to || (place.to !== "/events/new" && pathname.startsWith(`${place.to}/`));
  const view: View = place.search;
  return pathname === place.to && search.status === view.status && search.from === view.from;
}
