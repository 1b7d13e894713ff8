import type { Event, IsoDate } from "@cte-partnerships/domain";
import { NumberInput, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { eventApi } from "../../lib/api/event.ts";
import { isProblem } from "../../lib/api-error.ts";
import { weekdayInWords } from "../../lib/days.ts";
import { messageOf } from "../../lib/messages.ts";
import { onceKeys } from "../../lib/once-key.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { notice } from "../../ui/notice.ts";
import { firstDayOf } from "./first-day.ts";
import { eventKeys } from "./queries.ts";
import { dayAfter } from "./session-moves.ts";

const mostDays = 3660;

/** A new draft with everything that an event says, and none of its people. */
export function CloneDialog({ event, onClose }: { event: Event; onClose: () => void }) {
  const [title, setTitle] = useState(event.title);
  const [when, setWhen] = useState(firstDayOf(event) ? "later" : "without");
  const [days, setDays] = useState<number | string>(7);
  const keys = useRef(onceKeys());
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const clone = useMutation({
    mutationFn: () => {
      const input = { ...(title.trim() === event.title ? {} : { title: title.trim() }), ...(when === "later" ? { shiftDays: Number(days) } : {}) };
      return eventApi.clone(event.id, input, keys.current.keyFor(input));
    },
    onSuccess: async (made) => {
      queryClient.setQueryData(eventKeys.one(made.event.id), made);
      onClose();
      await navigate({ to: "/events/$eventId/edit", params: { eventId: made.event.id } });
      notice.done("The clone is a draft of its own. Only the office sees it.");
      await queryClient.invalidateQueries({ queryKey: eventKeys.all });
    },
    // Asked for once more, another one is meant.
    onError: (error) => {
      if (isProblem(error, "made_and_discarded")) keys.current.forget();
    },
  });
  const first = firstDayOf(event);
  // A minus that stands alone is no number yet.
  const isCount = days !== "" && Number.isInteger(Number(days)) && Math.abs(Number(days)) <= mostDays;
  const shifted = first && isCount ? (dayAfter(first, Number(days)) as IsoDate) : undefined;
  const [isTried, setTried] = useState(false);
  const confirm = () => {
    setTried(true);
    if (title.trim() !== "" && (when !== "later" || isCount)) clone.mutate();
  };
  return (
    <ConfirmDialog
      isOpen
      title="Clone this event"
      confirmLabel="Make the clone"
      cancelLabel="Cancel"
      isPending={clone.isPending}
      failure={clone.error ? messageOf(clone.error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Text size="sm">
        A new draft with the same text, place and questions, as the event was saved last. Nobody who signed up comes along, and retired questions stay behind.
      </Text>
      <TextInput
        label="Title"
        required
        maxLength={140}
        value={title}
        onChange={(change) => setTitle(change.currentTarget.value)}
        error={isTried && title.trim() === "" && "This is needed."}
        data-autofocus
      />
      {first && (
        <Radio.Group label="Its sessions" value={when} onChange={setWhen}>
          <Stack gap="xs" mt={6}>
            <Radio value="later" label="On other days, at the same time of day" />
            <Radio value="without" label="None: I add them myself" />
          </Stack>
        </Radio.Group>
      )}
      {when === "later" && (
        <NumberInput
          label="Days later"
          description={shifted ? `The first session is on ${weekdayInWords(shifted)}.` : "Less than 0 is earlier."}
          error={isTried && !isCount && `Type a whole number from −${mostDays} to ${mostDays}.`}
          min={-mostDays}
          max={mostDays}
          allowDecimal={false}
          value={days}
          onChange={setDays}
        />
      )}
    </ConfirmDialog>
  );
}
