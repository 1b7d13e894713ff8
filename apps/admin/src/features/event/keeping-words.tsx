import { Text } from "@mantine/core";
import type { Keeping } from "./use-kept-form.ts";

// The clerk's own clock: it says how long ago they typed, not when something takes place.
const time = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit" });

/** Whether what is typed is kept, at the foot of the form. */
export function KeepingWords({ keeping, isDirty, isHeld, isNew }: { keeping: Keeping; isDirty: boolean; isHeld: boolean; isNew: boolean }) {
  const says = words(keeping, isDirty, isHeld, isNew);
  // There before it says anything, so that it is heard when it does; and no wider than what it says.
  return (
    <Text size="sm" c="dimmed" role="status" mr={says === "" ? 0 : "md"}>
      {says}
    </Text>
  );
}

function words(keeping: Keeping, isDirty: boolean, isHeld: boolean, isNew: boolean): string {
  if (isHeld && isDirty) return "Not kept yet: first say above what to do with what you had typed";
  if (keeping.kind === "failed")
    return keeping.isTriedAgain ? "Not kept yet: the server is out of reach. It is tried again" : "Not kept: this is too much to be kept. Save it";
  if (keeping.kind === "kept" && isDirty) return `Kept for you at ${time.format(Date.parse(keeping.at))}, not saved yet`;
  if (isDirty) return "Changes are not saved yet";
  return isNew ? "" : "No changes";
}
