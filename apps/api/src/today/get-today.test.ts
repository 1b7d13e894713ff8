import { type Actor, EmailAddress, type Event, instantFrom, minutesAfter, type SessionId, SignUpInput } from "@cte-partnerships/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { testDeps } from "../../test/deps.ts";
import { actorWith, commission, draftEvent, type EventFields, eventInput, otherCommission, publishedEvent } from "../../test/event-fixtures.ts";
import { follow, StreamTail, withQueue } from "../../test/follow-stream.ts";
import { cancelSession } from "../event/cancel-session.ts";
import { editEvent } from "../event/edit-event.ts";
import { findEvent } from "../event/store.ts";
import { deliver, markDead } from "../mail/deliver.ts";
import { MailDraft } from "../mail/mail.ts";
import { requeueDeadMails } from "../mail/requeue-dead-mails.ts";
import { makeMail } from "../mail/store.ts";
import { suppress } from "../mail/suppression-store.ts";
import { approve } from "../sign-up/approve.ts";
import { signUp } from "../sign-up/sign-up.ts";
import { withdraw } from "../sign-up/withdraw.ts";
import { getToday } from "./get-today.ts";
import { failedMailsAtMost } from "./unreached-people.ts";

/** A Tuesday, ten in the morning in New York. */
const now = instantFrom(Date.UTC(2026, 10, 24, 15));
const director = actorWith("director");
const chair = actorWith("chair", commission as never);
const otherChair = actorWith("chair", otherCommission as never);
const viewer = actorWith("viewer", commission as never);
const by = { kind: "system", part: "test" } as const;

type TestDeps = Awaited<ReturnType<typeof own>>;

async function own() {
  const deps = { ...withQueue(await testDeps()), mailer: { send: async (_message: Uint8Array) => undefined } };
  deps.clock.set(now);
  return deps;
}

const hours = (count: number) => minutesAfter(now, count * 60);
const sessionIn = (days: number, over: object = {}) => ({
  startsAt: hours(days * 24),
  endsAt: hours(days * 24 + 2),
  capacity: 10,
  partySizeLimit: 4,
  waitlistLimit: 2,
  ...over,
});
const window = { opensAt: hours(-24), closesAt: hours(8 * 24) };
type Wished = ReturnType<typeof sessionIn>;
/** Published; sign-ups close with its first session, or a week from now. */
const made = (deps: TestDeps, title: string, sessions: [Wished, ...Wished[]], over: EventFields = {}) => {
  const [{ startsAt }] = sessions;
  const [closesAt = startsAt] = [startsAt, window.closesAt].sort();
  return publishedEvent(deps, { title, host: commission, signUpWindow: { ...window, closesAt }, sessions, ...over });
};

let key = 0;
async function taken(deps: TestDeps, event: Event, partySize = 1, email = `person-${key}@example.org`, index = 0) {
  key += 1;
  const input = SignUpInput.parse({ name: "Canary Leakwell", email, partySize });
  const answer = await signUp(deps, {
    sessionId: event.sessions[index]?.id as SessionId,
    input,
    idempotencyKey: `key-${key}`,
    by: { kind: "person" },
    adder: "person",
  });
  if (answer.kind !== "taken_in") throw new Error(JSON.stringify(answer));
  return answer.signUp;
}

const today = (deps: TestDeps, actor: Actor = director) => getToday(deps, { actor });
/** The titles of what a section names. */
async function section(deps: TestDeps, name: "decisions" | "short" | "lines" | "closing" | "drafts", actor: Actor = director): Promise<string[]> {
  const told = await today(deps, actor);
  const titleOf = (id: string | undefined) => told.sessions.find((session) => session.id === id)?.title ?? "not among the sessions";
  return told[name].map((one) => titleOf(typeof one === "string" ? one : "sessionIds" in one ? one.sessionIds[0] : one.sessionId));
}

