import type { SignUpState } from "./api/roster.ts";

/** How a sign-up stands, in words, with the mark that helps the eye. */
export const stateWords: Record<SignUpState, { label: string; dot: "draft" | "open" | "closed" | "done" | "cancelled" }> = {
  received: { label: "Being settled", dot: "draft" },
  confirmed: { label: "Confirmed", dot: "open" },
  pending: { label: "Held, to decide", dot: "closed" },
  waitlisted: { label: "In line", dot: "done" },
  refused: { label: "Found no seat", dot: "draft" },
  declined: { label: "Declined", dot: "cancelled" },
  withdrawn: { label: "Withdrawn", dot: "draft" },
  cancelled: { label: "Cancelled", dot: "cancelled" },
};
