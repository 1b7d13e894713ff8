import { type Actor, type Event, EventInput, type EventInput as EventInputType, instantFrom, SignUpInput } from "@cte-partnerships/domain";
import type { Deps } from "../src/deps.ts";
import { makeEvent } from "../src/event/make-event.ts";
import { publishEvent } from "../src/event/publish-event.ts";
import { type SignUpAnswer, signUp } from "../src/sign-up/sign-up.ts";
import { Unavailable } from "../src/table/unavailable.ts";

const hour = 3_600_000;

/** Somebody who may do everything, for tests that are not about access. */
export const director = (deps: Deps): Actor => ({ userId: deps.ids.user(), grants: [{ id: deps.ids.grant(), role: "director", scope: { kind: "city" } }] });

export interface SessionWish {
  capacity: number;
  partySizeLimit?: number;
  waitlistLimit?: number;
  startsInHours?: number;
}

export function eventInput(deps: Deps, sessions: readonly SessionWish[], over: Partial<EventInputType> = {}): EventInputType {
  const now = Date.parse(deps.now());
  return EventInput.parse({
    title: "Career Day at Harbor High",
    activityTypeId: "act_career-day",
    details: { firms: 12, groups: 6, minutesPerRotation: 20 },
    description: "People from several firms tell what their work is like.",
    host: { kind: "office" },
    venue: { kind: "virtual", zone: "America/New_York", online: {} },
    audience: "everyone",
    contact: { title: "Director of Industry Engagement" },
    signUpWindow: { opensAt: instantFrom(now - hour), closesAt: instantFrom(now + 9 * 24 * hour) },
    needsApproval: false,
    oneSessionPerPerson: false,
    questions: [],
    sessions: sessions.map(({ capacity, partySizeLimit, waitlistLimit = 0, startsInHours = 10 * 24 }) => ({
      startsAt: instantFrom(now + startsInHours * hour),
      endsAt: instantFrom(now + (startsInHours + 2) * hour),
      capacity,
      partySizeLimit: partySizeLimit ?? Math.min(4, capacity),
      waitlistLimit,
    })),
    ...over,
  });
}

/** A published event with these sessions, made by the use cases themselves. */
export async function publishedEvent(
  deps: Deps,
  sessions: readonly SessionWish[],
  over: Partial<EventInputType> = {},
): Promise<Extract<Event, { status: "published" }>> {
  const actor = director(deps);
  const made = await makeEvent(deps, { actor, input: eventInput(deps, sessions, over) });
  if (!made.ok) throw new Error(`the event was not made: ${JSON.stringify(made.refusal)}`);
  const published = await publishEvent(deps, { eventId: made.value.id, version: made.value.version, by: { kind: "user", userId: actor.userId } });
  if (!published.ok || published.value.status !== "published") throw new Error(`the event was not published: ${JSON.stringify(published)}`);
  return published.value;
}

/** One session, published, and its id. */
export async function publishedSession(deps: Deps, wish: SessionWish, over: Partial<EventInputType> = {}) {
  const event = await publishedEvent(deps, [wish], over);
  const [session] = event.sessions;
  if (!session) throw new Error("the event has no session");
  return { event, session, sessionId: session.id };
}

export interface Person {
  name?: string;
  email?: string;
  partySize?: number;
  idempotencyKey?: string;
}

let people = 0;

/** Somebody signs up by the path that everybody takes. */
export function signUpPerson(deps: Deps, sessionId: Event["sessions"][number]["id"], person: Person = {}): Promise<SignUpAnswer> {
  const email = person.email ?? `person-${++people}@example.org`;
  return signUp(deps, {
    sessionId,
    input: SignUpInput.parse({ name: person.name ?? "Alex Example", email, partySize: person.partySize ?? 1 }),
    idempotencyKey: person.idempotencyKey ?? `key-${email}`,
    by: { kind: "person" },
    adder: "person",
  });
}

/** As a patient client does it: where the service says that it cannot now, the same is asked again. */
export async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Unavailable) || attempt === 30) throw error;
    }
  }
}

/** Signs up with patience, by one key. */
export function signUpPatiently(deps: Deps, sessionId: Event["sessions"][number]["id"], person: Person = {}): Promise<SignUpAnswer> {
  const email = person.email ?? `person-${++people}@example.org`;
  return patiently(() => signUpPerson(deps, sessionId, { ...person, email }));
}

/** What became of somebody, in one word: the state, or the code of the refusal. */
export const word = (answer: SignUpAnswer): string =>
  answer.kind === "taken_in" ? answer.signUp.state : answer.kind === "refused" ? answer.refusal.code : answer.kind;

export function tally(answers: readonly SignUpAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[word(answer)] = (counts[word(answer)] ?? 0) + 1;
  return counts;
}
