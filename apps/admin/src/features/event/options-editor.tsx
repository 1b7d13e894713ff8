import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from "../../ui/icons.ts";
import classes from "./event-form.module.css";
import type { QuestionFormValues } from "./event-form-values.ts";
import { fieldId } from "./field-label.ts";
import { focusSoon, useEventForm } from "./form-context.ts";
import { spread, useField } from "./use-field.ts";

const mostOptions = 40;

/** What a question offers to choose from, in its order. Enter adds the next one. */
export function OptionsEditor({ index, keepsSaved }: { index: number; keepsSaved: boolean }) {
  const form = useEventForm();
  const field = useField();
  const path = `questions.${index}.options` as "questions.0.options";
  const options = form.useWatchValue(path) as QuestionFormValues["options"];
  const fault = form.errors[path];
  const idOf = (at: number) => fieldId(`${path}.${at}.label`);
  const addAfter = (at: number) => {
    if (options.length >= mostOptions) return;
    form.insertListItem(path, { id: "", label: "" }, at + 1);
    focusSoon(idOf(at + 1));
  };
  const move = (from: number, to: number, focus: string) => {
    if (to < 0 || to >= options.length) return;
    form.reorderListItem(path, { from, to });
    focusSoon(focus);
  };
  const pressed = (at: number) => (event: React.KeyboardEvent) => {
    const step = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as Record<string, number>)[event.key] : undefined;
    if (event.key !== "Enter" && step === undefined) return;
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (step === undefined) addAfter(at);
    else move(at, at + step, idOf(at + step));
  };
  return (
    <Stack gap={8} component="fieldset" className={classes.options ?? ""} id={fieldId(path)} tabIndex={-1}>
      <Text component="legend" size="sm" fw={500}>
        Options
      </Text>
      {options.map((option, at) => {
        const input = field(`${path}.${at}.label`);
        const [up, down] = [`option-${index}-${at}-up`, `option-${index}-${at}-down`];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place until it is saved; the inputs have keys of their own
          <Group key={at} gap={2} wrap="nowrap" align="flex-start">
            <TextInput
              key={input.key}
              {...spread(input)}
              aria-label={`Option ${at + 1} of question ${index + 1}`}
              maxLength={120}
              style={{ flex: 1, marginRight: 4 }}
              onKeyDown={pressed(at)}
            />
            <ActionIcon
              color="gray"
              size={36}
              id={up}
              aria-label={`Move option ${at + 1} up`}
              disabled={at === 0}
              onClick={() => move(at, at - 1, at === 1 ? `option-${index}-0-down` : `option-${index}-${at - 1}-up`)}
            >
              <IconArrowUp size={17} stroke={1.7} />
            </ActionIcon>
            <ActionIcon
              color="gray"
              size={36}
              id={down}
              aria-label={`Move option ${at + 1} down`}
              disabled={at === options.length - 1}
              onClick={() => move(at, at + 1, at === options.length - 2 ? `option-${index}-${at + 1}-up` : `option-${index}-${at + 1}-down`)}
            >
              <IconArrowDown size={17} stroke={1.7} />
            </ActionIcon>
            <ActionIcon
              color="gray"
              size={36}
              aria-label={`Remove option ${at + 1}`}
              disabled={options.length <= 2 || (keepsSaved && option.id !== "")}
              onClick={() => {
                form.removeListItem(path, at);
                focusSoon(idOf(Math.max(0, at - 1)));
              }}
            >
              <IconX size={17} />
            </ActionIcon>
          </Group>
        );
      })}
      {fault && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {fault}
        </Text>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={15} />}
        disabled={options.length >= mostOptions}
        onClick={() => addAfter(options.length - 1)}
        style={{ alignSelf: "flex-start" }}
      >
        Add an option
      </Button>
    </Stack>
  );
}
