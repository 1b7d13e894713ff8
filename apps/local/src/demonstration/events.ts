import { EventInput, type Instant } from "@cte-partnerships/domain";
import { daysAfter, momentIn, monday, workday } from "./calendar.ts";

/** Somebody who signs up in the demonstration, for a session by its position. */
interface Taker {
  session: number;
  partySize: number;
  /** What the office decides where it approves. */
  decision?: "approve" | "decline";
}

/** One event of the demonstration: how it is written, who signs up, and what becomes of it. */
export interface DemonstrationEvent {
  /** Names it across starts. */
  word: string;
  input: EventInput;
  becomes: "draft" | "published" | "closed" | "done" | "cancelled";
  /** When it was made and people signed up: some time ago for what is over by now. */
  madeAt: Instant;
  takers: Taker[];
  cancelsSession?: number;
  reason?: string;
}

const zone = "America/New_York";

const place = (name: string, street: string, city: string, postalCode: string, boroughId: string) => ({
  kind: "place",
  zone,
  place: { name, street, city, region: "NY", postalCode, boroughId: `bor_${boroughId}`, directions: "Step-free from the main entrance." },
});
const office = { kind: "office" };
const commission = (word: string) => ({ kind: "commission", commissionId: `cms_${word}` });
const school = (word: string) => ({ kind: "school", schoolId: `sch_${word}` });
const contact = { title: "Partnerships desk (demonstration)", email: "partnerships@example.org" };

const takers = (session: number, parties: number[], decisions: Taker["decision"][] = []): Taker[] =>
  parties.map((partySize, index) => ({ session, partySize, ...(decisions[index] ? { decision: decisions[index] } : {}) }));

const questions = [
  { id: "safety-shoes", kind: "yes_no", label: "Do you bring your own safety shoes?", required: true },
  {
    id: "arrival",
    kind: "choice",
    label: "How do you arrive?",
    hint: "So that the front desk knows when to expect whom.",
    required: true,
    options: [
      { id: "transit", label: "Subway or bus" },
      { id: "car", label: "Car" },
      { id: "foot", label: "On foot or by bicycle" },
    ],
  },
  {
    id: "topics",
    kind: "several",
    label: "What do you want to see?",
    required: false,
    options: [
      { id: "assembly", label: "Assembly line" },
      { id: "testing", label: "Test laboratory" },
      { id: "design", label: "Design studio" },
    ],
  },
  { id: "access", kind: "text", label: "Is there anything we should prepare for you?", required: false },
];

/**
 * The demonstration as seen from a day: over the page's activity types, all boroughs and every state. Two listed sessions
 * are large and untouched, one of 40 seats and one of 20,000; every other has fewer than 20 seats left.
 */
