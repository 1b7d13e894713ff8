import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import {
  chosenPeopleAtMost,
  defaultWritingPolicy,
  EmailAddress,
  type Event,
  instantFrom,
  minutesAfter,
  UserId,
  type WritingPolicy,
} from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import { counting } from "../../bench/rig/consumed.ts";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { deliverAll, follow, StreamTail, withQueue } from "../../test/follow-stream.ts";
import { publishedEvent, publishedSession, signUpPerson } from "../../test/published-event.ts";
import { beginSession } from "../access/begin-session.ts";
import { findActor } from "../access/find-actor.ts";
import { registerUser } from "../access/register-user.ts";
import { continueFanOut } from "../fan-out/continue-fan-out.ts";
import { sweep } from "../lambda/schedule.ts";
import { deliver, markDead } from "../mail/deliver.ts";
import { requeueDeadMails } from "../mail/requeue-dead-mails.ts";
import { makeMail } from "../mail/store.ts";
import { suppress } from "../mail/suppression-store.ts";
import { withdraw } from "../sign-up/withdraw.ts";
import { WriteInput } from "./contract.ts";
import { listMessages } from "./list-messages.ts";
import { previewMessage } from "./preview-message.ts";
import { readMessage } from "./read-message.ts";
import { sendTest } from "./send-test.ts";
import { writeMessage } from "./write-message.ts";

const userId = "usr_01jd0000000000000000000000" as never;
const by = { kind: "person" } as const;
type SessionId = Event["sessions"][number]["id"];

async function messageDeps() {
  const sent: string[] = [];
  const mailer = { send: async (message: Uint8Array) => void sent.push(Buffer.from(message).toString()) };
  return { ...withQueue(await testDeps()), sent, mailer };
}
type TestDeps = Awaited<ReturnType<typeof messageDeps>>;

const input = (over: object = {}) =>
  WriteInput.parse({
    message: { subject: "Doors open at eight", text: "Please come by eight." },
    audience: { kind: "states", states: ["confirmed"] },
    reach: "session",
    ...over,
  });

const toOf = (message: string) => /^To: (.*)$/m.exec(message)?.[1]?.trim();
const messagesIn = (deps: TestDeps) => deps.sent.filter((message) => /^Subject: Doors/m.test(message)).map(toOf);

async function people(deps: TestDeps, sessionId: SessionId, names: readonly string[]) {
  const taken = [];
  for (const name of names) {
    const answer = await signUpPerson(deps, sessionId, { name, email: `${name.toLowerCase()}@example.org` });
    if (answer.kind !== "taken_in") throw new Error(answer.kind);
    taken.push(answer.signUp);
  }
  return taken;
}

/** A session with these people, whose own mails have gone out already. */
async function sessionWith(deps: TestDeps, names: readonly string[], capacity = 10) {
  const { event, sessionId } = await publishedSession(deps, { capacity, partySizeLimit: 1, waitlistLimit: 50 });
  const signUps = await people(deps, sessionId, names);
  const tail = new StreamTail(deps);
  await follow(deps, tail);
  await deliverQueued(deps);
  deps.sent.length = 0;
  // A later moment than the sign-ups'.
  deps.clock.set(minutesAfter(deps.now(), 1));
  return { event, sessionId, signUps, tail };
}

async function deliverQueued(deps: TestDeps): Promise<string[]> {
  const outcomes = [];
  for (const mailId of deps.mailQueue.sent.splice(0)) outcomes.push(await deliver(deps, mailId));
  return outcomes;
}

