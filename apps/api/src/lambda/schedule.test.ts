import { type Instant, instantFrom, minutesAfter } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import { allItems, countBy } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { deliverAll, follow, StreamTail, withQueue } from "../../test/follow-stream.ts";
import { publishedEvent, publishedSession, signUpPerson } from "../../test/published-event.ts";
import { cancelEvent } from "../event/cancel-event.ts";
import { cancelSession } from "../event/cancel-session.ts";
import { findEvent } from "../event/store.ts";
import { findMail } from "../mail/store.ts";
import { findSeats, seatsDeltaWrite, unsettledWrite } from "../sign-up/seats-store.ts";
import { changedSignUpWrite, findSignUp, listSignUps, newSignUpWrite } from "../sign-up/store.ts";
import { write } from "../table/transact.ts";
import { sweep } from "./schedule.ts";

const minute = 60_000;
const inMinutes = (minutes: number): Instant => instantFrom(Date.now() + minutes * minute);

async function scheduleDeps() {
  const deps = withQueue(await testDeps());
  return deps;
}

/** Somebody taken in by a process that ended before it settled them. */
async function leftUnsettled(
  deps: Awaited<ReturnType<typeof scheduleDeps>>,
  at: { eventId: string; sessionId: string },
  person = "0123456789abcdefghjkmnpqrs",
) {
  const id = deps.ids.signUp(person);
  const receivedAt = deps.now();
  const signUp = { ...at, state: "received", id, name: "Alex Example", email: "alex@example.org", partySize: 1, answers: {}, receivedAt, version: 1 };
  const change = { by: { kind: "person" }, at: receivedAt, op: "sign_up.take_in" } as const;
  await write(deps, [newSignUpWrite(deps, { signUp: signUp as never, linkVersion: 1, keyHash: "key", contentHash: "content" }, change)]);
  return id;
}

