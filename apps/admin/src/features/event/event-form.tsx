import type { Instant, PublishFault } from "@cte-partnerships/domain";
import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useBlocker } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useImperativeHandle, useRef, useState } from "react";
import { activityTypeOf } from "../../lib/activity-types.ts";
import type { EventDetail } from "../../lib/api/event.ts";
import type { FormSubject } from "../../lib/api/form-draft.ts";
import { isProblem } from "../../lib/api-error.ts";
import { messageOf } from "../../lib/messages.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { AskPanel } from "./ask-panel.tsx";
import { BasicsPanel } from "./basics-panel.tsx";
import { DetailsPanel } from "./details-panel.tsx";
import classes from "./event-form.module.css";
import { type Faults, faultsIn, fieldOf, publishFaultsIn, sentence } from "./event-form-faults.ts";
import type { EventFormValues } from "./event-form-values.ts";
import { FaultSummary } from "./fault-summary.tsx";
import { EventFormProvider, focusSoon, Surroundings, useMadeEventForm } from "./form-context.ts";
import { KeepingWords } from "./keeping-words.tsx";
import { PublishList, publishListId } from "./publish-list.tsx";
import { QuestionsPanel } from "./questions-panel.tsx";
import { defaultsOf } from "./type-defaults.ts";
import { useKeptForm } from "./use-kept-form.ts";
import { VenuePanel } from "./venue-panel.tsx";
import { WhenPanel } from "./when-panel.tsx";

const PreviewDrawer = lazy(() => import("./preview-drawer.tsx").then((module) => ({ default: module.PreviewDrawer })));

const nothing: readonly PublishFault[] = [];

interface Props {
  initialValues: EventFormValues;
  /** What the fields held when nothing was changed yet; other than `initialValues` only after a merge, or with what was kept. */
  cleanValues?: EventFormValues;
  detail?: EventDetail | undefined;
  /** What the form is kept under while it is typed in; `isHeld` while an older one waits to be decided on. */
  kept?: { subject: FormSubject; isHeld: boolean };
  /** Gives what stands in the fields, to whoever puts another form in this one's place. */
  typed?: React.RefObject<(() => EventFormValues) | undefined>;
  now: () => Instant;
  saveLabel: string;
  isSaving: boolean;
  /** A save waits for somebody's yes: who hears of it is being looked at. */
  isAsking?: boolean;
  /** What the last try to save was refused with. */
  error: unknown;
  onSave: (values: EventFormValues) => void;
  cancel: ReactNode;
}