async function written(deps: TestDeps, event: Event, sessionId: SessionId, over: object = {}, idempotencyKey = "key") {
  const answer = await writeMessage(deps, { userId, event, sessionId, input: input(over), idempotencyKey });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

const countsOf = async (deps: TestDeps, event: Event, sessionId: SessionId) => (await listMessages(deps, { event, sessionId })).messages[0];

describe("writing to everyone in a state", () => {
  it("reaches each of them once, and nobody in another state, however often and late its records come", async () => {
    const deps = await messageDeps();
    const { event, sessionId, tail } = await sessionWith(deps, ["Ann", "Ben", "Cat"], 2);
    expect(await written(deps, event, sessionId)).toMatchObject({ people: 2 });
    await follow(deps, tail, (records) => [...records, ...records.toReversed(), ...records]);
    await follow(deps, new StreamTail(deps));
    await deliverQueued(deps);
    expect(messagesIn(deps).sort()).toEqual(["ann@example.org", "ben@example.org"]);
    expect(await countsOf(deps, event, sessionId)).toMatchObject({ people: 2, made: 2, sent: 2, failed: 0, isFinished: true, states: ["confirmed"] });
  });

  it("(the control) is twice where a page that is done again makes its mails under other ids", async () => {
    const deps = await messageDeps();
    const { event, sessionId, signUps, tail } = await sessionWith(deps, ["Ann"]);
    const { id: messageId } = await written(deps, event, sessionId);
    await follow(deps, tail);
    const [mail] = (await allItems(deps, "mail")).filter(({ kind }) => kind === "message");
    const draft = { kind: "message", eventId: event.id, sessionId, signUpId: signUps[0]?.id as never, messageId, wasConfirmed: false } as const;
    const change = { by: { kind: "system", part: "test" }, at: deps.now(), op: "mail.make" } as const;
    for (const id of [String(mail?.id), "another"]) await makeMail(deps, { ...draft, id, createdAt: deps.now() }, change);
    await follow(deps, tail);
    await deliverQueued(deps);
    expect(messagesIn(deps)).toEqual(["ann@example.org", "ann@example.org"]);
  });

  it("is one message where the same request comes again, and refuses the key for another", async () => {
    const deps = await messageDeps();
    const { event, sessionId } = await sessionWith(deps, ["Ann"]);
    const first = await written(deps, event, sessionId);
    expect(await written(deps, event, sessionId)).toEqual(first);
    const other = await writeMessage(deps, {
      userId,
      event,
      sessionId,
      input: input({ message: { subject: "Other", text: "Other." } }),
      idempotencyKey: "key",
    });
    expect(other).toEqual({ ok: false, refusal: { code: "idempotency_key_reused" } });
    expect(await allItems(deps, "message")).toHaveLength(1);
  });

  it("to all sessions is one message as well where it comes again after the event got another session", async () => {
    const deps = await messageDeps();
    const { event, sessionId } = await sessionWith(deps, ["Ann"]);
    const first = await written(deps, event, sessionId, { reach: "event" });
    const longer = { ...event, sessions: [...event.sessions, { ...event.sessions[0], id: `ses_${"1".repeat(26)}` }] } as Event;
    expect(await written(deps, longer, sessionId, { reach: "event" })).toEqual(first);
    const narrower = await writeMessage(deps, { userId, event: longer, sessionId, input: input(), idempotencyKey: "key" });
    expect(narrower, "the control").toEqual({ ok: false, refusal: { code: "idempotency_key_reused" } });
  });

  it("gives none to whoever withdrew before their turn, and says so in its count", async () => {
    const deps = await messageDeps();
    const { event, sessionId, signUps, tail } = await sessionWith(deps, ["Ann", "Ben"]);
    await written(deps, event, sessionId);
    await follow(deps, tail);
    await withdraw(deps, { sessionId, signUpId: signUps[0]?.id as never, by });
    await deliverQueued(deps);
    expect(messagesIn(deps)).toEqual(["ben@example.org"]);
    expect(await countsOf(deps, event, sessionId)).toMatchObject({ made: 2, sent: 1, overtaken: 1 });
  });

  it("gives none to whoever signed up after it was written", async () => {
    const deps = await messageDeps();
    const { event, sessionId, tail } = await sessionWith(deps, ["Ann"]);
    await written(deps, event, sessionId);
    deps.clock.set(minutesAfter(deps.now(), 1));
    await people(deps, sessionId, ["Late"]);
    await follow(deps, tail);
    await deliverQueued(deps);
    expect(messagesIn(deps)).toEqual(["ann@example.org"]);
  });

  it("is refused where nobody would get it, and nothing is kept", async () => {
    const deps = await messageDeps();
    const { event, sessionId } = await sessionWith(deps, ["Ann"]);
    const asked = { userId, event, sessionId, input: input({ audience: { kind: "states", states: ["pending"] } }), idempotencyKey: "key" };
    expect(await writeMessage(deps, asked)).toEqual({ ok: false, refusal: { code: "nobody_to_write_to" } });
    expect(await allItems(deps, "message")).toEqual([]);
  });

  it("leaves a record of who wrote, to which states and to how many, and of nothing that it says", async () => {
    const deps = await messageDeps();
    const { event, sessionId, tail } = await sessionWith(deps, ["Ann"]);
    await written(deps, event, sessionId, { message: { subject: "Doors", text: "Canary Vogelsang brings the key." } });
    await follow(deps, tail);
    const records = (await allItems(deps, "audit-record")).filter(({ op }) => String(op).startsWith("message"));
    expect(records).toMatchObject([{ subject: sessionId, by: userId, op: "message.write", after: { people: 1, states: "confirmed" } }]);
    expect(JSON.stringify(records) + deps.log.lines.join()).not.toMatch(/vogelsang|doors/i);
  });
});

describe("writing to many", () => {
  it("goes out 49 at a time, so that whoever signs up meanwhile does not wait behind all of them", async () => {
    const deps = await messageDeps();
    const names = Array.from({ length: 120 }, (_, index) => `P${index}`);
    const { event, sessionId, tail } = await sessionWith(deps, names, 200);
    await written(deps, event, sessionId);
    await follow(deps, tail);
    const waits = deps.mailQueue.sent.map((id) => deps.mailQueue.waits.get(id) ?? 0);
    const together = [0, 10, 20].map((seconds) => waits.filter((wait) => wait === seconds).length);
    expect(together, "mails that wait for 0, 10 and 20 seconds").toEqual([49, 49, 22]);
    const queued = deps.mailQueue.sent.length;
    await people(deps, sessionId, ["Quick"]);
    await follow(deps, tail);
    const [quick = ""] = deps.mailQueue.sent.slice(queued);
    expect(deps.mailQueue.waits.get(quick), "a confirmation does not wait").toBe(0);
    await deliverQueued(deps);
    expect(new Set(messagesIn(deps)).size).toBe(120);
    expect(messagesIn(deps)).toHaveLength(120);
    expect(await countsOf(deps, event, sessionId)).toMatchObject({ made: 120, sent: 120, isFinished: true });
  });

  it("does not wait for pages of people whom it is not for: a few in a long roster have theirs at once", async () => {
    const deps = await messageDeps();
    const names = Array.from({ length: 75 }, (_, index) => `P${index}`);
    const { event, sessionId, tail } = await sessionWith(deps, names, 65);
    await written(deps, event, sessionId, { audience: { kind: "states", states: ["waitlisted"] } });
    await follow(deps, tail);
    expect(deps.mailQueue.sent.map((id) => deps.mailQueue.waits.get(id))).toEqual(Array.from({ length: 10 }, () => 0));
  });

  it("leaves a mail that has to wait longer than a queue lets it to the sweep, which finds it when its time has come", async () => {
    const deps = await messageDeps();
    const { event, sessionId, signUps, tail } = await sessionWith(deps, ["Ann"]);
    const { id: messageId } = await written(deps, event, sessionId);
    const sendAfter = minutesAfter(deps.now(), 20);
    const draft = { id: "late", kind: "message", eventId: event.id, sessionId, signUpId: signUps[0]?.id as never, messageId, wasConfirmed: false } as const;
    await makeMail(deps, { ...draft, createdAt: deps.now(), sendAfter }, { by: { kind: "system", part: "test" }, at: deps.now(), op: "mail.make" });
    await follow(deps, tail);
    expect(deps.mailQueue.sent).not.toContain("late");
    for (const [minutes, isFound] of [
      [10, false],
      [23, true],
    ] as const) {
      deps.mailQueue.sent.length = 0;
      deps.clock.set(minutesAfter(sendAfter, minutes - 20));
      await sweep(deps);
      expect(deps.mailQueue.sent.includes("late"), `after ${minutes} minutes`).toBe(isFound);
    }
  });

  it("goes on where it stood when the next page was never delivered, and nobody gets two", async () => {
    const deps = await messageDeps();
    const names = Array.from({ length: 60 }, (_, index) => `P${index}`);
    const { event, sessionId, tail } = await sessionWith(deps, names, 200);
    await written(deps, event, sessionId);
    // The message starts the fan-out; the change that asks for its first page is lost.
    await deliverAll(deps, await tail.next());
    await tail.next();
    deps.clock.set(minutesAfter(deps.now(), 10));
    expect(await sweep(deps)).toMatchObject({ continuedFanOuts: 1 });
    const [fanOut] = await allItems(deps, "fan-out");
    await Promise.all([continueFanOut(deps, String(fanOut?.id)), continueFanOut(deps, String(fanOut?.id), 2)].map((done) => done.catch(() => undefined)));
    await follow(deps, tail);
    await follow(deps, new StreamTail(deps));
    await deliverQueued(deps);
    expect(messagesIn(deps)).toHaveLength(60);
    expect(new Set(messagesIn(deps)).size).toBe(60);
    expect(await countsOf(deps, event, sessionId)).toMatchObject({ made: 60, sent: 60 });
  });

  it("of all sessions of an event, gives one mail to whoever signed up for two of them", async () => {
    const deps = await messageDeps();
    const event = await publishedEvent(deps, [
      { capacity: 5, partySizeLimit: 1 },
      { capacity: 5, partySizeLimit: 1 },
    ]);
    const [first, second] = event.sessions.map(({ id }) => id) as [SessionId, SessionId];
    await people(deps, first, ["Ann", "Ben"]);
    await people(deps, second, ["Ann", "Cat"]);
    deps.clock.set(minutesAfter(deps.now(), 1));
    const actor = { userId, name: "Dana", grants: [] };
    const preview = await previewMessage(deps, { actor, event, sessionId: first, input: input({ reach: "event" }) });
    expect(preview).toMatchObject({ people: 3, isPeopleExact: true, leftOut: [{ name: "Ann", why: "same_address" }] });
    expect(await written(deps, event, second, { reach: "event" })).toMatchObject({ people: 3 });
    await follow(deps, new StreamTail(deps));
    await deliverQueued(deps);
    expect(messagesIn(deps).sort()).toEqual(["ann@example.org", "ben@example.org", "cat@example.org"]);
    for (const sessionId of [first, second])
      expect(await countsOf(deps, event, sessionId)).toMatchObject({ reach: "event", made: 3, sent: 3, isFinished: true });
  });
});

describe("a message to all sessions of an event", () => {
  it("reaches whoever withdrew from one of them for the other, where they are still in, and nobody who is in none", async () => {
    const deps = await messageDeps();
    const event = await publishedEvent(deps, [
      { capacity: 5, partySizeLimit: 1 },
      { capacity: 5, partySizeLimit: 1 },
    ]);
    const [first, second] = event.sessions.map(({ id }) => id) as [SessionId, SessionId];
    const [ann, ben] = await people(deps, first, ["Ann", "Ben"]);
    await people(deps, second, ["Ann"]);
    deps.clock.set(minutesAfter(deps.now(), 1));
    await written(deps, event, first, { reach: "event" });
    await follow(deps, new StreamTail(deps));
    for (const signUp of [ann, ben]) await withdraw(deps, { sessionId: first, signUpId: signUp?.id as never, by });
    await deliverQueued(deps);
    expect(messagesIn(deps)).toEqual(["ann@example.org"]);
    expect(deps.sent.find((message) => /^Subject: Doors/m.test(message))).toContain(`/manage/`);
    expect(await countsOf(deps, event, second)).toMatchObject({ made: 2, sent: 1, overtaken: 1 });
  });
});

describe("writing to people who were chosen", () => {
  it("reaches them alone, and the preview says who of them gets none and why", async () => {
    const deps = await messageDeps();
    const { event, sessionId, signUps, tail } = await sessionWith(deps, ["Ann", "Ben", "Cat", "Dan"]);
    const [ann, ben, cat] = signUps;
    await withdraw(deps, { sessionId, signUpId: ben?.id as never, by });
    await suppress(
      deps,
      EmailAddress.parse("cat@example.org"),
      { reason: "bounce", since: deps.now() },
      { by: { kind: "system", part: "test" }, at: deps.now(), op: "t" },
    );
    const audience = { kind: "people", signUpIds: [ann?.id, ben?.id, cat?.id] };
    const before = JSON.stringify(await allItems(deps));
    const preview = await previewMessage(deps, {
      actor: { userId, name: "Dana", grants: [], address: EmailAddress.parse("dana@example.org") },
      event,
      sessionId,
      input: input({ audience }),
    });
    expect(preview).toMatchObject({
      people: 1,
      leftOut: [
        { name: "Ben", why: "withdrawn" },
        { name: "Cat", why: "address_held" },
      ],
      testAddress: "dana@example.org",
    });
    expect(preview.mail.subject).toBe("Doors open at eight");
    expect(preview.mail.text).toContain("Hello Ann,\n\nPlease come by eight.\n\nEvent:");
    expect(preview.mail.text, "no link that works").not.toMatch(/\/manage\/\w/);
    expect(JSON.stringify(await allItems(deps)), "nothing is changed").toBe(before);
    await written(deps, event, sessionId, { audience });
    await follow(deps, tail);
    await deliverQueued(deps);
    expect(messagesIn(deps)).toEqual(["ann@example.org"]);
    expect(await countsOf(deps, event, sessionId), "the held one is told too").toMatchObject({ people: 1, made: 2, sent: 1, held: 1 });
  });

  it("reads who was chosen to make its mails, and for none of them", async () => {
    const deps = await messageDeps();
    const { event, sessionId, signUps, tail } = await sessionWith(deps, ["Ann", "Ben"]);
    const others = Array.from({ length: chosenPeopleAtMost - 1 }, (_, index) => `sgn_${String(index).padStart(52, "0")}`);
    const audience = { kind: "people", signUpIds: [signUps[0]?.id, ...others] };
    const first = await written(deps, event, sessionId, { audience });
    expect(await written(deps, event, sessionId, { audience }), "the same request again").toEqual(first);
    const another = { userId, event, sessionId, input: input({ audience: { kind: "people", signUpIds: others } }), idempotencyKey: "key" };
    expect(await writeMessage(deps, another)).toMatchObject({ refusal: { code: "idempotency_key_reused" } });
    await follow(deps, tail);
    const { table, take } = counting(deps.table);
    take();
    expect(await deliverQueued({ ...deps, table })).toEqual(["sent"]);
    // Their ids are some 28 units.
    expect(take().read).toBeLessThan(10);
    expect(messagesIn(deps)).toEqual(["ann@example.org"]);
  });

  it("takes chosen people of one session alone", () => {
    const audience = { kind: "people", signUpIds: [`sgn_${"0".repeat(52)}`] };
    expect(WriteInput.safeParse({ ...input(), audience, reach: "event" }).success).toBe(false);
  });
});

describe("a list of messages", () => {
  it("is told without the texts, and costs the same however long they are; each is read by itself, by whoever writes to that session", async () => {
    const deps = await messageDeps();
    const event = await publishedEvent(deps, [{ capacity: 5 }, { capacity: 5 }]);
    const [first, second] = event.sessions.map(({ id }) => id) as [SessionId, SessionId];
    await people(deps, first, ["Ann"]);
    deps.clock.set(minutesAfter(deps.now(), 1));
    const { table, take } = counting(deps.table);
    const long = { subject: "Doors", text: "a".repeat(5000) };
    const list = async () => {
      take();
      const { messages } = await listMessages({ ...deps, table }, { event, sessionId: first });
      return { messages, read: take().read };
    };
    const { id: short } = await written(deps, event, first, {}, "key-0");
    const one = await list();
    for (let index = 1; index <= 8; index++) await written(deps, event, first, { message: long }, `key-${index}`);
    const many = await list();
    expect(JSON.stringify(many.messages)).not.toContain("aaaa");
    expect(many.messages).toHaveLength(9);
    // 40,000 characters of texts would be ten more units.
    expect(many.read - one.read).toBeLessThan(3);
    const place = { event, messageId: short };
    expect(await readMessage(deps, { ...place, sessionId: first })).toMatchObject({ ok: true, value: { text: "Please come by eight." } });
    expect(await readMessage(deps, { ...place, sessionId: second })).toEqual({ ok: false, refusal: { code: "message_unknown" } });
  });
});

describe("a limit", () => {
  const limitedTo = (deps: TestDeps, over: Partial<WritingPolicy>): TestDeps => ({
    ...deps,
    agency: { ...deps.agency, policies: { ...deps.agency.policies, writing: { ...defaultWritingPolicy, ...over } } },
  });

  it("of messages to an event's people holds for all who write and all its sessions at once, not for the same request again, and ends with the day", async () => {
    const deps = limitedTo(await messageDeps(), { messagesPerEventPerDay: 3 });
    const event = await publishedEvent(deps, [{ capacity: 5 }, { capacity: 5 }]);
    const [first, second] = event.sessions.map(({ id }) => id) as [SessionId, SessionId];
    for (const sessionId of [first, second]) await people(deps, sessionId, ["Ann"]);
    deps.clock.set(instantFrom(Date.parse(`${deps.now().slice(0, 10)}T23:00:00.000Z`)));
    const codesOf = async (times: number) =>
      await Promise.all(
        Array.from({ length: times }, (_, index) => {
          const sessionId = index % 2 === 0 ? first : second;
          const by = UserId.parse(`usr_01jd000000000000000000000${index % 3}`);
          return writeMessage(deps, { userId: by, event, sessionId, input: input(), idempotencyKey: `${deps.now()} ${index}` });
        }),
      );
    const answers = await codesOf(12);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { code: "too_many_messages", most: 3, retryAfterSeconds: 3600 } });
    expect(await allItems(deps, "message")).toHaveLength(3);
    for (const [index, answer] of answers.entries()) {
      if (!answer.ok) continue;
      const sessionId = index % 2 === 0 ? first : second;
      const again = {
        userId: UserId.parse(`usr_01jd000000000000000000000${index % 3}`),
        event,
        sessionId,
        input: input(),
        idempotencyKey: `${deps.now()} ${index}`,
      };
      expect(await writeMessage(deps, again), "the same request again").toEqual(answer);
    }
    deps.clock.set(minutesAfter(deps.now(), 60));
    expect((await codesOf(1))[0]?.ok).toBe(true);
  });

  it("of tests holds for a person over all events, and for nobody else", async () => {
    const deps = limitedTo(await messageDeps(), { testsPerPersonPerHour: 2 });
    const here = await sessionWith(deps, []);
    const there = await sessionWith(deps, []);
    const actor = { userId: UserId.parse(userId), name: "Dana", grants: [], address: EmailAddress.parse("dana@example.org") };
    deps.clock.set(instantFrom(Date.parse(`${deps.now().slice(0, 13)}:30:00.000Z`)));
    const test = ({ event, sessionId }: typeof here, by = actor) => sendTest(deps, { actor: by, event, sessionId, message: input().message });
    expect([(await test(here)).ok, (await test(there)).ok]).toEqual([true, true]);
    expect(await test(here)).toEqual({ ok: false, refusal: { code: "too_many_tests", most: 2, retryAfterSeconds: 1800 } });
    expect(await allItems(deps, "message-test")).toHaveLength(2);
    expect((await test(here, { ...actor, userId: UserId.parse("usr_01jd0000000000000000000001") })).ok).toBe(true);
  });
});

