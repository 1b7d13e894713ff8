import { describe, expect, it } from "vitest";
import { exampleCancelledSession, exampleEvent, exampleSession, sessionId } from "../../test/examples.ts";
import { sessionsToTell } from "./told-of-change.ts";

const moved = exampleSession({ sequence: 1 });
const before = exampleEvent("published", { sessions: [exampleSession(), exampleSession({ id: sessionId(2) })] });

describe("who must hear of a change", () => {
  it("are those of a session whose time or place changed, and nobody else", () => {
    expect(sessionsToTell(before, { ...before, sessions: [moved, exampleSession({ id: sessionId(2) })] })).toEqual([moved]);
    expect(sessionsToTell(before, { ...before, title: "Another title" } as typeof before)).toEqual([]);
    expect(sessionsToTell(exampleEvent("closed", { sessions: before.sessions }), { ...exampleEvent("closed"), sessions: [moved] })).toEqual([moved]);
  });

  it("are none where nobody has heard of it, where it is new, or where it is called off, which is told as that", () => {
    expect(sessionsToTell(before, { ...exampleEvent("draft"), sessions: [moved] })).toEqual([]);
    expect(sessionsToTell(before, { ...before, sessions: [exampleSession({ id: sessionId(3), sequence: 1 })] })).toEqual([]);
    expect(sessionsToTell(before, { ...before, sessions: [exampleCancelledSession({ sequence: 1 })] })).toEqual([]);
    expect(sessionsToTell(before, { ...exampleEvent("cancelled"), sessions: [moved] })).toEqual([]);
  });
});
