import { randomInt } from "node:crypto";
import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { instantFrom, minutesAfter } from "@cte-partnerships/domain";
import type { DynamoDBRecord } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { allItems, countBy } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { deliverAll, follow, StreamTail, withQueue } from "../../test/follow-stream.ts";
import { director, eventInput, publishedEvent, publishedSession, signUpPerson } from "../../test/published-event.ts";
import { cancelEvent } from "../event/cancel-event.ts";
import { cancelSession } from "../event/cancel-session.ts";
import { editEvent } from "../event/edit-event.ts";
import { findEvent } from "../event/store.ts";
import { continueFanOut } from "../fan-out/continue-fan-out.ts";
import { approve } from "../sign-up/approve.ts";
import { reconcileSession } from "../sign-up/reconcile.ts";
import { findSeats } from "../sign-up/seats-store.ts";
import { listArrived, listSignUps, newSignUpWrite } from "../sign-up/store.ts";
import { withdraw } from "../sign-up/withdraw.ts";
import { write } from "../table/transact.ts";
import { handleRecords } from "./stream.ts";

const streamDeps = async () => withQueue(await testDeps());
const office = { kind: "user", userId: "usr_clerk" } as const;

const shuffled = <T>(list: readonly T[]): T[] => {
  const mixed = [...list];
  for (let index = mixed.length - 1; index > 0; index--) {
    const other = randomInt(index + 1);
    [mixed[index], mixed[other]] = [mixed[other] as T, mixed[index] as T];
  }
  return mixed;
};

/** A session of three seats and two places in line with seven people, of whom one with a seat withdraws. */
async function aBusySession(deps: Awaited<ReturnType<typeof streamDeps>>) {
  const { event, sessionId } = await publishedSession(deps, { capacity: 3, waitlistLimit: 2 });
  const answers = [];
  for (let person = 0; person < 7; person++)
    answers.push(await signUpPerson(deps, sessionId, { email: `busy-${person}@canary.example`, name: "Canary Vogelsang" }));
  const [first] = answers;
  if (first?.kind !== "taken_in") throw new Error("the first was not taken in");
  await withdraw(deps, { sessionId, signUpId: first.signUp.id, by: { kind: "person" } });
  return { event, sessionId };
}

