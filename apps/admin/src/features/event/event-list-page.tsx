import type { IsoDate } from "@cte-partnerships/domain";
import { Alert, Button, Group, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { count } from "../../lib/counts.ts";
import { dateInWords, todayIn } from "../../lib/days.ts";
import { allows, useMe } from "../../lib/me.ts";
import { messageOf, referenceOf } from "../../lib/messages.ts";
import { IconAlertTriangle, IconArrowUp, IconInbox, IconPlus, IconSearch } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/link.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import { useHeldRows } from "../../ui/use-held-rows.ts";
import { eventColumns, shownColumns } from "./event-columns.tsx";
import { EventFilters } from "./event-filters.tsx";
import classes from "./event-list-page.module.css";
import { EventRowsBones } from "./event-rows-bones.tsx";
import { EventTable } from "./event-table.tsx";
import { statusWords } from "./event-words.ts";
import { orderOf } from "./find-in-rows.ts";
import { type EventSearch, isNarrowed, withoutFilters, wordsIn } from "./search.ts";
import { useEventList } from "./use-event-list.ts";
import { useOpeningView } from "./use-opening-view.ts";

const route = getRouteApi("/_console/events/");

export function EventListPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { agency, may } = useMe();
  const today = todayIn(agency.zone);
  const change = useCallback(
    (next: Partial<EventSearch>) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false }),
    [navigate],
  );
  // What is typed is looked for at once where no request is needed; the address bar follows when somebody has typed.
  const [typed, setTyped] = useState(search.q ?? "");
  useOpeningView({ ...search, q: typed || undefined }, change);
  const list = useEventList(search, typed, agency, today);
  const view = JSON.stringify([list.isHeld, list.asked, today]);
  const { rows, fresh, showFresh, holders } = useHeldRows(list.rows, list.all, view);
  const columns = useMemo(() => {
    const shown = shownColumns(search.columns);
    return eventColumns.filter(({ id }) => shown.includes(id));
  }, [search.columns]);
  const onSort = useCallback((sort: string | undefined) => change({ sort }), [change]);
  const mayMake = allows(may, "make_event");
  const [status, ...otherStatuses] = wordsIn(search.status);
  const isOneStatus = status !== undefined && otherStatuses.length === 0 && Object.hasOwn(statusWords, status);
  const words = isOneStatus ? statusWords[status as keyof typeof statusWords] : undefined;
  const newEvent = (title: string) => (
    <ButtonLink to="/events/new" leftSection={<IconPlus size={18} />}>
      {title}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={words ? `Events: ${words.label.toLowerCase()}` : "Events"} actions={mayMake && newEvent("New event")} />
      <EventFilters search={search} today={today} onChange={change} onType={setTyped} />
      {/* Always there and always as high: what it has to say must not push the rows. */}
      <div className={classes.bar}>
        <Text role="status" size="sm" c="dimmed">
          {counted(list, rows.length, search, typed)}
        </Text>
        {fresh.length > 0 && (
          <Button size="compact-sm" variant="light" leftSection={<IconArrowUp size={15} />} onClick={showFresh}>
            {count(fresh.length)} new
          </Button>
        )}
      </div>
      {list.error && rows.length > 0 && (
        <Alert
          color="red"
          mb="sm"
          icon={<IconAlertTriangle size={18} />}
          title={list.isHeld ? "This list may be out of date" : "Not all events could be read"}
          role="alert"
        >
          {messageOf(list.error)}
          {list.isHeld ? (
            " It is tried again by itself."
          ) : (
            <Group mt="xs">
              <Button size="compact-sm" variant="default" loading={list.isTryingAgain} onClick={list.tryAgain}>
                Try again
              </Button>
            </Group>
          )}
        </Alert>
      )}
      {list.isPending ? (
        <EventRowsBones />
      ) : rows.length > 0 ? (
        <div {...holders}>
          <EventTable rows={rows} columns={columns} names={agency} sort={search.sort} onSort={onSort} isStale={list.isStale} />
        </div>
      ) : list.error ? (
        <LoadFailed title="The events could not be loaded" reference={referenceOf(list.error)} isTrying={list.isTryingAgain} onTryAgain={list.tryAgain}>
          {messageOf(list.error)}
        </LoadFailed>
      ) : list.more ? null : isNarrowed({ ...search, q: typed }) ? (
        <StatePage
          icon={IconSearch}
          title="No event matches"
          actions={
            <Button variant="default" onClick={() => change(withoutFilters)}>
              Clear search and filters
            </Button>
          }
        >
          Try fewer filters, another word, or a wider span of dates.
        </StatePage>
      ) : (
        <StatePage icon={IconInbox} title="No events yet" actions={mayMake && newEvent("Make the first event")}>
          {mayMake
            ? "Make an event with its sessions, look at it as the public will see it, and publish it when it is ready. Until then it is a draft that only the office sees."
            : "Nothing has been made within your scope yet. Events show here as soon as somebody makes one."}
        </StatePage>
      )}
      {list.more && (
        <Group justify="center" mt="lg">
          <Button variant="default" loading={list.more.isReading} onClick={list.more.read}>
            {list.more.hasFailed ? "Try again to show more" : search.all && rows.length === 0 ? "Look further back" : "Show more events"}
          </Button>
        </Group>
      )}
      <Older search={search} from={list.from} isCut={list.isCut} onChange={change} />
    </>
  );
}

/** What is not among these rows, and how it is found. */
function Older({
  search,
  from,
  isCut,
  onChange,
}: {
  search: EventSearch;
  from: string | undefined;
  isCut: boolean;
  onChange: (change: Partial<EventSearch>) => void;
}) {
  if (search.all) {
    return (
      <Text size="sm" c="dimmed" mt="md">
        All events are looked through, those of long ago too. That takes longer.{" "}
        <Button variant="subtle" size="compact-sm" onClick={() => onChange({ all: undefined })}>
          Only those of the last two years
        </Button>
      </Text>
    );
  }
  if (from === undefined) return null;
  return (
    <Text size="sm" c="dimmed" mt="md">
      {isCut
        ? "There are more events than are shown here: those that changed last are."
        : `Not here: events that last changed before ${dateInWords(from as IsoDate)}.`}{" "}
      <Button variant="subtle" size="compact-sm" onClick={() => onChange({ all: true })}>
        Look through all events
      </Button>
    </Text>
  );
}

function counted(list: ReturnType<typeof useEventList>, shown: number, search: EventSearch, typed: string): string {
  if (list.isPending) return "Loading events…";
  if (list.error && shown === 0) return "";
  const eventsInWords = (number: number) => (number === 0 ? "No events" : number === 1 ? "1 event" : `${count(number)} events`);
  const events = eventsInWords(shown);
  if (list.isHeld) return isNarrowed({ ...search, q: typed }) && list.all.length > 0 ? `${count(shown)} of ${eventsInWords(list.all.length)}` : events;
  const begun = list.more && shown > 0 ? `The first ${events}` : events;
  // The order that is asked for is given once all are here: no page of the API is in it.
  const waits = list.isReading && orderOf(search.sort) === undefined ? ". All events are being read to put them in order" : "";
  return `${begun}${waits}`;
}
