import { isStanding } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import { testDeps } from "../../test/deps.ts";
import { publishedEvent, publishedSession, signUpPatiently, signUpPerson, tally, word } from "../../test/published-event.ts";
import { approve } from "./approve.ts";
import { changeCapacity } from "./change-capacity.ts";
import { decline } from "./decline.ts";
import { findSeats } from "./seats-store.ts";
import { settleSession } from "./settle-queue.ts";
import { listSignUps } from "./store.ts";
import { withdraw } from "./withdraw.ts";

describe("signUp", () => {
  it("confirms while seats last, then gives places in line, then refuses", async () => {
    const deps = await testDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 2, waitlistLimit: 1 });
    const answers = [];
    for (let n = 0; n < 4; n++) answers.push(await signUpPerson(deps, sessionId));
    expect(answers.map(word)).toEqual(["confirmed", "confirmed", "waitlisted", "session_full"]);
    expect(await listSignUps(deps, sessionId)).toHaveLength(3);
  });

  it("gives the same id to the same key and content, and refuses the key for other content", async () => {
    const deps = await testDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 1 });
    const person = { email: "a@example.org", idempotencyKey: "k" };
    const first = await signUpPerson(deps, sessionId, person);
    const again = await signUpPerson(deps, sessionId, person);
    expect(again).toMatchObject({ kind: "taken_in", isReplay: true, signUp: { id: first.kind === "taken_in" && first.signUp.id, state: "confirmed" } });
    expect(word(await signUpPerson(deps, sessionId, { ...person, name: "Somebody Else" }))).toBe("idempotency_key_reused");
    expect(word(await signUpPerson(deps, sessionId, { ...person, idempotencyKey: "other" }))).toBe("already_signed_up");
  });

  it("takes one seat when the same request comes five times at once", async () => {
    const deps = await testDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 10 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => signUpPerson(deps, sessionId, { email: "a@example.org", idempotencyKey: "k" })));
    expect(new Set(answers.map((answer) => answer.kind === "taken_in" && answer.signUp.id)).size).toBe(1);
    expect((await findSeats(deps, sessionId))?.seats.confirmed).toBe(1);
  });

  it("takes somebody who withdrew in anew, at the end of the line, and keeps what was", async () => {
    const deps = await testDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 1, waitlistLimit: 5 });
    const first = await signUpPerson(deps, sessionId, { email: "a@example.org", idempotencyKey: "k1" });
    await signUpPerson(deps, sessionId, { email: "b@example.org" });
    if (first.kind !== "taken_in") throw new Error("not taken in");
    expect((await withdraw(deps, { sessionId, signUpId: first.signUp.id, by: { kind: "person" } })).ok).toBe(true);
    const anew = await signUpPerson(deps, sessionId, { email: "a@example.org", idempotencyKey: "k2" });
    expect(anew).toMatchObject({ kind: "taken_in", signUp: { state: "waitlisted", place: 1 } });
    const replay = await signUpPerson(deps, sessionId, { email: "a@example.org", idempotencyKey: "k1" });
    expect(replay).toMatchObject({ kind: "taken_in", isReplay: true, signUp: { id: first.signUp.id, state: "withdrawn" } });
    const states = (await listSignUps(deps, sessionId)).map((stored) => stored.signUp.state);
    expect(states.sort()).toEqual(["confirmed", "waitlisted"]);
  });

  it("promotes in order when a seat is freed and when capacity is raised", async () => {
    const deps = await testDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 1, waitlistLimit: 5 });
    const answers = [];
    for (let n = 0; n < 4; n++) answers.push(await signUpPerson(deps, sessionId));
    const [first, second, third] = answers.map((answer) => (answer.kind === "taken_in" ? answer.signUp.id : undefined));
    if (!first) throw new Error("not taken in");
    await withdraw(deps, { sessionId, signUpId: first, by: { kind: "person" } });
    const state = async (id: string | undefined) => (await listSignUps(deps, sessionId)).find((stored) => stored.signUp.id === id)?.signUp.state;
    expect([await state(second), await state(third)]).toEqual(["confirmed", "waitlisted"]);
    const raised = await changeCapacity(deps, { sessionId, capacity: 2, settingsVersion: 1, by: { kind: "person" } });
    expect(raised).toMatchObject({ ok: true, value: { confirmed: 2, waiting: 1 } });
    expect(await state(third)).toBe("confirmed");
    expect(await changeCapacity(deps, { sessionId, capacity: 3, settingsVersion: 1, by: { kind: "person" } })).toMatchObject({
      ok: false,
      refusal: { code: "version_conflict", current: 2 },
    });
  });

  it("holds a seat where the office approves, frees it on decline, and gives it to the next", async () => {
    const deps = await testDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 1, waitlistLimit: 5 }, { needsApproval: true });
    const [first, second] = [await signUpPerson(deps, sessionId), await signUpPerson(deps, sessionId)];
    expect([word(first), word(second)]).toEqual(["pending", "waitlisted"]);
    if (first.kind !== "taken_in" || second.kind !== "taken_in") throw new Error("not taken in");
    const by = { kind: "user", userId: "usr_x" } as const;
    expect(await approve(deps, { sessionId, signUpId: second.signUp.id, by })).toMatchObject({ ok: false, refusal: { code: "not_pending" } });
    expect(await decline(deps, { sessionId, signUpId: first.signUp.id, by, version: first.signUp.version })).toMatchObject({
      ok: true,
      value: { state: "declined" },
    });
    expect((await findSeats(deps, sessionId))?.seats).toMatchObject({ held: 1, waiting: 0 });
    expect(await approve(deps, { sessionId, signUpId: second.signUp.id, by })).toMatchObject({ ok: true, value: { state: "confirmed" } });
    expect(await approve(deps, { sessionId, signUpId: second.signUp.id, by, version: 1 })).toMatchObject({ ok: false, refusal: { code: "version_conflict" } });
  });

  it("allows one session of the event a person, where the event says so", async () => {
    const deps = await testDeps();
    const { event, sessionId } = await publishedSession(deps, { capacity: 5 }, { oneSessionPerPerson: true });
    expect(event.sessions).toHaveLength(1);
    const first = await signUpPerson(deps, sessionId, { email: "a@example.org" });
    expect(word(first)).toBe("confirmed");
    if (first.kind !== "taken_in") throw new Error("not taken in");
    await withdraw(deps, { sessionId, signUpId: first.signUp.id, by: { kind: "person" } });
    expect(word(await signUpPerson(deps, sessionId, { email: "a@example.org", idempotencyKey: "2" }))).toBe("confirmed");
  });

  it.each([1, 2, 3])("300 at once for 40 seats: exactly 40 are confirmed (round %i)", async () => {
    const deps = await testDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 40, waitlistLimit: 100 });
    const answers = await Promise.all(Array.from({ length: 300 }, () => signUpPerson(deps, sessionId)));
    expect(tally(answers)).toEqual({ confirmed: 40, waitlisted: 100, session_full: 160 });
    await settleSession(deps, sessionId);
    expect((await findSeats(deps, sessionId))?.seats).toMatchObject({ confirmed: 40, waiting: 100 });
  });
});

