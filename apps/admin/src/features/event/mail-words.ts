import type { MailSample } from "../../lib/api/event.ts";

const kinds: Record<MailSample["kind"], string> = {
  received: "When somebody has signed up",
  confirmed: "When a seat is theirs",
  pending: "When a seat is held until the office decides",
  waitlisted: "When they are in line",
  promoted: "When they move up from the line",
  refused: "When there is no room left",
  declined: "When the office declines",
  withdrawn: "When a place is given back",
  session_changed: "When time or place changes",
  cancelled: "When it is cancelled",
  link: "When they sign up again and have a place already",
  message: "A message of the office",
  message_test: "A message of the office, as a test",
};

const states: Partial<Record<MailSample["state"], string>> = {
  confirmed: "to somebody with a seat",
  pending: "to somebody whose seat is held until the office decides",
  waitlisted: "to somebody in line",
  received: "to somebody whose sign-up is not settled yet",
};

/** When a mail goes out, and to whom. */
export function mailInWords({ kind, state }: Pick<MailSample, "kind" | "state">): string {
  const whom = states[state];
  // Where the kind says it all, whom it goes to is plain.
  return whom && (kind === "session_changed" || kind === "promoted" || kind === "cancelled") ? `${kinds[kind]}, ${whom}` : kinds[kind];
}