describe("the stream", () => {
  it("makes each mail once, though every record comes three times and out of order", async () => {
    const deps = await streamDeps();
    await aBusySession(deps);
    const { dead } = await follow(deps, new StreamTail(deps), (records) => shuffled([...records, ...records, ...records]));
    const mails = await allItems(deps, "mail");
    expect(dead).toEqual([]);
    expect(countBy(mails, (mail) => mail.kind)).toEqual({ confirmed: 3, waitlisted: 2, withdrawn: 1, promoted: 1 });
    expect(new Set(deps.mailQueue.sent)).toEqual(new Set(mails.map((mail) => mail.id)));
  });

  it("one poisoned record in a hundred goes to the dead letters, and the other ninety-nine are followed up", async () => {
    const deps = await streamDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 100 });
    const tail = new StreamTail(deps);
    await follow(deps, tail);
    for (let person = 0; person < 99; person++) {
      await signUpPerson(deps, sessionId, { email: `many-${person}@canary.example` });
      if (person === 41) {
        const poison = { pk: `SES#${sessionId}`, sk: "SU#poison", _t: "sign-up", state: "confirmed", name: "Canary Vogelsang", email: "poison@canary.example" };
        await deps.table.client.send(new PutCommand({ TableName: deps.table.name, Item: poison }));
      }
    }
    const { dead } = await follow(deps, tail);
    expect(dead.map((record) => record.dynamodb?.Keys?.sk?.S)).toEqual(["SU#poison"]);
    expect(countBy(await allItems(deps, "mail"), (mail) => mail.kind)).toEqual({ confirmed: 99 });
    expect(countBy(await allItems(deps, "audit-record"), (record) => record.op)["sign_up.settle"]).toBe(99);
    expect(deps.log.lines.join("\n")).not.toMatch(/canary|vogelsang/i);
  });

  it("where a record fails, those of the same item behind it wait, and those of other items do not", async () => {
    const deps = await streamDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 5 });
    const tail = new StreamTail(deps);
    await follow(deps, tail);
    for (let person = 0; person < 2; person++) {
      const answer = await signUpPerson(deps, sessionId, { email: `order-${person}@example.org` });
      if (answer.kind === "taken_in") await withdraw(deps, { sessionId, signUpId: answer.signUp.id, by: { kind: "person" } });
    }
    const records = await tail.next();
    const [firstOfA] = records.filter((record) => record.dynamodb?.NewImage?._t?.S === "sign-up");
    const broken = records.map((record) =>
      record === firstOfA ? ({ ...record, dynamodb: { ...record.dynamodb, NewImage: undefined } } as unknown as DynamoDBRecord) : record,
    );
    const { batchItemFailures } = await handleRecords(deps, broken);
    expect(batchItemFailures).toEqual([{ itemIdentifier: firstOfA?.dynamodb?.SequenceNumber }]);
    expect(countBy(await allItems(deps, "mail"), (mail) => mail.kind)).toEqual({ confirmed: 1, withdrawn: 1 });
    await handleRecords(deps, records);
    expect(countBy(await allItems(deps, "mail"), (mail) => mail.kind)).toEqual({ confirmed: 2, withdrawn: 2 });
  });

  it("fails a record while the mail queue is gone, and asks again when it is back", async () => {
    const deps = await streamDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 5 });
    await signUpPerson(deps, sessionId);
    const tail = new StreamTail(deps);
    const first = await tail.next();
    await deliverAll(deps, first);
    const second = await tail.next();
    const gone = { ...deps, mailQueue: { send: async () => Promise.reject(new Error("gone")) } };
    expect((await handleRecords(gone, second)).batchItemFailures).toHaveLength(1);
    expect((await handleRecords(deps, second)).batchItemFailures).toEqual([]);
    expect(deps.mailQueue.sent).toHaveLength(1);
  });

  it("settles whoever a crash left unsettled", async () => {
    const deps = await streamDeps();
    const { event, sessionId } = await publishedSession(deps, { capacity: 5 });
    const id = deps.ids.signUp("0123456789abcdefghjkmnpqrs");
    const receivedAt = deps.now();
    const signUp = {
      state: "received",
      id,
      sessionId,
      eventId: event.id,
      name: "Alex Example",
      email: "alex@example.org",
      partySize: 1,
      answers: {},
      receivedAt,
      version: 1,
    } as const;
    const change = { by: { kind: "person" }, at: receivedAt, op: "sign_up.take_in" } as const;
    await write(deps, [newSignUpWrite(deps, { signUp: signUp as never, linkVersion: 1, keyHash: "key", contentHash: "content" }, change)]);
    expect(await listArrived(deps, sessionId, 10)).toHaveLength(1);
    await follow(deps, new StreamTail(deps));
    expect((await listSignUps(deps, sessionId)).map((stored) => stored.signUp.state)).toEqual(["confirmed"]);
    expect(countBy(await allItems(deps, "mail"), (mail) => mail.kind)).toEqual({ confirmed: 1 });
  });
});

