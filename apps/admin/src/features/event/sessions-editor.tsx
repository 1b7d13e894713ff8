import { ActionIcon, Alert, Button, Group, NumberInput, SimpleGrid, Stack, Text, TextInput, Title, Tooltip } from "@mantine/core";
import { IconCopy, IconLock, IconPlus, IconTrash } from "../../ui/icons.ts";
import classes from "./event-form.module.css";
import { emptySession, newRowKey, type SessionFormValues } from "./event-form-values.ts";
import { fieldId, focusSoon, useEventForm, useSurroundings } from "./form-context.ts";
import { PublishHint } from "./publish-hint.tsx";
import { spread, useField } from "./use-field.ts";

const mostSessions = 50;

/** The sessions of an event: when each is, and how many can come. */
export function SessionsEditor() {
  const form = useEventForm();
  const sessions = form.useWatchValue("sessions") as SessionFormValues[];
  const fault = form.errors.sessions;
  const add = (session: Omit<SessionFormValues, "key">, index: number) => {
    form.insertListItem("sessions", { ...session, key: newRowKey() }, index);
    focusSoon(fieldId(`sessions.${index}.date`));
  };
  const remove = (index: number) => {
    form.removeListItem("sessions", index);
    form.clearFieldError("sessions");
    focusSoon(index > 0 ? `session-${index - 1}` : "add-session");
  };
  return (
    <div id={fieldId("sessions")} tabIndex={-1} style={{ outline: "none" }}>
      <Stack gap="sm">
        {sessions.map((session, index) => (
          <SessionFields
            key={session.key}
            session={session}
            index={index}
            onDuplicate={
              sessions.length < mostSessions ? () => add({ ...form.getValues().sessions[index], id: "" } as SessionFormValues, index + 1) : undefined
            }
            onRemove={() => remove(index)}
          />
        ))}
        {fault && (
          <Alert color="red" role="alert">
            {fault}
          </Alert>
        )}
        <PublishHint path="sessions" />
        <Group>
          <Button
            id="add-session"
            variant="light"
            leftSection={<IconPlus size={17} />}
            disabled={sessions.length >= mostSessions}
            onClick={() => add({ ...emptySession, ...kept(sessions.at(-1)) }, sessions.length)}
          >
            Add a session
          </Button>
          {sessions.length >= mostSessions && (
            <Text size="sm" c="dimmed">
              An event has room for {mostSessions} sessions.
            </Text>
          )}
        </Group>
      </Stack>
    </div>
  );
}

/** A further session is mostly like the last one in all but its time. */
const kept = (last: SessionFormValues | undefined) =>
  last ? { capacity: last.capacity, partySizeLimit: last.partySizeLimit, waitlistLimit: last.waitlistLimit } : {};

interface Props {
  session: SessionFormValues;
  index: number;
  onDuplicate: (() => void) | undefined;
  onRemove: () => void;
}

function SessionFields({ session, index, onDuplicate, onRemove }: Props) {
  const form = useEventForm();
  const field = useField();
  const { detail } = useSurroundings();
  const path = (name: string) => `sessions.${index}.${name}`;
  const saved = detail?.event.sessions.find((known) => known.id === session.id);
  const isCancelled = saved?.status === "cancelled";
  const hasSignUps = session.id !== "" && (detail?.sessionsWithSignUps.includes(session.id) ?? false);
  const name = `Session ${index + 1}`;
  const [date, startsAt, endsAt, lastDate] = [field(path("date")), field(path("startsAt")), field(path("endsAt")), field(path("lastDate"))];
  const [label, capacity, party, waiting] = [field(path("label")), field(path("capacity")), field(path("partySizeLimit")), field(path("waitlistLimit"))];
  const numeric = {
    min: 0,
    allowDecimal: false,
    allowNegative: false,
    clampBehavior: "none",
    hideControls: true,
    required: true,
    disabled: isCancelled,
    inputMode: "numeric",
  } as const;

  const changeDate = (change: React.ChangeEvent<HTMLInputElement>) => {
    const { date: was, lastDate: last } = form.getValues().sessions[index] ?? session;
    const next = change.currentTarget.value;
    date.onChange(change);
    // The last day goes along with the first, until somebody has said that it is another.
    if (last === "" || last === was) form.setFieldValue(path("lastDate") as "sessions.0.lastDate", next);
  };
  return (
    <fieldset className={classes.row} aria-labelledby={`session-${index}`}>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Title order={3} fz={15} id={`session-${index}`} tabIndex={-1}>
          {name}
          {isCancelled && (
            <Text component="span" size="sm" c="dimmed" fw={400}>
              {" "}
              is cancelled and stays as it was
            </Text>
          )}
        </Title>
        <Group gap={4} wrap="nowrap">
          {onDuplicate && (
            <Tooltip label="Duplicate">
              <ActionIcon color="gray" aria-label={`Duplicate ${name}`} onClick={onDuplicate}>
                <IconCopy size={18} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          )}
          {hasSignUps || isCancelled ? (
            <Tooltip label={isCancelled ? "A cancelled session is kept" : "People have signed up: cancel it on the event's page instead"} multiline maw={240}>
              <ActionIcon
                color="gray"
                aria-label={`${name} cannot be removed: ${isCancelled ? "it is cancelled and kept" : "people have signed up"}`}
                aria-disabled
                data-disabled
              >
                <IconLock size={18} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          ) : (
            <Tooltip label="Remove">
              <ActionIcon color="gray" aria-label={`Remove ${name}`} onClick={onRemove}>
                <IconTrash size={18} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        <TextInput key={date.key} {...spread(date)} onChange={changeDate} type="date" max="2099-12-31" label="Date" required disabled={isCancelled} />
        <div>
          <TextInput key={startsAt.key} {...spread(startsAt)} type="time" label="Starts" required disabled={isCancelled} />
          <PublishHint path={path("startsAt")} />
        </div>
        <TextInput key={endsAt.key} {...spread(endsAt)} type="time" label="Ends" required disabled={isCancelled} />
        <TextInput key={lastDate.key} {...spread(lastDate)} type="date" max="2099-12-31" label="Ends on" disabled={isCancelled} />
        <TextInput key={label.key} {...spread(label)} label="Name" placeholder="Morning group" maxLength={80} disabled={isCancelled} />
        <NumberInput key={capacity.key} {...spread(capacity)} {...numeric} label="Seats" />
        <NumberInput key={party.key} {...spread(party)} {...numeric} label="Largest party" />
        <NumberInput key={waiting.key} {...spread(waiting)} {...numeric} label="Waiting list" />
      </SimpleGrid>
    </fieldset>
  );
}
