import { describe, expect, it } from "vitest";
import {
  at,
  eventStatuses,
  exampleCancelledSession,
  exampleEvent,
  exampleEventInput,
  exampleSession,
  exampleSessionInput,
  moments,
  questions,
  sessionId,
} from "../../test/examples.ts";
import { Event, EventInput, Host, Slug } from "./event.ts";
import { Session, SessionInput } from "./session.ts";
import { Venue } from "./venue.ts";

const messages = (schema: { safeParse(value: unknown): { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined } }, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => [issue.path.join("."), issue.message]) ?? [];

describe("EventInput", () => {
  it("reads back as it was written", () => {
    expect(EventInput.parse(exampleEventInput())).toEqual(exampleEventInput());
  });

  it.each([
    ["a minute after they open", "2027-02-01T14:01", []],
    ["as they open", "2027-02-01T14:00", [["signUpWindow.closesAt", "must be after sign-ups open"]]],
    ["a minute before they open", "2027-02-01T13:59", [["signUpWindow.closesAt", "must be after sign-ups open"]]],
  ])("closes sign-ups after they open: %s", (_, closesAt, issues) => {
    expect(messages(EventInput, exampleEventInput({ signUpWindow: { opensAt: at("2027-02-01T14:00"), closesAt: at(closesAt) } }))).toEqual(issues);
  });

  const many = (count: number) => Array.from({ length: count }, () => exampleSessionInput());
  it.each([
    ["none", [], []],
    ["50", many(50), []],
    ["51", many(51), [["sessions", "has room for at most 50 sessions"]]],
    ["the same twice", [exampleSessionInput({ id: sessionId(1) }), exampleSessionInput({ id: sessionId(1) })], [["sessions", "has the same session twice"]]],
    ["two new ones", many(2), []],
  ])("has sessions: %s", (_, sessions, issues) => {
    expect(messages(EventInput, exampleEventInput({ sessions }))).toEqual(issues);
  });

  it("has no session in a 25th month, which no calendar would show, and says which and what to do", () => {
    const yearly = Array.from({ length: 25 }, (_, index) =>
      exampleSessionInput({ startsAt: at(`${2027 + index}-03-02T14:00`), endsAt: at(`${2027 + index}-03-02T15:00`) }),
    );
    expect(messages(EventInput, exampleEventInput({ sessions: yearly.slice(1) }))).toEqual([]);
    expect(messages(EventInput, exampleEventInput({ sessions: yearly }))).toEqual([
      ["sessions.24.startsAt", "is beyond the 24 months in which sessions of one event can be: make another event for it"],
    ]);
  });

  it.each([
    ["a moment that is none", { sessions: [{ ...exampleSessionInput(), endsAt: "soon" }] }, ["sessions.0.endsAt"]],
    ["an hour that does not exist", { sessions: [{ ...exampleSessionInput(), endsAt: "2027-02-30T25:00:00.000Z" }] }, ["sessions.0.endsAt"]],
    ["a zone that is none", { venue: { ...exampleEventInput().venue, zone: "Mars/Base" } }, ["venue.zone"]],
  ])("says at its own field what is wrong, and never throws, of %s", (_, wrong, fields) => {
    const found = messages(EventInput, { ...exampleEventInput(), ...wrong });
    expect([...new Set(found.map(([path]) => path))]).toEqual(fields);
  });

  const asked = (count: number) => Array.from({ length: count }, (_, index) => ({ ...questions.text, id: `q${index}` }));
  it.each([
    ["20", asked(20), 0],
    ["21", asked(21), 1],
    ["the same id twice", [questions.text, { ...questions.yes_no, id: questions.text.id }], 1],
  ])("asks questions: %s", (_, all, issues) => {
    expect(messages(EventInput, { ...exampleEventInput(), questions: all })).toHaveLength(issues);
  });

  it.each(["status", "id", "version", "slug", "publishedAt"])("cannot say what only a decision may: %s", (field) => {
    expect(EventInput.safeParse({ ...exampleEventInput(), [field]: "x" }).success).toBe(false);
  });
});

describe("SessionInput", () => {
  it.each([
    ["a minute after the start", 1, true],
    ["at the start", 0, false],
    ["a minute before the start", -1, false],
  ])("ends after it starts: %s", (_, minutes, isSession) => {
    const endsAt = new Date(Date.parse(moments.starts) + minutes * 60_000).toISOString();
    expect(SessionInput.safeParse({ ...exampleSessionInput(), endsAt }).success).toBe(isSession);
  });

  it.each([
    [{ capacity: 1, partySizeLimit: 1, waitlistLimit: 0 }, true],
    [{ capacity: 100_000, partySizeLimit: 50, waitlistLimit: 10_000 }, true],
    [{ capacity: 0 }, false],
    [{ capacity: 100_001 }, false],
    [{ partySizeLimit: 0 }, false],
    [{ partySizeLimit: 51, capacity: 100 }, false],
    [{ waitlistLimit: -1 }, false],
    [{ waitlistLimit: 10_001 }, false],
    [{ capacity: 2.5 }, false],
    [{ capacity: 4, partySizeLimit: 4 }, true],
    [{ capacity: 3, partySizeLimit: 4 }, false],
    [{ sequence: 3 }, false],
  ])("%j: %s", (override, isSession) => {
    expect(SessionInput.safeParse({ ...exampleSessionInput(), ...override }).success).toBe(isSession);
  });
});

