import { Badge } from "@mantine/core";
import classes from "./status-badge.module.css";

export type Dot = "draft" | "open" | "closed" | "done" | "cancelled";

/** A state in words; the dot only helps the eye. */
export function StatusBadge({ dot, children }: { dot: Dot; children: string }) {
  return (
    <Badge tt="none" fw={550} size="lg" fz={13} leftSection={<StateDot dot={dot} />}>
      {children}
    </Badge>
  );
}

export function StateDot({ dot }: { dot: Dot }) {
  return (
    <span aria-hidden className={classes.place}>
      <span className={classes.dot} style={{ background: `var(--console-dot-${dot})` }} />
    </span>
  );
}