describe("a cancelled event", () => {
  it("ends every standing sign-up of each session in pages, frees the seats, and mails each person once", async () => {
    const deps = await streamDeps();
    const event = await publishedEvent(deps, [
      { capacity: 120, waitlistLimit: 0 },
      { capacity: 2, waitlistLimit: 5 },
    ]);
    const [large, small] = event.sessions;
    if (!large || !small) throw new Error("sessions are missing");
    const answers = await Promise.all(Array.from({ length: 110 }, (_, person) => signUpPerson(deps, large.id, { email: `large-${person}@example.org` })));
    for (let person = 0; person < 4; person++) answers.push(await signUpPerson(deps, small.id, { email: `small-${person}@example.org` }));
    const [gone] = answers;
    if (gone?.kind === "taken_in") await withdraw(deps, { sessionId: large.id, signUpId: gone.signUp.id, by: { kind: "person" } });
    const tail = new StreamTail(deps);
    await follow(deps, tail);

    await cancelEvent(deps, { eventId: event.id, version: event.version, by: office, reason: "The building is closed." });
    const { dead } = await follow(deps, tail, (records) => [...records, ...records]);

    expect(dead).toEqual([]);
    expect(countBy(await listSignUps(deps, large.id), (stored) => stored.signUp.state)).toEqual({ cancelled: 109, withdrawn: 1 });
    expect(countBy(await listSignUps(deps, small.id), (stored) => stored.signUp.state)).toEqual({ cancelled: 4 });
    expect(countBy(await allItems(deps, "mail"), (mail) => mail.kind).cancelled).toBe(113);
    for (const { id } of [large, small]) {
      expect(await reconcileSession(deps, id)).toEqual([]);
      expect((await findSeats(deps, id))?.seats).toMatchObject({ confirmed: 0, held: 0, waiting: 0, status: "cancelled" });
    }
    expect(countBy(await allItems(deps, "fan-out"), (fanOut) => fanOut.state)).toEqual({ done: 2 });
  });

  it("goes on where it stood when nobody delivered the next page", async () => {
    const deps = await streamDeps();
    const { event, sessionId } = await publishedSession(deps, { capacity: 120 });
    await Promise.all(Array.from({ length: 60 }, (_, person) => signUpPerson(deps, sessionId, { email: `left-${person}@example.org` })));
    const tail = new StreamTail(deps);
    await follow(deps, tail);
    await cancelSession(deps, { eventId: event.id, version: event.version, by: office, reason: "The speaker is ill.", sessionId });
    // The change, and the fan-out that it starts; the record of its first page gets lost.
    await deliverAll(deps, await tail.next());
    const [fanOut] = await allItems(deps, "fan-out");
    const id = String(fanOut?.id);
    await continueFanOut(deps, id, 1);
    expect(countBy(await listSignUps(deps, sessionId), (stored) => stored.signUp.state)).toEqual({ cancelled: 49, confirmed: 11 });
    await Promise.all([continueFanOut(deps, id, 1), continueFanOut(deps, id, 1)]);
    expect(
      countBy(await listSignUps(deps, sessionId), (stored) => stored.signUp.state),
      "a page that was done is not done again",
    ).toEqual({ cancelled: 49, confirmed: 11 });
    await Promise.all([continueFanOut(deps, id), continueFanOut(deps, id)]);
    expect(countBy(await listSignUps(deps, sessionId), (stored) => stored.signUp.state)).toEqual({ cancelled: 60 });
    expect(await reconcileSession(deps, sessionId)).toEqual([]);
  });
});

