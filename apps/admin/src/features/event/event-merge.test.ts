import { describe, expect, test } from "vitest";
import { sampleEvent } from "../../../test/sample-event.ts";
import { type EventFormValues, emptySession, formValuesOf } from "./event-form-values.ts";
import { mergeEvent } from "./event-merge.ts";

const before = formValuesOf(sampleEvent);
const session = (index: number, change: Partial<EventFormValues["sessions"][number]>): EventFormValues => ({
  ...before,
  sessions: before.sessions.map((known, at) => (at === index ? { ...known, ...change } : known)),
});

describe("two clerks change one event", () => {
  test("the second sees what the first changed, and what they made of the same part", () => {
    const first = { ...before, title: "Theirs", needsApproval: false };
    const second = { ...before, title: "Mine", description: "Mine too" };
    expect(mergeEvent(before, first, second).changes).toEqual([
      { part: "title", before: "Career Day", first: "Theirs", second: "Mine" },
      { part: "needsApproval", before: true, first: false },
    ]);
  });

  test("going on keeps the second's changes on top of everything else that the first did", () => {
    const first = { ...before, title: "Theirs", needsApproval: false };
    const second = { ...before, title: "Mine", description: "Mine too" };
    expect(mergeEvent(before, first, second).onTop).toEqual({ ...before, title: "Mine", description: "Mine too", needsApproval: false });
  });

  test("who worked on different sessions loses neither", () => {
    const { onTop } = mergeEvent(before, session(0, { capacity: 50 }), session(1, { label: "Night" }));
    expect(onTop.sessions.map(({ capacity, label }) => [capacity, label])).toEqual([
      [50, "Morning"],
      [12, "Night"],
    ]);
  });

  test("sessions that either added are there, and those that either removed are not", () => {
    const added = { ...emptySession, key: "new-1", date: "2026-12-01" };
    const first: EventFormValues = { ...before, sessions: [before.sessions[1]!, { ...before.sessions[0]!, id: "ses_other", key: "ses_other" }] };
    const second: EventFormValues = { ...before, sessions: [before.sessions[0]!, added] };
    expect(mergeEvent(before, first, second).onTop.sessions.map((row) => row.key)).toEqual(["ses_other", "new-1"]);
  });

  test("a session that the second changed while the first removed it comes back as a new one", () => {
    const first = { ...before, sessions: [before.sessions[0]!] };
    const { onTop } = mergeEvent(before, first, session(1, { capacity: 99 }));
    expect(onTop.sessions[1]).toMatchObject({ id: "", capacity: 99 });
  });

  test("nothing changed by the first is nothing to be shown", () => {
    expect(mergeEvent(before, before, { ...before, title: "Mine" }).changes).toEqual([]);
  });
});