describe("today", () => {
  let deps: TestDeps;
  beforeAll(async () => {
    deps = await own();
  });

  it("of an office with nothing to do is empty, with a week of seven days", async () => {
    expect(await today(deps)).toMatchObject({
      day: "2026-11-24",
      until: "2027-01-25",
      isCut: false,
      sessions: [],
      decisions: [],
      short: [],
      lines: [],
      unreached: [],
    });
    expect((await today(deps)).week.map(({ day }) => day)).toEqual([
      "2026-11-24",
      "2026-11-25",
      "2026-11-26",
      "2026-11-27",
      "2026-11-28",
      "2026-11-29",
      "2026-11-30",
    ]);
  });

  it("tells people to decide on, soonest session first, since when the first waits, and forgets them once they are decided on", async () => {
    const later = await made(deps, "Later", [sessionIn(40)], { needsApproval: true });
    const sooner = await made(deps, "Sooner", [sessionIn(20)], { needsApproval: true });
    const first = await taken(deps, later);
    deps.clock.set(hours(1));
    const second = await taken(deps, later, 2);
    const third = await taken(deps, sooner);
    const told = await today(deps);
    expect(told.decisions).toEqual([
      { sessionId: sooner.sessions[0]?.id, oldestAt: third.receivedAt },
      { sessionId: later.sessions[0]?.id, oldestAt: first.receivedAt },
    ]);
    expect(told.sessions.map(({ title, seats }) => [title, seats?.held])).toEqual([
      ["Sooner", 1],
      ["Later", 3],
    ]);
    const decided = await approve(deps, { sessionId: first.sessionId, signUpId: first.id, version: first.version, by });
    expect(decided.ok).toBe(true);
    expect((await today(deps)).decisions[1], "the next one is the first now").toEqual({ sessionId: later.sessions[0]?.id, oldestAt: second.receivedAt });
    for (const one of [second, third]) await withdraw(deps, { sessionId: one.sessionId, signUpId: one.id, by });
    expect((await today(deps)).decisions).toEqual([]);
    deps.clock.set(now);
  });

  it("tells people to decide on at any session to come, and no more of what is far ahead than that", async () => {
    const own1 = await own();
    const near = await made(own1, "Near", [sessionIn(30)], { needsApproval: true });
    const far = await made(own1, "Far", [sessionIn(30), sessionIn(200, { waitlistLimit: 1 }), sessionIn(700)], { needsApproval: true });
    await made(own1, "Nobody", [sessionIn(300)], { needsApproval: true });
    const open = await made(own1, "Decides itself", [sessionIn(300)]);
    await taken(own1, open);
    const [last, first, soon] = [await taken(own1, far, 1, undefined, 2), await taken(own1, far, 1, undefined, 1), await taken(own1, near)];
    const told = await today(own1, chair);
    expect(told.decisions).toEqual([soon, first, last].map(({ sessionId, receivedAt }) => ({ sessionId, oldestAt: receivedAt })));
    expect(told.sessions.filter(({ firstDay }) => firstDay > told.until).map(({ title, seats }) => [title, seats?.held])).toEqual([
      ["Far", 1],
      ["Far", 1],
    ]);
    expect([told.isCut, told.lines]).toEqual([false, []]);
    expect((await today(own1, otherChair)).decisions).toEqual([]);
    expect((await approve(own1, { sessionId: last.sessionId, signUpId: last.id, version: last.version, by })).ok).toBe(true);
    const { id: eventId, version } = far;
    expect((await cancelSession(own1, { eventId, version, sessionId: first.sessionId, reason: "Storm", by })).ok).toBe(true);
    expect((await today(own1)).decisions.map(({ sessionId }) => sessionId)).toEqual([soon.sessionId]);
  });

  it("tells sessions of the week with too few people, and not those with enough or with time", async () => {
    const own1 = await own();
    await made(own1, "Empty", [sessionIn(3)]);
    await made(own1, "Far", [sessionIn(8)]);
    const half = await made(own1, "Half", [sessionIn(4, { partySizeLimit: 10 })]);
    expect(await section(own1, "short")).toEqual(["Empty", "Half"]);
    await taken(own1, half, 5);
    expect(await section(own1, "short")).toEqual(["Empty"]);
    const strict = {
      ...own1,
      agency: { ...own1.agency, policies: { attention: { ...(await today(own1)).policy, shortUnderShare: 0.6, shortWithinDays: 9 } } },
    };
    expect(await section(strict, "short"), "an agency's own habits").toEqual(["Empty", "Half", "Far"]);
  });

  it("tells lines that are full, and those where a seat is free, and forgets them", async () => {
    const own1 = await own();
    const full = await made(own1, "Full", [sessionIn(10, { capacity: 2, partySizeLimit: 2 })]);
    await taken(own1, full, 2);
    const [waits] = [await taken(own1, full), await taken(own1, full)];
    expect((await today(own1)).lines).toEqual([{ sessionId: full.sessions[0]?.id, trouble: "full" }]);
    await withdraw(own1, { sessionId: waits.sessionId, signUpId: waits.id, by });
    expect((await today(own1)).lines, "one waits, and nobody confirmed is one in ten").toEqual([{ sessionId: full.sessions[0]?.id, trouble: "over_full" }]);
    const large = await made(own1, "Large", [sessionIn(12, { capacity: 3, partySizeLimit: 3 })]);
    await taken(own1, large, 2);
    await taken(own1, large, 2);
    expect((await today(own1)).lines.at(-1)).toEqual({ sessionId: large.sessions[0]?.id, trouble: "seats_free" });
  });

  it("tells sign-ups that close within three days and drafts within two weeks", async () => {
    const own1 = await own();
    await made(own1, "Closes", [sessionIn(9)], { signUpWindow: { ...window, closesAt: hours(71) } });
    await made(own1, "Stays open", [sessionIn(9)], { signUpWindow: { ...window, closesAt: hours(73) } });
    await draftEvent(own1, { title: "Near draft", host: commission, sessions: [sessionIn(40), sessionIn(13)] as never });
    await draftEvent(own1, { title: "Far draft", host: commission, sessions: [sessionIn(15)] as never });
    const begun = await draftEvent(own1, { title: "Begun draft", host: commission, sessions: [sessionIn(-0.5), sessionIn(14)] as never });
    expect([await section(own1, "closing"), await section(own1, "drafts")]).toEqual([["Closes"], ["Near draft", "Begun draft"]]);
    const told = (await today(own1)).drafts.find(({ eventId }) => eventId === begun.id);
    expect(told?.sessionIds, "what is behind it is not told").toEqual([begun.sessions[1]?.id]);
    const two = await made(own1, "One is over", [sessionIn(1), sessionIn(9)], { signUpWindow: { ...window, closesAt: hours(71) } });
    own1.clock.set(hours(30));
    const closing = (await today(own1)).closing.find(({ eventId }) => eventId === two.id);
    expect(closing?.sessionIds, "nobody signs up to what is over").toEqual([two.sessions[1]?.id]);
    own1.clock.set(hours(71));
    expect((await section(own1, "closing")).includes("Closes"), "closed by now").toBe(false);
  });

  it("lists this week by the day of each place, what lasts over days in each of them, and no draft", async () => {
    const own1 = await own();
    await made(own1, "Two days", [sessionIn(1, { endsAt: hours(49) })]);
    await made(own1, "Next week", [sessionIn(7)]);
    await draftEvent(own1, { title: "Draft", host: commission, sessions: [sessionIn(2)] as never });
    const titles = async () => {
      const { week, sessions } = await today(own1);
      return week.map(({ sessionIds }) => sessionIds.map((id) => sessions.find((session) => session.id === id)?.title));
    };
    expect(await titles()).toEqual([[], ["Two days"], ["Two days"], [], [], [], []]);
    own1.clock.set(hours(53));
    expect(await titles(), "what is over today still happened today").toEqual([["Two days"], [], [], [], [], ["Next week"], []]);
  });

  it("reads nothing of another host's, and all of it for a grant over the city", async () => {
    const own1 = await own();
    const event = await made(own1, "Ours", [sessionIn(3)], { needsApproval: true });
    await taken(own1, event);
    expect(await section(own1, "decisions", chair)).toEqual(["Ours"]);
    expect(await section(own1, "decisions", viewer), "counts are for viewers too").toEqual(["Ours"]);
    expect(await today(own1, otherChair)).toMatchObject({ sessions: [], decisions: [], short: [] });
    expect(await today(own1, { ...chair, grants: [] })).toMatchObject({ sessions: [], decisions: [] });
    expect(JSON.stringify(await today(own1, viewer))).not.toMatch(/Leakwell/);
  });
});

