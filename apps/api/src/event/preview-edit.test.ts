import { type Event, type EventId, minutesAfter, type SessionId, SignUpInput } from "@cte-partnerships/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { actorWith, commission, draftEvent, type EventFields, eventInput, otherCommission, publishedEvent } from "../../test/event-fixtures.ts";
import { follow, StreamTail, withQueue } from "../../test/follow-stream.ts";
import { signUp } from "../sign-up/sign-up.ts";
import { withdraw } from "../sign-up/withdraw.ts";
import { editEvent } from "./edit-event.ts";
import { previewEdit } from "./preview-edit.ts";
import { previewMails, unsavedEvent } from "./preview-event.ts";

let deps: ReturnType<typeof withQueue<Awaited<ReturnType<typeof testDeps>>>>;
const director = actorWith("director");
beforeEach(async () => {
  deps = withQueue(await testDeps());
});

async function comes(sessionId: SessionId, email: string, partySize = 1) {
  const input = SignUpInput.parse({ name: "Canary Leakwell", email, partySize });
  const answer = await signUp(deps, { sessionId, input, idempotencyKey: email, by: { kind: "person" }, adder: "person" });
  if (answer.kind !== "taken_in") throw new Error(answer.kind);
  return answer.signUp;
}

const small = () => {
  const [first, second] = eventInput(deps.now()).sessions;
  return [
    { ...first, label: "Morning", capacity: 2, partySizeLimit: 2 },
    { ...second, label: "Noon", capacity: 2, partySizeLimit: 2 },
  ] as never;
};

/** The event as it is written back by a form, with some of it changed. */
const written = (event: Event, over: EventFields = {}, turn: (session: Event["sessions"][number], index: number) => object = () => ({})) =>
  eventInput(deps.now(), {
    host: event.host,
    signUpWindow: event.signUpWindow,
    sessions: event.sessions.map((session, index) => {
      const { id, label, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit } = session;
      return { id, label, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit, ...turn(session, index) };
    }),
    ...over,
  });
const previewOf = async (event: Event, input = written(event)) => {
  const previewed = await previewEdit(deps, { actor: director, eventId: event.id, version: event.version, input });
  if (!previewed.ok) throw new Error(JSON.stringify(previewed.refusal));
  return previewed.value;
};
const later = ({ startsAt, endsAt }: Event["sessions"][number]) => ({ startsAt: minutesAfter(startsAt, 30), endsAt: minutesAfter(endsAt, 30) });

async function eventWithPeople() {
  const event = await publishedEvent(deps, { host: commission, sessions: small() });
  const [morning, noon] = event.sessions as [Event["sessions"][number], Event["sessions"][number]];
  for (const email of ["a@example.org", "b@example.org", "c@example.org"]) await comes(morning.id, email);
  await comes(noon.id, "d@example.org", 2);
  const gone = await comes(noon.id, "e@example.org");
  await withdraw(deps, { sessionId: noon.id, signUpId: gone.id, by: { kind: "person" } });
  return event;
}

