import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { MadeSeries } from "../../lib/api/event.ts";
import { messageOf } from "../../lib/messages.ts";
import { SeriesList } from "./series-list.tsx";
import { usePublishMany } from "./use-publish-many.ts";

interface Props {
  series: MadeSeries;
  zone: string;
  /** Makes what is missing. */
  onAgain: () => void;
  isAgain: boolean;
  /** Why the last try to make them failed. */
  failure: Error | null;
  onClose: () => void;
}

/** What was made of an event, to be published in one step or looked at one by one. */
export function SeriesMade({ series, zone, onAgain, isAgain, failure, onClose }: Props) {
  const publish = usePublishMany();
  const drafts = series.events.filter(({ id, status }) => (publish.outcomes.get(id)?.status ?? status) === "draft");
  return (
    <Modal opened onClose={onClose} size="lg" title={series.made === 1 ? "1 draft was made" : `${series.made} drafts were made`}>
      <Stack>
        {series.missing > 0 && (
          <Alert color="yellow" title={`${series.missing} could not be made yet`}>
            <Group justify="space-between">
              <Text size="sm">The server was busy. Nothing is made twice.</Text>
              <Button size="compact-sm" h={32} variant="default" loading={isAgain} onClick={onAgain}>
                Make the rest
              </Button>
            </Group>
          </Alert>
        )}
        <SeriesList events={series.events} zone={zone} outcomes={publish.outcomes} />
        {(publish.error ?? failure) && (
          <Alert color="red" role="alert">
            {messageOf(publish.error ?? failure)}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Done
          </Button>
          {drafts.length > 0 && (
            <Button loading={publish.isPending} onClick={() => publish.publish(drafts)}>
              {drafts.length === 1 ? "Publish it" : `Publish all ${drafts.length}`}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