describe("people whom no mail reaches", () => {
  const withFailures = async () => failuresIn(await own(), "Ours");
  async function failuresIn(deps: TestDeps, title: string) {
    const event = await made(deps, title, [sessionIn(10)]);
    const [bounced, dead] = [await taken(deps, event, 1, "gone@example.org"), await taken(deps, event, 1, "outage@example.org")];
    await suppress(deps, EmailAddress.parse("gone@example.org"), { reason: "bounce", since: now }, { by, at: now, op: "mail.bounce" });
    const tail = new StreamTail(deps);
    await follow(deps, tail);
    for (const mailId of deps.mailQueue.sent.splice(0)) {
      const outage = { ...deps, mailer: { send: async () => Promise.reject(new Error("no service")) } };
      await deliver(outage, mailId).catch(() => markDead(deps, mailId));
    }
    return { deps, event, bounced, dead };
  }

  it("are told by event and reason, to those within reach, with their names for whoever may see who signed up", async () => {
    const { deps, event } = await withFailures();
    const line = { eventId: event.id, title: "Ours", count: 1, sessionIds: [event.sessions[0]?.id] };
    for (const actor of [director, chair]) {
      const { unreached, sessions } = await today(deps, actor);
      expect(unreached.toSorted((a, b) => (a.why < b.why ? -1 : 1))).toMatchObject([
        { ...line, why: "bounce", people: [{ name: "Canary Leakwell", email: "gone@example.org" }] },
        { ...line, why: "dead", people: [{ email: "outage@example.org" }] },
      ]);
      expect(sessions.map(({ title }) => title)).toEqual(["Ours"]);
    }
    expect((await today(deps, viewer)).unreached).toMatchObject([{ people: [] }, { people: [] }]);
    expect(JSON.stringify(await today(deps, viewer))).not.toMatch(/Leakwell|example\.org/);
    expect((await today(deps, otherChair)).unreached).toEqual([]);
  });

  it("are told no more once they withdrew, their session began, or a month went by", async () => {
    const { deps, bounced } = await withFailures();
    await withdraw(deps, { sessionId: bounced.sessionId, signUpId: bounced.id, by });
    expect((await today(deps)).unreached.map(({ why }) => why)).toEqual(["dead"]);
    deps.clock.set(hours(11 * 24));
    expect((await today(deps)).unreached).toEqual([]);
  });

  it("are told as the least that they are where more mails failed than are looked at, and as they are where each was", async () => {
    const { deps, event, dead } = await withFailures();
    expect((await today(deps)).isUnreachedCut).toBe(false);
    const more = async (from: number, to: number) => {
      for (let index = from; index < to; index++) {
        const mail = {
          id: `mail-${index}`,
          kind: "confirmed",
          eventId: event.id,
          sessionId: dead.sessionId,
          signUpId: dead.id,
          wasConfirmed: false,
          createdAt: now,
        } as const;
        await makeMail(deps, MailDraft.parse(mail), { by, at: now, op: "mail.make" });
        await markDead(deps, mail.id);
      }
    };
    await more(1, failedMailsAtMost);
    expect(await today(deps), "as many as are looked at").toMatchObject({ isUnreachedCut: false });
    await more(failedMailsAtMost, failedMailsAtMost + 1);
    for (const actor of [director, chair]) expect(await today(deps, actor)).toMatchObject({ isUnreachedCut: true });
    expect(await today(deps, otherChair)).toMatchObject({ isUnreachedCut: false, unreached: [] });
  });

  async function handOver(deps: TestDeps, { id: eventId }: Event, host: unknown): Promise<void> {
    const event = (await findEvent(deps, eventId)) as Event;
    const input = eventInput(now, { title: "Ours", host: host as never, signUpWindow: window });
    const { id, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit } = event.sessions[0] as Event["sessions"][number];
    const sessions = [{ id, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit }];
    const edited = await editEvent(deps, { actor: director, eventId, version: event.version, input: { ...input, sessions } });
    expect(edited.ok).toBe(true);
  }

  it("are told no more to a host that handed the event over, and from then on to the one that has it, however often it is handed on", async () => {
    const { deps, event } = await withFailures();
    const { event: other } = await failuresIn(deps, "Stays");
    const tail = new StreamTail(deps);
    await follow(deps, tail);
    await handOver(deps, event, otherCommission);
    expect((await today(deps, chair)).unreached.map(({ title }) => title)).toEqual(["Stays", "Stays"]);
    expect((await today(deps, otherChair)).unreached, "before the change is followed up (control)").toEqual([]);
    await follow(deps, tail, (records) => [...records, ...records]);
    expect((await today(deps, otherChair)).unreached.map(({ why }) => why).sort()).toEqual(["bounce", "dead"]);
    expect((await today(deps, chair)).unreached.map(({ eventId }) => eventId)).toEqual([other.id, other.id]);
    expect((await today(deps, director)).unreached).toHaveLength(4);
    await handOver(deps, event, commission);
    await follow(deps, tail);
    expect([(await today(deps, chair)).unreached.length, (await today(deps, otherChair)).unreached.length]).toEqual([4, 0]);
  });

  it("are told to no new host once they were tried anew and delivered", async () => {
    const { deps, event } = await withFailures();
    const tail = new StreamTail(deps);
    await follow(deps, tail);
    expect(await requeueDeadMails(deps)).toBe(1);
    await handOver(deps, event, otherCommission);
    await follow(deps, tail);
    expect((await today(deps, otherChair)).unreached.map(({ why }) => why)).toEqual(["bounce"]);
  });
});
