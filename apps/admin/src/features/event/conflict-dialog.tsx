import { Button, Group, Modal, Radio, Stack, Table, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useMe } from "../../lib/me.ts";
import classes from "./conflict-dialog.module.css";
import type { EventFormValues, SessionFormValues } from "./event-form-values.ts";
import { statusWords } from "./event-words.ts";
import { fieldInWords, fieldName, sessionChanges } from "./field-in-words.ts";
import type { Choices, FormMerge } from "./merge-form.ts";
import type { BothChanged } from "./merge-row.ts";

interface Props {
  merge: FormMerge;
  /** As both found it, and as this clerk has it: for what sessions and questions are called. */
  base: EventFormValues;
  mine: EventFormValues;
  /** Where the event is now. */
  status: keyof typeof statusWords;
  title?: string;
  onTakeTheirs: () => void;
  onGoOn: (choices: Choices) => void;
  onClose: () => void;
}

/**
 * Somebody saved the event while this clerk was changing it. What both changed is chosen field by field, mine first: it is what they
 * were about to save. What the other one alone changed is taken over, and told.
 */
export function ConflictDialog({ merge, base, mine, status, title, onTakeTheirs, onGoOn, onClose }: Props) {
  const { agency } = useMe();
  const [choices, setChoices] = useState<Choices>({});
  const look = { forms: [merge.theirs, base, mine], agency };
  const isOver = status === "cancelled" || status === "done";
  const { both, onlyTheirs } = merge;
  const words = (path: BothChanged["path"], value: unknown) => fieldInWords(path, value, look);
  const asChanged = (was: unknown, is: unknown) => sessionChanges(was as SessionFormValues, is as SessionFormValues, look).join("\n");
  return (
    <Modal opened onClose={onClose} size="xl" title={title ?? "Somebody saved this event while you were changing it"}>
      <Stack>
        <Text>
          {isOver
            ? `The event is now ${statusWords[status].label.toLowerCase()}, so your changes cannot be saved.`
            : both.length + onlyTheirs.length === 0
              ? "Their change is one that this form does not show, such as publishing it or cancelling a session. Yours can go on top of it."
              : both.length === 0
                ? "They changed other fields than you did. Yours and theirs go together; nothing gets lost."
                : "Nothing of yours is lost, and nothing of theirs is overwritten yet."}
        </Text>
        {!isOver && both.length > 0 && (
          <section>
            <Title order={3} fz={16} mb="xs">
              Both of you changed {both.length === 1 ? "this field" : "these fields"}: choose
            </Title>
            <Stack gap="sm">
              {both.map(({ id, path, base, theirs, mine, isCancelled }) => (
                <Radio.Group
                  key={id}
                  label={isCancelled ? `${fieldName(path, look.forms)}: cancelled by them, changed by you` : fieldName(path, look.forms)}
                  description={`Before: ${words(path, base)}`}
                  value={choices[id] ?? "mine"}
                  onChange={(chosen) => setChoices({ ...choices, [id]: chosen as "mine" | "theirs" })}
                  className={classes.choice ?? ""}
                >
                  <div className={classes.options}>
                    {isCancelled ? (
                      <>
                        <Side value="mine" name="Yours, as a new session" words={asChanged(base, mine)} />
                        <Side value="theirs" name="Theirs" words={"It stays cancelled.\nWhat you changed in it is dropped."} />
                      </>
                    ) : (
                      <>
                        <Side value="mine" name="Yours" words={words(path, mine)} />
                        <Side value="theirs" name="Theirs" words={words(path, theirs)} />
                      </>
                    )}
                  </div>
                </Radio.Group>
              ))}
            </Stack>
          </section>
        )}
        {onlyTheirs.length > 0 && (
          <section>
            <Title order={3} fz={16} mb="xs">
              {isOver ? "They changed" : "They alone changed this: it is taken over"}
            </Title>
            <Table verticalSpacing="xs" className={classes.table ?? ""}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">Field</Table.Th>
                  <Table.Th scope="col">Before</Table.Th>
                  <Table.Th scope="col">Now</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {onlyTheirs.map(({ id, path, base, theirs }) => (
                  <Table.Tr key={id}>
                    <Table.Th scope="row">{fieldName(path, look.forms)}</Table.Th>
                    <Table.Td data-label="Before">{words(path, base)}</Table.Td>
                    <Table.Td data-label="Now">{words(path, theirs)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        )}
        {!isOver && (
          <Text size="sm" c="dimmed">
            Nothing is saved by this. You go on in the form and look at it once more.
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onTakeTheirs}>
            {isOver ? "Show the event as it stands" : "Take theirs, drop my changes"}
          </Button>
          {!isOver && <Button onClick={() => onGoOn(choices)}>Go on with {both.length > 0 ? "what is chosen" : "both"}</Button>}
        </Group>
      </Stack>
    </Modal>
  );
}

function Side({ value, name, words }: { value: "mine" | "theirs"; name: string; words: string }) {
  return (
    <Radio.Card value={value} className={classes.side ?? ""} aria-label={`${name}: ${words}`}>
      <Radio.Indicator className={classes.mark ?? ""} />
      <span className={classes.sideText}>
        <span className={classes.who}>{name}</span>
        <span className={classes.words}>{words}</span>
      </span>
    </Radio.Card>
  );
}
