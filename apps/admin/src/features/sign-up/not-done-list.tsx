import { Alert, Button, Group, Stack } from "@mantine/core";
import { stepWords } from "./bulk-words.ts";
import classes from "./roster.module.css";
import type { NotDoneRows } from "./use-decision-on-all.ts";

/** About whom a decision on many was not done, and why. */
export function NotDoneList({ notDone: { step, rows }, onClose }: { notDone: NotDoneRows; onClose: () => void }) {
  return (
    <Stack gap="xs" style={{ flex: 1 }}>
      <Alert color="red" role="alert" title={stepWords[step].notDone(rows.length)}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too */}
        <ul className={classes.names} tabIndex={0} aria-label="Who, and why">
          {rows.map(({ name, why }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two people may bear one name
            <li key={index}>
              {name}: {why}
            </li>
          ))}
        </ul>
      </Alert>
      <Group justify="flex-end">
        <Button size="xs" variant="default" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
