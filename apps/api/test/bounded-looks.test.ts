import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type Event, type EventInput, minutesAfter, type SessionId } from "@cte-partnerships/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { counting } from "../bench/rig/consumed.ts";
import { putSignUps } from "../bench/rig/put-sign-ups.ts";
import type { Deps } from "../src/deps.ts";
import { decideEdit } from "../src/event/decide-edit.ts";
import { movesUp } from "../src/event/moves-up.ts";
import { previewEdit } from "../src/event/preview-edit.ts";
import { toldOfEdit } from "../src/event/told-of-edit.ts";
import { findTraces } from "../src/event/traces-store.ts";
import { findRecipients } from "../src/message/find-recipients.ts";
import { freshTable, patient, testDeps } from "./deps.ts";
import { director, publishedEvent, signUpPerson } from "./published-event.ts";

/**
 * What the office looks at before it saves or writes costs a bounded amount, however many signed up. Held here at a bound of a
 * hundred, with sessions of sixty: what is beyond the bound is more of the same.
 */
const most = 100;
const perSession = 60;

let deps: Awaited<ReturnType<typeof testDeps>>;
let counted: Deps;
let take: ReturnType<typeof counting>["take"];
/** Events alike but for the number of their sessions. */
let few: Event;
let many: Event;

const questions = [{ id: "qst_lunch", kind: "text", label: "Lunch", required: false, isRetired: false }];

async function crowded(sessions: number, people = perSession): Promise<Event> {
  const over = { questions } as unknown as Partial<EventInput>;
  const event = await publishedEvent(
    deps,
    Array.from({ length: sessions }, () => ({ capacity: 500, partySizeLimit: 1 })),
    over,
  );
  for (const { id } of event.sessions) {
    await putSignUps(deps, event, id, people);
    await deps.table.client.send(
      new UpdateCommand({
        TableName: deps.table.name,
        Key: { pk: `SEAT#${id}`, sk: "SEAT" },
        UpdateExpression: "SET confirmed = :people",
        ExpressionAttributeValues: { ":people": people },
      }),
    );
  }
  return event;
}

beforeAll(async () => {
  deps = await testDeps({ table: await freshTable(undefined, patient) });
  const { table, take: takeOf } = counting(deps.table);
  counted = { ...deps, table };
  take = takeOf;
  few = await crowded(3);
  many = await crowded(9);
  deps.clock.set(minutesAfter(deps.now(), 1));
});

async function readBy<Answer>(look: (deps: Deps) => Promise<Answer>): Promise<{ answer: Answer; read: number }> {
  take();
  const answer = await look(counted);
  return { answer, read: take().read };
}

/** An event as a form writes it back. */
const written = ({ title, activityTypeId, details, description, host, venue, audience, contact, signUpWindow, questions: asked, ...event }: Event) =>
  ({
    ...{ title, activityTypeId, details, description, host, venue, audience, contact, signUpWindow, questions: asked },
    needsApproval: event.needsApproval,
    oneSessionPerPerson: event.oneSessionPerPerson,
    sessions: event.sessions.map(({ id, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit }) => ({
      ...{ id, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit },
    })),
  }) as EventInput;
const idsOf = (event: Event): SessionId[] => event.sessions.map(({ id }) => id);
/** For each session more: its seats, and whether anybody signed up at all. */
const smallReads = () => (many.sessions.length - few.sessions.length) * 1.5;

describe("who would get a message", () => {
  const look = (event: Event) =>
    readBy((on) => findRecipients(on, { sessionIds: idsOf(event), audience: { kind: "states", states: ["confirmed"] }, writtenAt: deps.now() }, most));

  it("is looked at up to a bound and told of the rest by the seats: three times the sessions cost no more than their seats", async () => {
    const [a, b] = [await look(few), await look(many)];
    expect(b.read - a.read).toBeLessThanOrEqual(smallReads());
    expect([a.answer.isWhole, b.answer.isWhole]).toEqual([false, false]);
    // The same sixty addresses in each session: of the hundred looked at, forty have it from the first session.
    expect(a.answer.recipients.length + a.answer.leftOut.length).toBe(most);
    expect([a.answer.others, b.answer.others]).toEqual([3 * perSession - most, 9 * perSession - most]);
  });

  it("is exact where everybody could be looked at (control)", async () => {
    const whole = await findRecipients(deps, { sessionIds: idsOf(few), audience: { kind: "states", states: ["confirmed"] }, writtenAt: deps.now() });
    expect([whole.isWhole, whole.others, whole.recipients.length, whole.leftOut.length]).toEqual([true, 0, perSession, 2 * perSession]);
  });

  it("reads no roster of a session in which nobody is in the states that are asked for", async () => {
    const states = { kind: "states" as const, states: ["pending" as const, "waitlisted" as const] };
    const { answer, read } = await readBy((on) => findRecipients(on, { sessionIds: idsOf(many), audience: states, writtenAt: deps.now() }));
    expect(answer).toMatchObject({ recipients: [], others: 0, isWhole: true });
    expect(read).toBeLessThanOrEqual(many.sessions.length);
  });
});