describe("a session that moves", () => {
  it("tells everybody who stands, once, and nobody who signed up afterwards or has gone", async () => {
    const deps = await streamDeps();
    const { event, sessionId } = await publishedSession(deps, { capacity: 60, waitlistLimit: 5 });
    const answers = await Promise.all(Array.from({ length: 62 }, (_, person) => signUpPerson(deps, sessionId, { email: `moves-${person}@example.org` })));
    const [gone] = answers;
    if (gone?.kind === "taken_in") await withdraw(deps, { sessionId, signUpId: gone.signUp.id, by: { kind: "person" } });
    const tail = new StreamTail(deps);
    await follow(deps, tail);

    const actor = director(deps);
    const before = (await findEvent(deps, event.id)) ?? event;
    const input = eventInput(deps, [], {
      sessions: before.sessions.map((session) => ({
        id: session.id,
        startsAt: minutesAfter(session.startsAt, 30),
        endsAt: minutesAfter(session.endsAt, 30),
        capacity: 60,
        partySizeLimit: 4,
        waitlistLimit: 5,
      })),
      signUpWindow: before.signUpWindow,
    });
    deps.clock.set(instantFrom(Date.now() + 1000));
    const edited = await editEvent(deps, { actor, eventId: event.id, version: before.version, input });
    expect(edited.ok).toBe(true);
    deps.clock.set(instantFrom(Date.now() + 2000));
    await signUpPerson(deps, sessionId, { email: "afterwards@example.org" });
    await follow(deps, tail, (records) => shuffled([...records, ...records]));

    const told = (await allItems(deps, "mail")).filter((mail) => mail.kind === "session_changed");
    expect(told).toHaveLength(61);
    expect(new Set(told.map((mail) => mail.signUpId)).size).toBe(61);
    expect(told.every((mail) => mail.sequence === 1)).toBe(true);
  });

  it("an edit that changes neither time nor venue tells nobody", async () => {
    const deps = await streamDeps();
    const { event, sessionId } = await publishedSession(deps, { capacity: 60 });
    await signUpPerson(deps, sessionId);
    const { sessions, venue, signUpWindow } = event;
    const input = eventInput(deps, [], {
      title: "Another title",
      venue,
      signUpWindow,
      sessions: sessions.map(({ id, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit }) => ({
        id,
        startsAt,
        endsAt,
        capacity: capacity + 1,
        partySizeLimit,
        waitlistLimit,
      })),
    });
    expect((await editEvent(deps, { actor: director(deps), eventId: event.id, version: event.version, input })).ok).toBe(true);
    await follow(deps, new StreamTail(deps));
    expect(await allItems(deps, "fan-out")).toEqual([]);
  });
});

describe("the audit", () => {
  it("says who changed what, once, and nothing about a person", async () => {
    const deps = await streamDeps();
    const { event, sessionId } = await publishedSession(deps, { capacity: 5 }, { needsApproval: true });
    const answer = await signUpPerson(deps, sessionId, { name: "Canary Vogelsang", email: "audited@canary.example" });
    if (answer.kind !== "taken_in") throw new Error("not taken in");
    await approve(deps, { sessionId, signUpId: answer.signUp.id, by: office, version: answer.signUp.version });
    await cancelEvent(deps, { eventId: event.id, version: event.version, by: office, reason: "The building is closed." });
    await follow(deps, new StreamTail(deps), (records) => [...records, ...records]);

    const records = await allItems(deps, "audit-record");
    const of = (subject: string) => records.filter((record) => record.subject === subject).sort((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1));
    expect(of(answer.signUp.id).map(({ op, by }) => `${op} ${by}`)).toEqual([
      "sign_up.settle person",
      "sign_up.approve usr_clerk",
      "sign_up.cancel system:cancelling",
    ]);
    expect(of(answer.signUp.id)[1]).toMatchObject({ before: { state: "pending" }, after: { state: "confirmed" } });
    expect(of(event.id).map(({ op }) => op)).toEqual(["event.make", "event.publish", "event.cancel"]);
    expect(of(sessionId).map(({ op }) => op)).toEqual(["event.publish", "event.cancel"]);
    for (const record of records) expect(record.listPk).toBe(`AUDIT#${String(record.at).slice(0, 10)}`);
    expect(JSON.stringify(records)).not.toMatch(/canary|vogelsang/i);
  });

  it("that somebody changes or removes by another way is told, since no role can be kept from it", async () => {
    const deps = await streamDeps();
    await publishedEvent(deps, [{ capacity: 1 }]);
    const tail = new StreamTail(deps);
    await follow(deps, tail);
    const told = () => deps.log.lines.filter((line) => line.includes("an audit record was changed"));
    expect(told(), "nothing of ours does it").toEqual([]);
    const [record] = await allItems(deps, "audit-record");
    await deps.table.client.send(new PutCommand({ TableName: deps.table.name, Item: { ...record, by: "usr_somebody" } }));
    await deps.table.client.send(new DeleteCommand({ TableName: deps.table.name, Key: { pk: record?.pk, sk: record?.sk } }));
    await follow(deps, tail);
    expect(told().map((line) => JSON.parse(line).isRemoved)).toEqual([false, true]);
  });
});