describe("one session a person", () => {
  const twoSessions = async (over: object) => {
    const deps = await testDeps();
    const event = await publishedEvent(deps, [{ capacity: 50 }, { capacity: 50 }], over);
    const [first, second] = event.sessions.map((session) => session.id);
    if (!first || !second) throw new Error("there are no two sessions");
    return { deps, first, second, other: { ...deps, table: { ...deps.table } } };
  };
  const standing = async (deps: Parameters<typeof listSignUps>[0], sessionId: Parameters<typeof listSignUps>[1]) =>
    (await listSignUps(deps, sessionId)).filter(({ signUp }) => isStanding(signUp)).map(({ signUp }) => signUp.email);

  it("lets each of twenty people into one of two sessions that they ask for at once, from two processes", async () => {
    const { deps, first, second, other } = await twoSessions({ oneSessionPerPerson: true });
    const people = Array.from({ length: 20 }, (_, index) => `both-${index}@example.org`);
    await Promise.all(
      people.flatMap((email) => [
        signUpPatiently(deps, first, { email, idempotencyKey: `1-${email}` }),
        signUpPatiently(other, second, { email, idempotencyKey: `2-${email}` }),
      ]),
    );
    await Promise.all([settleSession(deps, first), settleSession(deps, second)]);
    expect([...(await standing(deps, first)), ...(await standing(deps, second))].sort()).toEqual([...people].sort());
  });

  it("lets whoever withdrew from one session into the other", async () => {
    const { deps, first, second } = await twoSessions({ oneSessionPerPerson: true });
    const answer = await signUpPerson(deps, first, { email: "a@example.org", idempotencyKey: "1" });
    expect(word(await signUpPerson(deps, second, { email: "a@example.org", idempotencyKey: "2" }))).toBe("already_signed_up");
    if (answer.kind !== "taken_in") throw new Error("not taken in");
    await withdraw(deps, { sessionId: first, signUpId: answer.signUp.id, by: { kind: "person" } });
    expect(word(await signUpPerson(deps, second, { email: "a@example.org", idempotencyKey: "3" }))).toBe("confirmed");
  });
});

