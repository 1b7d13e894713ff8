import type { PublishFault } from "@cte-partnerships/domain";
import { List, Text } from "@mantine/core";
import { IconCircleCheck } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "./event-form.module.css";
import { labelOf } from "./event-form-faults.ts";
import { publishFaultWords } from "./event-words.ts";
import { FieldLink } from "./fault-summary.tsx";

export const publishListId = "before-publishing";

/** What a fault is about and what to do, as it stands in a list: `Session 2, start: move this session into the future`. */
export function faultInWords({ path, reason }: PublishFault): string {
  const words = publishFaultWords[reason];
  return `${labelOf(path.join("."))}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** Everything that stands between a draft and its public, each leading to its field. */
export function PublishList({ faults }: { faults: readonly PublishFault[] }) {
  return (
    <Panel title="Before this can be published" id={publishListId}>
      {faults.length === 0 ? (
        <Text className={classes.ready ?? ""}>
          <IconCircleCheck size={18} stroke={1.7} aria-hidden />
          Nothing stands in the way. Save the draft, then publish it on its page.
        </Text>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            Besides the fields with a star, which a draft needs too.
          </Text>
          <List spacing={6}>
            {faults.map((fault) => (
              <List.Item key={`${fault.path.join(".")} ${fault.reason}`}>
                <FieldLink path={fault.path.join(".")}>{faultInWords(fault)}</FieldLink>
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Panel>
  );
}
