import type { writableStates } from "@cte-partnerships/domain";
import { Alert, Button, Loader, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type MessageRow, messageApi } from "../../lib/api/message.ts";
import type { Roster } from "../../lib/api/roster.ts";
import { count } from "../../lib/counts.ts";
import { messageOf } from "../../lib/messages.ts";
import { dayAndTimeOf, zoneAbbreviation } from "../../lib/moments.ts";
import { SideDrawer } from "../../ui/side-drawer.tsx";
import { paceAfter } from "./follow-pace.ts";
import classes from "./message.module.css";
import { reachInWords } from "./message-draft.ts";
import { MessageText } from "./message-text.tsx";
import { messagesKey } from "./queries.ts";

/** What was written to a session's people: what, when, by whom, to how many, and what has become of its mails. */
export function SentMessages({ roster, onClose }: { roster: Roster; onClose: () => void }) {
  const sessionId = roster.session.id;
  const [openedAt] = useState(() => Date.now());
  const sent = useQuery({
    queryKey: messagesKey(sessionId),
    queryFn: ({ client, signal }) => messageApi.list(sessionId, client.getQueryData(messagesKey(sessionId)) !== undefined, signal),
    // Until the last mail of the last message has gone.
    refetchInterval: ({ state }) => (state.data?.messages.some(isUnderWay) ? paceAfter(Date.now() - openedAt) : false),
  });
  return (
    <SideDrawer title="Messages sent" isOpen size="lg" onClose={onClose}>
      {sent.data ? (
        sent.data.messages.length === 0 ? (
          <Text c="dimmed">Nothing has been written to the people of this session yet.</Text>
        ) : (
          <ol className={classes.list}>
            {sent.data.messages.map((message) => (
              <Message key={message.id} sessionId={sessionId} message={message} zone={roster.event.zone} />
            ))}
          </ol>
        )
      ) : sent.error ? (
        <Alert color="red" role="alert" title="The messages could not be loaded">
          {messageOf(sent.error)}{" "}
          <Button size="compact-sm" variant="default" ml="xs" loading={sent.isFetching} onClick={() => void sent.refetch()}>
            Try again
          </Button>
        </Alert>
      ) : (
        <Loader aria-label="Loading the messages" />
      )}
    </SideDrawer>
  );
}

const toWords = {
  confirmed: "confirmed",
  pending: "to decide",
  waitlisted: "in line",
  declined: "declined",
  refused: "found no seat",
  cancelled: "cancelled",
} as const satisfies Record<(typeof writableStates)[number], string>;

const waiting = ({ made, sent, held, failed, overtaken }: MessageRow) => made - sent - held - failed - overtaken;
const isUnderWay = (message: MessageRow) => !message.isFinished || waiting(message) > 0;

function Message({ sessionId, message, zone }: { sessionId: string; message: MessageRow; zone: string }) {
  const { id, subject, writtenAt, writtenBy, reach, states, people, isPeopleExact } = message;
  const to = states ? states.map((state) => toWords[state as keyof typeof toWords]).join(", ") : "people who were chosen";
  return (
    <li>
      <h3>{subject}</h3>
      <Text size="sm" c="dimmed">
        {dayAndTimeOf(writtenAt, zone)} {zoneAbbreviation(zone, writtenAt)}, by {writtenBy ?? "somebody of the office"}
      </Text>
      <Text size="sm">
        To {reachInWords({ people, isPeopleExact })}: {to}
        {reach === "event" && ", of all sessions of the event"}
      </Text>
      <Text size="sm" role="status">
        {outcomeWords(message)}
      </Text>
      <MessageText sessionId={sessionId} messageId={id} />
    </li>
  );
}

function outcomeWords(message: MessageRow): string {
  const { sent, held, failed, overtaken } = message;
  const parts = [
    `${count(sent)} sent`,
    ...(isUnderWay(message) ? [message.isFinished ? `${count(waiting(message))} on their way` : "more on their way"] : []),
    ...(failed > 0 ? [`${count(failed)} could not be delivered`] : []),
    ...(held > 0 ? [`${count(held)} held back, since nothing is sent to the address`] : []),
    ...(overtaken > 0 ? [`${count(overtaken)} left out, since it was not for them any more`] : []),
  ];
  return `${parts.join("; ")}.`;
}
