import { Menu } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { EventDetail } from "../../lib/api/event.ts";
import { hostKey } from "../../lib/host.ts";
import { allows, useMe } from "../../lib/me.ts";
import { IconCalendarRepeat, IconFiles } from "../../ui/icons.ts";
import { firstDayOf } from "./first-day.ts";

const CloneDialog = lazy(() => import("./clone-dialog.tsx").then((module) => ({ default: module.CloneDialog })));
const SeriesDialog = lazy(() => import("./series-dialog.tsx").then((module) => ({ default: module.SeriesDialog })));

/** What can be made of an event, by somebody who may make events in the name of its host. */
export function useCopies(detail: EventDetail): { items: { label: string; icon: typeof IconFiles; run: () => void }[]; dialogs: ReactNode } {
  const me = useMe();
  const [open, setOpen] = useState<"clone" | "series" | undefined>(undefined);
  const { event } = detail;
  const mayMake = allows(me.may, "make_event") && me.mayHost.some(({ host }) => host === hostKey(event.host));
  const close = () => setOpen(undefined);
  return {
    items: mayMake
      ? [
          { label: "Clone this event", icon: IconFiles, run: () => setOpen("clone") },
          // A series begins with its first day, and an event belongs to one series.
          ...(firstDayOf(event) && event.series === undefined
            ? [{ label: "Make a series of it", icon: IconCalendarRepeat, run: () => setOpen("series") }]
            : []),
        ]
      : [],
    dialogs: open && <Suspense>{open === "clone" ? <CloneDialog event={event} onClose={close} /> : <SeriesDialog event={event} onClose={close} />}</Suspense>,
  };
}

/** The same as lines of a menu. */
export function CopyItems({ items }: { items: ReturnType<typeof useCopies>["items"] }) {
  return items.map(({ label, icon: Icon, run }) => (
    <Menu.Item key={label} leftSection={<Icon size={16} stroke={1.7} />} onClick={run}>
      {label}
    </Menu.Item>
  ));
}
