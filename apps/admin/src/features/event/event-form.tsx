import type { Instant, PublishFault } from "@cte-partnerships/domain";
import { Alert, Anchor, Button, Group, List, Stack, Text } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useBlocker } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { EventDetail } from "../../lib/api.ts";
import { isProblem } from "../../lib/api-error.ts";
import { messageOf, referenceOf } from "../../lib/messages.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconAlertTriangle } from "../../ui/icons.ts";
import classes from "./event-form.module.css";
import { type Faults, faultsIn, fieldOf, labelOf, publishFaultsIn, sentence } from "./event-form-faults.ts";
import { AskPanel, BasicsPanel, VenuePanel, WhenPanel } from "./event-form-panels.tsx";
import type { EventFormValues } from "./event-form-values.ts";
import { EventFormProvider, fieldId, Surroundings, useMadeEventForm } from "./form-context.ts";
import { QuestionsPanel } from "./questions-panel.tsx";

interface Props {
  initialValues: EventFormValues;
  /** What the fields held when nothing was changed yet; other than `initialValues` only after a merge. */
  cleanValues?: EventFormValues;
  detail?: EventDetail | undefined;
  now: () => Instant;
  saveLabel: string;
  isSaving: boolean;
  /** What the last try to save was refused with. */
  error: unknown;
  onSave: (values: EventFormValues) => void;
  cancel: ReactNode;
}

/** The whole of an event, to be written or changed. */
export function EventForm({ initialValues, cleanValues, detail, now, saveLabel, isSaving, error, onSave, cancel }: Props) {
  const event = detail?.event;
  const isDraft = event === undefined || event.status === "draft";
  const blocking = (values: EventFormValues) => (isDraft ? publishFaultsIn(values, event, now()) : []);
  const [publishFaults, setPublishFaults] = useState<PublishFault[]>(() => blocking(initialValues));
  const [isDirty, setDirty] = useState(cleanValues !== undefined);
  const summary = useRef<HTMLDivElement>(null);
  const form = useMadeEventForm({
    // Fields hold what is typed themselves: one keystroke in an event of fifty sessions does not draw them all anew.
    mode: "uncontrolled",
    initialValues: cleanValues ?? initialValues,
    validate: (values) => fieldFaults(faultsIn(values, event)),
    onValuesChange: () => review(),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when a merge is put into the fields
  useEffect(() => {
    if (cleanValues) form.setValues(initialValues);
  }, []);
  const review = useDebouncedCallback(() => {
    setDirty(form.isDirty());
    setPublishFaults(blocking(form.getValues()));
  }, 200);

  const showFaults = (faults: Faults) => {
    form.setErrors(faults);
    requestAnimationFrame(() => summary.current?.focus());
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new refusal is shown anew
  useEffect(() => {
    if (error) showFaults(serverFaults(error, form.getValues()));
  }, [error]);

  const leaving = useBlocker({ shouldBlockFn: () => form.isDirty() && !isSaving, enableBeforeUnload: () => form.isDirty() && !isSaving, withResolver: true });
  return (
    <EventFormProvider form={form}>
      <Surroundings value={{ detail, publishFaults }}>
        <form noValidate onSubmit={form.onSubmit(onSave, (faults) => showFaults(faults as Faults))}>
          <Stack gap="lg">
            <FaultSummary ref={summary} faults={form.errors as Faults} error={error} />
            <BasicsPanel />
            <VenuePanel />
            <WhenPanel />
            <QuestionsPanel />
            <AskPanel />
          </Stack>
          <div className={classes.bar}>
            <Text size="sm" c="dimmed" role="status">
              {isDirty ? "Changes are not saved yet" : event ? "No changes" : ""}
            </Text>
            <Group gap="sm">
              {cancel}
              <Button type="submit" loading={isSaving}>
                {saveLabel}
              </Button>
            </Group>
          </div>
        </form>
        <ConfirmDialog
          isOpen={leaving.status === "blocked"}
          title="Leave without saving?"
          confirmLabel="Leave without saving"
          cancelLabel="Stay"
          isDangerous
          onConfirm={() => leaving.proceed?.()}
          onClose={() => leaving.reset?.()}
        >
          <Text>What you have changed here is lost if you leave now.</Text>
        </ConfirmDialog>
      </Surroundings>
    </EventFormProvider>
  );
}

/** Everything that keeps the form from being saved, each leading to its field. */
function FaultSummary({ faults, error, ref }: { faults: Faults; error: unknown; ref: React.Ref<HTMLDivElement> }) {
  const entries = Object.entries(faults);
  if (entries.length === 0 && !error) return null;
  const isAboutFields = entries.length > 0;
  return (
    <Alert
      ref={ref}
      tabIndex={-1}
      role="alert"
      color="red"
      icon={<IconAlertTriangle size={19} />}
      title={
        isAboutFields
          ? entries.length === 1
            ? "One thing keeps this from being saved"
            : `${entries.length} things keep this from being saved`
          : "This was not saved"
      }
      className={classes.summary ?? ""}
    >
      {error !== null && error !== undefined && (
        <Text size="sm" mb={isAboutFields ? "xs" : 0}>
          {messageOf(error)}
          {referenceOf(error) && !isAboutFields && ` (For support: request ${referenceOf(error)})`}
        </Text>
      )}
      {isAboutFields && (
        <List size="sm" spacing={4}>
          {entries.map(([path, message]) => (
            <List.Item key={path}>
              <Anchor
                href={`#${fieldId(path)}`}
                size="sm"
                underline="always"
                c="inherit"
                onClick={(click) => {
                  click.preventDefault();
                  document.getElementById(fieldId(path))?.focus();
                }}
              >
                {labelOf(path)}: {message.charAt(0).toLowerCase() + message.slice(1)}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

const fieldFaults = (faults: Faults): Faults => Object.fromEntries(Object.entries(faults).map(([path, words]) => [fieldOf(path), sentence(words)]));

/** What the server refused, at the fields that it is about. */
function serverFaults(error: unknown, values: EventFormValues): Faults {
  if (!isProblem(error)) return {};
  const faults = fieldFaults(Object.fromEntries(error.errors.map(({ path, message }) => [path.replace(/^event\./, ""), message])));
  const at = (list: readonly { id: string }[], id: unknown) => list.findIndex((row) => row.id === id);
  if (error.code === "question_answered") {
    const index = at(values.questions, error.facts.questionId);
    faults[index < 0 ? "questions" : `questions.${index}.label`] = messageOf(error);
  }
  if (error.code === "session_has_sign_ups") faults.sessions = messageOf(error);
  return faults;
}
