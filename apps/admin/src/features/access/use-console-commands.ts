import { useMantineColorScheme } from "@mantine/core";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { type Command, useCommands } from "../../lib/commands.ts";
import { useMe } from "../../lib/me.ts";
import { messageOf } from "../../lib/messages.ts";
import { useRecentEvents } from "../../lib/recent-events.ts";
import { setShortcuts, useShortcutsSetting } from "../../lib/use-shortcuts.ts";
import { goDownTheList, goToTheSearch, goUpTheList, isListHere, isSearchHere } from "../../ui/go-in-list.ts";
import { IconCalendarEvent, IconDeviceDesktop, IconDoor, IconKeyboard, IconLogout, IconMoon, IconSun } from "../../ui/icons.ts";
import { notice } from "../../ui/notice.ts";
import { placesOf } from "./places.ts";
import { useSignOut } from "./use-sign-out.ts";

const schemes = [
  { value: "light", title: "Light colors", icon: IconSun },
  { value: "dark", title: "Dark colors", icon: IconMoon },
  { value: "auto", title: "Colors as the system has them", icon: IconDeviceDesktop },
] as const;

/** What can be done anywhere in the console: go to its pages and recent events, find one's way in lists, and what is about oneself. */
export function useConsoleCommands({ onShortcuts }: { onShortcuts: () => void }): void {
  const me = useMe();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const hasShortcuts = useShortcutsSetting();
  const recent = useRecentEvents();
  const signOut = useSignOut();
  const leave = (from: "here" | "everywhere") => signOut.mutate(from, { onError: (error) => notice.failed("You are still signed in", messageOf(error)) });
  const places = placesOf(me).flatMap((part) =>
    part.places.map((place): Command => {
      const isView = "search" in place && Object.keys(place.search).length > 0;
      return {
        id: `go ${place.label}`,
        title: isView ? `Events: ${place.label.toLowerCase()}` : place.label === "All events" ? "Events" : place.label,
        group: "Go to",
        run: () => void navigate({ to: place.to, search: "search" in place ? place.search : {} }),
        ...("icon" in place ? { icon: place.icon } : { icon: IconCalendarEvent }),
        ...("keys" in place ? { keys: place.keys } : {}),
        words: "go page open",
      };
    }),
  );
  useCommands([
    ...recent
      .filter(({ id }) => !pathname.endsWith(`/events/${id}`))
      .map(
        ({ id, title }): Command => ({
          id: `recent ${id}`,
          title,
          group: "Recently opened",
          icon: IconCalendarEvent,
          words: "recent event",
          run: () => void navigate({ to: "/events/$eventId", params: { eventId: id } }),
        }),
      ),
    ...places,
    { id: "search", title: "Search this list", group: "Lists", keys: "/", isOnlyKeys: true, isHere: isSearchHere, run: goToTheSearch },
    { id: "down", title: "Down the list", group: "Lists", keys: "j", isOnlyKeys: true, isHere: isListHere, run: goDownTheList },
    { id: "up", title: "Up the list", group: "Lists", keys: "k", isOnlyKeys: true, isHere: isListHere, run: goUpTheList },
    ...schemes
      .filter(({ value }) => value !== colorScheme)
      .map(
        ({ value, title, icon }): Command => ({
          id: `colors ${value}`,
          title,
          group: "Console",
          icon,
          words: "theme colour scheme mode night",
          run: () => setColorScheme(value),
        }),
      ),
    { id: "shortcuts", title: "Keyboard shortcuts", group: "Console", icon: IconKeyboard, keys: "?", words: "keys help", run: onShortcuts },
    {
      id: "shortcuts setting",
      title: hasShortcuts ? "Switch single-key shortcuts off" : "Switch single-key shortcuts on",
      group: "Console",
      icon: IconKeyboard,
      words: "keys keyboard",
      run: () => {
        setShortcuts(!hasShortcuts);
        notice.done(hasShortcuts ? "Single-key shortcuts are off in this browser." : "Single-key shortcuts are on.");
      },
    },
    { id: "sign out", title: "Sign out", group: "Console", icon: IconLogout, words: "log out leave", run: () => leave("here") },
    {
      id: "sign out everywhere",
      title: "Sign out everywhere",
      group: "Console",
      icon: IconDoor,
      words: "log out leave devices",
      run: () => leave("everywhere"),
    },
  ]);
}
