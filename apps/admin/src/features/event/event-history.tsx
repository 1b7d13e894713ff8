import type { Event } from "@cte-partnerships/domain";
import { useHistory } from "../../lib/use-history.ts";
import { HistoryList } from "../../ui/history-list.tsx";
import { SideDrawer } from "../../ui/side-drawer.tsx";

/** What happened to an event, for whoever works with it and may not see the log of the whole city. */
export function EventHistory({ event, onClose }: { event: Event; onClose: () => void }) {
  const history = useHistory({ eventId: event.id }, event.venue.zone);
  return (
    <SideDrawer title="History" isOpen onClose={onClose}>
      <HistoryList title="The event" {...history} />
    </SideDrawer>
  );
}
