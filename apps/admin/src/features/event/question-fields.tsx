import { ActionIcon, Button, Checkbox, Group, SimpleGrid, Stack, Text, TextInput, Title, Tooltip } from "@mantine/core";
import { ChoiceSelect } from "../../ui/choice-select.tsx";
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from "../../ui/icons.ts";
import classes from "./event-form.module.css";
import type { QuestionFormValues } from "./event-form-values.ts";
import { choices, questionKindWords } from "./event-words.ts";
import { fieldId } from "./field-label.ts";
import { focusSoon, useEventForm, useSurroundings } from "./form-context.ts";
import { OptionsEditor } from "./options-editor.tsx";
import { spread, useField } from "./use-field.ts";

interface Props {
  question: QuestionFormValues;
  index: number;
  count: number;
  onMove: (from: number, to: number, focus?: string) => void;
  onCopy: (() => void) | undefined;
  onRemove: () => void;
}

/** A question of the sign-up form. One that is retired is told in a line, with the way back. */
export function QuestionFields({ question, index, count, onMove, onCopy, onRemove }: Props) {
  const form = useEventForm();
  const { detail } = useSurroundings();
  const path = `questions.${index}` as const;
  const isAnswered = question.id !== "" && (detail?.answeredQuestions.includes(question.id) ?? false);
  const isRetired = form.useWatchValue(`${path}.isRetired`) as boolean;
  const name = `Question ${index + 1}`;
  const retire = (next: boolean) => {
    form.setFieldValue(`${path}.isRetired`, next);
    focusSoon(next ? `question-${index}-back` : fieldId(`${path}.label`));
  };
  const moveByKey = (event: React.KeyboardEvent<HTMLElement>) => {
    const step = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as Record<string, number>)[event.key] : undefined;
    if (step === undefined || event.defaultPrevented || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    const { id } = event.target as HTMLElement;
    onMove(index, index + step, id.replace(/^(field-questions-|question-)\d+/, `$1${index + step}`));
  };
  return (
    <fieldset className={classes.row} aria-labelledby={`question-${index}`} data-retired={isRetired || undefined} onKeyDown={moveByKey}>
      <Group justify="space-between" mb={isRetired ? 4 : "sm"} wrap="nowrap">
        <Title order={3} fz={15} id={`question-${index}`} tabIndex={-1}>
          {name}
          {isRetired && (
            <Text component="span" size="sm" c="dimmed" fw={400}>
              {" "}
              is retired: asked no more, given answers stay
            </Text>
          )}
        </Title>
        <Group gap={4} wrap="nowrap">
          <ActionIcon color="gray" id={`question-${index}-up`} aria-label={`Move ${name} up`} disabled={index === 0} onClick={() => onMove(index, index - 1)}>
            <IconArrowUp size={18} stroke={1.7} />
          </ActionIcon>
          <ActionIcon
            color="gray"
            id={`question-${index}-down`}
            aria-label={`Move ${name} down`}
            disabled={index === count - 1}
            onClick={() => onMove(index, index + 1)}
          >
            <IconArrowDown size={18} stroke={1.7} />
          </ActionIcon>
          {onCopy && (
            <Tooltip label="Copy">
              <ActionIcon color="gray" aria-label={`Copy ${name}`} onClick={onCopy}>
                <IconCopy size={18} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          )}
          {!isAnswered && (
            <Tooltip label="Remove">
              <ActionIcon color="gray" aria-label={`Remove ${name}`} onClick={onRemove}>
                <IconTrash size={18} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      </Group>
      {isRetired ? (
        <Group justify="space-between" gap="sm">
          <Text>{form.getValues().questions[index]?.label}</Text>
          <Button id={`question-${index}-back`} variant="default" size="compact-sm" h={32} onClick={() => retire(false)} aria-label={`Bring ${name} back`}>
            Bring back
          </Button>
        </Group>
      ) : (
        <Wording question={question} index={index} isAnswered={isAnswered} onRetire={() => retire(true)} />
      )}
    </fieldset>
  );
}

function Wording({ question, index, isAnswered, onRetire }: { question: QuestionFormValues; index: number; isAnswered: boolean; onRetire: () => void }) {
  const form = useEventForm();
  const field = useField();
  const path = `questions.${index}` as const;
  const kind = form.useWatchValue(`${path}.kind`) as QuestionFormValues["kind"];
  const [label, kindField, hint, required] = [field(`${path}.label`), field(`${path}.kind`), field(`${path}.hint`), field(`${path}.required`, "checkbox")];
  const changeKind = (next: string | null) => {
    kindField.onChange(next);
    const values = form.getValues().questions[index];
    if ((next === "choice" || next === "several") && values && values.options.length === 0) {
      form.setFieldValue(`${path}.options`, [
        { id: "", label: "" },
        { id: "", label: "" },
      ]);
    }
  };
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput key={label.key} {...spread(label)} label="Wording" required maxLength={200} />
        <ChoiceSelect
          key={kindField.key}
          {...spread(kindField)}
          onChange={changeKind}
          label="Answer"
          allowDeselect={false}
          data={choices(questionKindWords)}
          disabled={isAnswered}
        />
      </SimpleGrid>
      <TextInput key={hint.key} {...spread(hint)} label="Hint" placeholder="Why it is asked, or how to answer" maxLength={300} />
      {(kind === "choice" || kind === "several") && <OptionsEditor index={index} keepsSaved={isAnswered} />}
      <Group justify="space-between" gap="sm">
        <Checkbox key={required.key} {...spread(required)} label="Must be answered" />
        {question.id !== "" && (
          <Button variant="default" size="compact-sm" h={32} onClick={onRetire} aria-label={`Retire Question ${index + 1}`}>
            Retire
          </Button>
        )}
      </Group>
      {isAnswered && (
        <Text size="sm" c="dimmed">
          People have answered this. You can mend its wording, add options or retire it.
        </Text>
      )}
    </Stack>
  );
}
