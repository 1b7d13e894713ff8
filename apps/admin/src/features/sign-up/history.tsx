import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import type { HistoryOf } from "../../lib/api/history.ts";
import type { Roster } from "../../lib/api/roster.ts";
import { useHistory } from "../../lib/use-history.ts";
import { HistoryList } from "../../ui/history-list.tsx";
import { SideDrawer } from "../../ui/side-drawer.tsx";

/** What happened to one sign-up, session or event. */
export const History = ({ of, zone, title }: { of: HistoryOf; zone: string; title: string }) => <HistoryList title={title} {...useHistory(of, zone)} />;

/** The session's history, and its event's, beside the roster. */
export function SessionHistory({ roster }: { roster: Roster }) {
  const [isOpen, setOpen] = useState(false);
  const { event, session } = roster;
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpen(true)} aria-haspopup="dialog">
        History
      </Button>
      <SideDrawer title="History" isOpen={isOpen} onClose={() => setOpen(false)}>
        <Stack gap="lg">
          <History of={{ sessionId: session.id }} zone={event.zone} title="This session" />
          <History of={{ eventId: event.id }} zone={event.zone} title="The event" />
        </Stack>
      </SideDrawer>
    </>
  );
}
