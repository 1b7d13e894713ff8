import { Event } from "@cte-partnerships/domain";
import type { EventDetail } from "../src/lib/api/event.ts";
import type { Me } from "../src/lib/api/session.ts";

const body = (digit: string) => `01k${digit.repeat(23)}`;
export const sampleIds = { event: `evt_${body("1")}`, first: `ses_${body("2")}`, second: `ses_${body("3")}` };

/** A published event with two sessions, the second in the hour that comes twice in the night of November 1st, 2026. */
export const sampleEvent: Event = Event.parse({
  status: "published",
  id: sampleIds.event,
  slug: "career-day",
  title: "Career Day",
  activityTypeId: "act_career-day",
  details: { firms: 12, groups: 6, minutesPerRotation: 20 },
  description: "Come and tell.\n\nLunch is on us.",
  host: { kind: "commission", commissionId: "cms_information-technology" },
  venue: {
    kind: "place_and_virtual",
    zone: "America/New_York",
    place: { name: "Harbor Heights", street: "1 Main Street", city: "Brooklyn", region: "NY", postalCode: "11201", boroughId: "bor_brooklyn" },
    online: { joinUrl: "https://meet.example.org/day" },
  },
  audience: "industry_partners",
  contact: { title: "Partnerships Desk", email: "desk@example.org" },
  signUpWindow: { opensAt: "2026-09-01T13:00:00.000Z", closesAt: "2026-10-30T21:00:00.000Z" },
  needsApproval: true,
  oneSessionPerPerson: false,
  questions: [
    {
      id: "diet",
      kind: "choice",
      label: "Diet?",
      required: false,
      isRetired: false,
      options: [
        { id: "none", label: "None" },
        { id: "vegan", label: "Vegan" },
      ],
    },
    { id: "topic", kind: "text", label: "Your topic", hint: "A sentence", required: true, isRetired: false },
  ],
  sessions: [
    {
      status: "scheduled",
      id: sampleIds.first,
      label: "Morning",
      startsAt: "2026-10-31T13:00:00.000Z",
      endsAt: "2026-10-31T15:30:00.000Z",
      capacity: 40,
      partySizeLimit: 4,
      waitlistLimit: 10,
      sequence: 0,
    },
    {
      status: "scheduled",
      id: sampleIds.second,
      startsAt: "2026-11-01T06:30:00.000Z",
      endsAt: "2026-11-01T08:00:00.000Z",
      capacity: 12,
      partySizeLimit: 1,
      waitlistLimit: 0,
      sequence: 0,
    },
  ],
  version: 3,
  createdAt: "2026-08-01T13:00:00.000Z",
  publishedAt: "2026-08-02T13:00:00.000Z",
});

export const sampleDetail: EventDetail = {
  event: sampleEvent,
  seats: {},
  publishFaults: [],
  sessionsWithSignUps: [sampleIds.first],
  answeredQuestions: ["diet"],
  may: ["view_event", "edit_event"],
};

export const sampleMe: Me = {
  user: { id: `usr_${body("4")}` as Me["user"]["id"], name: "Dana Whitfield" },
  grants: [{ id: `grt_${body("5")}` as Me["grants"][number]["id"], role: "coordinator", scope: { kind: "city" } }],
  may: ["view_event", "make_event", "edit_event"],
  mayHost: [
    { host: "office", title: "The Office" },
    { host: "cms_information-technology", title: "Information Technology" },
  ],
  agency: {
    title: "Example Schools",
    office: "The Office",
    zone: "America/New_York",
    boroughs: [{ id: "bor_brooklyn", title: "Brooklyn" }],
    commissions: [{ id: "cms_information-technology", title: "Information Technology" }],
    schools: [],
    activityTypes: [
      { id: "act_career-day", title: "Career Day", description: "Partners come to a school.", purpose: "students" },
      { id: "act_workplace-tour", title: "Workplace Tour", description: "Students visit a workplace.", purpose: "students" },
    ],
  },
  publicOrigin: "https://events.example.org",
};
