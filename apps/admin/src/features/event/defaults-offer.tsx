import { Button, Group, Text } from "@mantine/core";
import type { useTypeDefaults } from "./use-type-defaults.ts";

const listed = new Intl.ListFormat("en-US", { type: "conjunction" });

/** What mostly goes with the kind of activity that was just chosen: filled in where nobody has typed, offered elsewhere. */
export function DefaultsOffer({ defaults: { filled, offers, use } }: { defaults: ReturnType<typeof useTypeDefaults> }) {
  return (
    <div role="status" hidden={filled.length + offers.length === 0}>
      {filled.length > 0 && (
        <Text size="sm" c="dimmed">
          Filled in from the kind of activity: {listed.format(filled.map(({ words }) => words))}.
        </Text>
      )}
      {offers.length > 0 && (
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            This kind of activity is mostly {listed.format(offers.map(({ words }) => words))}.
          </Text>
          <Button variant="default" size="compact-sm" onClick={() => offers.forEach(use)}>
            Use that
          </Button>
        </Group>
      )}
    </div>
  );
}
