import type { CalendarSession } from "../../lib/api/calendar.ts";
import type { Today, UnreachedPeople } from "../../lib/api/today.ts";
import { count, people } from "../../lib/counts.ts";

/** What the page says of what it lists. */

export const lineWords: Record<Today["lines"][number]["trouble"], string> = {
  full: "The waiting list is full: whoever signs up now is turned away",
  over_full: "More wait than seats are likely to come free",
  seats_free: "Seats are free, but the first in line needs more than are left",
};

/** Why no mail reaches somebody, and what to do about it. */
export const unreachedWords: Record<UnreachedPeople["why"], { why: string; todo: string }> = {
  bounce: {
    why: "Their mailbox says that there is no such address",
    todo: "Ask for the right address by phone or through their school or firm, and sign them up with it",
  },
  complaint: { why: "They marked a mail of ours as spam", todo: "No mail goes to them any more: tell them some other way" },
  held: { why: "Nothing is sent to their address any more", todo: "Tell them some other way" },
  dead: { why: "The mail service did not take the mail, several times", todo: "Ask whoever runs the system to send it again" },
};

/** Where not all was looked at, what was counted is the least that it is. */
export const peopleAtLeast = (number: number, isCut: boolean): string => (isCut ? `At least ${people(number)}` : people(number));
export const sessionsInWords = (number: number): string => (number === 1 ? "1 session" : `${count(number)} sessions`);

const day = 86_400_000;

/** `today`, `tomorrow`, `in 3 days` */
export function fromToday(date: string, today: string): string {
  const days = Math.round((Date.parse(date) - Date.parse(today)) / day);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  return days < 0 ? "since before today" : `in ${days} days`;
}

/** `for 3 days`, `for 5 hours`, `for under an hour` */
export function waitingFor(since: string, now: string): string {
  const hours = Math.floor((Date.parse(now) - Date.parse(since)) / 3_600_000);
  if (hours < 1) return "for under an hour";
  if (hours < 48) return hours === 1 ? "for an hour" : `for ${hours} hours`;
  return `for ${Math.floor(hours / 24)} days`;
}

/** `28 of 40 seats free`, of all of these together. */
export function freeInWords(sessions: readonly CalendarSession[]): string {
  const capacity = sessions.reduce((sum, one) => sum + one.capacity, 0);
  const taken = sessions.reduce((sum, one) => sum + (one.seats?.taken ?? 0), 0);
  return taken >= capacity ? "no seat is free" : `${count(capacity - taken)} of ${count(capacity)} seats free`;
}

/** `less than half`, `less than 30 %`: the share under which a session is short. */
export const shareInWords = (share: number): string => (share === 0.5 ? "half" : `${Math.round(share * 100)} %`);
