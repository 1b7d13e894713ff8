import { type MessageAudience, MessageInput, type SignUpId, writableStates } from "@cte-partnerships/domain";
import { Alert, Button, Checkbox, Code, Group, Modal, SegmentedControl, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { type MessagePreview, messageApi } from "../../lib/api/message.ts";
import type { Roster } from "../../lib/api/roster.ts";
import { count, people } from "../../lib/counts.ts";
import { messageOf } from "../../lib/messages.ts";
import { stateWords } from "../../lib/state-words.ts";
import classes from "./message.module.css";
import { type Draft, reachInWords, type Sending, type Writing } from "./message-draft.ts";
import type { People } from "./people.ts";
import { peopleKey } from "./queries.ts";

interface Props {
  roster: Roster;
  writing: Writing;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  failure: unknown;
  onClose: () => void;
  onSend: (sending: Sending) => void;
}

const textAtMost = 5000;
/** Where not everybody was looked at, somebody may still be among them. */
const isNobody = ({ people, isPeopleExact }: MessagePreview) => people === 0 && isPeopleExact;
const sentence = (words: string) => (/^(is|has|needs) /.test(words) ? `This ${words}.` : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`);

/** Writes a message and shows beside it, as it is typed, who gets it, who does not, and the mail as it goes. */
export function WriteDialog({ roster, writing, draft, onDraft, failure, onClose, onSend }: Props) {
  const sessionId = roster.session.id;
  const [isJudged, setJudged] = useState(false);
  const message = { subject: draft.subject, text: draft.text };
  const parsed = MessageInput.safeParse(message);
  const faults: Record<string, string> = {};
  for (const { path, message: words } of parsed.error?.issues ?? []) faults[String(path[0])] ??= sentence(words);
  if (writing.to === "states" && draft.states.length === 0) faults.states = "Choose at least one.";
  const shown = isJudged ? faults : {};
  const isReady = Object.keys(faults).length === 0;

  const audience: MessageAudience =
    writing.to === "people" ? { kind: "people", signUpIds: writing.people.map(({ id }) => id as SignUpId) } : { kind: "states", states: draft.states };
  const reach = writing.to === "people" ? "session" : draft.reach;
  // While it says nothing yet, those who would get it are told all the same; what stands for it cannot be taken for it.
  const previewed = { message: { subject: draft.subject.trim() || "(no subject yet)", text: draft.text.trim() || "(no text yet)" }, audience, reach };
  const [asked] = useDebouncedValue(JSON.stringify(previewed), 500);
  const canPreview = (writing.to === "people" || draft.states.length > 0) && MessageInput.safeParse(previewed.message).success;
  const preview = useQuery({
    queryKey: ["message-preview", sessionId, asked],
    queryFn: ({ signal }) => messageApi.preview(sessionId, JSON.parse(asked), signal),
    enabled: canPreview,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const known = canPreview ? preview.data : undefined;
  const isFresh = asked === JSON.stringify(previewed) && !preview.isPlaceholderData && !preview.isFetching;
  const test = useMutation({
    mutationFn: () => messageApi.test(sessionId, message),
  });

  const form = useRef<HTMLFormElement>(null);
  const focusFirstFault = () => requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault] input')?.focus());
  const judge = (): boolean => {
    setJudged(true);
    if (!isReady) focusFirstFault();
    return isReady;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!judge() || !parsed.success || !isFresh || !known || isNobody(known)) return;
    onSend({ input: { message: parsed.data, audience, reach }, people: known.people, isPeopleExact: known.isPeopleExact, writing });
  };
  return (
    <Modal opened onClose={onClose} title="Write to people" size="62rem" closeOnClickOutside={false}>
      <form ref={form} noValidate onSubmit={submit}>
        <div className={classes.columns}>
          <Stack>
            {writing.to === "people" ? (
              <Text size="sm">To the {people(writing.people.length)} you chose.</Text>
            ) : (
              <>
                <StateBoxes roster={roster} draft={draft} onDraft={onDraft} fault={shown.states} />
                <div>
                  <Text size="sm" fw={500} id="message-reach" mb={4}>
                    Who signed up for
                  </Text>
                  <SegmentedControl
                    fullWidth
                    aria-labelledby="message-reach"
                    value={draft.reach}
                    onChange={(next) => onDraft({ ...draft, reach: next === "event" ? "event" : "session" })}
                    data={[
                      { value: "session", label: "This session" },
                      { value: "event", label: "Any session of the event" },
                    ]}
                  />
                </div>
              </>
            )}
            <TextInput
              label="Subject"
              required
              maxLength={150}
              autoComplete="off"
              data-autofocus
              value={draft.subject}
              onChange={(input) => onDraft({ ...draft, subject: input.currentTarget.value })}
              error={shown.subject}
            />
            <Textarea
              label="Text"
              description="Plain text. An address that begins with https:// becomes a link. The session's facts and each person's own link follow below it."
              required
              autosize
              minRows={7}
              maxRows={16}
              maxLength={textAtMost}
              value={draft.text}
              onChange={(input) => onDraft({ ...draft, text: input.currentTarget.value })}
              error={shown.text}
            />
          </Stack>
          <Preview preview={known} isFresh={isFresh} failure={preview.error} />
        </div>
        <Stack mt="md">
          {(failure || test.error) && (
            <Alert color="red" role="alert" title={failure ? "It was not sent" : "The test was not sent"}>
              {messageOf(failure ?? test.error)}
            </Alert>
          )}
          {/* Here, and not in the corner: there it would lie over what takes the message back. */}
          {test.data && (
            <Text size="sm" role="status">
              A test is on its way to {test.data.address}.
            </Text>
          )}
          <Text size="sm" c="dimmed">
            It waits ten seconds before it goes out, so that you can undo it. Answers go to the event's contact, where it has an address.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            {preview.data?.testAddress !== undefined && (
              <Button variant="default" loading={test.isPending} onClick={() => judge() && test.mutate()}>
                Send me a test
              </Button>
            )}
            <Button type="submit" disabled={known !== undefined && isNobody(known)} loading={canPreview && isReady && !isFresh && !preview.error}>
              {known ? `Send to ${reachInWords(known)}` : "Send"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The states, with how many parties of this session are in each. */
function StateBoxes({ roster, draft, onDraft, fault }: { roster: Roster; draft: Draft; onDraft: Props["onDraft"]; fault: string | undefined }) {
  const known = useQueryClient().getQueryData<People>(peopleKey(roster.session.id));
  const numbers = new Map<string, number>();
  for (const { state } of known?.byPerson.values() ?? []) numbers.set(state, (numbers.get(state) ?? 0) + 1);
  const states = writableStates.filter(
    (state) => state === "confirmed" || draft.states.includes(state) || (numbers.get(state) ?? 0) > 0 || draft.reach === "event",
  );
  return (
    <Checkbox.Group
      label="To everyone who is"
      value={draft.states}
      onChange={(next) => onDraft({ ...draft, states: writableStates.filter((state) => next.includes(state)) })}
      error={fault}
      {...(fault ? { "data-fault": true } : {})}
    >
      <Group gap="sm" mt={6} mb={4}>
        {states.map((state) => (
          <Checkbox
            key={state}
            value={state}
            label={draft.reach === "session" && known ? `${stateWords[state].label} (${count(numbers.get(state) ?? 0)})` : stateWords[state].label}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

const whyWords: Record<MessagePreview["leftOut"][number]["why"], string> = {
  address_held: "nothing is sent to this address: a mail came back, or was called spam",
  same_address: "gets it for another session already",
  withdrawn: "withdrew",
  ended_since: "is in no more",
  signed_up_later: "signed up just now",
  sign_up_unknown: "is not there any more",
};

/** Who gets it, who does not, and the mail. */
function Preview({ preview, isFresh, failure }: { preview: MessagePreview | undefined; isFresh: boolean; failure: unknown }) {
  return (
    <section aria-label="Preview" className={classes.preview}>
      <Text size="sm" fw={600} role="status">
        {failure
          ? "The preview could not be made"
          : preview
            ? preview.people === 0 && preview.isPeopleExact
              ? "Nobody gets this"
              : `${preview.isPeopleExact ? "" : "About "}${people(preview.people)} get${preview.people === 1 ? "s" : ""} this mail`
            : "Preview"}
      </Text>
      {failure ? (
        <Text size="sm">{messageOf(failure)}</Text>
      ) : preview ? (
        <>
          {!preview.isPeopleExact && (
            <Text size="sm" c="dimmed">
              There are too many people to go through one by one here, so this is counted from the seats. Everybody whom it is for gets one.
            </Text>
          )}
          {preview.leftOutPeople > 0 && (
            <details>
              <summary className={classes.leftOut}>
                {preview.isPeopleExact ? "" : "At least "}
                {preview.leftOutPeople === 1 ? "1 is left out" : `${count(preview.leftOutPeople)} are left out`}
              </summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too */}
              <ul className={classes.names} tabIndex={0} aria-label="Who is left out, and why">
                {preview.leftOut.map(({ id, name, why }) => (
                  <li key={id}>
                    {name === "" ? "Somebody" : name}: {whyWords[why]}
                  </li>
                ))}
              </ul>
            </details>
          )}
          <Code block className={classes.mail ?? ""} tabIndex={0} aria-label="The mail" aria-busy={!isFresh}>
            {`${preview.mail.subject}\n\n${preview.mail.text}`}
          </Code>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          Here stands who gets it, and the mail as it goes.
        </Text>
      )}
    </section>
  );
}
