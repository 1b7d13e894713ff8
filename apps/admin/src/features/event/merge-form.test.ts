import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleEvent } from "../../../test/sample-event.ts";
import { type EventFormValues, emptySession } from "./event-form-values.ts";
import { formValuesOf } from "./form-values-of.ts";
import { inputOf } from "./input-of.ts";
import { mergeForm, withChoices, withTyped } from "./merge-form.ts";

const before = formValuesOf(sampleEvent);
const session = (index: number, change: Partial<EventFormValues["sessions"][number]>): EventFormValues => ({
  ...before,
  sessions: before.sessions.map((known, at) => (at === index ? { ...known, ...change } : known)),
});
const [first, second] = before.sessions as [EventFormValues["sessions"][number], EventFormValues["sessions"][number]];

describe("two clerks change one event", () => {
  test("the second is asked about a field that both changed, and only told of those that the first alone did", () => {
    const merge = mergeForm(before, { ...before, title: "Theirs", needsApproval: false }, { ...before, title: "Mine", description: "Mine too" });
    expect(merge.both).toMatchObject([{ id: "title", base: "Career Day", theirs: "Theirs", mine: "Mine" }]);
    expect(merge.onlyTheirs).toMatchObject([{ id: "needsApproval", base: true, theirs: false }]);
    expect(withChoices(merge, {})).toEqual({ ...before, title: "Mine", description: "Mine too", needsApproval: false });
    expect(withChoices(merge, { title: "theirs" })).toEqual({ ...before, title: "Theirs", description: "Mine too", needsApproval: false });
  });

  test("fields of one session, and of one venue, are chosen one by one", () => {
    const theirs = { ...session(0, { capacity: 50, startsAt: "08:00" }), venue: { ...before.venue, online: { joinUrl: "https://a.example", note: "" } } };
    const mine = { ...session(0, { capacity: 60, label: "Early" }), venue: { ...before.venue, online: { joinUrl: "https://b.example", note: "Headset" } } };
    const merge = mergeForm(before, theirs, mine);
    expect(merge.both.map(({ id }) => id)).toEqual(["venue/online/joinUrl", `sessions/${first.id}/capacity`]);
    const { sessions, venue } = withChoices(merge, { [`sessions/${first.id}/capacity`]: "theirs" });
    expect(sessions[0]).toMatchObject({ capacity: 50, startsAt: "08:00", label: "Early" });
    expect(venue.online).toEqual({ joinUrl: "https://b.example", note: "Headset" });
  });

  test("a day that both moved is one question, and its last day goes along", () => {
    const merge = mergeForm(before, session(0, { date: "2026-11-05", lastDate: "2026-11-05" }), session(0, { date: "2026-11-06", lastDate: "2026-11-06" }));
    expect(merge.both.map(({ id }) => id)).toEqual([`sessions/${first.id}/date`]);
    expect(withChoices(merge, { [`sessions/${first.id}/date`]: "theirs" }).sessions[0]).toMatchObject({ date: "2026-11-05", lastDate: "2026-11-05" });
  });

  test("sessions that one of them added stay, and what one alone removed is gone", () => {
    const theirs = { ...before, sessions: [first, { ...second, id: "ses_theirs", key: "ses_theirs" }] };
    const mine = { ...before, sessions: [first, second, { ...emptySession, key: "new-1", label: "Mine" }] };
    expect(
      withChoices(mergeForm(before, theirs, mine), {})
        .sessions.map(({ key }) => key)
        .sort(),
    ).toEqual(["new-1", first.key, "ses_theirs"].sort());
  });

  test("what a save added whose answer never came stands once: sessions and questions are known by what was typed", () => {
    const [question] = before.questions as [EventFormValues["questions"][number]];
    const session = { ...emptySession, date: "2026-11-09", lastDate: "2026-11-09", startsAt: "09:00", endsAt: "10:00", capacity: 5 };
    const asked = { ...question, key: "new-q", id: "", label: "Anything else?", options: question.options.map((option) => ({ ...option, id: "" })) };
    const mine: EventFormValues = {
      ...before,
      title: "Mine",
      sessions: [...before.sessions, { ...session, key: "new-1" }, { ...session, key: "new-2" }, { ...session, key: "new-3", capacity: 6 }],
      questions: [...before.questions, asked],
    };
    const theirs: EventFormValues = {
      ...before,
      title: "Mine",
      sessions: [...before.sessions, { ...session, id: "ses_saved", key: "ses_saved" }],
      questions: [...before.questions, { ...asked, id: "anything-else", key: "anything-else", options: question.options }],
    };
    const { sessions, questions } = withChoices(mergeForm(before, theirs, mine), {});
    expect(sessions.map(({ key }) => key).sort()).toEqual([...before.sessions.map(({ key }) => key), "new-2", "new-3", "ses_saved"].sort());
    expect(questions.map(({ id }) => id)).toEqual([...before.questions.map(({ id }) => id), "anything-else"]);
  });

  test("a session that the first removed while the second changed it is asked about, and comes back as a new one", () => {
    const merge = mergeForm(before, { ...before, sessions: [second] }, session(0, { label: "Kept" }));
    expect(merge.both).toMatchObject([{ id: `sessions/${first.id}`, theirs: undefined }]);
    const chosen = withChoices(merge, {});
    const kept = chosen.sessions.find(({ label }) => label === "Kept");
    // The API refuses an id that the event has no more: only those that it still has are sent.
    const after = { ...sampleEvent, sessions: sampleEvent.sessions.filter(({ id }) => id === second.id) };
    expect(
      inputOf(chosen, after)
        .sessions.flatMap(({ id }) => id ?? [])
        .sort(),
    ).toEqual([second.id]);
    expect(inputOf(chosen, after).sessions).toHaveLength(2);
    expect(kept).toMatchObject({ id: "", label: "Kept" });
    expect(kept?.key).not.toBe(first.id);
    expect(withChoices(merge, { [`sessions/${first.id}`]: "theirs" }).sessions.map(({ id }) => id)).toEqual([second.id]);
  });

  test("a session that the first cancelled while the second changed it is asked about: it stays cancelled, and a new one has what was typed", () => {
    const typed = session(0, { capacity: 60, startsAt: "08:00" });
    // The first had moved it before they cancelled it.
    const theirs = session(0, { capacity: 50 });
    const cancelled = { now: new Set([first.id]), before: new Set<string>() };
    const merge = mergeForm(before, theirs, typed, cancelled);
    expect(merge.both).toMatchObject([{ id: `sessions/${first.id}`, isCancelled: true, base: first, mine: { capacity: 60, startsAt: "08:00" } }]);
    const { sessions } = withChoices(merge, {});
    expect(sessions.map(({ id, capacity }) => [id, capacity])).toEqual([
      [first.id, 50],
      ["", 60],
      [second.id, second.capacity],
    ]);
    expect(sessions[1]).toMatchObject({ startsAt: "08:00", label: first.label });
    expect(sessions[1]?.key).not.toBe(first.key);
    expect(withChoices(merge, { [`sessions/${first.id}`]: "theirs" })).toEqual(theirs);
  });

  test("a session that the first cancelled and the second has not touched is told of, and one that was cancelled before is not", () => {
    const mine = { ...before, title: "Mine" };
    const merge = mergeForm(before, before, mine, { now: new Set([first.id, second.id]), before: new Set([second.id]) });
    expect(merge).toMatchObject({ both: [], onlyTheirs: [{ path: ["sessions", first.id, "status"], theirs: "cancelled" }] });
    expect(withChoices(merge, {})).toEqual(mine);
    expect(mergeForm(before, before, mine, { now: new Set([first.id]) }).onlyTheirs, "where nobody knows what was cancelled before").toEqual([]);
  });

  test("nothing of either gets lost: every field that one alone changed is in what they go on with", () => {
    const words = fc.constantFrom("Career Day", "a", "b");
    const change = fc.record({ title: words, description: words, capacity: fc.constantFrom(40, 41, 42), label: fc.constantFrom("Morning", "x") });
    const made = ({ title, description, capacity, label }: { title: string; description: string; capacity: number; label: string }): EventFormValues => ({
      ...session(0, { capacity, label }),
      title,
      description,
    });
    const fields = (values: EventFormValues) => [values.title, values.description, values.sessions[0]?.capacity, values.sessions[0]?.label];
    fc.assert(
      fc.property(change, change, (one, other) => {
        const [theirs, mine] = [made(one), made(other)];
        const merged = fields(withChoices(mergeForm(before, theirs, mine), {}));
        const [was, firsts, seconds] = [fields(before), fields(theirs), fields(mine)];
        merged.forEach((value, index) => {
          expect(value).toEqual(seconds[index] === was[index] ? firsts[index] : seconds[index]);
        });
      }),
    );
  });
});

describe("a form that was kept and is gone on with", () => {
  test("has on top of it what was typed before somebody said so", () => {
    const kept = { ...before, title: "Kept", description: "Kept too", sessions: [...before.sessions, { ...emptySession, key: "new-kept", label: "Kept" }] };
    const typed = { ...before, title: "Typed since", sessions: [...before.sessions, { ...emptySession, key: "new-typed", label: "Typed" }] };
    const both = withTyped(before, kept, typed);
    expect(both).toMatchObject({ title: "Typed since", description: "Kept too" });
    expect(both.sessions.map(({ key }) => key).sort()).toEqual([first.key, second.key, "new-kept", "new-typed"].sort());
    expect(withTyped(before, kept, before)).toEqual(kept);
  });
});
