import { type Answers, faultsInAnswers, type Question, SignUpInput } from "@cte-partnerships/domain";
import { Alert, Button, Checkbox, Group, Modal, NumberInput, Radio, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type Roster, rosterApi } from "../../lib/api/roster.ts";
import { isProblem } from "../../lib/api-error.ts";
import { messageOf } from "../../lib/messages.ts";
import { onceKeys } from "../../lib/once-key.ts";
import { notice } from "../../ui/notice.ts";
import { rosterKey } from "./queries.ts";
import { addedWords } from "./sign-up-words.ts";

interface Values {
  name: string;
  email: string;
  affiliation: string;
  partySize: number | string;
  answers: Record<string, string | string[]>;
}

const beginning = (questions: readonly Question[]): Values => ({
  name: "",
  email: "",
  affiliation: "",
  partySize: 1,
  answers: Object.fromEntries(questions.map((question) => [question.id, question.kind === "several" ? [] : ""])),
});

/** The form as the domain takes it. Whoever left a question out sends nothing for it. */
function inputOf({ name, email, affiliation, partySize, answers }: Values, questions: readonly Question[]) {
  const given = questions.flatMap((question): [string, Answers[string]][] => {
    const answer = answers[question.id] ?? "";
    if (answer.length === 0) return [];
    return [[question.id, question.kind === "yes_no" ? answer === "yes" : answer]];
  });
  return {
    name,
    email: email as SignUpInput["email"],
    ...(affiliation.trim() === "" ? {} : { affiliation }),
    partySize: partySize === "" ? Number.NaN : Number(partySize),
    answers: Object.fromEntries(given),
  };
}

const sentence = (words: string) => (/^(is|has) /.test(words) ? `This ${words}.` : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`);

function faultsIn(values: Values, questions: readonly Question[], partySizeLimit: number): Record<string, string> {
  const input = inputOf(values, questions);
  const parsed = SignUpInput.safeParse(input);
  const faults: Record<string, string> = {};
  for (const { path, message } of parsed.error?.issues ?? []) faults[path.join(".")] ??= sentence(message);
  if (values.partySize === "") faults.partySize = "This is needed.";
  else if (Number(values.partySize) > partySizeLimit) faults.partySize = `Must be at most ${partySizeLimit}.`;
  for (const { questionId, reason } of faultsInAnswers(questions, input.answers)) {
    faults[`answers.${questionId}`] = reason === "required" ? "This is needed." : "Does not fit the question.";
  }
  return faults;
}

/** Signs somebody up, by the same way as the public does: a seat if there is one, else a place in line. */
export function AddPersonDialog({ roster, isOpen, onClose }: { roster: Roster; isOpen: boolean; onClose: () => void }) {
  const { event, session, seats } = roster;
  const questions = event.questions.filter((question) => !question.isRetired);
  const keys = useRef(onceKeys());
  const queryClient = useQueryClient();
  const form = useForm<Values>({ initialValues: beginning(questions), validate: (values) => faultsIn(values, questions, session.partySizeLimit) });
  const add = useMutation({
    mutationFn: (values: Values) => {
      const input = inputOf(values, questions);
      return rosterApi.add(session.id, input, keys.current.keyFor(input));
    },
    onSuccess: async (added, { name }) => {
      const { isDone, text } = addedWords(added, name.trim());
      if (!isDone) return;
      keys.current.forget();
      notice.done(text);
      onClose();
      await queryClient.invalidateQueries({ queryKey: rosterKey(session.id) });
    },
    onError: (error) => {
      if (!isProblem(error)) return;
      form.setErrors(Object.fromEntries(error.errors.map(({ path, message }) => [path, sentence(message)])));
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening begins with an empty form
  useEffect(() => {
    if (!isOpen) return;
    form.setInitialValues(beginning(questions));
    form.setValues(beginning(questions));
    form.clearErrors();
    add.reset();
  }, [isOpen]);
  const element = useRef<HTMLFormElement>(null);
  const focusFirstFault = () =>
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]:is(input, textarea), [aria-invalid="true"] input, [data-error] input')?.focus(),
    );
  const refused = add.data && !addedWords(add.data, "").isDone ? addedWords(add.data, "").text : undefined;
  const partyMost = session.partySizeLimit;
  return (
    <Modal opened={isOpen} onClose={onClose} title="Add a person" size="lg">
      <form
        ref={element}
        noValidate
        onSubmit={form.onSubmit(
          (values) => add.mutate(values),
          () => focusFirstFault(),
        )}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {seats.remaining > 0
              ? `${seats.remaining.toLocaleString("en-US")} of ${seats.capacity.toLocaleString("en-US")} seats are left.`
              : seats.waiting < seats.waitlistLimit
                ? "The session is full: this person gets a place in line."
                : "The session is full, and so is its line."}{" "}
            Adults only; the person is told by mail. Nothing about a student belongs here.
          </Text>
          <TextInput label="Name" required maxLength={120} autoComplete="off" data-autofocus {...form.getInputProps("name")} />
          <TextInput label="E-mail" type="email" required maxLength={254} autoComplete="off" {...form.getInputProps("email")} />
          <TextInput label="Firm, school or organization" maxLength={160} autoComplete="off" {...form.getInputProps("affiliation")} />
          {partyMost > 1 && (
            <NumberInput
              label="Party"
              description={`Everyone who comes, this person included. At most ${partyMost}.`}
              required
              min={1}
              max={partyMost}
              clampBehavior="none"
              allowDecimal={false}
              maw={240}
              {...form.getInputProps("partySize")}
            />
          )}
          {questions.map((question) => (
            <AnswerField key={question.id} question={question} form={form} />
          ))}
          {(refused || add.error) && (
            <Alert color="red" role="alert">
              {refused ?? messageOf(add.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={add.isPending}>
              Go back
            </Button>
            <Button type="submit" loading={add.isPending}>
              Add the person
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function AnswerField({ question, form }: { question: Question; form: UseFormReturnType<Values> }) {
  const path = `answers.${question.id}`;
  const shared = { label: question.label, required: question.required, ...(question.hint ? { description: question.hint } : {}), ...form.getInputProps(path) };
  if (question.kind === "text") return <Textarea autosize minRows={2} maxLength={2000} {...shared} />;
  if (question.kind === "several") {
    return (
      <Checkbox.Group {...shared}>
        <Stack gap={8} mt={6} mb={4}>
          {question.options.map((option) => (
            <Checkbox key={option.id} value={option.id} label={option.label} />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  }
  const options =
    question.kind === "yes_no"
      ? [
          { id: "yes", label: "Yes" },
          { id: "no", label: "No" },
        ]
      : question.options;
  return (
    <Radio.Group {...shared}>
      <Stack gap={8} mt={6} mb={4}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} label={option.label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
