import { type Actor, type Event, type Instant, instantFrom, type SessionId, type SignUp } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { openCursor, sealCursor } from "../table/cursor.ts";
import type { PeopleChanges, PeoplePage, RosterRow } from "./contract.ts";
import { isLogged, listChangedSince, withOverlap } from "./roster-log-store.ts";
import { findSeats } from "./seats-store.ts";
import { listArrived, listSignUpsAfter, readSignUps, type StoredSignUp } from "./store.ts";

/** With the longest answers to all questions a page stays under the megabyte that a query reads at most. */
const peoplePerPage = 500;
/** Whoever waits sees the first of them sooner, and more than a screen of them. */
const peopleOnFirstPage = 100;

interface Asked {
  actor: Actor;
  event: Event;
  sessionId: SessionId;
}

const askedFor = ({ actor, sessionId }: Asked) => `people ${sessionId} ${actor.userId}`;

/** A page of a session's people, in the table's own order: whoever shows them puts them in theirs. Absent: not a cursor of this list. */
export async function listPeople(deps: Deps, asked: Asked & { after?: string }): Promise<PeoplePage | undefined> {
  const from = asked.after === undefined ? undefined : openCursor(deps.secrets, askedFor(asked), asked.after);
  if (asked.after !== undefined && from === undefined) return undefined;
  // Before the reading: what changes while it goes on is told again by the changes since.
  const readAt = deps.now();
  const { stored, cursor } = await listSignUpsAfter(deps, asked.sessionId, from, from === undefined ? peopleOnFirstPage : peoplePerPage);
  return {
    people: stored.map(({ signUp }) => rowOf(signUp)),
    readAt,
    ...(cursor === undefined ? {} : { next: sealCursor(deps.secrets, askedFor(asked), cursor) }),
  };
}

/** Records of changes, each of up to 49 sign-ups. */
const changesPerAnswer = 12;
const arrivedPerAnswer = 100;

/** Who was taken in or changed since a moment, as they now stand, and some who changed shortly before it. */
export async function listChangedPeople(deps: Deps, { sessionId, since }: Pick<Asked, "sessionId"> & { since: Instant }): Promise<PeopleChanges> {
  const now = deps.now();
  if (!isLogged(since, now)) return { isTooLongAgo: true, people: [], until: now };
  const [{ ids, until }, arrived, seats] = await Promise.all([
    listChangedSince(deps, sessionId, since, changesPerAnswer),
    listArrived(deps, sessionId, arrivedPerAnswer),
    findSeats(deps, sessionId),
  ]);
  const logged = new Set([...arrived.map(({ id }) => id), ...ids]);
  const unlogged = new Set((seats?.unlogged ?? []).filter((id) => !logged.has(id)));
  // Those who stand with the seats may have come long ago. Whatever moves from there into the log while both are read raises the
  // seats' version, so that it is asked for again.
  const isAskedFor = ({ signUp: { id, receivedAt } }: StoredSignUp) => !unlogged.has(id) || receivedAt >= withOverlap(since);
  const stored = (await readSignUps(deps, sessionId, [...logged, ...unlogged])).filter(isAskedFor);
  // A moment back in time would ask for the same records for ever, where all of them are of one moment.
  const next = until === undefined ? now : until > since ? until : instantFrom(Date.parse(since) + 1);
  return { isTooLongAgo: false, people: stored.map(({ signUp }) => rowOf(signUp)), until: next, ...(until === undefined ? {} : { hasMore: true }) };
}

export function rowOf(signUp: SignUp): RosterRow {
  const { id, state, name, email, affiliation, partySize, answers, receivedAt, version } = signUp;
  const number = "number" in signUp ? signUp.number : undefined;
  return {
    id,
    state,
    name,
    email,
    ...(affiliation === undefined ? {} : { affiliation }),
    partySize,
    answers,
    receivedAt,
    ...(number === undefined ? {} : { number }),
    ...(signUp.state === "waitlisted" ? { place: signUp.place } : {}),
    ...("endedAt" in signUp ? { endedAt: signUp.endedAt } : {}),
    version,
  };
}
