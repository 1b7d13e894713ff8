import { limits } from "@cte-partnerships/domain";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { IconArrowBackUp, IconPlus } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { emptyQuestion, newRowKey, type QuestionFormValues } from "./event-form-values.ts";
import { fieldId } from "./field-label.ts";
import { focusSoon, useEventForm } from "./form-context.ts";
import { QuestionFields } from "./question-fields.tsx";

const mostQuestions = limits.questions;

/** What the sign-up form asks beyond name, address and party. */
export function QuestionsPanel() {
  const form = useEventForm();
  const questions = form.useWatchValue("questions") as QuestionFormValues[];
  const fault = form.errors.questions;
  const isFull = questions.length >= mostQuestions;
  // With what was typed in them, so that each can be taken back.
  const [removed, setRemoved] = useState<readonly { question: QuestionFormValues; index: number }[]>([]);
  const add = () => {
    form.insertListItem("questions", { ...emptyQuestion, key: newRowKey() });
    focusSoon(fieldId(`questions.${questions.length}.label`));
  };
  const move = (from: number, to: number, focus?: string) => {
    if (to < 0 || to >= questions.length) return;
    form.reorderListItem("questions", { from, to });
    // To where the row went: the same button or field, or at an end the way back.
    focusSoon(
      focus ??
        (to < from ? (to === 0 ? `question-${to}-down` : `question-${to}-up`) : to === questions.length - 1 ? `question-${to}-up` : `question-${to}-down`),
    );
  };
  const copy = (index: number) => {
    const question = form.getValues().questions[index];
    if (!question) return;
    const options = question.options.map(({ label }) => ({ id: "", label }));
    form.insertListItem("questions", { ...question, id: "", key: newRowKey(), isRetired: false, options }, index + 1);
    focusSoon(fieldId(`questions.${index + 1}.label`));
  };
  const remove = (index: number) => {
    const question = form.getValues().questions[index];
    if (!question) return;
    setRemoved([...removed, { question, index }]);
    form.removeListItem("questions", index);
    focusSoon(index > 0 ? `question-${index - 1}` : "add-question");
  };
  const last = removed.at(-1);
  const undo = () => {
    if (!last) return;
    const at = Math.min(last.index, questions.length);
    form.insertListItem("questions", last.question, at);
    setRemoved(removed.slice(0, -1));
    focusSoon(fieldId(`questions.${at}.label`));
  };
  return (
    <Panel title="What the form asks" id={fieldId("questions")}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Name and e-mail address are always asked. Add only what you need; never ask about a student.
          {questions.length > 0 && (
            <Text component="span" inherit visibleFrom="sm">
              {" "}
              Alt with an arrow key moves a question, or an option of one.
            </Text>
          )}
        </Text>
        {questions.map((question, index) => (
          <QuestionFields
            key={question.key}
            question={question}
            index={index}
            count={questions.length}
            onMove={move}
            onCopy={isFull ? undefined : () => copy(index)}
            onRemove={() => remove(index)}
          />
        ))}
        {fault && (
          <Alert color="red" role="alert">
            {fault}
          </Alert>
        )}
        <Group gap="sm">
          <Button id="add-question" variant="light" leftSection={<IconPlus size={17} />} disabled={isFull} onClick={add}>
            Add a question
          </Button>
          {last && !isFull && (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={17} stroke={1.7} />}
              onClick={undo}
              aria-label={`Undo: ${removedWords(last.question)}`}
            >
              Undo
            </Button>
          )}
          <Text size="sm" c="dimmed" role="status">
            {isFull ? `A form has room for ${mostQuestions} questions.` : last ? removedWords(last.question) : ""}
          </Text>
        </Group>
      </Stack>
    </Panel>
  );
}

const removedWords = ({ label }: QuestionFormValues): string => (label.trim() === "" ? "Removed a question." : `Removed “${label.trim()}”.`);
