import { Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import type { EventDetail } from "../../lib/api.ts";
import { useMe } from "../../lib/me.ts";
import classes from "./conflict-dialog.module.css";
import { type PartConflict, partWords } from "./event-merge.ts";
import { statusWords } from "./event-words.ts";
import { inWords } from "./part-in-words.ts";

interface Props {
  /** What the first clerk changed, with what the second, who sees this, made of the same part. */
  changes: readonly PartConflict[];
  theirs: EventDetail;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
  onClose: () => void;
}

/** Somebody saved the event while this clerk was changing it. Nothing is overwritten until they have seen what. */
export function ConflictDialog({ changes, theirs, onTakeTheirs, onKeepMine, onClose }: Props) {
  const { agency } = useMe();
  const words = (part: PartConflict["part"], value: unknown) => inWords(part, value, agency);
  const { status } = theirs.event;
  const isOver = status === "cancelled" || status === "done";
  return (
    <Modal opened onClose={onClose} size="xl" title="Somebody saved this event while you were changing it">
      <Stack>
        <Text>
          {isOver
            ? `The event is now ${statusWords[status].label.toLowerCase()}, so your changes cannot be saved.`
            : changes.length === 0
              ? "Their change is one that this form does not show, such as publishing it or cancelling a session. Yours can go on top of it."
              : "Nothing of yours is lost, and nothing of theirs is overwritten yet. This is what they changed:"}
        </Text>
        {changes.length > 0 && (
          <div className={classes.scroll}>
            <Table verticalSpacing="xs" withRowBorders className={classes.table ?? ""}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">Part</Table.Th>
                  <Table.Th scope="col">Before</Table.Th>
                  <Table.Th scope="col">Theirs, saved first</Table.Th>
                  <Table.Th scope="col">Yours</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {changes.map((change) => (
                  <Table.Tr key={change.part}>
                    <Table.Th scope="row">{partWords[change.part]}</Table.Th>
                    <Table.Td data-label="Before">{words(change.part, change.before)}</Table.Td>
                    <Table.Td data-label="Theirs">{words(change.part, change.first)}</Table.Td>
                    <Table.Td data-label="Yours">
                      {"second" in change ? (
                        words(change.part, change.second)
                      ) : (
                        <Text component="span" c="dimmed" size="sm">
                          You did not change this
                        </Text>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
        {!isOver && (
          <Text size="sm" c="dimmed">
            Going on with yours puts your changes on top of theirs: where both of you changed the same part, yours stands; everything else they did is kept. You
            can look at it once more before you save.
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onTakeTheirs}>
            {isOver ? "Show the event as it stands" : "Take theirs, drop my changes"}
          </Button>
          {!isOver && <Button onClick={onKeepMine}>Go on with mine on top of theirs</Button>}
        </Group>
      </Stack>
    </Modal>
  );
}
