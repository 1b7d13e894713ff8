import type { Session } from "@cte-partnerships/domain";
import { ActionIcon, Menu, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type EventDetail, eventApi, type SeatCounts } from "../../lib/api/event.ts";
import { count } from "../../lib/counts.ts";
import { daysOf, timesOf } from "../../lib/moments.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconBan, IconDots, IconUsers } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/link.tsx";
import { notice } from "../../ui/notice.ts";
import { Panel } from "../../ui/panel.tsx";
import { SeatMeter } from "../../ui/seat-meter.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import classes from "./event-page.module.css";
import { eventKeys } from "./queries.ts";
import { ReasonField } from "./reason-field.tsx";
import { useEventFailure } from "./use-event-failure.ts";

/** An event's sessions, with how each fills and the way to its roster. */
export function SessionList({ detail }: { detail: EventDetail }) {
  const { event, seats, may } = detail;
  const [cancelling, setCancelling] = useState<Session | undefined>(undefined);
  const isOver = event.status === "cancelled" || event.status === "done";
  return (
    <Panel title={event.sessions.length === 1 ? "Session" : "Sessions"}>
      {event.sessions.length === 0 ? (
        <Text c="dimmed">No session yet. Edit the event to say when it takes place and how many can come.</Text>
      ) : (
        <ol className={classes.sessions}>
          {event.sessions.map((session) => (
            <SessionItem
              key={session.id}
              session={session}
              counts={seats[session.id]}
              zone={event.venue.zone}
              mayCancel={may.includes("cancel_event") && !isOver && session.status === "scheduled"}
              onCancel={() => setCancelling(session)}
            />
          ))}
        </ol>
      )}
      <CancelSessionDialog key={cancelling?.id ?? "none"} detail={detail} session={cancelling} onClose={() => setCancelling(undefined)} />
    </Panel>
  );
}

interface ItemProps {
  session: Session;
  counts: SeatCounts | undefined;
  zone: string;
  mayCancel: boolean;
  onCancel: () => void;
}

function SessionItem({ session, counts, zone, mayCancel, onCancel }: ItemProps) {
  const when = timesOf(session.startsAt, session.endsAt, zone);
  const name = `${session.label ? `${session.label}, ` : ""}${daysOf(session.startsAt, session.startsAt, zone)}, ${when}`;
  return (
    <li className={classes.session}>
      <div className="figures">
        {session.label && <Text fw={600}>{session.label}</Text>}
        <Text {...(session.label ? { size: "sm" } : { fw: 600 })}>{daysOf(session.startsAt, session.startsAt, zone)}</Text>
        <Text size="sm" c="dimmed">
          {when}
        </Text>
        {session.status === "cancelled" && (
          <Text size="sm" c="dimmed">
            Cancelled: {session.reason}
          </Text>
        )}
      </div>
      {session.status === "cancelled" ? (
        <div>
          <StatusBadge dot="cancelled">Cancelled</StatusBadge>
        </div>
      ) : counts ? (
        <div>
          <SeatMeter
            capacity={counts.capacity}
            confirmed={counts.confirmed}
            held={counts.held}
            waiting={counts.waiting}
            label={`Seats, ${name}`}
            unit="seats taken"
          />
          <Text size="xs" c="dimmed" mt={4}>
            {seatWords(counts)}
          </Text>
        </div>
      ) : (
        <Text size="sm" c="dimmed">
          {session.capacity.toLocaleString("en-US")} seats, parties up to {session.partySizeLimit}
          {session.waitlistLimit > 0 ? `, waiting list of ${session.waitlistLimit}` : ", no waiting list"}
        </Text>
      )}
      <div className={classes.tools}>
        {counts && (
          <ButtonLink
            to="/sessions/$sessionId"
            params={{ sessionId: session.id }}
            variant="default"
            leftSection={<IconUsers size={17} stroke={1.7} />}
            aria-label={`Roster, ${name}`}
          >
            Roster
          </ButtonLink>
        )}
        {mayCancel && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon color="gray" aria-label={`More for ${name}`}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item color="red" leftSection={<IconBan size={16} />} onClick={onCancel}>
                Cancel this session
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </li>
  );
}

function seatWords({ remaining, confirmed, held, waiting }: SeatCounts): string {
  const left = remaining < 0 ? `${count(-remaining)} over capacity` : remaining === 0 ? "Full" : `${count(remaining)} left`;
  return [
    left,
    ...(held > 0 ? [`${count(held)} of the ${count(confirmed + held)} to decide on`] : []),
    ...(waiting > 0 ? [`${count(waiting)} in line`] : []),
  ].join(", ");
}

function CancelSessionDialog({ detail, session, onClose }: { detail: EventDetail; session: Session | undefined; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const queryClient = useQueryClient();
  const { event } = detail;
  // As it was when the question was asked: the dialog is made anew for each.
  const [version, setVersion] = useState(event.version);
  const failure = useEventFailure(event.id);
  const cancel = useMutation({
    mutationFn: (sessionId: string) => eventApi.cancelSession(event.id, sessionId, version, reason.trim()),
    onSuccess: () => {
      notice.done("The session is cancelled. Everybody who had a place is told.");
      setReason("");
      onClose();
      return queryClient.invalidateQueries({ queryKey: eventKeys.all });
    },
    onError: async (error) => setVersion((await failure.catchUp(error)) ?? version),
  });
  const close = () => {
    cancel.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen={session !== undefined}
      title="Cancel this session?"
      confirmLabel="Cancel the session"
      isDangerous
      isPending={cancel.isPending}
      failure={failure.words(cancel.error)}
      onConfirm={() => {
        setTried(true);
        if (session && reason.trim() !== "") cancel.mutate(session.id);
      }}
      onClose={close}
    >
      {session && (
        <Text>
          {session.label ? `${session.label}, ` : ""}
          {daysOf(session.startsAt, session.startsAt, event.venue.zone)}. Everybody with a seat or a place in line is told by mail. This cannot be undone; the
          other sessions stay.
        </Text>
      )}
      <ReasonField
        description="People read this in their mail and on their page."
        value={reason}
        onChange={setReason}
        isMissing={isTried && reason.trim() === ""}
      />
    </ConfirmDialog>
  );
}
