import { type Actor, type Event, may, type SessionId, type SignUp } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { actionsOn, seatCounts } from "../event/get-event.ts";
import type { Roster, RosterRow, SignUpState } from "./contract.ts";
import { findSeats } from "./seats-store.ts";
import { listSignUps } from "./store.ts";

const states = ["received", "confirmed", "pending", "waitlisted", "refused", "declined", "withdrawn", "cancelled"] as const satisfies SignUpState[];

/** A session with everybody who signed up for it, read consistently. People are there only for those who may see them. */
export async function getRoster(deps: Deps, { actor, event, sessionId }: { actor: Actor; event: Event; sessionId: SessionId }): Promise<Roster | undefined> {
  const [storedSeats, stored] = await Promise.all([findSeats(deps, sessionId), listSignUps(deps, sessionId)]);
  const session = event.sessions.find((known) => known.id === sessionId);
  if (!storedSeats || !session) return undefined;
  const signUps = stored.map((item) => item.signUp);
  const now = deps.now();
  const parties = Object.fromEntries(states.map((state) => [state, 0])) as Record<SignUpState, number>;
  for (const { state } of signUps) parties[state] += 1;
  const { id, title, status, version, venue, needsApproval, questions } = event;
  const { label, startsAt, endsAt } = session;
  return {
    event: { id, title, status, version, zone: venue.zone, needsApproval, questions },
    session: { id: sessionId, ...(label === undefined ? {} : { label }), startsAt, endsAt, partySizeLimit: storedSeats.seats.partySizeLimit },
    seats: seatCounts(storedSeats.seats),
    parties,
    ...(may(actor, "view_people", { kind: "event", host: event.host }, now) ? { people: rowsOf(signUps) } : {}),
    may: actionsOn(actor, event, now),
  };
}

/** By number, then by arrival. A place in line is where somebody stands now, and never worse than they were told. */
function rowsOf(signUps: readonly SignUp[]): RosterRow[] {
  const numberOf = (signUp: SignUp) => ("number" in signUp ? (signUp.number ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY);
  const inOrder = signUps.toSorted((a, b) => numberOf(a) - numberOf(b) || (a.receivedAt < b.receivedAt ? -1 : 1));
  let inLine = 0;
  return inOrder.map((signUp) => {
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
      ...(signUp.state === "waitlisted" ? { place: Math.min(signUp.place, ++inLine) } : {}),
      ...("endedAt" in signUp ? { endedAt: signUp.endedAt } : {}),
      version,
    };
  });
}
