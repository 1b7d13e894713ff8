import type { ActivityType } from "../activity/activity-type.ts";
import type { EventId, SessionId } from "../shared/id.ts";
import type { Instant } from "../shared/instant.ts";
import { accept, type Result, refuse } from "../shared/result.ts";
import { isSame } from "../shared/same.ts";
import { faultsInDetails } from "./details.ts";
import type { Event, EventInput, Slug } from "./event.ts";
import type { Session, SessionInput } from "./session.ts";

type In<Status extends Event["status"]> = Extract<Event, { status: Status }>;

/** Where in the event something blocks publishing, and why. `path` names the field as the form does. */
export interface PublishFault {
  path: (string | number)[];
  reason: "no_sessions" | "session_in_the_past" | "description_missing" | "detail_missing" | "window_closed" | "window_closes_after_last_start";
}

/** Why an event stays as it was. */
export type EventRefusal =
  | { code: "event_not_editable"; status: Event["status"] }
  | { code: "event_not_draft"; status: Event["status"] }
  | { code: "event_not_published"; status: Event["status"] }
  | { code: "event_not_closed"; status: Event["status"] }
  | { code: "event_over"; status: Event["status"] }
  | { code: "event_not_ready"; faults: PublishFault[] }
  | { code: "session_unknown"; sessionId: string }
  | { code: "session_has_sign_ups"; sessionId: SessionId }
  | { code: "session_cancelled" }
  | { code: "session_started"; startedAt: Instant }
  | { code: "question_answered"; questionId: string };

/** The ids that making or editing an event needs, one for each new session, in order. */
export interface NewIds {
  eventId: EventId;
  slug: Slug;
  sessionIds: readonly SessionId[];
  /** Where the event is made as one of several. */
  series?: NonNullable<Event["series"]>;
}

const withSessions = (sessions: readonly SessionInput[], newIds: readonly SessionId[], before: readonly Session[]): Session[] => {
  let next = 0;
  return sessions.map(({ id, ...slot }) => {
    const known = id && before.find((session) => session.id === id);
    if (known) {
      const moved = known.startsAt !== slot.startsAt || known.endsAt !== slot.endsAt;
      const kept = known.status === "cancelled" ? known : { ...known, ...slot };
      // A label taken away is gone, not kept from before.
      if (slot.label === undefined && known.status !== "cancelled") delete kept.label;
      return { ...kept, sequence: known.sequence + (moved && known.status !== "cancelled" ? 1 : 0) };
    }
    const fresh = newIds[next++];
    if (!fresh) throw new Error("an id is needed for each new session");
    return { status: "scheduled", id: fresh, ...slot, sequence: 0 };
  });
};

/**
 * A new event is a draft: nobody but the office sees it.
 *
 * @example
 * makeEvent(input, { eventId: event.id, slug: event.slug, sessionIds: [session.id] }, now).status // "draft"
 */
export function makeEvent(input: EventInput, ids: NewIds, now: Instant): In<"draft"> {
  const sessions = withSessions(input.sessions, ids.sessionIds, []);
  const series = ids.series ? { series: ids.series } : {};
  return { status: "draft", id: ids.eventId, slug: ids.slug, ...input, sessions, ...series, version: 1, createdAt: now };
}

/** What is known of an event's sign-ups when it is edited: which sessions have any, and which questions were answered. */
export interface EditFacts {
  sessionsWithSignUps: ReadonlySet<string>;
  answeredQuestions: ReadonlySet<string>;
}

/**
 * The event with what the office wrote. Once it has sign-ups, a session can only be cancelled, not removed, and an
 * answered question only retired (its wording may be mended, its kind and the options given may not go). What the public
 * already sees must stay fit to be seen: a published event keeps a description and a session.
 *
 * @example
 * editEvent(event, { ...input, sessions: [] }, { sessionsWithSignUps: new Set([session.id]), answeredQuestions: new Set() }, []).refusal // { code: "session_has_sign_ups", sessionId: session.id }
 */
