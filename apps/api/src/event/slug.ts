import { dateIn, type EventInput, Slug } from "@cte-partnerships/domain";

const wordsAtMost = 80;

/** The event's public address from its title and first day: `career-day-at-harbor-high-2026-12-03`. `suffix` tells namesakes apart. */
export function slugOf(input: Pick<EventInput, "title" | "venue" | "sessions">, suffix?: string): Slug {
  const words = input.title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, wordsAtMost)
    .replace(/^-+|-+$/g, "");
  const [first] = input.sessions.map((session) => session.startsAt).sort();
  const day = first && dateIn(input.venue.zone, first);
  return Slug.parse([words || "event", day, suffix].filter(Boolean).join("-"));
}