describe("the desk", () => {
  it("turns nobody away by a decision that was not written: the seat that a retry did not need is given to who came with it", async () => {
    const deps = await testDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 2 });
    await signUpPerson(deps, sessionId, { email: "a@example.org", idempotencyKey: "1" });
    const [again, late] = await Promise.all([
      signUpPerson(deps, sessionId, { email: "a@example.org", idempotencyKey: "1" }),
      signUpPerson(deps, sessionId, { email: "b@example.org" }),
    ]);
    expect([word(again), word(late)]).toEqual(["confirmed", "confirmed"]);
    expect((await findSeats(deps, sessionId))?.seats.confirmed).toBe(2);
  });
});

describe("the seats that a process remembers", () => {
  /** A process that knows the session's seats by heart: it wrote them, and read them as it had left them. */
  const knowing = async (over: object) => {
    const deps = await testDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 4, ...over });
    for (let n = 0; n < 2; n++) await signUpPerson(deps, sessionId);
    let reads = 0;
    const original = deps.table.client;
    deps.table.client = Object.create(original, {
      send: {
        value: (command: { constructor: { name: string }; input: { Key?: { sk?: string } } }) => {
          if (command.constructor.name === "GetCommand" && command.input.Key?.sk === "SEAT") reads += 1;
          return original.send(command as never);
        },
      },
    });
    return { deps, sessionId, other: { ...deps, table: { name: deps.table.name, client: original } }, readsOfSeats: () => reads };
  };

  it("save it a read of them", async () => {
    const { deps, sessionId, readsOfSeats } = await knowing({});
    expect(word(await signUpPerson(deps, sessionId))).toBe("confirmed");
    expect(readsOfSeats()).toBe(0);
  });

  it("give nobody a seat that another process has given meanwhile", async () => {
    const { deps, sessionId, other } = await knowing({});
    for (let n = 0; n < 2; n++) expect(word(await signUpPerson(other, sessionId))).toBe("confirmed");
    expect(word(await signUpPerson(deps, sessionId))).toBe("session_full");
    expect((await findSeats(deps, sessionId))?.seats.confirmed).toBe(4);
  });

  it("turn nobody away for whom another process has freed a seat or the office has made room meanwhile", async () => {
    const { deps, sessionId, other } = await knowing({ capacity: 2 });
    expect(word(await signUpPerson(deps, sessionId))).toBe("session_full");
    await changeCapacity(other, { sessionId, capacity: 3, settingsVersion: 1, by: { kind: "person" } });
    expect(word(await signUpPerson(deps, sessionId))).toBe("confirmed");
  });

  it("take nobody into a session that the office has shrunk meanwhile", async () => {
    const { deps, sessionId, other } = await knowing({});
    await changeCapacity(other, { sessionId, capacity: 2, settingsVersion: 1, by: { kind: "person" } });
    expect(word(await signUpPerson(deps, sessionId))).toBe("session_full");
  });

  it("let nobody past somebody who was told to wait by another process", async () => {
    const { deps, sessionId, other } = await knowing({ capacity: 3, waitlistLimit: 5 });
    expect(word(await signUpPerson(other, sessionId))).toBe("confirmed");
    expect(word(await signUpPerson(other, sessionId))).toBe("waitlisted");
    const answer = await signUpPerson(deps, sessionId);
    expect(answer).toMatchObject({ kind: "taken_in", signUp: { state: "waitlisted", place: 2 } });
  });
});