describe("who would hear of a change of time", () => {
  const look = (event: Event) => readBy((on) => toldOfEdit(on, event, event, event.sessions, most));

  it("is counted up to a bound and told of the rest by the seats", async () => {
    const [a, b] = [await look(few), await look(many)];
    expect(b.read - a.read).toBeLessThanOrEqual(smallReads());
    expect(b.answer.map(({ countedIn, told }) => [countedIn, told.confirmed])).toEqual(
      many.sessions.map((_, index) => [index === 0 ? "sign_ups" : "seats", perSession]),
    );
  });

  it("is exact, and says so, where everybody could be counted (control)", async () => {
    const input = { ...written(many), venue: { ...many.venue, zone: "America/Chicago" } } as EventInput;
    const previewed = await previewEdit(deps, { actor: director(deps), eventId: many.id, version: many.version, input });
    expect(previewed).toMatchObject({ ok: true, value: { mailCount: 9 * perSession, isMailCountExact: true } });
  });
});

describe("who would move up", () => {
  it("is read of each line as far as people move, page by page with the same outcome, and up to a bound", async () => {
    const event = await publishedEvent(deps, [{ capacity: 4, partySizeLimit: 4, waitlistLimit: 50 }]);
    const [session] = event.sessions as [Event["sessions"][number]];
    for (const partySize of [4, 4, 1, 3, 1, 2, 4, 1, 1, 2]) await signUpPerson(deps, session.id, { partySize });
    const roomier = { ...event, sessions: [{ ...session, capacity: 12 }] };
    const by = async (perPage: number, bound?: number) => {
      const { answer, read } = await readBy((on) =>
        movesUp(on, roomier, [session.id], deps.now(), { perPage, ...(bound === undefined ? {} : { most: bound }) }),
      );
      return { ...answer[0], read };
    };
    const whole = await by(500);
    expect(whole).toMatchObject({ isAtLeast: false });
    for (const perPage of [1, 2, 3]) expect(await by(perPage)).toMatchObject({ confirmed: whole.confirmed, isAtLeast: false });
    expect(await by(1, 1)).toMatchObject({ isAtLeast: true });
  });
});

describe("which questions were answered", () => {
  const ids = ["qst_lunch"];

  it("is looked for up to a bound, beyond which nobody claims to know", async () => {
    const a = await readBy((on) => findTraces(on, idsOf(few), ids, most));
    const b = await readBy((on) => findTraces(on, idsOf(many), ids, most));
    expect(b.read - a.read).toBeLessThanOrEqual(smallReads());
    expect([...b.answer.unsureQuestions]).toEqual(ids);
    expect(b.answer.sessionsWithSignUps.size).toBe(many.sessions.length);
    const whole = await findTraces(deps, idsOf(few), ids);
    expect([whole.answeredQuestions.size, whole.unsureQuestions.size], "the control").toEqual([0, 0]);
  });

  it("refuses to take a question away where somebody may have answered it, and not where it stays or all were looked at", async () => {
    const without = { ...written(few), questions: [] };
    const renamed = { ...written(few), questions: [{ ...few.questions[0], label: "What to eat" }] } as EventInput;
    const decide = async (input: EventInput, lookedThroughAtMost?: number) => {
      const asked = { actor: director(deps), event: few, input, now: deps.now() };
      const decided = await decideEdit(deps, { ...asked, ...(lookedThroughAtMost === undefined ? {} : { lookedThroughAtMost }) });
      return decided.ok || decided.refusal;
    };
    expect(await decide(without, most)).toEqual({ code: "answers_not_looked_through", questionId: "qst_lunch" });
    expect([await decide(renamed, most), await decide(without)]).toEqual([true, true]);
    const { read } = await readBy((on) => decideEdit(on, { actor: director(deps), event: many, input: written(many), now: deps.now() }));
    expect(read, "nobody is looked at where no question changes").toBeLessThanOrEqual(many.sessions.length);
  });
});