describe("what a save would tell people", () => {
  it("is nothing where nothing that they must hear of changes", async () => {
    const event = await eventWithPeople();
    expect(await previewOf(event, written(event, { title: "Another title", description: "Another text." }))).toEqual({
      sessions: [],
      movesUp: [],
      mailCount: 0,
      isMailCountExact: true,
      samples: [],
    });
  });

  it("is told by session and by what they have, with what changed and a sample of each mail", async () => {
    const event = await eventWithPeople();
    const preview = await previewOf(
      event,
      written(event, {}, (session, index) => (index === 0 ? later(session) : {})),
    );
    const [morning] = event.sessions;
    expect(preview.sessions).toEqual([
      {
        sessionId: morning?.id,
        label: "Morning",
        changes: ["time"],
        before: { startsAt: morning?.startsAt, endsAt: morning?.endsAt },
        after: later(morning as never),
        told: { received: 0, confirmed: 2, pending: 0, waitlisted: 1 },
        countedIn: "sign_ups",
      },
    ]);
    expect(preview).toMatchObject({ mailCount: 3, movesUp: [] });
    expect(preview.samples.map(({ kind, state }) => [kind, state])).toEqual([
      ["session_changed", "confirmed"],
      ["session_changed", "waitlisted"],
    ]);
    expect(preview.samples[0]).toMatchObject({ subject: expect.stringMatching(/^Changed: /), text: expect.stringContaining("Alex Example") });
    expect(JSON.stringify(preview), "nobody real is in it").not.toMatch(/Leakwell|@example\.org.*@example\.org/);
  });

  it("a venue that changes is told to everybody of every session; more seats tell those who move up", async () => {
    const event = await eventWithPeople();
    const elsewhere = await previewOf(event, written(event, { venue: { kind: "virtual", zone: "America/New_York" as never, online: {} } }));
    expect(elsewhere.sessions.map(({ changes, told }) => [changes, told.confirmed])).toEqual([
      [["place"], 2],
      [["place"], 1],
    ]);
    const roomier = await previewOf(
      event,
      written(event, {}, (_, index) => (index === 0 ? { capacity: 3 } : {})),
    );
    expect(roomier).toMatchObject({ sessions: [], movesUp: [{ label: "Morning", confirmed: 1, pending: 0, isAtLeast: false }], mailCount: 1 });
    expect(roomier.samples).toMatchObject([{ kind: "promoted", state: "confirmed" }]);
  });

  it("is what saving then does: as many mails of each kind, to those who stand in it", async () => {
    const event = await eventWithPeople();
    const tail = new StreamTail(deps);
    await follow(deps, tail);
    const before = (await allItems(deps, "mail")).length;
    deps.clock.set(minutesAfter(deps.now(), 1));
    const input = written(event, { venue: { kind: "virtual", zone: "America/New_York" as never, online: {} } }, (_, index) =>
      index === 0 ? { capacity: 3 } : {},
    );
    const preview = await previewOf(event, input);
    const saved = await editEvent(deps, { actor: director, eventId: event.id, version: event.version, input });
    expect(saved.ok).toBe(true);
    await follow(deps, tail);
    const mails = await allItems(deps, "mail");
    expect(mails.length - before).toBe(preview.mailCount);
    const changed = mails.filter(({ kind }) => kind === "session_changed").length;
    expect(changed).toBe(preview.sessions.reduce((sum, { told }) => sum + told.confirmed + told.pending + told.waitlisted + told.received, 0));
  });

  it("changes nothing, and is refused as the save would be", async () => {
    const event = await eventWithPeople();
    const all = async () => JSON.stringify((await Promise.all(["event", "seats", "sign-up", "mail", "fan-out"].map((kind) => allItems(deps, kind)))).flat());
    const before = await all();
    await previewOf(event, written(event, {}, later));
    expect(await all()).toBe(before);

    const ask = (input: ReturnType<typeof written>, actor = director, version = event.version) =>
      Promise.all([previewEdit(deps, { actor, eventId: event.id, version, input }), editEvent(deps, { actor, eventId: event.id, version, input })]);
    const wrong = [
      await ask(written(event, { sessions: [] })),
      await ask(written(event), director, 99),
      await ask(written(event, { activityTypeId: "act_nothing" as never })),
      await ask(written(event, { details: { studentName: "Ada" } })),
      await ask(
        written(event, {}, () => ({ capacity: 30 })),
        actorWith("school_coordinator", commission as never),
      ),
    ];
    for (const [preview, save] of wrong) {
      expect(preview.ok).toBe(false);
      expect(preview).toEqual(save);
    }
    expect(await all()).toBe(before);
  });

  it("of a draft is nothing: nobody has heard of it", async () => {
    const draft = await draftEvent(deps, { host: commission });
    expect(await previewOf(draft, written(draft, {}, later))).toMatchObject({ mailCount: 0, samples: [] });
  });
});

describe("what stands in an editor", () => {
  const unsaved = (over: EventFields) => unsavedEvent(deps, { actor: director, input: eventInput(deps.now(), over) });

  it("can be looked at before it is saved, with every mail that it can send, to nobody real, and nothing is kept of it", async () => {
    const made = await unsaved({ needsApproval: true });
    if (!made.ok) throw new Error(made.refusal.code);
    const mails = previewMails(deps, made.value);
    expect(mails.map(({ kind }) => kind)).toEqual([
      "received",
      "pending",
      "confirmed",
      "declined",
      "waitlisted",
      "promoted",
      "refused",
      "session_changed",
      "withdrawn",
      "cancelled",
      "link",
    ]);
    for (const { text } of mails) expect(text).toContain("Hello Alex Example,");
    const plain = await unsaved({ sessions: small() });
    expect(previewMails(deps, plain.ok ? plain.value : made.value).map(({ kind }) => kind)).not.toContain("pending");
    expect(await allItems(deps, "event")).toEqual([]);
  });

  it("is refused where it does not fit, beside the field", async () => {
    expect(await unsaved({ details: { firms: "many" } })).toMatchObject({
      refusal: { code: "details_invalid", faults: [{ path: ["details", "firms"], message: expect.stringContaining("number") }] },
    });
  });

  it("may name what its event names already and the agency has no more, as the save may, and not what one out of reach names", async () => {
    const event = await draftEvent(deps, { host: commission });
    const boroughs = { ...deps.agency.boroughs, find: () => undefined };
    const later = { ...deps, agency: { ...deps.agency, boroughs } };
    const input = written(event, { title: "Another title" });
    const ask = (eventId?: EventId, actor = director) => unsavedEvent(later, { actor, input, eventId });
    expect(await ask(event.id)).toMatchObject({ ok: true, value: { title: "Another title" } });
    const refused = { ok: false, refusal: { code: "reference_unknown", paths: ["venue.place.boroughId"] } };
    expect(await ask()).toEqual(refused);
    expect(await ask(event.id, actorWith("chair", otherCommission as never))).toEqual(refused);
  });
});
