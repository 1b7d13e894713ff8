import { Group, Paper, Skeleton, Stack } from "@mantine/core";

/** The list's shape while its rows are on their way. */
export function EventRowsBones() {
  return (
    <Paper withBorder p="md" aria-hidden>
      <Stack gap="lg">
        {[62, 48, 70, 54, 66, 50].map((width) => (
          <Group key={width} justify="space-between" wrap="nowrap">
            <Stack gap={8} style={{ flex: 1 }}>
              <Skeleton height={16} width={`${width}%`} />
              <Skeleton height={12} width={`${width - 24}%`} />
            </Stack>
            <Skeleton height={28} width={120} />
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
