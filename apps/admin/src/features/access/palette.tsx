import "@mantine/spotlight/styles.css";
import { Text, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { createSpotlight, Spotlight, useSpotlight } from "@mantine/spotlight";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { type Command, useCommandsNow } from "../../lib/commands.ts";
import { hostName } from "../../lib/host.ts";
import { useMe } from "../../lib/me.ts";
import { messageOf } from "../../lib/messages.ts";
import { daysOf, zoneIfElsewhere } from "../../lib/moments.ts";
import { IconCalendarEvent, IconSearch } from "../../ui/icons.ts";
import { Keys } from "../../ui/keys.tsx";
import { commandsFor, inGroups } from "./command-search.ts";
import classes from "./palette.module.css";
import { foundEventsQuery } from "./queries.ts";

const [store, palette] = createSpotlight();
const listId = "palette-options";
const optionId = (index: number) => `palette-option-${index}`;

interface Line extends Pick<Command, "id" | "title" | "icon" | "keys" | "run"> {
  /** In small beneath the title. */
  detail?: string;
}

/** A press takes a line and leaves the focus in the field, until the palette closes. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/**
 * Everything that can be done now, and every event within one's scope, found by typing. Comes with its first opening;
 * `opening` counts them.
 */
export function Palette({ opening }: { opening: number }) {
  const { query, opened } = useSpotlight(store);
  const [chosen, setChosen] = useState(0);
  const [searched] = useDebouncedValue(query.trim(), 200);
  const navigate = useNavigate();
  const { agency } = useMe();
  const commands = commandsFor(query, useCommandsNow());
  const events = useQuery({ ...foundEventsQuery(searched), enabled: opened && searched !== "", placeholderData: keepPreviousData });
  const cameFrom = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opens once for each time that it is asked to
  useEffect(() => {
    cameFrom.current = document.activeElement;
    palette.open();
    setChosen(0);
  }, [opening]);

  const isSearching = query.trim() !== "" && (searched !== query.trim() || events.isFetching);
  const found = query.trim() === "" ? [] : (events.data ?? []);
  const groups: { group: string; options: Line[] }[] = [
    ...inGroups(commands).map((part) => ({ group: part.group, options: part.commands })),
    {
      group: "Events",
      options: found.map(({ id, title, startsAt, endsAt, zone, host }) => ({
        id: `found ${id}`,
        title,
        detail: `${startsAt && endsAt ? `${daysOf(startsAt, endsAt, zone)}${zoneIfElsewhere(startsAt, zone, agency.zone)}, ` : ""}${hostName(agency, host)}`,
        icon: IconCalendarEvent,
        run: () => void navigate({ to: "/events/$eventId", params: { eventId: id } }),
      })),
    },
  ].filter(({ options }) => options.length > 0);
  const count = groups.reduce((sum, { options }) => sum + options.length, 0);

  const at = Math.min(chosen, count - 1);
  useEffect(() => document.getElementById(optionId(at))?.scrollIntoView({ block: "nearest" }), [at]);

  const giveFocusBack = () => {
    const before = cameFrom.current;
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
  // The focus is back first: what is done may move it, or open a dialog that gives it back once more.
  const take = (run: () => void) => () => {
    palette.close();
    giveFocusBack();
    run();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || count === 0) return;
    if (event.key === "ArrowDown") setChosen((at + 1) % count);
    else if (event.key === "ArrowUp") setChosen((at + count - 1) % count);
    else if (event.key === "Enter") take(groups.flatMap(({ options }) => options)[at]?.run ?? (() => undefined))();
    else return;
    event.preventDefault();
  };
  let index = -1;
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      returnFocus={false}
      onSpotlightClose={giveFocusBack}
      closeOnActionTrigger={false}
      clearQueryOnClose
      attributes={{ content: { "aria-label": "Search and actions" } }}
      centered={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.45, blur: 2 }}
      yOffset="12vh"
      classNames={{ content: classes.content ?? "" }}
    >
      <Spotlight.Search
        placeholder="Event, page or action"
        aria-label="Search events, pages and what can be done"
        leftSection={<IconSearch size={20} stroke={1.7} />}
        maxLength={100}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded
        aria-controls={listId}
        {...(count > 0 ? { "aria-activedescendant": optionId(at) } : {})}
        onChange={() => setChosen(0)}
        onKeyDown={press}
      />
      <Spotlight.ActionsList id={listId} role="listbox" aria-label="Found" className={classes.list ?? ""}>
        {groups.map(({ group, options }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, and none of fields
          <div key={group} role="group" aria-label={group}>
            <div className={classes.heading} aria-hidden>
              {group}
            </div>
            {options.map(({ id, title, detail, icon: Icon, keys, run }) => {
              index += 1;
              const isChosen = index === at;
              return (
                // The kit's own line keeps its id to itself, and tells nobody which one is chosen.
                <UnstyledButton
                  key={id}
                  id={optionId(index)}
                  role="option"
                  aria-selected={isChosen}
                  data-chosen={isChosen || undefined}
                  tabIndex={-1}
                  className={classes.option ?? ""}
                  onMouseDown={keepFocus}
                  onClick={take(run)}
                >
                  {Icon && <Icon size={18} stroke={1.7} />}
                  <span className={classes.title}>
                    {title}
                    {detail && <span className={classes.detail}>{detail}</span>}
                  </span>
                  {keys && <Keys keys={keys} />}
                </UnstyledButton>
              );
            })}
          </div>
        ))}
      </Spotlight.ActionsList>
      <Text className={classes.foot ?? ""} size="sm" c="dimmed" role="status">
        {events.isError && searched !== ""
          ? `The events could not be searched. ${messageOf(events.error)}`
          : isSearching
            ? "Searching the events…"
            : count === 0
              ? "Nothing found. Try another word of the title."
              : query.trim() === ""
                ? "Type to search the events"
                : `${count} found`}
      </Text>
    </Spotlight.Root>
  );
}
