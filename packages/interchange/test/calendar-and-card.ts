import { Contact, Event, Instant, Partner } from "@cte-partnerships/domain";
import { calendarFeed } from "@cte-partnerships/interchange/calendar";
import { contactCards, partnerCard } from "@cte-partnerships/interchange/vcard";

// Records as your own store keeps them, parsed by the domain's strict schemas.
const event = Event.parse({
  status: "published",
  id: "evt_01jmqk2x9v0000000000000001",
  slug: "harbor-workplace-tour",
  title: "Workplace tour at Harbor Example Works",
  activityTypeId: "act_workplace-tour",
  description: "See how a ferry is built.",
  host: { kind: "office" },
  venue: {
    kind: "place",
    zone: "America/New_York",
    place: { name: "Harbor Example Works", street: "1 Example Pier", city: "Brooklyn", region: "NY", postalCode: "11201", boroughId: "bor_brooklyn" },
  },
  audience: "teachers",
  contact: { title: "Office of Industry Partnerships" },
  signUpWindow: { opensAt: "2027-02-01T14:00:00.000Z", closesAt: "2027-03-01T22:00:00.000Z" },
  needsApproval: false,
  oneSessionPerPerson: true,
  questions: [],
  sessions: [
    {
      status: "scheduled",
      id: "ses_01jmqk2x9v0000000000000002",
      startsAt: "2027-03-04T14:00:00.000Z",
      endsAt: "2027-03-04T17:00:00.000Z",
      capacity: 30,
      partySizeLimit: 2,
      waitlistLimit: 10,
      sequence: 0,
    },
  ],
  version: 1,
  createdAt: "2027-01-20T14:00:00.000Z",
  publishedAt: "2027-02-01T14:00:00.000Z",
});
if (event.status === "draft") throw new Error("a draft is in no calendar");

/** A feed that people follow: cancelled sessions go from their calendars, and it names nobody. */
export const feed = calendarFeed("Harborview partnerships", [event], {
  organizer: { name: "Office of Industry Partnerships", email: "office@partnerships.example" },
  pageOf: ({ slug }) => `https://events.partnerships.example/events/${slug}`,
  host: "events.partnerships.example",
  at: Instant.parse("2027-02-10T14:00:00.000Z"),
});

const kept = { version: 1, createdAt: "2026-09-01T14:00:00.000Z" } as const;
const partner = Partner.parse({
  status: "active",
  activeSince: "2026-09-01",
  id: "prt_01jmqk2x9v0000000000000003",
  name: "Harbor Example Works",
  otherNames: [],
  kind: "industry",
  commissionIds: [],
  boroughIds: [],
  ...kept,
});
const contact = Contact.parse({
  status: "current",
  id: "con_01jmqk2x9v0000000000000004",
  partnerId: partner.id,
  name: "An Example",
  email: "an@harbor.example",
  roles: ["main"],
  consents: [{ status: "given", purpose: "sharing_with_schools", on: "2026-09-01" }],
  ...kept,
});
const facts = { partner, sectors: ["Construction & Sustainability"] };

/** The organization's card. */
export const card = partnerCard(facts);

/** The cards of those alone who agreed to this purpose, and had not taken it back by that day. */
export const shared = contactCards([contact], facts, { purpose: "sharing_with_schools", on: "2027-02-10" });
export const forNews = contactCards([contact], facts, { purpose: "news", on: "2027-02-10" });