describe("what was written", () => {
  it("is forgotten with whom it went to, so long after the event's last session; until the table does so, nobody is told of it", async () => {
    const deps = await messageDeps();
    const { event, sessionId, signUps } = await sessionWith(deps, ["Ann"]);
    const { id: messageId } = await written(deps, event, sessionId, { audience: { kind: "people", signUpIds: [signUps[0]?.id] } });
    const end = Math.max(...event.sessions.map(({ endsAt }) => Date.parse(endsAt))) + defaultWritingPolicy.keptForDays * 86_400_000;
    const kept = (await allItems(deps)).filter(({ pk }) => String(pk).startsWith("MSG#"));
    expect(kept.map(({ expires }) => expires)).toEqual(Array.from({ length: 4 }, () => Math.ceil(end / 1000)));
    const told = async () => [(await listMessages(deps, { event, sessionId })).messages.length, (await readMessage(deps, { event, sessionId, messageId })).ok];
    deps.clock.set(instantFrom(end - 1));
    expect(await told()).toEqual([1, true]);
    deps.clock.set(instantFrom(end));
    expect(await told()).toEqual([0, false]);
  });

  it("may be forgotten while a mail of it waits: that one is closed, and not tried for ever", async () => {
    const deps = await messageDeps();
    const { event, sessionId, tail } = await sessionWith(deps, ["Ann"]);
    await written(deps, event, sessionId);
    await follow(deps, tail);
    const { client, name } = deps.table;
    for (const { pk, sk } of (await allItems(deps)).filter(({ pk }) => String(pk).startsWith("MSG#"))) {
      await client.send(new DeleteCommand({ TableName: name, Key: { pk, sk } }));
    }
    expect(await deliverQueued(deps)).toEqual(["overtaken"]);
    expect((await allItems(deps, "mail")).filter(({ kind, state }) => kind === "message" && state === "queued")).toEqual([]);
    expect(messagesIn(deps)).toEqual([]);
  });
});

