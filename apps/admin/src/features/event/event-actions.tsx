import { ActionIcon, Button, Menu, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, type EventDetail } from "../../lib/api.ts";
import { allows, allowsOverCity, useMe } from "../../lib/me.ts";
import { dayAndTimeOf } from "../../lib/moments.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconBan, IconDots, IconEye, IconHistory, IconKey, IconLock, IconLockOpen, IconPencil, IconSend, IconTrash } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/link.tsx";
import { MenuLink } from "../../ui/menu-link.tsx";
import { notice } from "../../ui/notice.ts";
import { eventKeys } from "./queries.ts";
import { useEventFailure } from "./use-event-failure.ts";

type Step = "publish" | "close" | "reopen" | "cancel" | "discard";

/** What may be done with an event as it stands, by somebody who may. */
export function EventActions({ detail, onFaults }: { detail: EventDetail; onFaults: () => void }) {
  const { event, may, publishFaults } = detail;
  // The version that was seen when the question was asked: the page follows the truth, and a yes to the old must not change the new.
  const [asked, setAsked] = useState<{ step: Step; version: number } | undefined>(undefined);
  const step = asked?.step;
  const [reason, setReason] = useState("");
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const failure = useEventFailure(event.id);
  const seesRecords = allowsOverCity(useMe(), "view_audit");
  const isOver = event.status === "cancelled" || event.status === "done";

  const change = useMutation({
    mutationFn: async (taken: Step): Promise<EventDetail | undefined> => {
      const { id } = event;
      const version = asked?.version ?? event.version;
      if (taken === "publish") return api.events.publish(id, version);
      if (taken === "close") return api.events.close(id, version);
      if (taken === "reopen") return api.events.reopen(id, version);
      if (taken === "cancel") return api.events.cancel(id, version, reason.trim());
      await api.events.discard(id, version);
      return undefined;
    },
    onSuccess: async (_after, taken) => {
      notice.done(done[taken]);
      setAsked(undefined);
      setReason("");
      if (taken === "discard") {
        await navigate({ to: "/events" });
        queryClient.removeQueries({ queryKey: eventKeys.one(event.id) });
        await queryClient.invalidateQueries({ queryKey: ["events", "list"] });
      } else {
        await queryClient.invalidateQueries({ queryKey: eventKeys.all });
      }
    },
    onError: async (error) => {
      const version = await failure.catchUp(error);
      if (version !== undefined) setAsked((before) => before && { ...before, version });
    },
  });
  const ask = (next: Step) => () => {
    change.reset();
    setAsked({ step: next, version: event.version });
  };
  const dialog = {
    isPending: change.isPending,
    failure: failure.words(change.error),
    onClose: () => setAsked(undefined),
  };
  const more = [
    ...(event.status === "published" && allows(may, "close_event")
      ? [{ label: "Close sign-ups", icon: IconLock, next: "close" as const, isDangerous: false }]
      : []),
    ...(event.status === "draft" && allows(may, "edit_event")
      ? [{ label: "Discard this draft", icon: IconTrash, next: "discard" as const, isDangerous: true }]
      : []),
    ...(!isOver && event.status !== "draft" && allows(may, "cancel_event")
      ? [{ label: "Cancel this event", icon: IconBan, next: "cancel" as const, isDangerous: true }]
      : []),
  ];
  return (
    <>
      <Button
        component="a"
        href={api.events.previewAddress(event.id)}
        target="_blank"
        rel="noreferrer"
        variant="default"
        leftSection={<IconEye size={18} stroke={1.7} />}
      >
        Preview
      </Button>
      {!isOver && allows(may, "edit_event") && (
        <ButtonLink to="/events/$eventId/edit" params={{ eventId: event.id }} variant="default" leftSection={<IconPencil size={18} stroke={1.7} />}>
          Edit
        </ButtonLink>
      )}
      {event.status === "draft" && allows(may, "publish_event") && (
        <Button leftSection={<IconSend size={18} stroke={1.7} />} onClick={publishFaults.length > 0 ? onFaults : ask("publish")}>
          Publish
        </Button>
      )}
      {event.status === "closed" && allows(may, "close_event") && (
        <Button leftSection={<IconLockOpen size={18} stroke={1.7} />} onClick={ask("reopen")}>
          Reopen sign-ups
        </Button>
      )}
      {(more.length > 0 || seesRecords) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label="More for this event">
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map(({ label, icon: Icon, next, isDangerous }) => (
              <Menu.Item key={next} leftSection={<Icon size={16} stroke={1.7} />} onClick={ask(next)} {...(isDangerous ? { color: "red" } : {})}>
                {label}
              </Menu.Item>
            ))}
            {seesRecords && (
              <>
                <MenuLink to="/audit" search={{ subject: event.id }} leftSection={<IconHistory size={16} stroke={1.7} />}>
                  What changed
                </MenuLink>
                <MenuLink to="/access/could-see" search={{ of: event.id }} leftSection={<IconKey size={16} stroke={1.7} />}>
                  Who could see it
                </MenuLink>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}

      <ConfirmDialog {...dialog} isOpen={step === "publish"} title="Publish this event?" confirmLabel="Publish" onConfirm={() => change.mutate("publish")}>
        <Text>
          Everybody can see it from now on. Sign-ups open {dayAndTimeOf(event.signUpWindow.opensAt, event.venue.zone)} and close{" "}
          {dayAndTimeOf(event.signUpWindow.closesAt, event.venue.zone)}.
        </Text>
      </ConfirmDialog>
      <ConfirmDialog {...dialog} isOpen={step === "close"} title="Close sign-ups?" confirmLabel="Close sign-ups" onConfirm={() => change.mutate("close")}>
        <Text>
          Nobody more can sign up. The event still takes place, those with a place keep it, and the line still moves up. You can reopen sign-ups later.
        </Text>
      </ConfirmDialog>
      <ConfirmDialog {...dialog} isOpen={step === "reopen"} title="Reopen sign-ups?" confirmLabel="Reopen sign-ups" onConfirm={() => change.mutate("reopen")}>
        <Text>People can sign up again until {dayAndTimeOf(event.signUpWindow.closesAt, event.venue.zone)}.</Text>
      </ConfirmDialog>
      <ConfirmDialog
        {...dialog}
        isOpen={step === "discard"}
        title="Discard this draft?"
        confirmLabel="Discard the draft"
        isDangerous
        onConfirm={() => change.mutate("discard")}
      >
        <Text>The draft is gone for good. Nobody outside the office has seen it.</Text>
      </ConfirmDialog>
      <ConfirmDialog
        {...dialog}
        isOpen={step === "cancel"}
        title="Cancel this event?"
        confirmLabel="Cancel the event"
        isDangerous
        onConfirm={() => reason.trim() !== "" && change.mutate("cancel")}
      >
        <Text>The event does not take place, with all its sessions. Everybody with a seat or a place in line is told by mail. This cannot be undone.</Text>
        <Textarea
          label="Reason"
          description="People read this in their mail and on the event's page."
          required
          maxLength={300}
          autosize
          minRows={2}
          data-autofocus
          value={reason}
          onChange={(input) => setReason(input.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}

const done: Record<Step, string> = {
  publish: "The event is published.",
  close: "Sign-ups are closed.",
  reopen: "Sign-ups are open again.",
  cancel: "The event is cancelled. Everybody who had a place is told.",
  discard: "The draft is discarded.",
};
