import { Alert, Button, Drawer, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, type HistoryOf, type Roster } from "../../lib/api.ts";
import { useMe } from "../../lib/me.ts";
import { messageOf } from "../../lib/messages.ts";
import { dayAndTimeOf, zoneAbbreviation } from "../../lib/moments.ts";
import { deedOf, doerOf, fieldOf, valueInWords } from "./history-words.ts";
import classes from "./roster.module.css";

/** What happened to one sign-up, session or event, latest first: who did it, and what stood before and after. */
export function History({ of, zone, title }: { of: HistoryOf; zone: string; title: string }) {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["history", of],
    queryFn: ({ pageParam, signal }) => api.history(of, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    // Who opens it wants to see what has just been done.
    staleTime: 0,
    gcTime: 0,
  });
  const home = useMe().agency.zone;
  const records = data?.pages.flatMap((page) => page.records) ?? [];
  return (
    <section aria-label={title}>
      <Text component="h3" fw={600} mb={4}>
        {title}
      </Text>
      {error && (
        <Alert color="red" role="alert">
          {messageOf(error)}
        </Alert>
      )}
      {isPending && (
        <Text size="sm" c="dimmed" role="status">
          Loading what happened
        </Text>
      )}
      {data && records.length === 0 && !hasNextPage && (
        <Text size="sm" c="dimmed">
          Nothing is recorded within the last year. What has just happened shows here within seconds.
        </Text>
      )}
      <ol className={classes.history}>
        {records.map((record) => (
          <li key={record.id}>
            <Text fw={600} size="sm">
              {deedOf(record)}
            </Text>
            <Text size="sm" c="dimmed">
              {doerOf(record)}, {dayAndTimeOf(record.at, zone)} {zoneAbbreviation(zone, record.at)}
            </Text>
            {record.changed
              .filter(({ field, before, after }) => field !== "version" && (before !== undefined || after !== undefined))
              .map(({ field, before, after }) => (
                <Text key={field} size="sm" className={classes.change ?? ""}>
                  {fieldOf(field)}: {[before, after].flatMap((value) => (value === undefined ? [] : [valueInWords(value, zone, home)])).join(" → ")}
                  {after === undefined && " → nothing"}
                </Text>
              ))}
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button size="xs" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Earlier
        </Button>
      )}
    </section>
  );
}

/** The session's history, and its event's, beside the roster. */
export function SessionHistory({ roster }: { roster: Roster }) {
  const [isOpen, setOpen] = useState(false);
  const { event, session } = roster;
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpen(true)} aria-haspopup="dialog">
        History
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        size="md"
        title="History"
        closeButtonProps={{ "aria-label": "Close" }}
        attributes={{ header: { role: "presentation" } }}
        classNames={{ title: classes.drawerTitle ?? "" }}
      >
        <Stack gap="lg">
          <History of={{ sessionId: session.id }} zone={event.zone} title="This session" />
          <History of={{ eventId: event.id }} zone={event.zone} title="The event" />
        </Stack>
      </Drawer>
    </>
  );
}
