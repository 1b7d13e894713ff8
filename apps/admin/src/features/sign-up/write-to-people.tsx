import { Button, Group, Loader, Menu, Paper, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useRef, useState } from "react";
import { messageApi } from "../../lib/api/message.ts";
import type { Roster } from "../../lib/api/roster.ts";
import { onceKeys } from "../../lib/once-key.ts";
import { IconChevronDown, IconHistory, IconMail } from "../../ui/icons.ts";
import { notice } from "../../ui/notice.ts";
import { type Draft, reachInWords, type Sending, type Writing } from "./message-draft.ts";
import { messagesKey } from "./queries.ts";
import classes from "./roster.module.css";
import { useGrace } from "./use-grace.ts";

const WriteDialog = lazy(() => import("./write-dialog.tsx").then((module) => ({ default: module.WriteDialog })));
const SentMessages = lazy(() => import("./sent-messages.tsx").then((module) => ({ default: module.SentMessages })));

/** Offers to write to people, and shows what was written. */
export function WriteMenu({ onWrite, onShow }: { onWrite: () => void; onShow: () => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} />}>
          Messages
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconMail size={16} />} onClick={onWrite}>
          Write to people
        </Menu.Item>
        <Menu.Item leftSection={<IconHistory size={16} />} onClick={onShow}>
          Messages sent
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface Props {
  roster: Roster;
  writing: Writing | undefined;
  onWrite: (writing: Writing | undefined) => void;
  isListShown: boolean;
  onHideList: () => void;
}

const emptyDraft: Draft = { subject: "", text: "", states: ["confirmed"], reach: "session" };

/** Writes to people: the form, the ten seconds in which it can be taken back, and what became of messages before. */
export function WriteToPeople({ roster, writing, onWrite, isListShown, onHideList }: Props) {
  const sessionId = roster.session.id;
  // Kept while the roster is looked at: closed, taken back or refused, nothing that was typed is lost.
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const keys = useRef(onceKeys());
  const queryClient = useQueryClient();
  const send = useMutation({
    mutationFn: ({ input }: Sending) => messageApi.write(sessionId, input, keys.current.keyFor(input)),
    onSuccess: async (written, { isPeopleExact }) => {
      keys.current.forget();
      setDraft(emptyDraft);
      notice.done(`The message goes out to ${reachInWords({ ...written, isPeopleExact })}.`);
      await queryClient.invalidateQueries({ queryKey: messagesKey(sessionId) });
    },
    onError: (_error, { writing: before }) => onWrite(before),
  });
  const { held, hold, undo, now } = useGrace<Sending>(send.mutate, (sending) =>
    notice.failed(`Not sent to ${reachInWords(sending)}`, "You left the roster before it was sent. Nobody has got anything."),
  );
  const takeBack = () => {
    const before = held?.work.writing;
    undo();
    onWrite(before);
  };
  return (
    <>
      {(held || send.isPending) && (
        <Paper component="section" aria-label="Message" className={classes.bulk ?? ""} shadow="md" withBorder>
          {held ? (
            <>
              <Text size="sm" role="status">
                Sending to {reachInWords(held.work)} in {held.secondsLeft} s. Nobody has got anything until then; if you leave this page, it is not sent.
              </Text>
              <Group gap="xs" wrap="nowrap">
                <Button size="xs" onClick={takeBack} autoFocus>
                  Undo
                </Button>
                <Button size="xs" variant="default" onClick={now}>
                  Send now
                </Button>
              </Group>
            </>
          ) : (
            <Group gap="sm">
              <Loader size={16} />
              <Text size="sm" role="status">
                Sending
              </Text>
            </Group>
          )}
        </Paper>
      )}
      <Suspense fallback={null}>
        {writing && (
          <WriteDialog
            roster={roster}
            writing={writing}
            draft={draft}
            onDraft={setDraft}
            failure={send.error}
            onClose={() => {
              send.reset();
              onWrite(undefined);
            }}
            onSend={(sending) => {
              send.reset();
              onWrite(undefined);
              hold(sending);
            }}
          />
        )}
        {isListShown && <SentMessages roster={roster} onClose={onHideList} />}
      </Suspense>
    </>
  );
}
