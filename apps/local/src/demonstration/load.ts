import {
  approve,
  cancelEvent,
  cancelSession,
  closeEvent,
  type Deps,
  decline,
  findEvent,
  finishEvents,
  makeEvent,
  makeIds,
  publishEvent,
  signUp,
} from "@cte-partnerships/api/local";
import { type Actor, type Answers, type Event, GrantId, millisecondsOf, type Question, type Result, type UserId } from "@cte-partnerships/domain";
import { patiently } from "../patiently.ts";
import { attendee } from "./attendees.ts";
import { dayIn } from "./calendar.ts";
import { type DemonstrationEvent, demonstrationEvents } from "./events.ts";
import { fixedIds } from "./fixed-ids.ts";
import type { Kept } from "./kept.ts";

/** How much is made at once: more only waits for the database. */
const atOnce = 3;

/**
 * Loads the demonstration through the same use cases that the doors call, so that it is nothing the system could not have
 * come to by itself. A start that was cut short goes on where it was; a later one finds everything there, and makes a new
 * set when the open sessions of the last one have begun.
 */
export async function loadDemonstration(deps: Deps, director: UserId, kept: Kept): Promise<void> {
  const now = deps.now();
  const known = kept.read();
  const isCurrent = known !== undefined && now < known.openUntil;
  if (isCurrent && known.isComplete) return;
  const madeAt = isCurrent ? known.madeAt : now;
  const events = demonstrationEvents(dayIn(deps.agency.zone, new Date(millisecondsOf(madeAt))), madeAt);
  const openUntil = events[0]?.input.sessions[0]?.startsAt ?? now;
  kept.write({ madeAt, openUntil, isComplete: false });

  const waiting = events.map((event, index) => ({ event, firstAttendee: index * 8 }));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { event, firstAttendee } = next;
      // Each on its own, from its own beginning: nobody else may be at the same event meanwhile.
      await patiently(() => play(deps, director, event, firstAttendee));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await patiently(() => finishEvents(deps));
  kept.write({ madeAt, openUntil, isComplete: true });
}

/** Plays one event through: made, published, signed up for, decided on, and brought to its end. */
async function play(deps: Deps, director: UserId, told: DemonstrationEvent, firstAttendee: number): Promise<void> {
  const by = { kind: "user", userId: director } as const;
  const then = told.becomes === "done" ? { ...deps, now: () => told.madeAt, ids: makeIds(() => millisecondsOf(told.madeAt)) } : deps;
  let event = await makeOrFind(then, actorFor(director), told);
  if (told.becomes === "draft") return;
  if (event.status === "draft") event = must(await publishEvent(then, { eventId: event.id, version: event.version, by }));
  if (event.status !== "published") return;
  await takeSeats(then, event, told, firstAttendee, director);

  const asked = { eventId: event.id, version: event.version, by };
  const cancelled = told.cancelsSession === undefined ? undefined : event.sessions[told.cancelsSession];
  if (cancelled?.status === "scheduled") must(await cancelSession(deps, { ...asked, sessionId: cancelled.id, reason: told.reason ?? "" }));
  if (told.becomes === "closed") must(await closeEvent(deps, asked));
  if (told.becomes === "cancelled") must(await cancelEvent(deps, { ...asked, reason: told.reason ?? "" }));
}

async function makeOrFind(deps: Deps, actor: Actor, { word, input, madeAt }: DemonstrationEvent): Promise<Event> {
  const ids = () => fixedIds(word, madeAt, deps.ids);
  const known = await findEvent(deps, ids().event());
  return known ?? must(await makeEvent({ ...deps, ids: ids() }, { actor, input }));
}

async function takeSeats(deps: Deps, event: Event, { takers, madeAt, word }: DemonstrationEvent, firstAttendee: number, director: UserId): Promise<void> {
  for (const [index, taker] of takers.entries()) {
    const session = event.sessions[taker.session];
    if (!session) throw new Error(`${word} has no session ${taker.session}`);
    const input = attendee(firstAttendee + index, taker.partySize, answersTo(event.questions, index), event.audience);
    const idempotencyKey = `demonstration ${word} ${madeAt} ${index}`;
    const answer = await signUp(deps, { sessionId: session.id, input, idempotencyKey, by: { kind: "person" }, adder: "person" });
    if (answer.kind !== "taken_in") throw new Error(`${word}: sign-up ${index} was ${answer.kind === "refused" ? answer.refusal.code : answer.kind}`);
    if (answer.signUp.state !== "pending" || !taker.decision) continue;
    const asked = { sessionId: session.id, signUpId: answer.signUp.id, by: { kind: "user", userId: director } } as const;
    if (taker.decision === "approve") must(await approve(deps, asked));
    else must(await decline(deps, { ...asked, reason: "Enough people from networks come already. Please join us at the next one." }));
  }
}

/** Different people give different answers, and leave out what need not be answered. */
function answersTo(questions: readonly Question[], index: number): Answers {
  const answers: Answers = {};
  for (const question of questions) {
    if (!question.required && index % 3 === 0) continue;
    if (question.kind === "text") answers[question.id] = "A place near the door, please.";
    if (question.kind === "yes_no") answers[question.id] = index % 2 === 0;
    if (question.kind === "choice") answers[question.id] = question.options[index % question.options.length]?.id ?? "";
    if (question.kind === "several") answers[question.id] = question.options.filter((_, position) => (index + position) % 2 === 0).map((option) => option.id);
  }
  return answers;
}

const actorFor = (userId: UserId): Actor => ({
  userId,
  grants: [{ id: GrantId.parse(`grt_${"0".repeat(26)}`), role: "director", scope: { kind: "city" } }],
});

function must<Value>(result: Result<Value, { code: string }>): Value {
  if (!result.ok) throw new Error(`the demonstration was refused: ${result.refusal.code}`);
  return result.value;
}
