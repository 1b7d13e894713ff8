import { Button, Loader, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messageOf } from "../../lib/messages.ts";
import classes from "./message.module.css";
import { messageTextQuery } from "./queries.ts";

/** What a message says, asked for once it is opened. */
export function MessageText({ sessionId, messageId }: { sessionId: string; messageId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const read = useQuery({ ...messageTextQuery(sessionId, messageId), enabled: isOpen });
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      {/* Mantine's focus trap knows no summary: without this the last button of the panel would lead back to its first. */}
      <summary tabIndex={0}>What it says</summary>
      {read.data ? (
        <p className={classes.text}>{read.data.text}</p>
      ) : read.error ? (
        <Text size="sm" mt="xs" role="alert">
          {messageOf(read.error)}{" "}
          <Button size="compact-sm" variant="default" ml="xs" loading={read.isFetching} onClick={() => void read.refetch()}>
            Try again
          </Button>
        </Text>
      ) : (
        <Loader size="sm" mt="xs" aria-label="Loading what it says" />
      )}
    </details>
  );
}
