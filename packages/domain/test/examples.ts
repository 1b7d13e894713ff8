import {
  ActivityTypeId,
  type Actor,
  BoroughId,
  CommissionId,
  EmailAddress,
  type Event,
  EventId,
  type EventInput,
  type EventStatus,
  type Grant,
  GrantId,
  Instant,
  OptionId,
  type Question,
  QuestionId,
  SchoolId,
  type Seats,
  type Session,
  SessionId,
  type SessionInput,
  type SignUp,
  SignUpId,
  type SignUpInput,
  type SignUpState,
  Slug,
  type Source,
  UserId,
  Zone,
} from "../src/index.ts";

/** Small examples that tests build on, overriding only what matters to them. People and firms are invented. */

/** `at("2027-03-02T14:00")`: a moment without its seconds. */
export const at = (text: string): Instant => Instant.parse(`${text}:00.000Z`);

const ulid = (number: number) => String(number).padStart(26, "0");
export const eventId = (number = 1): EventId => EventId.parse(`evt_${ulid(number)}`);
export const sessionId = (number = 1): SessionId => SessionId.parse(`ses_${ulid(number)}`);
export const signUpId = (number = 1): SignUpId => SignUpId.parse(`sgn_${ulid(number)}${ulid(number)}`);
export const commissionId = (word = "information-technology"): CommissionId => CommissionId.parse(`cms_${word}`);
export const schoolId = (word = "harbor"): SchoolId => SchoolId.parse(`sch_${word}`);
export const slug = (text = "mock-interviews"): Slug => Slug.parse(text);

/** A source that stands for any. */
export const exampleSource = { authority: "editorial", citation: "An example", retrievedOn: "2026-11-24", confidence: "verified" } as const satisfies Source;

/** The moments of the example event, in order. */
export const moments = {
  created: at("2027-01-11T15:00"),
  published: at("2027-01-12T15:00"),
  opens: at("2027-02-01T14:00"),
  now: at("2027-02-10T14:00"),
  closes: at("2027-03-01T22:00"),
  starts: at("2027-03-04T14:00"),
  ends: at("2027-03-04T17:00"),
  after: at("2027-03-05T14:00"),
} as const;

const slot = { startsAt: moments.starts, endsAt: moments.ends, capacity: 10, partySizeLimit: 4, waitlistLimit: 5 };

export const exampleSessionInput = (override: Partial<SessionInput> = {}): SessionInput => ({ ...slot, ...override });

export const exampleSession = (override: Partial<Extract<Session, { status: "scheduled" }>> = {}): Extract<Session, { status: "scheduled" }> => ({
  status: "scheduled",
  id: sessionId(1),
  ...slot,
  sequence: 0,
  ...override,
});

export const exampleCancelledSession = (override: Partial<Extract<Session, { status: "cancelled" }>> = {}): Extract<Session, { status: "cancelled" }> => ({
  status: "cancelled",
  id: sessionId(1),
  ...slot,
  sequence: 1,
  cancelledAt: moments.now,
  reason: "The building is closed",
  ...override,
});

const questionId = (text: string) => QuestionId.parse(text);
const options = ["morning", "noon", "evening"].map((id) => ({ id: OptionId.parse(id), label: id }));

/** One question of each kind. */
export const questions = {
  text: { kind: "text", id: questionId("needs"), label: "What do you need?", required: false, isRetired: false },
  choice: { kind: "choice", id: questionId("time"), label: "When do you come?", required: false, isRetired: false, options },
  several: { kind: "several", id: questionId("times"), label: "When can you come?", required: false, isRetired: false, options },
  yes_no: { kind: "yes_no", id: questionId("parking"), label: "Do you come by car?", required: false, isRetired: false },
} as const satisfies { [Kind in Question["kind"]]: Extract<Question, { kind: Kind }> };

const facts = {
  title: "Mock interviews at Harbor High School",
  activityTypeId: ActivityTypeId.parse("act_mock-interview"),
  description: "Sit down with one student at a time.",
  host: { kind: "office" },
  venue: {
    kind: "place",
    zone: Zone.parse("America/New_York"),
    place: {
      name: "Harbor High School",
      street: "1 Example Street",
      city: "Brooklyn",
      region: "NY",
      postalCode: "11201",
      boroughId: BoroughId.parse("bor_brooklyn"),
    },
  },
  audience: "industry_partners",
  contact: { title: "Office of Industry Partnerships" },
  signUpWindow: { opensAt: moments.opens, closesAt: moments.closes },
  needsApproval: false,
  oneSessionPerPerson: false,
  questions: [],
} as const satisfies Omit<EventInput, "sessions" | "questions"> & { questions: [] };