describe("a mail of a message", () => {
  it("that cannot be delivered is counted as failed, once, and no more when it is tried anew", async () => {
    const deps = await messageDeps();
    const { event, sessionId, tail } = await sessionWith(deps, ["Ann"]);
    await written(deps, event, sessionId);
    await follow(deps, tail);
    const [mailId = ""] = deps.mailQueue.sent.splice(0);
    await Promise.all([markDead(deps, mailId), markDead(deps, mailId), markDead(deps, mailId)]);
    expect(await countsOf(deps, event, sessionId)).toMatchObject({ made: 1, sent: 0, failed: 1 });
    expect(await requeueDeadMails(deps)).toBe(1);
    await Promise.all(Array.from({ length: 4 }, () => deliver(deps, mailId)));
    expect(await countsOf(deps, event, sessionId)).toMatchObject({ made: 1, sent: 1, failed: 0 });
    expect(messagesIn(deps)).toEqual(["ann@example.org"]);
  });
});

describe("a test", () => {
  it("goes to the address that the writer's sign-in vouches for, says that it is one, and is forgotten with the address", async () => {
    const deps = await messageDeps();
    const { event, sessionId, tail } = await sessionWith(deps, ["Ann"]);
    const actor = { userId, name: "Dana", grants: [], address: EmailAddress.parse("dana@example.org") };
    const message = input().message;
    expect(await sendTest(deps, { actor, event, sessionId, message })).toEqual({ ok: true, value: { address: EmailAddress.parse("dana@example.org") } });
    await follow(deps, tail);
    await deliverQueued(deps);
    expect(deps.sent.map(toOf)).toEqual(["dana@example.org"]);
    expect(deps.sent[0]).toMatch(/^Subject: Test: Doors open at eight/m);
    expect(deps.sent[0], "no link that works").not.toMatch(/\/manage\/\w/);
    const [kept] = await allItems(deps, "message-test");
    expect(Number(kept?.expires)).toBeLessThan(Date.parse(deps.now()) / 1000 + 25 * 3600);
    expect((await listMessages(deps, { event, sessionId })).messages, "it is no message to anybody").toEqual([]);
    expect(JSON.stringify(await allItems(deps, "mail")) + deps.log.lines.join()).not.toContain("dana@");
  });

  it("is refused where the sign-in vouches for no address: none can be typed", async () => {
    const deps = await messageDeps();
    const { event, sessionId } = await sessionWith(deps, []);
    const sent = await sendTest(deps, { actor: { userId, name: "Dana", grants: [] }, event, sessionId, message: input().message });
    expect(sent).toEqual({ ok: false, refusal: { code: "own_address_unknown" } });
  });

  it("goes to an address as this system writes them, and what is none to it is as if none were vouched for", async () => {
    const deps = await messageDeps();
    const system = { kind: "system", part: "test" } as const;
    const user = await registerUser(deps, { issuer: "https://login.example", subject: "dana", name: "Dana", by: system });
    const addressOf = async (told: string) => (await findActor(deps, await beginSession(deps, user, told), { isInUse: false }))?.address;
    expect(await addressOf(" Dana@Example.org")).toBe("dana@example.org");
    expect(await addressOf("dana@localhost, else@example.org")).toBeUndefined();
  });
});