describe("Event", () => {
  it.each(eventStatuses)("%s reads back as it was written", (status) => {
    expect(Event.parse(exampleEvent(status))).toEqual(exampleEvent(status));
  });

  it.each([
    ["a draft", "draft", "publishedAt"],
    ["a published one", "published", "cancelledAt"],
    ["a published one", "published", "closedAt"],
    ["a closed one", "closed", "doneAt"],
    ["one that is over", "done", "closedAt"],
  ] as const)("%s has nothing of another status: %s has no %s", (_, status, field) => {
    expect(Event.safeParse({ ...exampleEvent(status), [field]: moments.now }).success).toBe(false);
  });

  it.each([
    ["published", "publishedAt"],
    ["closed", "closedAt"],
    ["done", "doneAt"],
    ["cancelled", "cancelledAt"],
    ["cancelled", "reason"],
  ] as const)("%s always has its %s", (status, field) => {
    expect(Event.safeParse({ ...exampleEvent(status), [field]: undefined }).success).toBe(false);
  });
});

describe("Session", () => {
  it("reads back as it was written, scheduled and cancelled", () => {
    for (const session of [exampleSession({ label: "Morning group" }), exampleCancelledSession()]) expect(Session.parse(session)).toEqual(session);
  });

  it("has a reason exactly where it is cancelled", () => {
    expect(Session.safeParse({ ...exampleSession(), reason: "Snow" }).success).toBe(false);
    expect(Session.safeParse({ ...exampleCancelledSession(), reason: undefined }).success).toBe(false);
  });
});

describe("Host", () => {
  it.each([
    [{ kind: "office" }, true],
    [{ kind: "commission", commissionId: "cms_information-technology" }, true],
    [{ kind: "school", schoolId: "sch_harbor" }, true],
    [{ kind: "office", schoolId: "sch_harbor" }, false],
    [{ kind: "commission", commissionId: "sch_harbor" }, false],
    [{ kind: "school" }, false],
    [{ kind: "firm" }, false],
  ])("%j: %s", (host, isHost) => {
    expect(Host.safeParse(host).success).toBe(isHost);
  });
});

describe("Slug", () => {
  it.each([
    ["mock-interviews-2027-03-04", true],
    ["a".repeat(120), true],
    ["a".repeat(121), false],
    ["", false],
    ["-a", false],
    ["a-", false],
    ["a--b", false],
    ["A", false],
    ["a/b", false],
    ["a\n", false],
  ])("%j: %s", (text, isSlug) => {
    expect(Slug.safeParse(text).success).toBe(isSlug);
  });
});

describe("Venue", () => {
  const { venue } = exampleEventInput();
  const place = "place" in venue ? venue.place : undefined;
  const zone = "America/New_York";

  it.each([
    ["a place", { kind: "place", zone, place }, true],
    ["a place with directions", { kind: "place", zone, place: { ...place, directions: "North entrance" } }, true],
    ["online", { kind: "virtual", zone, online: {} }, true],
    ["online with an address", { kind: "virtual", zone, online: { joinUrl: "https://meet.example.org/1", note: "Camera on" } }, true],
    ["both", { kind: "place_and_virtual", zone, place, online: {} }, true],
    ["a place without a zone", { kind: "place", place }, false],
    ["a place without an address", { kind: "place", zone }, false],
    ["a place that is online", { kind: "place", zone, place, online: {} }, false],
    ["another scheme", { kind: "virtual", zone, online: { joinUrl: "javascript:alert(1)" } }, false],
    ["a region in words", { kind: "place", zone, place: { ...place, region: "New York" } }, false],
    ["a region in small letters", { kind: "place", zone, place: { ...place, region: "ny" } }, false],
    ["a long ZIP code", { kind: "place", zone, place: { ...place, postalCode: "11201-1234" } }, true],
    ["a short ZIP code", { kind: "place", zone, place: { ...place, postalCode: "1120" } }, false],
    ["a ZIP code with something behind it", { kind: "place", zone, place: { ...place, postalCode: "11201-12345" } }, false],
  ])("%s: %s", (_, given, isVenue) => {
    expect(Venue.safeParse(given).success).toBe(isVenue);
  });
});
