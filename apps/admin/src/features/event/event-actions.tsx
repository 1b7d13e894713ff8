import { ActionIcon, Button, Menu, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useRef, useState } from "react";
import { type EventDetail, eventApi } from "../../lib/api/event.ts";
import { useCommands } from "../../lib/commands.ts";
import { allows, allowsOverCity, useMe } from "../../lib/me.ts";
import { dayAndTimeOf, dayOf, timesOf, zoneAbbreviation } from "../../lib/moments.ts";
import { useRecentEvent } from "../../lib/recent-events.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconBan, IconDots, IconEye, IconHistory, IconKey, IconLock, IconLockOpen, IconPencil, IconSend, IconTrash, IconUsers } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/link.tsx";
import { MenuLink } from "../../ui/menu-link.tsx";
import { CancelEventDialog } from "./cancel-event-dialog.tsx";
import { CopyItems, useCopies } from "./copies-menu.tsx";
import { useEventSteps } from "./use-event-steps.ts";

const EventHistory = lazy(() => import("./event-history.tsx").then((module) => ({ default: module.EventHistory })));

/** What may be done with an event as it stands, by somebody who may. */
export function EventActions({ detail, onFaults }: { detail: EventDetail; onFaults: () => void }) {
  const { event, may, publishFaults } = detail;
  // The version that was seen when the question was asked: the page follows the truth, and a yes to the old must not change the new.
  const [asked, setAsked] = useState<{ step: "publish" | "cancel"; version: number } | undefined>(undefined);
  const { take, discard } = useEventSteps(detail);
  const navigate = useNavigate();
  const seesRecords = allowsOverCity(useMe(), "view_audit");
  // Whoever may not see the whole log sees what happened to this event.
  const seesHistory = !seesRecords && allows(may, "view_people");
  const [isHistoryShown, setHistoryShown] = useState(false);
  const moreButton = useRef<HTMLButtonElement>(null);
  useRecentEvent(event);
  const isOver = event.status === "cancelled" || event.status === "done";
  const zone = event.venue.zone;
  const ask = (step: "publish" | "cancel") => () => setAsked({ step, version: event.version });
  const mayEdit = !isOver && allows(may, "edit_event");
  const mayPublish = event.status === "draft" && allows(may, "publish_event");
  const mayReopen = event.status === "closed" && allows(may, "close_event");
  const publish = publishFaults.length > 0 ? onFaults : ask("publish");
  const edit = () => void navigate({ to: "/events/$eventId/edit", params: { eventId: event.id } });
  const preview = () => void window.open(eventApi.previewAddress(event.id), "_blank", "noreferrer");
  const reopen = () => take("reopen", event.version);
  const more = [
    ...(event.status === "published" && allows(may, "close_event")
      ? [{ label: "Close sign-ups", icon: IconLock, run: () => take("close", event.version), isDangerous: false }]
      : []),
    ...(event.status === "draft" && allows(may, "edit_event") ? [{ label: "Discard this draft", icon: IconTrash, run: discard, isDangerous: true }] : []),
    ...(!isOver && event.status !== "draft" && allows(may, "cancel_event")
      ? [{ label: "Cancel this event", icon: IconBan, run: ask("cancel"), isDangerous: true }]
      : []),
  ];
  const copies = useCopies(detail);
  useCommands([
    ...(mayEdit ? [{ id: "edit", title: "Edit this event", icon: IconPencil, keys: "e", run: edit }] : []),
    ...(mayPublish ? [{ id: "publish", title: "Publish this event", icon: IconSend, run: publish }] : []),
    ...(mayReopen ? [{ id: "reopen", title: "Reopen sign-ups", icon: IconLockOpen, run: reopen }] : []),
    ...[...copies.items, ...more].map(({ label, icon, run }) => ({ id: label, title: label, icon, run })),
    ...(seesHistory ? [{ id: "history", title: "History of this event", icon: IconHistory, run: () => setHistoryShown(true) }] : []),
    { id: "preview", title: "Preview the public page", icon: IconEye, run: preview },
    ...event.sessions
      .filter(({ id }) => detail.seats[id] !== undefined)
      .map(({ id, label, startsAt, endsAt }) => ({
        id: `roster ${id}`,
        title: `Roster: ${label ? `${label}, ` : ""}${dayOf(startsAt, zone)}, ${timesOf(startsAt, endsAt, zone)}`,
        icon: IconUsers,
        words: "people session sign-ups",
        run: () => void navigate({ to: "/sessions/$sessionId", params: { sessionId: id } }),
      })),
  ]);
  return (
    <>
      <Button
        component="a"
        href={eventApi.previewAddress(event.id)}
        target="_blank"
        rel="noreferrer"
        variant="default"
        leftSection={<IconEye size={18} stroke={1.7} />}
      >
        Preview
      </Button>
      {mayEdit && (
        <ButtonLink to="/events/$eventId/edit" params={{ eventId: event.id }} variant="default" leftSection={<IconPencil size={18} stroke={1.7} />}>
          Edit
        </ButtonLink>
      )}
      {mayPublish && (
        <Button leftSection={<IconSend size={18} stroke={1.7} />} onClick={publish}>
          Publish
        </Button>
      )}
      {mayReopen && (
        <Button leftSection={<IconLockOpen size={18} stroke={1.7} />} onClick={reopen}>
          Reopen sign-ups
        </Button>
      )}
      {(more.length + copies.items.length > 0 || seesRecords || seesHistory) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon ref={moreButton} variant="default" size={36} aria-label="More for this event">
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <CopyItems items={copies.items} />
            {more.map(({ label, icon: Icon, run, isDangerous }) => (
              <Menu.Item key={label} leftSection={<Icon size={16} stroke={1.7} />} onClick={run} {...(isDangerous ? { color: "red" } : {})}>
                {label}
              </Menu.Item>
            ))}
            {seesHistory && (
              <Menu.Item leftSection={<IconHistory size={16} stroke={1.7} />} onClick={() => setHistoryShown(true)}>
                History
              </Menu.Item>
            )}
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

      {isHistoryShown && (
        <Suspense>
          <EventHistory
            event={event}
            onClose={() => {
              setHistoryShown(false);
              requestAnimationFrame(() => moreButton.current?.focus({ preventScroll: true }));
            }}
          />
        </Suspense>
      )}
      {copies.dialogs}
      <ConfirmDialog
        isOpen={asked?.step === "publish"}
        title="Publish this event?"
        confirmLabel="Publish"
        onConfirm={() => {
          take("publish", asked?.version ?? event.version);
          setAsked(undefined);
        }}
        onClose={() => setAsked(undefined)}
      >
        <Text>
          Everybody can see it from now on, and it cannot be made a draft again. Sign-ups open {dayAndTimeOf(event.signUpWindow.opensAt, zone)} and close{" "}
          {dayAndTimeOf(event.signUpWindow.closesAt, zone)} {zoneAbbreviation(zone, event.signUpWindow.closesAt)}.
        </Text>
      </ConfirmDialog>
      <CancelEventDialog
        detail={detail}
        version={asked?.step === "cancel" ? asked.version : undefined}
        onVersion={(version) => setAsked({ step: "cancel", version })}
        onClose={() => setAsked(undefined)}
      />
    </>
  );
}
