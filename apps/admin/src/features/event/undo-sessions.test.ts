import { describe, expect, test } from "vitest";
import { emptySession, type SessionFormValues } from "./event-form-values.ts";
import { withoutStep } from "./undo-sessions.ts";

const row = (key: string, more: Partial<SessionFormValues> = {}): SessionFormValues => ({ ...emptySession, key, ...more });
const [a, b] = [row("a", { date: "2026-12-01" }), row("b", { date: "2026-12-02" })];

describe("a step taken back", () => {
  test("leaves the table as it was before it", () => {
    expect(withoutStep([a, b], [b], [b])).toEqual([a, b]);
    expect(withoutStep([a], [a, b], [a, b])).toEqual([a]);
    expect(withoutStep([a, b], [b, a], [b, a])).toEqual([a, b]);
  });

  test("keeps what was typed since, in the rows that it changed too", () => {
    const later = [row("a", { date: "2026-12-08" }), row("b", { date: "2026-12-09" })];
    const now = [row("a", { date: "2026-12-08", capacity: 7 }), row("b", { date: "2026-12-24" })];
    expect(withoutStep([a, b], later, now)).toEqual([row("a", { date: "2026-12-01", capacity: 7 }), row("b", { date: "2026-12-24" })]);
  });

  test("keeps rows that were added since, and does not bring back those that were removed since", () => {
    const c = row("c");
    expect(withoutStep([a, b], [{ ...a, capacity: 9 }, b], [{ ...a, capacity: 9 }, c])).toEqual([a, c]);
  });
});
