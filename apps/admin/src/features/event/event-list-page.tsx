import { Alert, Button, Group, Text } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { allows, useMe } from "../../lib/me.ts";
import { messageOf, referenceOf } from "../../lib/messages.ts";
import { IconAlertTriangle, IconInbox, IconPlus, IconRefresh, IconSearch } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import { EventFilters, filtersIn } from "./event-filters.tsx";
import { EventRows, EventRowsBones } from "./event-rows.tsx";
import { statusWords } from "./event-words.ts";
import { eventListQuery } from "./queries.ts";
import type { EventSearch } from "./search.ts";

const route = getRouteApi("/_console/events/");

export function EventListPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const list = useInfiniteQuery({ ...eventListQuery(search), placeholderData: keepPreviousData, refetchOnWindowFocus: true });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const change = (filters: Partial<EventSearch>) => void navigate({ search: (before) => ({ ...before, ...filters }), replace: true });
  const mayMake = allows(me.may, "make_event");
  const isNarrowed = filtersIn(search) > 0 || search.q !== undefined;
  return (
    <>
      <PageHeader
        title={search.status ? `Events: ${statusWords[search.status].label.toLowerCase()}` : "Events"}
        actions={
          mayMake && (
            <ButtonLink to="/events/new" leftSection={<IconPlus size={18} />}>
              New event
            </ButtonLink>
          )
        }
      />
      <EventFilters search={search} onChange={change} />
      <Text role="status" size="sm" c="dimmed" mb={8} mih={21}>
        {list.isPending ? "Loading events…" : list.isError && rows.length === 0 ? "" : counted(rows.length, list.hasNextPage)}
      </Text>
      {list.isPending ? (
        <EventRowsBones />
      ) : rows.length > 0 ? (
        <>
          {list.isRefetchError && (
            <Alert color="red" mb="sm" icon={<IconAlertTriangle size={18} />} title="This list may be out of date" role="alert">
              {messageOf(list.error)}
            </Alert>
          )}
          <EventRows rows={rows} isStale={list.isPlaceholderData} />
          {list.hasNextPage && (
            <Group justify="center" mt="lg">
              <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {list.isFetchNextPageError ? "Try again to show more" : "Show more events"}
              </Button>
            </Group>
          )}
        </>
      ) : list.isError ? (
        <StatePage
          icon={IconAlertTriangle}
          title="The events could not be loaded"
          isAlert
          reference={referenceOf(list.error)}
          actions={
            <Button leftSection={<IconRefresh size={17} />} loading={list.isFetching} onClick={() => void list.refetch()}>
              Try again
            </Button>
          }
        >
          {messageOf(list.error)}
        </StatePage>
      ) : isNarrowed ? (
        <StatePage
          icon={IconSearch}
          title="No event matches"
          actions={
            <Button variant="default" onClick={() => void navigate({ search: search.order ? { order: search.order } : {} })}>
              Clear search and filters
            </Button>
          }
        >
          Try fewer filters, another word, or a wider span of dates.
        </StatePage>
      ) : (
        <StatePage
          icon={IconInbox}
          title="No events yet"
          actions={
            mayMake && (
              <ButtonLink to="/events/new" leftSection={<IconPlus size={18} />}>
                Make the first event
              </ButtonLink>
            )
          }
        >
          {mayMake
            ? "Make an event with its sessions, look at it as the public will see it, and publish it when it is ready. Until then it is a draft that only the office sees."
            : "Nothing has been made within your scope yet. Events show here as soon as somebody makes one."}
        </StatePage>
      )}
    </>
  );
}

const counted = (count: number, hasMore: boolean): string => {
  if (count === 0) return "No events";
  return hasMore ? `The first ${count} events` : count === 1 ? "1 event" : `${count} events`;
};
