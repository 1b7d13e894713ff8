import type { EventView, SessionView } from "./public-view.ts";
import { briefMomentOf } from "./when.ts";

export interface LeftProps {
  text: string;
  isFree: boolean;
}

export const Left = ({ text, isFree }: LeftProps) => <span class={isFree ? "chip free" : "chip"}>{text}</span>;

const places = (count: number): string => (count === 1 ? "1 place left" : `${count.toLocaleString("en-US")} places left`);

/** What is left of an event as a whole, in words. */
export function leftOfEvent({ event, sessions }: EventView): LeftProps {
  const open = sessions.filter((session) => session.signUps.kind === "open");
  const remaining = open.reduce((sum, session) => sum + session.remaining, 0);
  if (remaining > 0) return { text: places(remaining), isFree: true };
  if (open.some((session) => session.hasRoomInLine)) return { text: "Waitlist open", isFree: false };
  if (open.length > 0) return { text: "Full", isFree: false };
  const later = sessions.find((session) => session.signUps.kind === "not_yet");
  return { text: later?.signUps.kind === "not_yet" ? `Opens ${briefMomentOf(later.signUps.opensAt, event.venue.zone)}` : "Sign-ups closed", isFree: false };
}

/** What is left of one session, in words. */
export function leftOfSession({ event }: Pick<EventView, "event">, view: SessionView): LeftProps {
  if (event.status === "cancelled" || view.session.status === "cancelled") return { text: "Cancelled", isFree: false };
  if (view.signUps.kind === "not_yet") return { text: `Opens ${briefMomentOf(view.signUps.opensAt, event.venue.zone)}`, isFree: false };
  if (view.signUps.kind === "closed") return { text: "Sign-ups closed", isFree: false };
  if (view.remaining > 0) return { text: `${view.remaining.toLocaleString("en-US")} of ${view.capacity.toLocaleString("en-US")} places left`, isFree: true };
  return { text: view.hasRoomInLine ? "Full, waitlist open" : "Full", isFree: false };
}