export const exampleEventInput = (override: Partial<EventInput> = {}): EventInput => ({
  ...facts,
  sessions: [exampleSessionInput({ id: sessionId(1) })],
  ...override,
});

const made = () => ({
  id: eventId(1),
  slug: slug(),
  ...facts,
  questions: [] as Question[],
  sessions: [exampleSession()] as Session[],
  version: 3,
  createdAt: moments.created,
});
const published = () => ({ ...made(), publishedAt: moments.published });
const eventsByStatus = {
  draft: () => ({ status: "draft", ...made() }),
  published: () => ({ status: "published", ...published() }),
  closed: () => ({ status: "closed", ...published(), closedAt: at("2027-02-05T14:00") }),
  done: () => ({ status: "done", ...published(), doneAt: moments.after }),
  cancelled: () => ({ status: "cancelled", ...published(), cancelledAt: at("2027-02-06T14:00"), reason: "Snow" }),
} as const satisfies { [Status in EventStatus]: () => Extract<Event, { status: Status }> };

export const eventStatuses = Object.keys(eventsByStatus) as EventStatus[];

/** An event in this status. */
export const exampleEvent = <Status extends EventStatus = "published">(
  status: Status = "published" as Status,
  override: Partial<Extract<Event, { status: "published" }>> = {},
): Extract<Event, { status: Status }> => ({ ...eventsByStatus[status](), ...override, status }) as unknown as Extract<Event, { status: Status }>;

export const exampleSeats = (override: Partial<Seats> = {}): Seats => ({
  sessionId: sessionId(1),
  eventId: eventId(1),
  status: "open",
  startsAt: moments.starts,
  capacity: 10,
  partySizeLimit: 4,
  waitlistLimit: 5,
  needsApproval: false,
  confirmed: 0,
  held: 0,
  waiting: 0,
  nextNumber: 1,
  overtakers: [],
  settingsVersion: 1,
  version: 1,
  ...override,
});

export const exampleInput = (override: Partial<SignUpInput> = {}): SignUpInput => ({
  name: "Ada Example",
  email: EmailAddress.parse("ada@example.org"),
  partySize: 1,
  answers: {},
  ...override,
});

const held = () => ({
  id: signUpId(1),
  sessionId: sessionId(1),
  eventId: eventId(1),
  name: "Ada Example",
  email: EmailAddress.parse("ada@example.org"),
  affiliation: "Example Engines",
  partySize: 2,
  answers: {},
  receivedAt: moments.opens,
  version: 4,
});
const signUpsByState = {
  received: () => ({ state: "received", ...held() }),
  confirmed: () => ({ state: "confirmed", ...held(), number: 7, seatedAt: moments.opens }),
  pending: () => ({ state: "pending", ...held(), number: 7, seatedAt: moments.opens }),
  waitlisted: () => ({ state: "waitlisted", ...held(), number: 7, place: 2 }),
  refused: () => ({ state: "refused", ...held(), endedAt: moments.opens, code: "session_full" }),
  declined: () => ({ state: "declined", ...held(), number: 7, endedAt: moments.opens }),
  withdrawn: () => ({ state: "withdrawn", ...held(), number: 7, endedAt: moments.opens }),
  cancelled: () => ({ state: "cancelled", ...held(), number: 7, endedAt: moments.opens }),
} as const satisfies { [State in SignUpState]: () => Extract<SignUp, { state: State }> };

export const signUpStates = Object.keys(signUpsByState) as SignUpState[];

/** A sign-up of a party of two in this state. */
export const exampleSignUp = <State extends SignUpState>(
  state: State,
  override: Partial<Extract<SignUp, { state: State }>> = {},
): Extract<SignUp, { state: State }> => ({ ...signUpsByState[state](), ...override }) as unknown as Extract<SignUp, { state: State }>;

let grants = 0;
export const exampleGrant = (role: Grant["role"], scope: Grant["scope"], expiresAt?: Instant): Grant => ({
  id: GrantId.parse(`grt_${ulid(++grants)}`),
  role,
  scope,
  ...(expiresAt === undefined ? {} : { expiresAt }),
});
export const exampleActor = (...held: Grant[]): Actor => ({ userId: UserId.parse(`usr_${ulid(1)}`), grants: held });

/** Freezes all of it, so that a decision which changes what it was given throws. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
