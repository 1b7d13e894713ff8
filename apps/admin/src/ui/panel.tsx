import { Group, Paper, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

/** A titled part of a page. */
export function Panel({ title, actions, children, id }: { title: string; actions?: ReactNode; children: ReactNode; id?: string }) {
  const heading = useId();
  return (
    <Paper component="section" withBorder p={{ base: "md", sm: "lg" }} aria-labelledby={heading} {...(id ? { id } : {})}>
      <Group justify="space-between" mb="md" gap="sm">
        <Title order={2} fz={18} id={heading}>
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </Paper>
  );
}
