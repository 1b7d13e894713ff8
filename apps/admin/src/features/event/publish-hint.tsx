import { Text } from "@mantine/core";
import { IconAlertTriangle } from "../../ui/icons.ts";
import classes from "./event-form.module.css";
import { publishFaultWords } from "./event-words.ts";
import { useSurroundings } from "./form-context.ts";

/** Beside a field: what about it would block publishing. It does not keep a draft from being saved. */
export function PublishHint({ path }: { path: string }) {
  const { publishFaults } = useSurroundings();
  const here = publishFaults.filter((fault) => fault.path.join(".") === path);
  return here.map(({ reason }) => (
    <Text key={reason} size="sm" className={classes.hint ?? ""}>
      <IconAlertTriangle size={15} aria-hidden />
      {publishFaultWords[reason]} before this can be published.
    </Text>
  ));
}
