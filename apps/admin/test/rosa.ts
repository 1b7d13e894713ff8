import type { RosterRow } from "../src/lib/api/roster.ts";

/** Somebody on a roster who waits for a decision. */
export const rosa = {
  id: `sgn_${"1".repeat(52)}`,
  state: "pending",
  name: "Rosa Example",
  email: "rosa@example.org",
  partySize: 1,
  answers: {},
  receivedAt: "2026-11-01T00:00:00.000Z",
  number: 1,
  version: 4,
} as unknown as RosterRow;
