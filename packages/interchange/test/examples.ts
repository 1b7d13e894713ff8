import { Contact, Event, type EventStatus, Instant, Partner, type Session } from "@cte-partnerships/domain";

/** `at("2027-03-02T14:00")`: a moment without its seconds. */
export const at = (text: string): Instant => Instant.parse(`${text}:00.000Z`);

const ulid = (number: number) => String(number).padStart(26, "0");

/** A session of the example event, at these times. */
export const exampleSession = (number: number, startsAt: string, endsAt: string, override: Partial<Session> = {}): Session =>
  ({
    status: "scheduled",
    id: `ses_${ulid(number)}`,
    startsAt: at(startsAt),
    endsAt: at(endsAt),
    capacity: 10,
    partySizeLimit: 4,
    waitlistLimit: 5,
    sequence: 0,
    ...override,
  }) as Session;

type PublicEvent = Exclude<Event, { status: "draft" }>;

/** A published event of a commission. People and firms are invented. */
export const exampleEvent = (sessions: readonly Session[], override: Record<string, unknown> & { status?: EventStatus } = {}): PublicEvent =>
  Event.parse({
    status: "published",
    id: `evt_${ulid(1)}`,
    slug: "workplace-tour",
    title: "Workplace tour; Harbor Example Works, pier 1",
    activityTypeId: "act_workplace-tour",
    description: "See how a ferry is built.\nBring \\ wear: closed shoes, please.",
    host: { kind: "commission", commissionId: "cms_construction-sustainability" },
    venue: {
      kind: "place_and_virtual",
      zone: "America/New_York",
      place: { name: "Harbor Example Works", street: "1 Example Pier", city: "Brooklyn", region: "NY", postalCode: "11201", boroughId: "bor_brooklyn" },
      online: { joinUrl: "https://meet.example.org/secret" },
    },
    audience: "teachers",
    contact: { title: "Office of Industry Partnerships" },
    signUpWindow: { opensAt: at("2026-09-01T14:00"), closesAt: at("2026-10-01T14:00") },
    needsApproval: false,
    oneSessionPerPerson: false,
    questions: [],
    sessions,
    version: 3,
    createdAt: at("2026-08-01T14:00"),
    publishedAt: at("2026-08-02T14:00"),
    ...override,
  }) as PublicEvent;

export const source = {
  organizer: { name: "Office of Industry Partnerships", email: "office@partnerships.example" },
  pageOf: ({ slug }: { slug: string }) => `https://events.partnerships.example/events/${slug}`,
  host: "events.partnerships.example",
  at: at("2026-11-24T12:00"),
};

export const examplePartner = (override: Record<string, unknown> = {}): Partner =>
  Partner.parse({
    status: "active",
    activeSince: "2024-09-01",
    id: `prt_${ulid(1)}`,
    name: "Harbor Example Works; Ferries, Ltd.",
    otherNames: [],
    kind: "industry",
    commissionIds: [],
    boroughIds: [],
    website: "https://harbor.example/",
    address: { street: "1 Example Pier, 2nd floor", city: "Brooklyn", region: "NY", postalCode: "11201" },
    note: "Met at a fair: call after five",
    version: 1,
    createdAt: at("2024-09-01T14:00"),
    ...override,
  });

export const exampleContact = (number: number, override: Record<string, unknown> = {}): Contact =>
  Contact.parse({
    status: "current",
    id: `con_${ulid(number)}`,
    partnerId: `prt_${ulid(1)}`,
    name: "José Núñez-O’Neill",
    jobTitle: "Head of Yard; Welding, Rigging",
    email: "jose@harbor.example",
    phone: "212-555-0100 x12",
    roles: ["main"],
    consents: [{ status: "given", purpose: "sharing_with_schools", on: "2026-09-01" }],
    version: 1,
    createdAt: at("2024-09-01T14:00"),
    ...override,
  });
