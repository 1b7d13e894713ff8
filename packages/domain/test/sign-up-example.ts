import {
  EventId,
  EventInput,
  findNamed,
  Instant,
  makeEvent,
  publishEvent,
  type Seats,
  SessionId,
  SignUpId,
  SignUpInput,
  Slug,
  settle,
  takeIn,
} from "@cte-partnerships/domain";
import { nyc } from "@cte-partnerships/domain/nyc";

// Whatever is not decided here is an argument: the clock, new ids, what is stored.
const now = Instant.parse("2027-02-10T14:00:00.000Z");
const ids = {
  eventId: EventId.parse("evt_01jmqk2x9v0000000000000001"),
  slug: Slug.parse("harbor-workplace-tour"),
  sessionIds: [SessionId.parse("ses_01jmqk2x9v0000000000000002")],
};

// 1. What comes from outside is parsed by a strict schema: an unknown field is an error, a name is trimmed.
const tour = findNamed(nyc.activityTypes, "Workplace Tour", "2027-02-10");
const input = EventInput.parse({
  title: "Workplace tour at Harbor Example Works",
  activityTypeId: tour?.id,
  details: { students: 20, stops: ["The dry dock"] },
  description: "See how a ferry is built.",
  host: { kind: "commission", commissionId: findNamed(nyc.commissions, "Information Technology", "2027-02-10")?.id },
  venue: {
    kind: "place",
    zone: nyc.zone,
    place: { name: "Harbor Example Works", street: "1 Example Pier", city: "Brooklyn", region: "NY", postalCode: "11201", boroughId: "bor_brooklyn" },
  },
  audience: "teachers",
  contact: { title: nyc.office.title },
  signUpWindow: { opensAt: "2027-02-01T14:00:00.000Z", closesAt: "2027-03-01T22:00:00.000Z" },
  needsApproval: false,
  oneSessionPerPerson: true,
  questions: [],
  sessions: [{ startsAt: "2027-03-04T14:00:00.000Z", endsAt: "2027-03-04T17:00:00.000Z", capacity: 3, partySizeLimit: 2, waitlistLimit: 10 }],
});

// 2. A decision gives a value, or a refusal with a code and facts. It never throws for what may happen in the trade.
const published = publishEvent(makeEvent(input, ids, now), now, tour);
if (!published.ok) throw new Error(published.refusal.code);
const event = published.value;
const session = event.sessions[0];
if (!session) throw new Error("the event has a session");

// 3. Two parties of two ask for three seats. Both are taken in; settling gives seats and places, in order.
let seats: Seats = {
  sessionId: session.id,
  eventId: event.id,
  status: "open",
  startsAt: session.startsAt,
  capacity: session.capacity,
  partySizeLimit: session.partySizeLimit,
  waitlistLimit: session.waitlistLimit,
  needsApproval: event.needsApproval,
  confirmed: 0,
  held: 0,
  waiting: 0,
  nextNumber: 1,
  overtakers: [],
  settingsVersion: 1,
  version: 1,
};
const arrived = ["ada@example.org", "ben@example.org"].map((email, index) => {
  const signUp = takeIn(
    {
      event,
      session,
      seats,
      input: SignUpInput.parse({ name: "An Example", email, partySize: 2 }),
      id: SignUpId.parse(`sgn_${"0".repeat(26)}01jmqk2x9v000000000000000${index}`),
    },
    now,
  );
  if (!signUp.ok) throw new Error(signUp.refusal.code);
  return signUp.value;
});
const settled = settle(seats, [], arrived, now);
seats = settled.seats;

/** One party is confirmed, the other is first in line. */
export const told = settled.outcomes.map((outcome) => outcome.to);
export const remaining = seats.capacity - seats.confirmed - seats.held;