describe("the sweeper", () => {
  it("settles whoever was left unsettled, and clears the mark that stood in the short way", async () => {
    const deps = await scheduleDeps();
    const { event, sessionId } = await publishedSession(deps, { capacity: 2 });
    await leftUnsettled(deps, { eventId: event.id, sessionId });
    await write(deps, [unsettledWrite(deps, sessionId, { by: { kind: "system", part: "intake" }, at: deps.now(), op: "sign_up.unsettled" })]);
    expect(await sweep(deps)).toMatchObject({ settledSessions: 1, receivedMails: 0 });
    expect((await listSignUps(deps, sessionId)).map(({ signUp }) => signUp.state)).toEqual(["confirmed"]);
    expect((await findSeats(deps, sessionId))?.unsettledSince).toBeUndefined();
    expect(await sweep(deps), "nothing is left").toMatchObject({ settledSessions: 0 });
  });

  it("answers whoever was taken in while their event was being cancelled, also where the stream gave up", async () => {
    const deps = await scheduleDeps();
    const { event, sessionId } = await publishedSession(deps, { capacity: 2 });
    await cancelEvent(deps, { eventId: event.id, version: event.version, reason: "Snow.", by: { kind: "user", userId: "usr_clerk" } });
    await leftUnsettled(deps, { eventId: event.id, sessionId });
    await sweep(deps);
    expect((await listSignUps(deps, sessionId)).map(({ signUp }) => signUp.state)).toEqual(["cancelled"]);
  });

  it("moves a line up that a crash kept from moving", async () => {
    const deps = await scheduleDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 1, waitlistLimit: 5 });
    const first = await signUpPerson(deps, sessionId, { email: "first@example.org" });
    await signUpPerson(deps, sessionId, { email: "second@example.org" });
    if (first.kind !== "taken_in") throw new Error("not taken in");
    // A withdrawal whose process ended after its write and before the line moved.
    const stored = await findSignUp(deps, sessionId, first.signUp.id);
    if (!stored) throw new Error("not found");
    const change = { by: { kind: "person" }, at: deps.now(), op: "sign_up.withdraw" } as const;
    const { seatedAt: _seatedAt, ...rest } = stored.signUp as typeof stored.signUp & { seatedAt?: string };
    const withdrawn = { ...rest, state: "withdrawn", endedAt: deps.now(), version: stored.signUp.version + 1 } as never;
    await write(deps, [changedSignUpWrite(deps, stored, withdrawn, change), seatsDeltaWrite(deps, sessionId, { confirmed: -1, held: 0, waiting: 0 }, change)]);
    await sweep(deps);
    expect(countBy(await listSignUps(deps, sessionId), ({ signUp }) => signUp.state)).toEqual({ withdrawn: 1, confirmed: 1 });
  });

  it("tells somebody who is still unsettled after a minute that they are safe: not before, and once", async () => {
    const deps = await scheduleDeps();
    const { event, sessionId } = await publishedSession(deps, { capacity: 2 });
    const id = await leftUnsettled(deps, { eventId: event.id, sessionId });
    // Every write of a settling fails; the table answers otherwise.
    const { client } = deps.table;
    const noSettling = Object.create(client, {
      send: {
        value: (command: { constructor: { name: string }; input: { TransactItems?: { Update?: { Key?: { pk?: string } } }[] } }) => {
          const writesSeats = command.input.TransactItems?.some((member) => member.Update?.Key?.pk?.startsWith("SEAT#"));
          return writesSeats
            ? Promise.reject(Object.assign(new Error("no"), { name: "ValidationException", $metadata: { httpStatusCode: 400 } }))
            : client.send(command as never);
        },
      },
    });
    const broken = { ...deps, table: { ...deps.table, client: noSettling } };
    expect(await sweep(broken)).toMatchObject({ receivedMails: 0 });
    deps.clock.set(inMinutes(1.1));
    expect(await sweep(broken)).toMatchObject({ receivedMails: 1 });
    expect(await sweep(broken)).toMatchObject({ receivedMails: 0 });

    // The stream makes the mail; it settles too, so the mail is overtaken by the time it is sent.
    const tail = new StreamTail(deps);
    await follow(deps, tail, (records) => [...records, ...records]);
    expect(
      countBy(
        (await allItems(deps, "mail")).filter((mail) => mail.signUpId === id),
        (mail) => mail.kind,
      ),
    ).toEqual({ received: 1, confirmed: 1 });
  });

  it("goes on with a fan-out that stands still, and leaves one that moves alone", async () => {
    const deps = await scheduleDeps();
    const { event, sessionId } = await publishedSession(deps, { capacity: 60 });
    for (let person = 0; person < 3; person++) await signUpPerson(deps, sessionId);
    const tail = new StreamTail(deps);
    await follow(deps, tail);
    await cancelSession(deps, { eventId: event.id, version: event.version, sessionId, reason: "Snow.", by: { kind: "user", userId: "usr_clerk" } });
    await deliverAll(deps, await tail.next());
    expect(await sweep(deps)).toMatchObject({ continuedFanOuts: 0 });
    deps.clock.set(inMinutes(3));
    expect(await sweep(deps)).toMatchObject({ continuedFanOuts: 1 });
    expect(countBy(await listSignUps(deps, sessionId), ({ signUp }) => signUp.state)).toEqual({ cancelled: 3 });
  });

  it("queues mails again that no queue knows of any more, and files events that are over", async () => {
    const deps = await scheduleDeps();
    const event = await publishedEvent(deps, [{ capacity: 5 }]);
    const [session] = event.sessions;
    if (!session) throw new Error("no session");
    await signUpPerson(deps, session.id);
    await follow(deps, new StreamTail(deps));
    const [mailId = ""] = deps.mailQueue.sent.splice(0);
    expect(await sweep(deps)).toMatchObject({ mailsQueuedAgain: 0, finishedEvents: 0 });
    deps.clock.set(minutesAfter(session.endsAt, 1));
    expect(await sweep(deps)).toMatchObject({ mailsQueuedAgain: 1, finishedEvents: 1 });
    expect(deps.mailQueue.sent).toEqual([mailId]);
    expect(await findMail(deps, mailId)).toMatchObject({ state: "queued" });
    expect((await findEvent(deps, event.id))?.status).toBe("done");
  });

  it("one part that fails does not stop the others, and is told", async () => {
    const deps = await scheduleDeps();
    const { event, sessionId } = await publishedSession(deps, { capacity: 5 });
    await signUpPerson(deps, sessionId);
    await follow(deps, new StreamTail(deps));
    await leftUnsettled(deps, { eventId: event.id, sessionId });
    deps.clock.set(inMinutes(3));
    const gone = { ...deps, mailQueue: { send: async () => Promise.reject(new Error("gone")) } };
    await expect(sweep(gone)).rejects.toThrow("gone");
    expect(countBy(await listSignUps(deps, sessionId), ({ signUp }) => signUp.state)).toEqual({ confirmed: 2 });
    expect(deps.log.lines.some((line) => line.includes('"part":"mails"'))).toBe(true);
  });
});