export function editEvent(event: Event, input: EventInput, facts: EditFacts, newSessionIds: readonly SessionId[]): Result<Event, EventRefusal> {
  if (event.status === "cancelled" || event.status === "done") return refuse({ code: "event_not_editable", status: event.status });
  for (const session of input.sessions) {
    if (session.id && !event.sessions.some((known) => known.id === session.id)) return refuse({ code: "session_unknown", sessionId: session.id });
  }
  for (const session of event.sessions) {
    const stays = input.sessions.some((given) => given.id === session.id);
    if (!stays && facts.sessionsWithSignUps.has(session.id)) return refuse({ code: "session_has_sign_ups", sessionId: session.id });
  }
  for (const question of event.questions) {
    if (!facts.answeredQuestions.has(question.id)) continue;
    const after = input.questions.find((given) => given.id === question.id);
    const keepsOptions = () =>
      !("options" in question) || (after && "options" in after && question.options.every((option) => after.options.some((given) => given.id === option.id)));
    if (!after || after.kind !== question.kind || !keepsOptions()) return refuse({ code: "question_answered", questionId: question.id });
  }
  // The venue is part of every session's calendar entry: when it changes, each of them must be heard of again.
  const venueMoved = !isSame(event.venue, input.venue);
  const sessions = withSessions(input.sessions, newSessionIds, event.sessions).map((session) => {
    const before = event.sessions.find((known) => known.id === session.id);
    return venueMoved && before && before.sequence === session.sequence && session.status === "scheduled"
      ? { ...session, sequence: session.sequence + 1 }
      : session;
  });
  const edited: Event = { ...event, ...input, sessions, version: event.version + 1 };
  // Details taken away are gone, not kept from before.
  if (input.details === undefined) delete edited.details;
  const faults = event.status === "draft" ? [] : lastingFaults(edited);
  if (faults.length > 0) return refuse({ code: "event_not_ready", faults });
  return accept(edited);
}

/** What no published event may lack at any moment. A session or a window in the past only blocks the publishing itself. */
function lastingFaults(event: Event): PublishFault[] {
  const faults: PublishFault[] = [];
  if (event.description === "") faults.push({ path: ["description"], reason: "description_missing" });
  if (event.sessions.length === 0) faults.push({ path: ["sessions"], reason: "no_sessions" });
  const scheduled = scheduledSessions(event);
  if (scheduled.length > 0 && scheduled.every((session) => event.signUpWindow.closesAt > session.startsAt)) {
    faults.push({ path: ["signUpWindow", "closesAt"], reason: "window_closes_after_last_start" });
  }
  return faults;
}

const scheduledSessions = (event: Event) => event.sessions.filter((session) => session.status === "scheduled");

/**
 * What still blocks publishing, each with the field concerned; nothing where the event is ready.
 *
 * @param type the event's activity type, which says what details there have to be; absent where the agency has no such type
 * @example
 * publishFaults({ ...draft, description: "" }, now, undefined) // [{ path: ["description"], reason: "description_missing" }]
 */
export function publishFaults(event: Event, now: Instant, type: Pick<ActivityType, "details"> | undefined): PublishFault[] {
  const faults = lastingFaults(event);
  // What is there and does not fit is refused when it is saved: here only what is not there counts.
  for (const { path, reason } of faultsInDetails(type, event.details)) if (reason === "detail_missing") faults.push({ path, reason });
  if (event.sessions.length > 0 && scheduledSessions(event).length === 0) faults.push({ path: ["sessions"], reason: "no_sessions" });
  event.sessions.forEach((session, index) => {
    if (session.status === "scheduled" && session.startsAt <= now) faults.push({ path: ["sessions", index, "startsAt"], reason: "session_in_the_past" });
  });
  if (event.signUpWindow.closesAt <= now) faults.push({ path: ["signUpWindow", "closesAt"], reason: "window_closed" });
  return faults;
}

/**
 * The public may see it, and sign up within its window.
 *
 * @example
 * publishEvent(draft, now, undefined).value.status // "published"
 * publishEvent(event, now, undefined).refusal // { code: "event_not_draft", status: "published" }
 */
