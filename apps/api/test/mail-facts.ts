import { type Event, Event as EventSchema, type Instant, type Session, type SignUp, SignUp as SignUpSchema } from "@cte-partnerships/domain";
import type { MailKind } from "../src/mail/mail.ts";
import type { MessageFacts } from "../src/mail/message.ts";
import { testAgency } from "./deps.ts";

const id = (last: string) => `01kexam00000000000000000${last}`;
const instant = (text: string) => text as Instant;

export const exampleSession = (over: Partial<Session> = {}): Session =>
  ({
    status: "scheduled",
    id: `ses_${id("a1")}`,
    label: "Morning group",
    startsAt: instant("2027-03-09T14:00:00.000Z"),
    endsAt: instant("2027-03-09T16:30:00.000Z"),
    capacity: 40,
    partySizeLimit: 4,
    waitlistLimit: 10,
    sequence: 0,
    ...over,
  }) as Session;

export const exampleEvent = (over: Partial<Event> = {}, session: Session = exampleSession()): Event =>
  ({
    status: "published",
    id: `evt_${id("a1")}`,
    slug: "career-day-at-harbor-high",
    title: "Career Day at Harbor High",
    activityTypeId: "act_career-day",
    description: "People from several firms tell what their work is like.",
    host: { kind: "commission", commissionId: "cms_information-technology" },
    venue: {
      kind: "place_and_virtual",
      zone: "America/New_York",
      place: {
        name: "Harbor High School",
        street: "1 Invented Street",
        city: "Brooklyn",
        region: "NY",
        postalCode: "11201",
        boroughId: "bor_brooklyn",
        directions: "Main entrance, step-free, second floor",
      },
      online: { joinUrl: "https://meet.example.org/harbor?day=1&room=2" },
    },
    audience: "industry_partners",
    contact: { title: "Career Day desk", email: "desk@partnerships.example", phone: "212-555-0100" },
    signUpWindow: { opensAt: instant("2026-11-01T12:00:00.000Z"), closesAt: instant("2027-03-08T12:00:00.000Z") },
    needsApproval: false,
    oneSessionPerPerson: false,
    questions: [],
    sessions: [session],
    version: 3,
    createdAt: instant("2026-11-01T12:00:00.000Z"),
    publishedAt: instant("2026-11-01T12:00:00.000Z"),
    ...over,
  }) as Event;

const statesOwn = {
  received: {},
  confirmed: { number: 1, seatedAt: instant("2026-11-24T12:00:01.000Z") },
  pending: { number: 1, seatedAt: instant("2026-11-24T12:00:01.000Z") },
  waitlisted: { number: 44, place: 4 },
  refused: { endedAt: instant("2026-11-24T12:00:01.000Z"), code: "session_full" },
  declined: { number: 2, endedAt: instant("2026-11-25T12:00:00.000Z"), reason: "We look for firms from Brooklyn this time." },
  withdrawn: { number: 2, endedAt: instant("2026-11-25T12:00:00.000Z") },
  cancelled: { number: 2, endedAt: instant("2026-11-25T12:00:00.000Z") },
} as const satisfies Record<SignUp["state"], object>;

export const exampleSignUp = (state: SignUp["state"], over: object = {}): SignUp =>
  ({
    state,
    id: `sgn_0123456789abcdefghjkmnpqrs${id("a1")}`,
    sessionId: `ses_${id("a1")}`,
    eventId: `evt_${id("a1")}`,
    name: "Alex Example",
    email: "alex@firm.example",
    affiliation: "Example Robotics (invented)",
    partySize: 2,
    answers: {},
    receivedAt: instant("2026-11-24T12:00:00.000Z"),
    version: 2,
    ...statesOwn[state],
    ...over,
  }) as SignUp;

export interface ExampleWish {
  kind: MailKind;
  state: SignUp["state"];
  place?: number;
  wasConfirmed?: boolean;
  event?: Partial<Event>;
  session?: Partial<Session>;
  signUp?: object;
  written?: { subject: string; text: string };
}

/** A mail's facts, of invented people and checked against the schemas unless a test is about what they would refuse. */
export function exampleFacts({ kind, state, place, wasConfirmed = false, event, session, signUp, written }: ExampleWish, isChecked = true): MessageFacts {
  const itsSession = exampleSession(session);
  const itsEvent = exampleEvent(event, itsSession);
  const itsSignUp = exampleSignUp(state, signUp);
  if (isChecked) {
    EventSchema.parse(itsEvent);
    SignUpSchema.parse(itsSignUp);
  }
  return {
    kind,
    mail: { id: "0123456789abcdefghjkmnpqrs", wasConfirmed },
    signUp: itsSignUp,
    event: itsEvent,
    session: itsSession,
    place,
    written,
    agency: testAgency,
    config: { publicOrigin: "https://events.partnerships.example", mailFrom: "office@partnerships.example" },
    manageUrl: "https://events.partnerships.example/manage/m1.1.secret",
    eventUrl: `https://events.partnerships.example/events/${itsEvent.slug}`,
    at: instant("2026-11-24T12:00:05.000Z"),
  };
}