/** The whole of an event, to be written or changed. */
export function EventForm({ initialValues, cleanValues, detail, kept, typed, now, saveLabel, isSaving, isAsking = false, error, onSave, cancel }: Props) {
  const event = detail?.event;
  const isDraft = event === undefined || event.status === "draft";
  const blocking = (values: EventFormValues) => (isDraft ? publishFaultsIn(values, event, now()) : []);
  const [publishFaults, setPublishFaults] = useState<PublishFault[]>(() => blocking(initialValues));
  const [isDirty, setDirty] = useState(cleanValues !== undefined);
  const [isPreviewing, setPreviewing] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const form = useMadeEventForm({
    // Fields hold what is typed themselves: one keystroke in an event of fifty sessions does not draw them all anew.
    mode: "uncontrolled",
    initialValues: cleanValues ?? initialValues,
    validate: (values) => fieldFaults(faultsIn(values, event)),
    onValuesChange: () => {
      review();
      keeper.typed();
    },
  });
  const values = useRef(form);
  values.current = form;
  useImperativeHandle(typed, () => () => values.current.getValues(), []);
  const keeper = useKeptForm(kept && { ...kept, begunFrom: event?.version ?? 0 }, cleanValues ?? initialValues, () => values.current.getValues());
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when a merge or what was kept is put into the fields
  useEffect(() => {
    if (cleanValues) form.setValues(initialValues);
    if (location.hash.startsWith("#field-")) focusSoon(location.hash.slice(1));
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
    if (!error) return;
    showFaults(serverFaults(error, form.getValues()));
  }, [error]);
  const isBusy = isSaving || isAsking;
  const wasSaving = useRef(false);
  useEffect(() => {
    // Still here after a save: it was refused, or somebody thought better of it.
    if (wasSaving.current && !isBusy) keeper.goOn();
    wasSaving.current = isBusy;
  });

  const save = async (whole: EventFormValues) => {
    // While an older form waits nothing is kept, and the save waits too.
    if (!kept?.isHeld) await keeper.stop();
    onSave(whole);
  };
  const submit = form.onSubmit(
    (whole) => void save(whole),
    (faults) => showFaults(faults as Faults),
  );
  const saveByKey = (press: React.KeyboardEvent) => {
    if (!(press.ctrlKey || press.metaKey) || (press.key !== "Enter" && press.key !== "s")) return;
    press.preventDefault();
    if (!isBusy) submit();
  };
  const leaving = useBlocker({
    shouldBlockFn: () => keeper.wouldLose() && !isBusy,
    enableBeforeUnload: () => keeper.wouldLose() && !isBusy,
    withResolver: true,
  });
  const type = activityTypeOf(form.useWatchValue("activityTypeId") as string);
  return (
    <EventFormProvider form={form}>
      {/* Nobody is told of what is missing in a form that they have just opened: its list stands at the end. */}
      <Surroundings
        value={{ detail, publishFaults: event === undefined && !isDirty ? nothing : publishFaults, usualLengthMinutes: type && defaultsOf(type).lengthMinutes }}
      >
        <form noValidate onSubmit={submit} onKeyDown={saveByKey}>
          <Stack gap="lg">
            <FaultSummary ref={summary} faults={form.errors as Faults} error={error} />
            <BasicsPanel />
            <DetailsPanel />
            <VenuePanel />
            <WhenPanel />
            <QuestionsPanel />
            <AskPanel />
            {isDraft && <PublishList faults={publishFaults} />}
          </Stack>
          <div className={classes.bar}>
            <Group gap={0}>
              <KeepingWords keeping={keeper.keeping} isDirty={isDirty} isHeld={kept?.isHeld ?? false} isNew={event === undefined} />
              {isDraft && publishFaults.length > 0 && (
                <Anchor href={`#${publishListId}`} size="sm" className={classes.toList ?? ""} visibleFrom="sm">
                  {publishFaults.length === 1 ? "1 thing" : `${publishFaults.length} things`} before publishing
                </Anchor>
              )}
            </Group>
            <Group gap="xs" wrap="nowrap">
              {cancel}
              <Button variant="default" onClick={() => setPreviewing(true)}>
                Preview
              </Button>
              <Button type="submit" loading={isSaving}>
                {saveLabel}
              </Button>
            </Group>
          </div>
        </form>
        {isPreviewing && (
          <Suspense>
            <PreviewDrawer values={form.getValues()} event={event} onClose={() => setPreviewing(false)} />
          </Suspense>
        )}
        <ConfirmDialog
          isOpen={leaving.status === "blocked"}
          title="Leave without saving?"
          confirmLabel="Leave without saving"
          cancelLabel="Stay"
          isDangerous
          onConfirm={() => leaving.proceed?.()}
          onClose={() => leaving.reset?.()}
        >
          <Text>What you have changed here could not be kept, and is lost if you leave now.</Text>
        </ConfirmDialog>
      </Surroundings>
    </EventFormProvider>
  );
}

const fieldFaults = (faults: Faults): Faults => Object.fromEntries(Object.entries(faults).map(([path, words]) => [fieldOf(path), sentence(words)]));

/** What the server refused, at the fields that it is about. */
function serverFaults(error: unknown, values: EventFormValues): Faults {
  if (!isProblem(error)) return {};
  const faults = fieldFaults(Object.fromEntries(error.errors.map(({ path, message }) => [path.replace(/^event\./, ""), message])));
  const at = (list: readonly { id: string }[], id: unknown) => list.findIndex((row) => row.id === id);
  if (error.code === "question_answered" || error.code === "answers_not_looked_through") {
    const index = at(values.questions, error.facts.questionId);
    faults[index < 0 ? "questions" : `questions.${index}.label`] = messageOf(error);
  }
  if (error.code === "session_has_sign_ups") faults.sessions = messageOf(error);
  return faults;
}