export function publishEvent(event: Event, now: Instant, type: Pick<ActivityType, "details"> | undefined): Result<In<"published">, EventRefusal> {
  if (event.status !== "draft") return refuse({ code: "event_not_draft", status: event.status });
  const faults = publishFaults(event, now, type);
  if (faults.length > 0) return refuse({ code: "event_not_ready", faults });
  return accept({ ...event, status: "published", publishedAt: now, version: event.version + 1 });
}

/**
 * Nobody more is taken in; what stands, stands, and the line still moves up.
 *
 * @example
 * closeEvent(event, now).value.closedAt // now
 */
export function closeEvent(event: Event, now: Instant): Result<In<"closed">, EventRefusal> {
  if (event.status !== "published") return refuse({ code: "event_not_published", status: event.status });
  return accept({ ...event, status: "closed", closedAt: now, version: event.version + 1 });
}

/**
 * Sign-ups are taken in again.
 *
 * @example
 * reopenEvent(event).refusal // { code: "event_not_closed", status: "published" }
 */
export function reopenEvent(event: Event): Result<In<"published">, EventRefusal> {
  if (event.status !== "closed") return refuse({ code: "event_not_closed", status: event.status });
  const { closedAt: _closedAt, ...kept } = event;
  return accept({ ...kept, status: "published", version: event.version + 1 });
}

/**
 * The sessions that are scheduled and have not begun: those that cancelling the event calls off. Whoever came to an earlier
 * one keeps having been there.
 *
 * @example
 * sessionsToCome(event, now) // [session]
 * sessionsToCome(event, session.startsAt) // []
 */
export const sessionsToCome = (event: Event, now: Instant): Session[] => event.sessions.filter((session) => isToCome(session, now));

const isToCome = (session: Session, now: Instant) => session.status === "scheduled" && now < session.startsAt;

/**
 * The event does not happen. Everybody who stands in a session still to come is told why.
 *
 * @example
 * cancelEvent(event, "Snow", now).value.reason // "Snow"
 */
export function cancelEvent(event: Event, reason: string, now: Instant): Result<In<"cancelled">, EventRefusal> {
  if (event.status === "cancelled" || event.status === "done") return refuse({ code: "event_over", status: event.status });
  const { closedAt: _closedAt, ...kept } = { closedAt: undefined, ...event };
  // A calendar takes a session out only where the number of its entry has risen.
  const sessions = event.sessions.map((session) => (isToCome(session, now) ? { ...session, sequence: session.sequence + 1 } : session));
  return accept({ ...kept, sessions, status: "cancelled", cancelledAt: now, reason, version: event.version + 1 });
}

/**
 * One session does not happen; the others do.
 *
 * @example
 * cancelSession(event, session.id, "Snow", now).value.sessions[0].status // "cancelled"
 */
export function cancelSession(event: Event, sessionId: SessionId, reason: string, now: Instant): Result<Event, EventRefusal> {
  if (event.status === "cancelled" || event.status === "done") return refuse({ code: "event_over", status: event.status });
  const session = event.sessions.find((known) => known.id === sessionId);
  if (!session) return refuse({ code: "session_unknown", sessionId });
  if (session.status === "cancelled") return refuse({ code: "session_cancelled" });
  if (now >= session.startsAt && event.status !== "draft") return refuse({ code: "session_started", startedAt: session.startsAt });
  const cancelled: Session = { ...session, status: "cancelled", sequence: session.sequence + 1, cancelledAt: now, reason };
  return accept({ ...event, sessions: event.sessions.map((known) => (known.id === sessionId ? cancelled : known)), version: event.version + 1 });
}

/**
 * Every session is over: the schedule files the event. Absent where one is still to come. A cancelled session counts
 * until its end too: till then the office may still put another one in its place.
 *
 * @example
 * finishEvent(event, now) // undefined
 * finishEvent(event, session.endsAt).status // "done"
 */
export function finishEvent(event: Event, now: Instant): In<"done"> | undefined {
  if (event.status !== "published" && event.status !== "closed") return undefined;
  if (event.sessions.length === 0 || event.sessions.some((session) => session.endsAt > now)) return undefined;
  const { closedAt: _closedAt, ...kept } = { closedAt: undefined, ...event };
  return { ...kept, status: "done", doneAt: now, version: event.version + 1 };
}
