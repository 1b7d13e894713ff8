import type { PublishFault, Question } from "@cte-partnerships/domain";

/** The office's words for what the domain keeps as codes. */

export { audienceWords } from "../../lib/audience-words.ts";
export { statusWords } from "../../lib/status-words.ts";

export const venueKindWords = { place: "At a place", virtual: "Online", place_and_virtual: "At a place and online" } as const;

export const questionKindWords: Record<Question["kind"], string> = {
  text: "Free text",
  choice: "One of several",
  several: "Any of several",
  yes_no: "Yes or no",
};

/** What to do, to be followed by "before this can be published". */
export const publishFaultWords: Record<PublishFault["reason"], string> = {
  no_sessions: "Add at least one session",
  session_in_the_past: "Move this session into the future",
  description_missing: "Write a description",
  detail_missing: "Fill this in",
  window_closed: "Let sign-ups close in the future",
  window_closes_after_last_start: "Let sign-ups close no later than the last session starts",
};

export const choices = (words: Record<string, string>): { value: string; label: string }[] => Object.entries(words).map(([value, label]) => ({ value, label }));
