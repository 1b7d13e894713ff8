import { ApiProblem } from "../../lib/api-error.ts";
import { people } from "../../lib/counts.ts";
import { messageOf } from "../../lib/messages.ts";
import type { Outcome } from "./use-foreseen.ts";

/** What stands in a row's way, in words; absent where nothing does. */
export function wordsOf(outcome: Outcome | undefined): string | undefined {
  if (!outcome || "foreseen" in outcome) return undefined;
  if ("refusal" in outcome) return messageOf(new ApiProblem(409, { code: outcome.refusal, ...outcome.facts }));
  return outcome.state === "already_signed_up" ? "Has a sign-up at this session already." : undefined;
}

/** What became of those who were added, by the states that they came into. */
export function addedWords(states: ReadonlyMap<string, number>): string {
  const parts = [
    [states.get("confirmed") ?? 0, "got a seat"],
    [states.get("pending") ?? 0, "got a seat held, to decide"],
    [states.get("waitlisted") ?? 0, "got a place in line"],
    [states.get("received") ?? 0, "settled in a moment"],
  ] as const;
  return `${parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${people(number)} ${words}`)
    .join(", ")}.`;
}