export function demonstrationEvents(today: string, now: Instant): DemonstrationEvent[] {
  const at = (days: number, time: string) => momentIn(zone, workday(daysAfter(today, days)), time);
  const slot = (days: number, from: string, to: string, capacity: number, more: object = {}) => ({
    startsAt: at(days, from),
    endsAt: at(days, to),
    capacity,
    partySizeLimit: Math.min(4, capacity),
    waitlistLimit: 20,
    ...more,
  });
  /** From a Monday's morning to the Friday's afternoon. */
  const week = (days: number, from: string, to: string, capacity: number) => {
    const first = monday(daysAfter(today, days));
    return { ...slot(days, from, to, capacity, { partySizeLimit: 2 }), startsAt: momentIn(zone, first, from), endsAt: momentIn(zone, daysAfter(first, 4), to) };
  };
  const written = (draft: object): EventInput => {
    const { sessions } = draft as { sessions: { startsAt: Instant }[] };
    const lastStart =
      sessions
        .map((session) => session.startsAt)
        .sort()
        .at(-1) ?? at(30, "09:00");
    const defaults = {
      contact,
      needsApproval: false,
      oneSessionPerPerson: false,
      questions: [],
      signUpWindow: { opensAt: at(-60, "08:00"), closesAt: lastStart },
    };
    return EventInput.parse({ ...defaults, ...draft });
  };

  return [
    {
      word: "forty",
      becomes: "published",
      madeAt: now,
      takers: [],
      input: written({
        title: "Career Day at Harbor High School",
        activityTypeId: "act_career-day",
        details: { firms: 12, groups: 8, minutesPerRotation: 20 },
        description:
          "Tell ninth graders what your firm does and what your working day is like. Forty places for people from industry; the school brings its classes.",
        host: office,
        venue: place("Harbor High School (invented)", "100 Example Street", "Brooklyn", "11201", "brooklyn"),
        audience: "industry_partners",
        sessions: [slot(21, "09:00", "12:00", 40, { waitlistLimit: 1000 })],
      }),
    },
    {
      word: "twenty-thousand",
      becomes: "published",
      madeAt: now,
      takers: [],
      input: written({
        title: "Citywide Industry Briefing, Online",
        activityTypeId: "act_program-support",
        details: { kind: "expertise", what: "An hour with partners who have worked with programs for years", isOneTime: true },
        description: "An open hour for everybody who wants to know how partners and CTE programs work together. Online, with room for all.",
        host: office,
        venue: { kind: "virtual", zone, online: { joinUrl: "https://meet.example.org/briefing", note: "Captions are on." } },
        audience: "everyone",
        sessions: [slot(21, "15:00", "16:00", 20_000, { waitlistLimit: 0 })],
      }),
    },
    {
      word: "robotics-tour",
      becomes: "published",
      madeAt: now,
      takers: [...takers(0, [1, 2, 1, 3]), ...takers(1, [1, 1])],
      cancelsSession: 2,
      reason: "The assembly line is being rebuilt that week.",
      input: written({
        title: "Workplace Tour: Example Robotics",
        activityTypeId: "act_workplace-tour",
        details: { students: 12, stops: ["Design", "Assembly", "Test bench"], protectiveEquipment: ["Safety glasses, which the firm gives"] },
        description:
          "See how a robot arm is designed, built and tested, and what that asks of the people who do it. For teachers who want to bring a class later.",
        host: commission("engineering-architecture-and-robotics"),
        venue: place("Example Robotics (invented)", "20 Sample Avenue", "Long Island City", "11101", "queens"),
        audience: "teachers",
        questions,
        sessions: [
          // So near and so empty that Today tells of it.
          slot(4, "09:30", "11:00", 12, { label: "Morning group" }),
          slot(4, "13:00", "14:30", 12, { label: "Afternoon group" }),
          slot(16, "09:30", "11:00", 12, { label: "Second week" }),
        ],
      }),
    },
    {
      word: "mock-interviews",
      becomes: "published",
      madeAt: now,
      takers: takers(0, [1, 1, 1, 2, 1, 1, 1], ["approve", "approve", undefined, undefined, "decline", undefined, "approve"]),
      input: written({
        title: "Mock Interviews at Canal Street Tech",
        activityTypeId: "act_mock-interview",
        details: { minutesPerInterview: 20, interviewsPerVolunteer: 6, position: "Junior web developer", kindOfPosition: "job" },
        description:
          "One volunteer, one student, twenty minutes: interview seniors as if for a first job at your firm. The office looks at each sign-up before it is confirmed.",
        host: commission("information-technology"),
        venue: place("Canal Street Tech (invented)", "5 Placeholder Place", "New York", "10013", "manhattan"),
        audience: "industry_partners",
        needsApproval: true,
        questions: [
          {
            id: "field",
            kind: "choice",
            label: "Which field do you work in?",
            required: true,
            options: [
              { id: "software", label: "Software" },
              { id: "networks", label: "Networks" },
              { id: "support", label: "Support" },
            ],
          },
        ],
        sessions: [slot(12, "10:00", "13:00", 16, { partySizeLimit: 2 })],
      }),
    },
    {
      word: "externship",
      becomes: "published",
      madeAt: now,
      takers: takers(0, [2, 1, 2, 1, 2, 1, 2, 1]),
      input: written({
        title: "Teacher Externship: Specimen Kitchens",
        activityTypeId: "act_teacher-externship",
        details: { places: 8, departments: ["Planning", "Kitchen", "Delivery"], takeaway: "How a large kitchen plans its week" },
        description: "A week, Monday to Friday, beside the people who plan, cook and run a large kitchen. Eight places; a short waitlist is kept.",
        host: office,
        venue: place("Specimen Kitchens (invented)", "300 Mockup Road", "Bronx", "10451", "bronx"),
        audience: "teachers",
        sessions: [week(33, "08:30", "15:30", 8)],
      }),
    },
    {
      word: "cloud",
      becomes: "published",
      madeAt: now,
      takers: [...takers(0, [1, 1, 2]), ...takers(1, [1])],
      input: written({
        title: "From Classroom to Cloud",
        activityTypeId: "act_professional-development",
        details: { topics: ["Data centers", "Where beginners start"], seats: 36, isByDepartment: true },
        description:
          "A half-day class for CTE teachers, given by people who run data centers. Come in person or join from your desk; one of the two days a person.",
        host: commission("information-technology"),
        venue: {
          ...place("North Shore Career School (invented)", "8 Trial Terrace", "Staten Island", "10301", "staten-island"),
          kind: "place_and_virtual",
          online: { joinUrl: "https://meet.example.org/cloud" },
        },
        audience: "teachers",
        oneSessionPerPerson: true,
        questions: [{ id: "online", kind: "yes_no", label: "Do you join online?", required: true }],
        sessions: [slot(14, "12:30", "16:00", 18, { label: "First day" }), slot(17, "12:30", "16:00", 18, { label: "Second day" })],
      }),
    },
    {
      word: "commission",
      becomes: "published",
      madeAt: now,
      takers: takers(0, [1, 1, 1, 1, 1]),
      input: written({
        title: "Information Technology Commission: Open Meeting",
        activityTypeId: "act_commission-meeting",
        details: { agenda: ["Curriculum maps", "The calendar of the next term", "What employers ask of beginners"], isFormal: true },
        description: "Curriculum maps, the calendar of the next term, and a first look at what employers ask of beginners.",
        host: commission("information-technology"),
        venue: place("Placeholder Pictures (invented)", "77 Specimen Square", "New York", "10018", "manhattan"),
        audience: "advisory_members",
        sessions: [slot(18, "16:00", "18:00", 15, { partySizeLimit: 1, waitlistLimit: 0 })],
      }),
    },
    {
      word: "board",
      becomes: "published",
      madeAt: now,
      takers: takers(0, [1, 1, 2]),
      input: written({
        title: "Advisory Board: Program Self-Study",
        activityTypeId: "act_advisory-board",
        details: { programs: ["Software engineering"], agenda: ["The self-study"] },
        description: "Read the program's self-study with its teachers and say what a beginner in your trade should know.",
        host: school("harbor-high"),
        venue: place("Harbor High School (invented)", "100 Example Street", "Brooklyn", "11201", "brooklyn"),
        audience: "advisory_members",
        sessions: [slot(25, "15:30", "17:30", 10)],
      }),
    },
    {
      word: "competition",
      becomes: "closed",
      madeAt: now,
      takers: takers(0, [1, 2, 1, 1, 2]),
      input: written({
        title: "Judges for the Short Film Competition",
        activityTypeId: "act_competition",
        details: { task: "A film of five minutes about a day at work", part: "judge", teams: 12 },
        description: "Watch twelve films made by students and say what works. The jury is complete.",
        host: commission("media-technology-and-design"),
        venue: place("Flushing Meadow High School (invented)", "12 Trial Lane", "Flushing", "11354", "queens"),
        audience: "industry_partners",
        sessions: [slot(11, "14:00", "18:00", 9)],
      }),
    },
    {
      word: "internship",
      becomes: "draft",
      madeAt: now,
      takers: [],
      input: written({
        title: "Internships: Evening for Employers",
        activityTypeId: "act_internship",
        details: { places: 4, weeks: 6, hoursPerWeek: 20, isPaid: true, tasks: ["Shadow a team", "Own one small task"] },
        description: "What an intern may do, what it takes to host one for six weeks, and who helps.",
        host: office,
        venue: place("Sample Savings Bank (invented)", "1 Example Plaza", "New York", "10005", "manhattan"),
        audience: "industry_partners",
        sessions: [slot(10, "17:30", "19:00", 19)],
      }),
    },
    {
      word: "scholarship",
      becomes: "draft",
      madeAt: now,
      takers: [],
      input: written({
        title: "Readers for the Trades Scholarship",
        activityTypeId: "act_scholarship",
        details: { awards: 3, dollarsPerAward: 1000, criteria: "The next step after a CTE program" },
        description: "",
        host: school("harbor-high"),
        venue: { kind: "virtual", zone, online: {} },
        audience: "industry_partners",
        sessions: [],
      }),
    },
    {
      word: "past-career-day",
      becomes: "done",
      madeAt: at(-45, "10:00"),
      takers: takers(0, [1, 2, 1, 1]),
      input: written({
        title: "Career Day at Bridge Academy",
        activityTypeId: "act_career-day",
        details: { firms: 12, groups: 8, minutesPerRotation: 20 },
        description: "Twelve partners, four hundred students, one gymnasium.",
        host: school("bridge-academy"),
        venue: place("Bridge Academy (invented)", "40 Sample Street", "Bronx", "10458", "bronx"),
        audience: "industry_partners",
        sessions: [slot(-20, "09:00", "12:00", 14)],
      }),
    },
    {
      word: "past-tour",
      becomes: "done",
      madeAt: at(-40, "10:00"),
      takers: takers(0, [1, 1, 2]),
      input: written({
        title: "Workplace Tour: Mockup Motors",
        activityTypeId: "act_workplace-tour",
        details: { students: 12, stops: ["Workshop", "Office"] },
        description: "How an electric van is serviced, from the lift to the laptop.",
        host: commission("automotive-and-transportation"),
        venue: place("Mockup Motors (invented)", "9 Placeholder Parkway", "Staten Island", "10314", "staten-island"),
        audience: "teachers",
        sessions: [slot(-8, "10:00", "11:30", 10)],
      }),
    },
    {
      word: "equipment",
      becomes: "cancelled",
      madeAt: now,
      takers: takers(0, [1, 2, 1]),
      reason: "The hall is closed for repairs. A new date follows.",
      input: written({
        title: "Equipment Exchange for Construction Programs",
        activityTypeId: "act_program-support",
        details: { kind: "equipment", what: "Tools and machines that firms no longer need" },
        description: "Firms bring what they no longer need and programs take what they can teach with.",
        host: commission("construction-and-sustainability"),
        venue: place("Trial Structures (invented)", "15 Mockup Mews", "Brooklyn", "11220", "brooklyn"),
        audience: "everyone",
        sessions: [slot(13, "10:00", "14:00", 19)],
      }),
    },
  ];
}
