import type { PublishFault } from "@cte-partnerships/domain";
import { Text } from "@mantine/core";
import { IconAlertTriangle } from "../../ui/icons.ts";
import classes from "./event-form.module.css";
import { publishFaultWords } from "./event-words.ts";
import { useSurroundings } from "./form-context.ts";

/** What about a field, or about what stands in it, would block publishing, in words. */
export const hintWords = (faults: readonly PublishFault[], path: string): string[] => [
  ...new Set(
    faults
      .filter((fault) => fault.path.join(".") === path || (path.startsWith("sessions.") && fault.path.join(".").startsWith(`${path}.`)))
      .map(({ reason }) => `${publishFaultWords[reason]} before this can be published.`),
  ),
];

/** Beside a field: what about it would block publishing. It does not keep a draft from being saved. */
export function PublishHint({ path }: { path: string }) {
  const { publishFaults } = useSurroundings();
  return hintWords(publishFaults, path).map((words) => (
    <Text key={words} size="sm" className={classes.hint ?? ""}>
      <IconAlertTriangle size={15} aria-hidden />
      {words}
    </Text>
  ));
}
