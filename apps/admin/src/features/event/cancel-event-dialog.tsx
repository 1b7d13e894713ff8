import { Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type EventDetail, eventApi } from "../../lib/api/event.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { notice } from "../../ui/notice.ts";
import { eventKeys } from "./queries.ts";
import { ReasonField } from "./reason-field.tsx";
import { useEventFailure } from "./use-event-failure.ts";

interface Props {
  detail: EventDetail;
  /** The version that the question is about; undefined while nothing is asked. */
  version: number | undefined;
  onVersion: (version: number) => void;
  onClose: () => void;
}

/** Asks before an event is cancelled: everybody is told by mail, and nothing takes that back. */
export function CancelEventDialog({ detail: { event }, version, onVersion, onClose }: Props) {
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const queryClient = useQueryClient();
  const failure = useEventFailure(event.id);
  const cancel = useMutation({
    mutationFn: (seen: number) => eventApi.cancel(event.id, seen, reason.trim()),
    onSuccess: async () => {
      notice.done("The event is cancelled. Everybody who had a place is told.");
      onClose();
      setReason("");
      await queryClient.invalidateQueries({ queryKey: eventKeys.all });
    },
    onError: async (error) => {
      const now = await failure.catchUp(error);
      if (now !== undefined) onVersion(now);
    },
  });
  return (
    <ConfirmDialog
      isOpen={version !== undefined}
      title="Cancel this event?"
      confirmLabel="Cancel the event"
      isDangerous
      isPending={cancel.isPending}
      failure={failure.words(cancel.error)}
      onConfirm={() => {
        setTried(true);
        if (version !== undefined && reason.trim() !== "") cancel.mutate(version);
      }}
      onClose={() => {
        cancel.reset();
        setTried(false);
        onClose();
      }}
    >
      <Text>Neither the event nor any of its sessions takes place. Everybody with a seat or a place in line is told by mail. This cannot be undone.</Text>
      <ReasonField
        description="People read this in their mail and on the event's page."
        value={reason}
        onChange={setReason}
        isMissing={isTried && reason.trim() === ""}
      />
    </ConfirmDialog>
  );
}
