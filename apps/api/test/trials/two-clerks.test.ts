import type { Result, SessionId, SignUp, SignUpId } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import type { Deps } from "../../src/deps.ts";
import { cancelSession } from "../../src/event/cancel-session.ts";
import { approve } from "../../src/sign-up/approve.ts";
import type { SignUpChange, SignUpChangeRefusal } from "../../src/sign-up/change-sign-up.ts";
import { decline } from "../../src/sign-up/decline.ts";
import { settleSession } from "../../src/sign-up/settle-queue.ts";
import { withdraw } from "../../src/sign-up/withdraw.ts";
import { allItems } from "../all-items.ts";
import { freshTable, patient, testDeps } from "../deps.ts";
import { follow, StreamTail, withQueue } from "../follow-stream.ts";
import { patiently, publishedEvent, signUpPatiently } from "../published-event.ts";
import { roundsOf, trial } from "./size.ts";
import { expectNoDrift, truthOf } from "./truth.ts";

const people = 12;
const clerk = (id: string) => ({ kind: "user", userId: `usr_${id.repeat(26)}` }) as const;
const rivals: Record<"withdrawing" | "declining", (deps: Deps, change: SignUpChange) => Promise<Result<SignUp, SignUpChangeRefusal>>> = {
  withdrawing: withdraw,
  declining: decline,
};

/** A session whose sign-ups the office decides on: so many hold a seat, and as many stand in line. */
async function heldSeats() {
  const deps = withQueue(await testDeps({ table: await freshTable(undefined, patient) }));
  const event = await publishedEvent(deps, [{ capacity: people, partySizeLimit: 1, waitlistLimit: people }], { needsApproval: true });
  const sessionId = event.sessions[0]?.id as SessionId;
  const held: { id: SignUpId; version: number }[] = [];
  for (let index = 0; index < 2 * people; index++) {
    const answer = await signUpPatiently(deps, sessionId);
    if (answer.kind === "taken_in" && answer.signUp.state === "pending") held.push(answer.signUp);
  }
  expect(held).toHaveLength(people);
  const tail = new StreamTail(deps);
  await follow(deps, tail);
  return { deps, event, sessionId, held, tail };
}

/** Another window of the console, served by another process. */
const elsewhere = (deps: Deps): Deps => ({ ...deps, table: { ...deps.table } });

/** What was told since the seats were held: the mails of each, oldest first. */
async function mailsOf(deps: Deps, { id }: { id: SignUpId }): Promise<unknown[]> {
  const mails = (await allItems(deps, "mail")).filter((mail) => mail.signUpId === id && mail.kind !== "pending");
  return mails.toSorted((a, b) => (String(a.createdAt) < String(b.createdAt) ? -1 : 1)).map(({ kind }) => kind);
}

async function bothDecide({ deps, sessionId, held }: Awaited<ReturnType<typeof heldSeats>>, rival: keyof typeof rivals) {
  const [one, other] = [elsewhere(deps), elsewhere(deps)];
  return Promise.all(
    held.map(({ id: signUpId, version }, index) => {
      const asked = { sessionId, signUpId, version };
      const approval = () => patiently(() => approve(one, { ...asked, by: clerk("1") }));
      const against = () => patiently(() => rivals[rival](other, { ...asked, by: clerk("2") }));
      // Whoever asks first mostly wins: each comes first as often as the other.
      return index % 2 === 0 ? Promise.all([approval(), against()]) : Promise.all([against(), approval()]).then(([second, first]) => [first, second] as const);
    }),
  );
}

describe.each(Object.keys(rivals) as (keyof typeof rivals)[])("two clerks, one approving and one %s the same people at once", (rival) => {
  it.each(roundsOf(trial.rounds))(
    "come to one outcome, of which both hear: one is told that it is done, and the other that it stands otherwise (round %i)",
    async () => {
      const session = await heldSeats();
      const { deps, sessionId, held, tail } = session;
      const answers = await bothDecide(session, rival);
      await settleSession(deps, sessionId);
      await follow(deps, tail);
      const truth = await truthOf(deps, sessionId);
      expectNoDrift(truth);
      for (const [index, asked] of held.entries()) {
        const both = answers[index] ?? [];
        const done = both.flatMap((answer) => (answer.ok ? [answer.value] : []));
        expect(done, "one did it").toHaveLength(1);
        expect(both.flatMap((answer) => (answer.ok ? [] : [answer.refusal]))).toEqual([{ code: "version_conflict", current: asked.version + 1 }]);
        const stands = truth.signUps.find(({ id }) => id === asked.id);
        expect(stands).toEqual(done[0]);
        expect(await mailsOf(deps, asked), "one mail, which tells what stands").toEqual([stands?.state]);
      }
      expect(truth.seats.confirmed + truth.seats.held, "a seat that was given up went to the next in line").toBe(people);
    },
  );
});

describe("a clerk who approves while another cancels the session", () => {
  it.each(roundsOf(trial.rounds))("is told so wherever the cancelling came first, and nobody is left with a seat (round %i)", async () => {
    const { deps, event, sessionId, held, tail } = await heldSeats();
    const [one, other] = [elsewhere(deps), elsewhere(deps)];
    const cancelling = { eventId: event.id, version: event.version, sessionId, reason: "The building is closed.", by: clerk("2") };
    const [cancelled, ...answers] = await Promise.all([
      cancelSession(other, cancelling),
      ...held.map(({ id: signUpId, version }) => patiently(() => approve(one, { sessionId, signUpId, version, by: clerk("1") }))),
    ]);
    expect(cancelled.ok).toBe(true);
    await follow(deps, tail);
    const truth = await truthOf(deps, sessionId);
    expectNoDrift(truth);
    expect(truth.seats).toMatchObject({ status: "cancelled", confirmed: 0, held: 0, waiting: 0 });
    for (const [index, asked] of held.entries()) {
      const answer = answers[index];
      expect(truth.signUps.find(({ id }) => id === asked.id)?.state).toBe("cancelled");
      if (answer?.ok) {
        expect(await mailsOf(deps, asked)).toEqual(["confirmed", "cancelled"]);
      } else {
        expect(["session_cancelled", "version_conflict"]).toContain(answer?.refusal.code);
        expect(await mailsOf(deps, asked), "nobody is told that they are in").toEqual(["cancelled"]);
      }
    }
  });
});

describe("the trial itself", () => {
  it("tells both that it is done, and loses seats, when the version's condition is taken away: the control", async () => {
    const session = await heldSeats();
    const { deps } = session;
    const { client } = deps.table;
    const send = (command: { input: { TransactItems?: { Put?: { ConditionExpression?: string } }[] } }) => {
      for (const { Put } of command.input.TransactItems ?? []) {
        if (Put?.ConditionExpression?.includes("#version = :known")) {
          Put.ConditionExpression = Put.ConditionExpression.replace("#version = :known", "(#version = :known OR attribute_exists(#version))");
        }
      }
      return client.send(command as never);
    };
    const unguarded = { ...session, deps: { ...deps, table: { ...deps.table, client: { send } as never } } };
    const answers = await bothDecide(unguarded, "withdrawing");
    expect(answers.filter((both) => both.every(({ ok }) => ok)).length).toBeGreaterThan(0);
    const truth = await truthOf(deps, session.sessionId);
    expect(() => expectNoDrift(truth)).toThrow();
  });
});
