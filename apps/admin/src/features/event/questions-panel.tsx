import { ActionIcon, Alert, Button, Checkbox, Group, Select, SimpleGrid, Stack, Text, TextInput, Title, Tooltip } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash, IconX } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "./event-form.module.css";
import { emptyQuestion, newRowKey, type QuestionFormValues } from "./event-form-values.ts";
import { choices, questionKindWords } from "./event-words.ts";
import { fieldId, focusSoon, useEventForm, useSurroundings } from "./form-context.ts";
import { spread, useField } from "./use-field.ts";

const mostQuestions = 20;
const mostOptions = 40;

/** What the sign-up form asks beyond name, address and party. */
export function QuestionsPanel() {
  const form = useEventForm();
  const questions = form.useWatchValue("questions") as QuestionFormValues[];
  const fault = form.errors.questions;
  const add = () => {
    form.insertListItem("questions", { ...emptyQuestion, key: newRowKey() });
    focusSoon(fieldId(`questions.${questions.length}.label`));
  };
  const move = (from: number, to: number) => {
    form.reorderListItem("questions", { from, to });
    // To where the row went; at an end, to the way back.
    focusSoon(to < from ? (to === 0 ? `question-${to}-down` : `question-${to}-up`) : to === questions.length - 1 ? `question-${to}-up` : `question-${to}-down`);
  };
  const remove = (index: number) => {
    form.removeListItem("questions", index);
    focusSoon(index > 0 ? `question-${index - 1}` : "add-question");
  };
  return (
    <Panel title="What the form asks" id={fieldId("questions")}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Name and e-mail address are always asked. Add only what you need; never ask about a student.
        </Text>
        {questions.map((question, index) => (
          <QuestionFields key={question.key} question={question} index={index} count={questions.length} onMove={move} onRemove={() => remove(index)} />
        ))}
        {fault && (
          <Alert color="red" role="alert">
            {fault}
          </Alert>
        )}
        <Group>
          <Button id="add-question" variant="light" leftSection={<IconPlus size={17} />} disabled={questions.length >= mostQuestions} onClick={add}>
            Add a question
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

interface Props {
  question: QuestionFormValues;
  index: number;
  count: number;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
}

function QuestionFields({ question, index, count, onMove, onRemove }: Props) {
  const form = useEventForm();
  const field = useField();
  const { detail } = useSurroundings();
  const path = (name: string) => `questions.${index}.${name}`;
  const isAnswered = question.id !== "" && (detail?.answeredQuestions.includes(question.id) ?? false);
  const kind = form.useWatchValue(path("kind") as "questions.0.kind") as QuestionFormValues["kind"];
  const name = `Question ${index + 1}`;
  const [label, kindField, hint, required, retired] = [
    field(path("label")),
    field(path("kind")),
    field(path("hint")),
    field(path("required"), "checkbox"),
    field(path("isRetired"), "checkbox"),
  ];
  const changeKind = (next: string | null) => {
    kindField.onChange(next);
    const values = form.getValues().questions[index];
    if ((next === "choice" || next === "several") && values && values.options.length === 0) {
      form.setFieldValue(path("options") as "questions.0.options", [
        { id: "", label: "" },
        { id: "", label: "" },
      ]);
    }
  };
  return (
    <fieldset className={classes.row} aria-labelledby={`question-${index}`}>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Title order={3} fz={15} id={`question-${index}`} tabIndex={-1}>
          {name}
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
          {!isAnswered && (
            <Tooltip label="Remove">
              <ActionIcon color="gray" aria-label={`Remove ${name}`} onClick={onRemove}>
                <IconTrash size={18} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      </Group>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput key={label.key} {...spread(label)} label="Wording" required maxLength={200} />
          <Select
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
        <Group gap="xl">
          <Checkbox key={required.key} {...spread(required)} label="Must be answered" />
          {(isAnswered || question.isRetired) && <Checkbox key={retired.key} {...spread(retired)} label="Retired: asked no more, given answers stay" />}
        </Group>
        {isAnswered && (
          <Text size="sm" c="dimmed">
            People have answered this. You can mend its wording, add options or retire it.
          </Text>
        )}
      </Stack>
    </fieldset>
  );
}

function OptionsEditor({ index, keepsSaved }: { index: number; keepsSaved: boolean }) {
  const form = useEventForm();
  const field = useField();
  const path = `questions.${index}.options` as "questions.0.options";
  const options = form.useWatchValue(path) as QuestionFormValues["options"];
  const fault = form.errors[path];
  const add = () => {
    form.insertListItem(path, { id: "", label: "" });
    focusSoon(fieldId(`${path}.${options.length}.label`));
  };
  return (
    <Stack gap={8} component="fieldset" className={classes.options ?? ""} id={fieldId(path)} tabIndex={-1}>
      <Text component="legend" size="sm" fw={500}>
        Options
      </Text>
      {options.map((option, at) => {
        const input = field(`${path}.${at}.label`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place until it is saved; the inputs have keys of their own
          <Group key={at} gap={6} wrap="nowrap" align="flex-start">
            <TextInput key={input.key} {...spread(input)} aria-label={`Option ${at + 1} of question ${index + 1}`} maxLength={120} style={{ flex: 1 }} />
            <ActionIcon
              color="gray"
              size={36}
              aria-label={`Remove option ${at + 1}`}
              disabled={options.length <= 2 || (keepsSaved && option.id !== "")}
              onClick={() => {
                form.removeListItem(path, at);
                focusSoon(fieldId(`${path}.${Math.max(0, at - 1)}.label`));
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
        onClick={add}
        style={{ alignSelf: "flex-start" }}
      >
        Add an option
      </Button>
    </Stack>
  );
}
