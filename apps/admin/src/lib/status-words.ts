import type { EventStatus } from "./api/event.ts";

/** Where an event is in its life, in words, with the mark that helps the eye. */
export const statusWords: Record<EventStatus, { label: string; dot: "draft" | "open" | "closed" | "done" | "cancelled" }> = {
  draft: { label: "Draft", dot: "draft" },
  published: { label: "Published", dot: "open" },
  closed: { label: "Sign-ups closed", dot: "closed" },
  done: { label: "Done", dot: "done" },
  cancelled: { label: "Cancelled", dot: "cancelled" },
};
