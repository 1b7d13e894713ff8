import { Alert, Button, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type EventDetail, eventApi } from "../../lib/api/event.ts";
import { messageOf } from "../../lib/messages.ts";
import { Panel } from "../../ui/panel.tsx";
import { eventKeys } from "./queries.ts";
import { SeriesList } from "./series-list.tsx";
import { usePublishMany } from "./use-publish-many.ts";

/** Which of the events that were planned together this one is, and the way to the others. */
export function SeriesPanel({ detail: { event, may } }: { detail: EventDetail }) {
  const { series } = event;
  const members = useQuery({
    queryKey: [...eventKeys.all, "series", series?.id],
    queryFn: ({ signal }) => eventApi.series(event.id, signal),
    enabled: series !== undefined,
  });
  const publish = usePublishMany();
  if (!series) return null;
  const drafts = (members.data?.events ?? []).filter(({ status }) => status === "draft");
  return (
    <Panel title={`${series.number} of ${series.of} in a series`}>
      <Stack gap="sm">
        {members.isPending ? (
          <Skeleton height={120} aria-busy />
        ) : members.isError ? (
          <Text size="sm" c="dimmed">
            {messageOf(members.error)}
          </Text>
        ) : (
          <SeriesList events={members.data.events} zone={event.venue.zone} current={event.id} outcomes={publish.outcomes} />
        )}
        {publish.error !== null && (
          <Alert color="red" role="alert">
            {messageOf(publish.error)}
          </Alert>
        )}
        {drafts.length > 1 && may.includes("publish_event") && (
          <Button variant="default" loading={publish.isPending} onClick={() => publish.publish(drafts)} style={{ alignSelf: "flex-start" }}>
            Publish all {drafts.length} drafts
          </Button>
        )}
      </Stack>
    </Panel>
  );
}
