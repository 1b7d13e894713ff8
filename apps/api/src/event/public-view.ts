import { type Event, remainingSeats, type Seats, type Session, type SessionId, type SignUpsAre, signUpsOf } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findSeats, makeSeats, readSeats } from "../sign-up/seats-store.ts";
import { cachedEvent, cachedEventBySlug } from "./cached.ts";
import { listPublished } from "./list-published.ts";
import type { PublicEventQuery } from "./public-contract.ts";

/** An event that the public may see. */
export type PublishedEvent = Event & { publishedAt: NonNullable<Extract<Event, { status: "published" }>["publishedAt"]> };

/** A session with the truth about its seats at this moment. */
export interface SessionView {
  session: Session;
  /** Told to the public: never below 0, and nothing where the session does not happen. */
  remaining: number;
  capacity: number;
  partySizeLimit: number;
  hasWaitlist: boolean;
  /** Whether one more party may wait. */
  hasRoomInLine: boolean;
  signUps: SignUpsAre;
}

export interface EventView {
  event: Event;
  /** By start. */
  sessions: SessionView[];
  /** The one whose date stands for the event: the first that takes place and is not over; where none is left, the first of all. */
  next: SessionView | undefined;
}

type Reader = Pick<Deps, "table" | "now">;

/** Drafts, and what was cancelled before anybody saw it, do not exist for the public. */
const isSeenByPublic = (event: Event | undefined): event is PublishedEvent => event !== undefined && "publishedAt" in event && event.publishedAt !== undefined;

/**
 * An event as the public sees it.
 * @param seats by session; a session without any (a draft's) is shown as the office wrote it
 */
export function viewOf(event: Event, seats: ReadonlyMap<SessionId, Seats>, now: ReturnType<Deps["now"]>): EventView {
  const sessions = event.sessions.map((session) => sessionViewOf(event, session, seats.get(session.id) ?? makeSeats(event, session), now));
  sessions.sort((a, b) => (a.session.startsAt < b.session.startsAt ? -1 : 1));
  const scheduled = sessions.filter(({ session }) => session.status === "scheduled");
  return { event, sessions, next: scheduled.find(({ session }) => now < session.endsAt) ?? scheduled[0] ?? sessions[0] };
}

function sessionViewOf(event: Event, session: Session, seats: Seats, now: ReturnType<Deps["now"]>): SessionView {
  const isCancelled = seats.status === "cancelled" || session.status === "cancelled" || event.status === "cancelled";
  const signUps = signUpsOf(event, session, now);
  return {
    session,
    remaining: isCancelled ? 0 : Math.max(0, remainingSeats(seats)),
    capacity: seats.capacity,
    partySizeLimit: Math.min(seats.partySizeLimit, seats.capacity),
    hasWaitlist: seats.waitlistLimit > 0,
    hasRoomInLine: seats.waiting < seats.waitlistLimit,
    signUps: isCancelled && signUps.kind !== "closed" ? { kind: "closed", closedAt: now } : signUps,
  };
}

/** What is on and still to come, soonest first. Absent where the cursor belongs to another list. */
export async function listPublicEvents(
  deps: Reader & Pick<Deps, "secrets">,
  { activityType, borough, ...rest }: PublicEventQuery & { limit?: number },
): Promise<{ events: EventView[]; nextCursor?: string } | undefined> {
  const page = await listPublished(deps, { activityTypeId: activityType, boroughId: borough, ...rest });
  if (!page) return undefined;
  const seats = await readSeats(
    deps,
    page.events.flatMap((event) => event.sessions.map((session) => session.id)),
  );
  const now = deps.now();
  const events = page.events.map((event) => viewOf(event, seats, now));
  return { events, ...(page.nextCursor === undefined ? {} : { nextCursor: page.nextCursor }) };
}

/** An event by the last part of its public address. */
export async function findPublicEvent(deps: Reader, slug: string): Promise<EventView | undefined> {
  const event = await cachedEventBySlug(deps, slug);
  if (!isSeenByPublic(event)) return undefined;
  const seats = await readSeats(
    deps,
    event.sessions.map((session) => session.id),
  );
  return viewOf(event, seats, deps.now());
}

/** A session by its id, with its event. */
export async function findPublicSession(
  deps: Reader,
  sessionId: SessionId,
): Promise<{ event: PublishedEvent; session: SessionView; seats: Seats } | undefined> {
  const stored = await findSeats(deps, sessionId);
  const event = stored && (await cachedEvent(deps, stored.seats.eventId));
  const session = event?.sessions.find((known) => known.id === sessionId);
  if (!stored || !session || !isSeenByPublic(event)) return undefined;
  return { event, session: sessionViewOf(event, session, stored.seats, deps.now()), seats: stored.seats };
}
