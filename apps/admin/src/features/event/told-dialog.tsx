import { Button, Group, Modal, Stack, Text, Title } from "@mantine/core";
import type { EditPreview } from "../../lib/api/event.ts";
import { daysOf, timesOf } from "../../lib/moments.ts";
import { IconMail } from "../../ui/icons.ts";
import { MailSamples } from "./mail-samples.tsx";
import classes from "./told-dialog.module.css";
import { changeInWords, movesUpInWords, toldInWords, toldOfSession } from "./told-words.ts";

interface Props {
  preview: EditPreview;
  zone: string;
  isSaving: boolean;
  onSave: () => void;
  onClose: () => void;
}

/** Before a save that people must hear of: who gets which mail, each to be read. */
export function ToldDialog({ preview, zone, isSaving, onSave, onClose }: Props) {
  const { sessions, movesUp, samples } = preview;
  return (
    <Modal opened onClose={onClose} size="xl" title={toldInWords(preview)}>
      <Stack>
        <ul className={classes.sessions}>
          {sessions.map(({ sessionId, label, changes, before, after, told, countedIn }) => (
            <li key={sessionId}>
              <Text fw={600}>
                {label ? `${label}: ` : ""}
                {daysOf(before.startsAt, before.startsAt, zone)}, {timesOf(before.startsAt, before.endsAt, zone)}
              </Text>
              {changes.includes("time") && (
                <Text size="sm">
                  is now {daysOf(after.startsAt, after.startsAt, zone)}, {timesOf(after.startsAt, after.endsAt, zone)}
                </Text>
              )}
              <Text size="sm" c="dimmed">
                {changeInWords(changes)}, told to {toldOfSession({ told, countedIn })}
              </Text>
            </li>
          ))}
          {movesUp.map((session) => (
            <li key={`${session.sessionId} up`}>
              <Text fw={600}>{session.label ?? "A session"} has more seats</Text>
              <Text size="sm" c="dimmed">
                {movesUpInWords(session)}
              </Text>
            </li>
          ))}
        </ul>
        <section>
          <Title order={3} fz={16} mb="xs">
            {samples.length === 1 ? "The mail" : "The mails"}, as an invented person would get {samples.length === 1 ? "it" : "them"}
          </Title>
          <MailSamples samples={samples} />
        </section>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isSaving}>
            Back to the form
          </Button>
          <Button leftSection={<IconMail size={18} stroke={1.7} />} onClick={onSave} loading={isSaving} data-autofocus>
            Save and tell them
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
