import { Group, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  title: string;
  /** Where it is another than the page's. */
  titleLanguage?: string | undefined;
  /** What the browser's tab says, where the heading alone would not tell pages apart. */
  tabTitle?: string;
  /** Where one is, above the heading. */
  trail?: ReactNode;
  /** Beside the heading, such as a status. */
  mark?: ReactNode;
  summary?: ReactNode;
  actions?: ReactNode;
}

/** A page's heading with its actions. Names the browser's tab, and takes the focus that a followed link left behind. */
export function PageHeader({ title, titleLanguage, tabTitle, trail, mark, summary, actions }: Props) {
  useDocumentTitle(`${tabTitle ?? title} · CTE Partnerships`);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Stack gap="xs" mb="lg">
      {trail}
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} style={{ minWidth: 0, flex: "1 1 18rem" }}>
          <Group gap="sm" align="center">
            <Title order={1} lang={titleLanguage} fz={{ base: 22, sm: 26 }} ref={heading} tabIndex={-1} style={{ outline: "none", overflowWrap: "anywhere" }}>
              {title}
            </Title>
            {mark}
          </Group>
          {summary && (
            <Text component="div" c="dimmed">
              {summary}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
    </Stack>
  );
}
