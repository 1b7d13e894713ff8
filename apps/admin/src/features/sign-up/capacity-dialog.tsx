import { NumberInput, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Marked, type Roster, rosterApi } from "../../lib/api/roster.ts";
import { isProblem } from "../../lib/api-error.ts";
import { messageOf } from "../../lib/messages.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { notice } from "../../ui/notice.ts";
import { rosterKey } from "./queries.ts";

const most = 100_000;

/** Changes how many seats a session has, and says beforehand what that does. */
export function CapacityDialog({ roster, isOpen, onClose }: { roster: Roster; isOpen: boolean; onClose: () => void }) {
  const { seats, session } = roster;
  const [typed, setTyped] = useState<number | string>(seats.capacity);
  // What the clerk has seen: a change by somebody else meanwhile must be noticed and not overwritten.
  const [seen, setSeen] = useState({ version: seats.version, capacity: seats.capacity });
  const queryClient = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening begins from what is true then
  useEffect(() => {
    if (!isOpen) return;
    setTyped(seats.capacity);
    setSeen({ version: seats.version, capacity: seats.capacity });
    change.reset();
  }, [isOpen]);
  const change = useMutation({
    mutationFn: (capacity: number) => rosterApi.changeCapacity(session.id, seen.version, capacity),
    // Shows at once behind the dialog, which stays with what was typed until it has been done.
    onMutate: async (capacity) => {
      await queryClient.cancelQueries({ queryKey: rosterKey(session.id) });
      const before = queryClient.getQueryData<Marked<Roster>>(rosterKey(session.id));
      const shown = { ...seats, capacity, remaining: seats.remaining + capacity - seats.capacity };
      if (before) queryClient.setQueryData<Marked<Roster>>(rosterKey(session.id), { ...before, body: { ...before.body, seats: shown } });
      return before;
    },
    onSuccess: async (_after, capacity) => {
      notice.done(`The session has ${capacity.toLocaleString("en-US")} seats now.`);
      onClose();
      await queryClient.invalidateQueries({ queryKey: rosterKey(session.id) });
    },
    onError: (error, _capacity, before) => {
      if (before) queryClient.setQueryData(rosterKey(session.id), before);
      if (isProblem(error)) void queryClient.invalidateQueries({ queryKey: rosterKey(session.id) });
    },
  });
  const hasMoved = seats.version !== seen.version;
  const capacity = typeof typed === "number" ? typed : Number.NaN;
  const isValid = Number.isInteger(capacity) && capacity >= 1 && capacity <= most;
  const submit = () => {
    if (hasMoved) {
      setSeen({ version: seats.version, capacity: seats.capacity });
      change.reset();
    } else if (isValid) change.mutate(capacity);
  };
  const taken = seats.confirmed + seats.held;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title="Change capacity"
      confirmLabel={hasMoved ? "I have seen it" : "Change capacity"}
      isPending={change.isPending}
      failure={
        hasMoved
          ? `Somebody changed this session meanwhile: it had ${seen.capacity.toLocaleString("en-US")} seats when you opened this, and has ${seats.capacity.toLocaleString("en-US")} now.`
          : change.error
            ? messageOf(change.error)
            : undefined
      }
      onConfirm={submit}
      onClose={onClose}
    >
      <NumberInput
        label="Seats"
        description={`${taken.toLocaleString("en-US")} taken, ${seats.waiting.toLocaleString("en-US")} parties in line`}
        value={typed}
        onChange={setTyped}
        min={1}
        max={most}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        required
        data-autofocus
        error={typed !== "" && !isValid ? `Must be a whole number from 1 to ${most.toLocaleString("en-US")}.` : undefined}
      />
      {isValid && <Text size="sm">{consequence(capacity, seats, taken)}</Text>}
    </ConfirmDialog>
  );
}

function consequence(capacity: number, seats: Roster["seats"], taken: number): string {
  if (capacity === seats.capacity) return "Nothing changes.";
  if (capacity < taken)
    return `${taken - capacity} more seats are taken than there would be. Nobody loses a seat, and nobody gets one until enough are given up.`;
  if (capacity < seats.capacity) return "Nobody loses a seat.";
  const free = capacity - taken;
  return seats.waiting > 0 && free > 0
    ? `Those in line move up, in their order, into ${free === 1 ? "the free seat" : `the ${free} free seats`}. They are told by mail.`
    : "The new seats are free to sign up for.";
}
