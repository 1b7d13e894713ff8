import { type DecisionPreview, type RosterRow, rosterApi } from "../../lib/api/roster.ts";
import type { Step } from "./row-actions.tsx";

/** So many does one preview look at: it changes nothing, and takes more than a decision may. */
export const previewedPerRequest = 500;

/** What deciding on all of them would do, request after request. */
export async function previewOnAll(sessionId: string, step: Step, people: readonly RosterRow[], signal: AbortSignal): Promise<DecisionPreview> {
  const parts: DecisionPreview[] = [];
  for (let from = 0; from < people.length; from += previewedPerRequest) {
    const some = people.slice(from, from + previewedPerRequest).map(({ id, version }) => ({ id, version }));
    parts.push(await rosterApi.previewMany(sessionId, step, some, signal));
  }
  const mail = parts.find((part) => part.mail)?.mail;
  // Of several requests none knows what the others free.
  const movesUp = parts.length === 1 ? (parts[0]?.movesUp ?? []) : [];
  return { outcomes: parts.flatMap(({ outcomes }) => outcomes), movesUp, ...(mail ? { mail } : {}) };
}
