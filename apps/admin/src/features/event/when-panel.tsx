import { SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { zonePlace } from "../../lib/moments.ts";
import { Panel } from "../../ui/panel.tsx";
import { useEventForm } from "./form-context.ts";
import { PublishHint } from "./publish-hint.tsx";
import { SessionsTable } from "./sessions-table.tsx";
import { spread, useField } from "./use-field.ts";

/** When one can sign up, and when it takes place. */
export function WhenPanel() {
  const form = useEventForm();
  const field = useField();
  const zone = form.useWatchValue("venue.zone") as string;
  const [opensAt, closesAt] = [field("signUpWindow.opensAt"), field("signUpWindow.closesAt")];
  return (
    <Panel title="When">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          All times are {zonePlace(zone)} time ({zone}).
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput key={opensAt.key} {...spread(opensAt)} type="datetime-local" max="2099-12-31T23:59" label="Sign-ups open" required />
          <div>
            <TextInput key={closesAt.key} {...spread(closesAt)} type="datetime-local" max="2099-12-31T23:59" label="Sign-ups close" required />
            <PublishHint path="signUpWindow.closesAt" />
          </div>
        </SimpleGrid>
        <SessionsTable />
      </Stack>
    </Panel>
  );
}
