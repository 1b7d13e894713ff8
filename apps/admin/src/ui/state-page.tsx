import { Group, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface Props {
  icon: Icon;
  title: string;
  /** What is the case, and what to do about it. */
  children: ReactNode;
  actions?: ReactNode;
  /** For support: the number of the request that failed. */
  reference?: string | undefined;
  /** Told at once by a screen reader, where it replaces something that was asked for. */
  isAlert?: boolean;
  /** The page's only heading, where it stands alone. */
  order?: 1 | 2 | 3;
}

/** Nothing to show, and why: empty, not found, forbidden, failed, offline. Each says what to do next. */
export function StatePage({ icon: Icon, title, children, actions, reference, isAlert = false, order = 2 }: Props) {
  return (
    <Stack align="center" gap="md" py={{ base: 40, sm: 72 }} px="md" role={isAlert ? "alert" : undefined}>
      <ThemeIcon size={64} radius="xl" variant="light" aria-hidden>
        <Icon size={30} stroke={1.6} />
      </ThemeIcon>
      <Title order={order} fz={20} ta="center">
        {title}
      </Title>
      <Text component="div" c="dimmed" ta="center" maw={460}>
        {children}
      </Text>
      {actions && (
        <Group gap="sm" justify="center" mt={4}>
          {actions}
        </Group>
      )}
      {reference && (
        <Text size="xs" c="dimmed">
          For support: request {reference}
        </Text>
      )}
    </Stack>
  );
}
