import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  at,
  eventId,
  eventStatuses,
  exampleCancelledSession,
  exampleEvent,
  exampleEventInput,
  exampleSession,
  exampleSessionInput,
  frozen,
  moments,
  questions,
  sessionId,
  slug,
} from "../../test/examples.ts";
import { minutesAfter } from "../shared/instant.ts";
import type { Result } from "../shared/result.ts";
import { Event, type EventInput, type EventStatus } from "./event.ts";
import {
  cancelEvent,
  cancelSession,
  closeEvent,
  type EditFacts,
  type EventRefusal,
  editEvent,
  finishEvent,
  makeEvent,
  publishEvent,
  publishFaults,
  reopenEvent,
  sessionsToCome,
} from "./make.ts";
import type { Question } from "./question.ts";

const untouched: EditFacts = { sessionsWithSignUps: new Set(), answeredQuestions: new Set() };
const ids = { eventId: eventId(9), slug: slug(), sessionIds: [sessionId(8), sessionId(9)] };
const accepted = <Value>(result: Result<Value, EventRefusal>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const refusal = (result: Result<unknown, EventRefusal>) => (result.ok ? undefined : result.refusal);
const edit = (event: Event, input: EventInput, facts: Partial<EditFacts> = {}, newIds = [sessionId(8), sessionId(9)]) =>
  editEvent(frozen(event), frozen(input), { ...untouched, ...facts }, newIds);

describe("makeEvent", () => {
  it("makes a draft of version 1, each session with a new id in order", () => {
    const made = makeEvent(
      frozen(exampleEventInput({ sessions: [exampleSessionInput({ label: "Morning" }), exampleSessionInput({ label: "Noon" })] })),
      ids,
      moments.created,
    );
    expect(made).toMatchObject({ status: "draft", id: eventId(9), slug: "mock-interviews", version: 1, createdAt: moments.created });
    expect(made.sessions).toEqual([exampleSession({ id: sessionId(8), label: "Morning" }), exampleSession({ id: sessionId(9), label: "Noon" })]);
    expect(Event.parse(made)).toEqual(made);
  });

  it("gives no session the id that the caller wrote into it", () => {
    expect(makeEvent(exampleEventInput({ sessions: [exampleSessionInput({ id: sessionId(1) })] }), ids, moments.created).sessions[0]?.id).toBe(sessionId(8));
  });

  it("throws where the caller brought too few ids", () => {
    expect(() => makeEvent(exampleEventInput({ sessions: [exampleSessionInput()] }), { ...ids, sessionIds: [] }, moments.created)).toThrow("an id is needed");
  });
});

describe("editEvent", () => {
  it("writes what the office wrote, raises the version by one, and keeps what it may not write", () => {
    const edited = accepted(edit(exampleEvent(), exampleEventInput({ title: "Another title", needsApproval: true })));
    expect(edited).toEqual({ ...exampleEvent(), title: "Another title", needsApproval: true, version: 4 });
    expect(Event.parse(edited)).toEqual(edited);
  });

  it.each([
    ["draft", undefined],
    ["published", undefined],
    ["closed", undefined],
    ["done", "event_not_editable"],
    ["cancelled", "event_not_editable"],
  ] as const)("of an event that is %s: %s", (status, code) => {
    const found = refusal(edit(exampleEvent(status), exampleEventInput()));
    expect(found).toEqual(code && { code, status });
  });

  it("adds a session under a new id", () => {
    const edited = accepted(
      edit(exampleEvent(), exampleEventInput({ sessions: [exampleSessionInput({ id: sessionId(1) }), exampleSessionInput({ label: "Second" })] })),
    );
    expect(edited.sessions).toEqual([exampleSession(), exampleSession({ id: sessionId(8), label: "Second" })]);
  });

  it("knows no session of another event", () => {
    expect(refusal(edit(exampleEvent(), exampleEventInput({ sessions: [exampleSessionInput({ id: sessionId(5) })] })))).toEqual({
      code: "session_unknown",
      sessionId: sessionId(5),
    });
  });

  it("removes a session only as long as nobody has signed up for it", () => {
    const event = exampleEvent("published", { sessions: [exampleSession(), exampleSession({ id: sessionId(2) })] });
    expect(accepted(edit(event, exampleEventInput())).sessions).toHaveLength(1);
    expect(refusal(edit(event, exampleEventInput(), { sessionsWithSignUps: new Set([sessionId(2)]) }))).toEqual({
      code: "session_has_sign_ups",
      sessionId: sessionId(2),
    });
    expect(refusal(edit(event, exampleEventInput(), { sessionsWithSignUps: new Set([sessionId(1)]) }))).toBeUndefined();
  });

  it("keeps every session that stays, whoever has signed up for it", () => {
    const event = exampleEvent("published", { sessions: [exampleSession(), exampleSession({ id: sessionId(2) })] });
    const both = exampleEventInput({ sessions: [exampleSessionInput({ id: sessionId(1) }), exampleSessionInput({ id: sessionId(2) })] });
    expect(accepted(edit(event, both, { sessionsWithSignUps: new Set([sessionId(1), sessionId(2)]) })).sessions).toEqual(event.sessions);
  });

  it("takes a label away where none is written, and changes one that is", () => {
    const event = exampleEvent("published", { sessions: [exampleSession({ label: "Morning" })] });
    expect(accepted(edit(event, exampleEventInput())).sessions).toEqual([exampleSession()]);
    expect(accepted(edit(event, exampleEventInput({ sessions: [exampleSessionInput({ id: sessionId(1), label: "Noon" })] }))).sessions).toEqual([
      exampleSession({ label: "Noon" }),
    ]);
  });

  it("leaves a cancelled session as it was, whatever is written", () => {
    const cancelled = exampleCancelledSession({ label: "Morning" });
    const event = exampleEvent("published", { sessions: [cancelled, exampleSession({ id: sessionId(2) })] });
    const sessions = [exampleSessionInput({ id: sessionId(1), capacity: 99, startsAt: at("2027-03-04T15:00") }), exampleSessionInput({ id: sessionId(2) })];
    expect(accepted(edit(event, exampleEventInput({ sessions }))).sessions[0]).toEqual(cancelled);
  });

  describe("what calendars must hear of", () => {
    const after = (sessions: EventInput["sessions"], override: Partial<EventInput> = {}) =>
      accepted(edit(exampleEvent(), exampleEventInput({ sessions, ...override }))).sessions.map((session) => session.sequence);
    const { venue } = exampleEventInput();

    it.each([
      ["another start", { startsAt: at("2027-03-04T15:00") }, 1],
      ["another end", { endsAt: at("2027-03-04T18:00") }, 1],
      ["another capacity", { capacity: 40 }, 0],
      ["another label", { label: "Noon" }, 0],
      ["nothing", {}, 0],
    ])("%s", (_, override, sequence) => {
      expect(after([exampleSessionInput({ id: sessionId(1), ...override })])).toEqual([sequence]);
    });

    it("another venue, of every session, and once where the time changes too", () => {
      const elsewhere = { ...venue, zone: "America/Chicago" } as EventInput["venue"];
      expect(after([exampleSessionInput({ id: sessionId(1) })], { venue: elsewhere })).toEqual([1]);
      expect(after([exampleSessionInput({ id: sessionId(1), startsAt: at("2027-03-04T15:00") })], { venue: elsewhere })).toEqual([1]);
    });

    it("another venue, of each session by its own number", () => {
      const event = exampleEvent("published", { sessions: [exampleSession(), exampleSession({ id: sessionId(2), sequence: 6 })] });
      const sessions = [exampleSessionInput({ id: sessionId(1) }), exampleSessionInput({ id: sessionId(2) })];
      const input = exampleEventInput({ venue: { ...venue, zone: "America/Chicago" } as EventInput["venue"], sessions });
      expect(accepted(edit(event, input)).sessions.map((session) => session.sequence)).toEqual([1, 7]);
    });

    it("another venue, but not of a session that is new or cancelled", () => {
      const event = exampleEvent("published", { sessions: [exampleCancelledSession()] });
      const input = exampleEventInput({
        venue: { ...venue, zone: "America/Chicago" } as EventInput["venue"],
        sessions: [exampleSessionInput({ id: sessionId(1) }), exampleSessionInput()],
      });
      expect(accepted(edit(event, input)).sessions.map((session) => session.sequence)).toEqual([1, 0]);
    });

    it("not the same venue with its keys in another order, as a store may give it back", () => {
      const turned = JSON.parse(JSON.stringify(venue), (_key, value) =>
        typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
      ) as EventInput["venue"];
      expect(JSON.stringify(turned)).not.toBe(JSON.stringify(venue));
      expect(after([exampleSessionInput({ id: sessionId(1) })], { venue: turned })).toEqual([0]);
    });
  });

  describe("a question that was answered", () => {
    const { text, choice, yes_no } = questions;
    const event = exampleEvent("published", { questions: [choice, text] });
    const answered = { answeredQuestions: new Set(["time", "elsewhere"]) };
    const withQuestions = (...all: Question[]) => refusal(edit(event, exampleEventInput({ questions: all }), answered));
    const blocked = { code: "question_answered", questionId: "time" };
    const more = [...choice.options, { id: "later" as (typeof choice.options)[number]["id"], label: "Later" }];

    it.each<[string, Question[], typeof blocked | undefined]>([
      ["stays as it is", [choice, text], undefined],
      ["is retired", [{ ...choice, isRetired: true }, text], undefined],
      ["is worded anew and required", [{ ...choice, label: "At what time?", required: true }, text], undefined],
      ["gets another option", [{ ...choice, options: more }, text], undefined],
      ["loses an option", [{ ...choice, options: choice.options.slice(1) }, text], blocked],
      ["is removed", [text], blocked],
      ["becomes one of several options", [{ ...choice, kind: "several" }, text], blocked],
      ["becomes one without options", [{ ...yes_no, id: choice.id }, text], blocked],
    ])("%s", (_, after, found) => {
      expect(withQuestions(...after)).toEqual(found);
    });

    it("may go where nobody answered it", () => {
      expect(withQuestions(choice)).toBeUndefined();
    });

    it("of text stays one of text", () => {
      const facts = { answeredQuestions: new Set(["needs"]) };
      expect(refusal(edit(event, exampleEventInput({ questions: [choice, text] }), facts))).toBeUndefined();
      expect(refusal(edit(event, exampleEventInput({ questions: [choice, { ...yes_no, id: text.id }] }), facts))).toEqual({
        code: "question_answered",
        questionId: "needs",
      });
    });
  });

  describe("of what the public sees", () => {
    const lateWindow = { opensAt: moments.opens, closesAt: minutesAfter(moments.starts, 1) };
    it.each<[string, Partial<EventInput>, string]>([
      ["without a session", { sessions: [] }, "no_sessions"],
      ["without a description", { description: "" }, "description_missing"],
      ["with a window beyond its last start", { signUpWindow: lateWindow }, "window_closes_after_last_start"],
    ])("leaves nothing %s, though a draft may be so", (_, override, reason) => {
      for (const status of ["published", "closed"] as const) {
        expect(refusal(edit(exampleEvent(status), exampleEventInput(override)))).toMatchObject({ code: "event_not_ready", faults: [{ reason }] });
      }
      expect(refusal(edit(exampleEvent("draft"), exampleEventInput(override)))).toBeUndefined();
    });
  });
});

describe("publishFaults", () => {
  const faults = (override: Partial<Extract<Event, { status: "published" }>>, now = moments.now) =>
    publishFaults(frozen(exampleEvent("draft", override)), now, undefined);

  it("finds nothing in an event that is ready", () => {
    expect(faults({})).toEqual([]);
  });

  it("names every field that blocks, in the form's words for it", () => {
    expect(faults({ description: "", sessions: [] }, moments.after)).toEqual([
      { path: ["description"], reason: "description_missing" },
      { path: ["sessions"], reason: "no_sessions" },
      { path: ["signUpWindow", "closesAt"], reason: "window_closed" },
    ]);
  });

  it("takes sessions that are all cancelled for none", () => {
    expect(faults({ sessions: [exampleCancelledSession()] })).toEqual([{ path: ["sessions"], reason: "no_sessions" }]);
  });

  it.each([
    ["a minute before its start", -1, []],
    ["at its start", 0, [{ path: ["sessions", 1, "startsAt"], reason: "session_in_the_past" }]],
    ["a minute after its start", 1, [{ path: ["sessions", 1, "startsAt"], reason: "session_in_the_past" }]],
  ])("names the session that has begun: %s", (_, minutes, found) => {
    const early = exampleSession({ id: sessionId(2), startsAt: at("2027-02-20T14:00") });
    expect(
      faults(
        { sessions: [exampleSession(), early, exampleCancelledSession({ id: sessionId(3), startsAt: at("2027-01-01T14:00") })] },
        minutesAfter(early.startsAt, minutes),
      ),
    ).toEqual(found);
  });

  it.each([
    ["a minute before it closes", -1, []],
    ["as it closes", 0, [{ path: ["signUpWindow", "closesAt"], reason: "window_closed" }]],
    ["a minute after it has closed", 1, [{ path: ["signUpWindow", "closesAt"], reason: "window_closed" }]],
  ])("names a window that nobody could use: %s", (_, minutes, found) => {
    expect(faults({}, minutesAfter(moments.closes, minutes))).toEqual(found);
  });

  it.each([
    ["at the last start", 0, []],
    ["a minute after it", 1, [{ path: ["signUpWindow", "closesAt"], reason: "window_closes_after_last_start" }]],
  ])("names a window that closes after the last session has begun: %s", (_, minutes, found) => {
    const sessions = [exampleSession({ startsAt: at("2027-02-25T14:00") }), exampleSession({ id: sessionId(2) })];
    expect(faults({ sessions, signUpWindow: { opensAt: moments.opens, closesAt: minutesAfter(moments.starts, minutes) } })).toEqual(found);
  });

  it("does not take a cancelled session for the last start", () => {
    const sessions = [exampleSession(), exampleCancelledSession({ id: sessionId(2), startsAt: at("2027-04-01T14:00") })];
    expect(faults({ sessions, signUpWindow: { opensAt: moments.opens, closesAt: moments.after } }).map((fault) => fault.reason)).toEqual([
      "window_closes_after_last_start",
    ]);
  });
});

/** Every step of an event's life, the statuses it may begin from, and the code that refuses it elsewhere. */
const steps: Record<string, { take: (event: Event) => Result<Event, EventRefusal>; from: EventStatus[]; to: EventStatus; code: string }> = {
  publishEvent: { take: (event) => publishEvent(event, moments.now, undefined), from: ["draft"], to: "published", code: "event_not_draft" },
  closeEvent: { take: (event) => closeEvent(event, moments.now), from: ["published"], to: "closed", code: "event_not_published" },
  reopenEvent: { take: reopenEvent, from: ["closed"], to: "published", code: "event_not_closed" },
  cancelEvent: { take: (event) => cancelEvent(event, "Snow", moments.now), from: ["draft", "published", "closed"], to: "cancelled", code: "event_over" },
};
const moment: Partial<Record<string, "publishedAt" | "closedAt" | "cancelledAt">> = {
  publishEvent: "publishedAt",
  closeEvent: "closedAt",
  cancelEvent: "cancelledAt",
};

describe.each(Object.entries(steps))("%s", (name, { take, from, to, code }) => {
  it.each(eventStatuses)("of an event that is %s", (status) => {
    const event = frozen(exampleEvent(status) as Event);
    const result = take(event);
    if (!from.includes(status)) {
      expect(result).toEqual({ ok: false, refusal: { code, status } });
      return;
    }
    const after = accepted(result);
    expect(after).toMatchObject({ status: to, version: event.version + 1, id: event.id, createdAt: event.createdAt });
    expect(Event.parse(after)).toEqual(after);
    const stamped = moment[name];
    if (stamped) expect((after as Record<string, unknown>)[stamped]).toBe(moments.now);
    if ("publishedAt" in event) expect((after as Record<string, unknown>).publishedAt).toBe(event.publishedAt);
  });
});

describe("publishEvent", () => {
  it("is refused with every fault as long as the event is not ready", () => {
    expect(refusal(publishEvent(exampleEvent("draft", { description: "" }), moments.closes, undefined))).toEqual({
      code: "event_not_ready",
      faults: [
        { path: ["description"], reason: "description_missing" },
        { path: ["signUpWindow", "closesAt"], reason: "window_closed" },
      ],
    });
  });
});

describe("cancelEvent", () => {
  it("keeps the reason, and raises the number that takes each session out of calendars", () => {
    const begun = exampleSession({ id: sessionId(3), sequence: 1, startsAt: moments.now });
    const event = exampleEvent("published", { sessions: [exampleSession({ sequence: 4 }), exampleCancelledSession({ id: sessionId(2), sequence: 2 }), begun] });
    const after = accepted(cancelEvent(frozen(event), "Snow", moments.now));
    expect(after.reason).toBe("Snow");
    expect(after.sessions.map((session) => session.sequence)).toEqual([5, 2, 1]);
  });

  it("says when it was published only where it was", () => {
    expect("publishedAt" in accepted(cancelEvent(exampleEvent("draft"), "Snow", moments.now))).toBe(false);
    expect(accepted(cancelEvent(exampleEvent("closed"), "Snow", moments.now)).publishedAt).toBe(moments.published);
  });
});

describe("sessionsToCome", () => {
  it.each([
    ["a minute before it starts", -1, [1]],
    ["at its start", 0, []],
    ["a minute after", 1, []],
  ])("leaves out what has begun, and what is cancelled: %s", (_, minutes, numbers) => {
    const event = exampleEvent("published", { sessions: [exampleSession(), exampleCancelledSession({ id: sessionId(2) })] });
    expect(sessionsToCome(event, minutesAfter(moments.starts, minutes)).map((session) => session.id)).toEqual(numbers.map(sessionId));
  });
});

describe("cancelSession", () => {
  const event = exampleEvent("published", {
    sessions: [exampleSession(), exampleSession({ id: sessionId(2), sequence: 3 }), exampleCancelledSession({ id: sessionId(3) })],
  });

  it("cancels that session with its reason, and no other", () => {
    const after = accepted(cancelSession(frozen(event), sessionId(2), "Snow", moments.now));
    expect(after).toEqual({
      ...event,
      version: event.version + 1,
      sessions: [event.sessions[0], exampleCancelledSession({ id: sessionId(2), sequence: 4, cancelledAt: moments.now, reason: "Snow" }), event.sessions[2]],
    });
    expect(Event.parse(after)).toEqual(after);
  });

  it("knows no session of another event, and cancels none twice", () => {
    expect(refusal(cancelSession(event, sessionId(9), "Snow", moments.now))).toEqual({ code: "session_unknown", sessionId: sessionId(9) });
    expect(refusal(cancelSession(event, sessionId(3), "Snow", moments.now))).toEqual({ code: "session_cancelled" });
  });

  it.each(eventStatuses)("of an event that is %s", (status) => {
    const found = refusal(cancelSession(exampleEvent(status), sessionId(1), "Snow", moments.now));
    expect(found).toEqual(status === "done" || status === "cancelled" ? { code: "event_over", status } : undefined);
  });

  it.each([
    ["a minute before its start", -1, "published", undefined],
    ["at its start", 0, "published", { code: "session_started", startedAt: moments.starts }],
    ["at its start", 0, "closed", { code: "session_started", startedAt: moments.starts }],
    ["at its start, where nobody was ever told of it", 0, "draft", undefined],
  ] as const)("%s (%i min), %s", (_, minutes, status, found) => {
    expect(refusal(cancelSession(exampleEvent(status), sessionId(1), "Snow", minutesAfter(moments.starts, minutes)))).toEqual(found);
  });
});

describe("finishEvent", () => {
  it.each([
    ["a minute before the last end", -1, false],
    ["at the last end", 0, true],
    ["a minute after it", 1, true],
  ])("files the event once every session is over: %s", (_, minutes, isDone) => {
    const event = frozen(exampleEvent("published", { sessions: [exampleSession({ id: sessionId(2), endsAt: at("2027-03-04T15:00") }), exampleSession()] }));
    const now = minutesAfter(moments.ends, minutes);
    const after = finishEvent(event, now);
    expect(after).toEqual(isDone ? { ...event, status: "done", doneAt: now, version: event.version + 1 } : undefined);
  });

  it("leaves nothing of a closed event's status behind", () => {
    const after = finishEvent(exampleEvent("closed"), moments.after);
    expect(after).toBeDefined();
    expect(Event.parse(after)).toEqual(after);
  });

  it.each(["draft", "done", "cancelled"] as const)("does nothing to an event that is %s", (status) => {
    expect(finishEvent(exampleEvent(status), moments.after)).toBeUndefined();
  });

  it("leaves an event whose sessions are all cancelled open for another one until they would have been over", () => {
    const event = exampleEvent("published", { sessions: [exampleCancelledSession()] });
    expect(finishEvent(event, moments.now)).toBeUndefined();
    expect(finishEvent(event, moments.ends)?.status).toBe("done");
  });

  it("does nothing to an event without sessions", () => {
    expect(finishEvent(exampleEvent("published", { sessions: [] }), moments.after)).toBeUndefined();
  });
});

describe("an event's life, whatever is asked of it in whatever order", () => {
  const allowed: Record<EventStatus, EventStatus[]> = {
    draft: ["draft", "published", "cancelled"],
    published: ["published", "closed", "done", "cancelled"],
    closed: ["closed", "published", "done", "cancelled"],
    done: [],
    cancelled: [],
  };
  type Ask = (event: Event, now: typeof moments.now) => Event | EventRefusal | undefined;
  const asks: Record<string, Ask> = {
    publish: (event, now) => either(publishEvent(event, now, undefined)),
    close: (event, now) => either(closeEvent(event, now)),
    reopen: (event) => either(reopenEvent(event)),
    cancel: (event, now) => either(cancelEvent(event, "Snow", now)),
    cancelFirst: (event, now) => either(cancelSession(event, sessionId(1), "Snow", now)),
    addSession: (event) => {
      const fresh = sessionId(100 + event.version);
      return either(editEvent(event, exampleEventInput({ sessions: [...known(event), exampleSessionInput()] }), untouched, [fresh]));
    },
    removeAll: (event) => either(editEvent(event, exampleEventInput({ sessions: [] }), untouched, [])),
    move: (event) =>
      either(
        editEvent(event, exampleEventInput({ sessions: known(event).map((slot) => ({ ...slot, endsAt: minutesAfter(slot.endsAt, 30) })) }), untouched, []),
      ),
    finish: finishEvent,
  };
  const either = (result: Result<Event, EventRefusal>) => (result.ok ? result.value : result.refusal);
  const known = (event: Event) =>
    event.sessions.map(({ id, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit }) => ({
      id,
      startsAt,
      endsAt,
      capacity,
      partySizeLimit,
      waitlistLimit,
    }));

  it("goes only where it may, one version at a time, and always reads back", () => {
    const order = fc.array(fc.tuple(fc.constantFrom(...Object.keys(asks)), fc.constantFrom(0, 60, 60 * 24 * 10)), { maxLength: 25 });
    fc.assert(
      fc.property(order, (all) => {
        let now = moments.now;
        let event: Event = frozen(exampleEvent("draft"));
        for (const [name, minutes] of all) {
          now = minutesAfter(now, minutes);
          const after: Event | EventRefusal | undefined = asks[name]?.(event, now);
          if (after === undefined || "code" in after) continue;
          expect(allowed[event.status]).toContain(after.status);
          expect(after.version).toBe(event.version + 1);
          expect(Event.parse(after)).toEqual(after);
          expect(new Set(after.sessions.map((session) => session.id)).size).toBe(after.sessions.length);
          for (const session of after.sessions) {
            const before = event.sessions.find((one) => one.id === session.id);
            expect(session.sequence).toBeGreaterThanOrEqual(before?.sequence ?? 0);
            if (before && (before.startsAt !== session.startsAt || before.endsAt !== session.endsAt)) expect(session.sequence).toBeGreaterThan(before.sequence);
            if (before?.status === "cancelled") expect(session).toEqual(before);
          }
          if (after.status === "published" || after.status === "closed") expect(after.sessions.length).toBeGreaterThan(0);
          event = frozen(after);
        }
      }),
    );
  });
});
