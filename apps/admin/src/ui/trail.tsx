import { Group } from "@mantine/core";
import { Children, type ReactNode } from "react";
import { IconChevronRight } from "./icons.ts";

/** The way back up, from the widest to the nearest. */
export function Trail({ children }: { children: ReactNode }) {
  const steps = Children.toArray(children);
  return (
    <nav aria-label="Where you are">
      <Group component="ol" gap={6} style={{ listStyle: "none", margin: 0, padding: 0 }}>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a trail have no other identity
          <Group component="li" key={index} gap={6} fz="sm" wrap="nowrap">
            {index > 0 && <IconChevronRight size={14} aria-hidden />}
            {step}
          </Group>
        ))}
      </Group>
    </nav>
  );
}
