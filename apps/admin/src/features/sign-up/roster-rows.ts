import type { RosterRow, SignUpState } from "../../lib/api.ts";
import type { RosterView } from "./search.ts";

const standing: readonly SignUpState[] = ["received", "confirmed", "pending", "waitlisted"];
const statesOf: Record<RosterView, readonly SignUpState[]> = {
  all: standing,
  decide: ["pending"],
  confirmed: ["confirmed"],
  waiting: ["waitlisted", "received"],
  ended: ["refused", "declined", "withdrawn", "cancelled"],
};

/** Parties in each view, from the counts by state. */
export const partiesIn = (view: RosterView, parties: Partial<Record<SignUpState, number>>): number =>
  statesOf[view].reduce((sum, state) => sum + (parties[state] ?? 0), 0);

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The people of one view who match what was searched for; every word must be found in name, address or affiliation. */
export function rowsIn(view: RosterView, people: readonly RosterRow[], q: string | undefined): RosterRow[] {
  const words = plain(q ?? "")
    .split(/\s+/)
    .filter(Boolean);
  const rows = people.filter((person) => {
    if (!statesOf[view].includes(person.state)) return false;
    if (words.length === 0) return true;
    const text = plain(`${person.name} ${person.email} ${person.affiliation ?? ""}`);
    return words.every((word) => text.includes(word));
  });
  return view === "ended" ? rows.sort((a, b) => ((a.endedAt ?? "") < (b.endedAt ?? "") ? 1 : -1)) : rows;
}

/**
 * Rows while somebody points at them or works in them: whatever was shown stays where it was, with what is true of it now,
 * and what is new comes at the end. A row never slips away from under a pointer that is about to press on it.
 */
export function heldRows(shown: readonly string[], wanted: readonly RosterRow[], people: readonly RosterRow[]): RosterRow[] {
  const byId = new Map(people.map((person) => [person.id as string, person]));
  const kept = shown.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(shown);
  return [...kept, ...wanted.filter((person) => !known.has(person.id))];
}
