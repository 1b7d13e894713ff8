import { describe, expect, it } from "vitest";
import { at, commissionId, eventId, exampleEvent, exampleSession, exampleSignUp, sessionId, signUpStates } from "../../test/examples.ts";
import { nyc } from "../agency/nyc/index.ts";
import { Opportunity } from "../opportunity/opportunity.ts";
import { Attendance, attendanceTotals, CheckIn } from "../participation/attendance.ts";
import { Contact } from "../partner/contact.ts";
import { Partner } from "../partner/partner.ts";
import { cedsOptions } from "../reference/ceds-option.ts";
import { localLaw114Report } from "../report/local-law-114-report.ts";
import { ReportSnapshot } from "../report/report-snapshot.ts";
import { attendanceCountColumns, attendanceCounts, attendanceTotalColumns } from "./attendance-columns.ts";
import { cedsColumns, cedsValue } from "./ceds.ts";
import { contactColumns, contactColumnsWithoutPersonalData } from "./contact-columns.ts";
import { type Column, readCsv, writeCsv } from "./csv.ts";
import { eventColumns, sessionColumns } from "./event-columns.ts";
import { localLaw114InternshipColumns, localLaw114InternshipLines, localLaw114ProgramColumns, localLaw114StaffColumns } from "./local-law-114-columns.ts";
import { opportunityColumns } from "./opportunity-columns.ts";
import { partnerColumns } from "./partner-columns.ts";
import { signUpColumnsWithoutPersonalData } from "./sign-up-columns.ts";

const ulid = (number: number) => String(number).padStart(26, "0");
const on = "2026-11-24";
const partner = {
  status: "active",
  activeSince: "2024-09-01",
  id: `prt_${ulid(1)}`,
  name: '=HYPERLINK("https://evil.example","Harbor")',
  otherNames: ["Harbor | Works", "@harbor"],
  kind: "industry",
  commissionIds: [commissionId()],
  boroughIds: ["bor_brooklyn", "bor_queens"],
  naicsCode: "48-49",
  website: "https://harbor.example/",
  address: { street: "1 Example Pier, 2nd floor", city: "Brooklyn", region: "NY", postalCode: "11201" },
  note: "Ask for Ada",
  version: 1,
  createdAt: at("2024-09-01T14:00"),
};
const { activeSince: _, naicsCode: _code, website: _site, address: _address, ...bare } = partner;
const partners = [
  Partner.parse(partner),
  Partner.parse({ ...bare, status: "prospect", id: `prt_${ulid(2)}`, name: "Example Bank", otherNames: [], commissionIds: [], boroughIds: [] }),
  Partner.parse({ ...bare, status: "ended", endedOn: "2026-06-30", id: `prt_${ulid(3)}`, name: "Line\tone" }),
];
const contact = {
  status: "current",
  id: `con_${ulid(1)}`,
  partnerId: `prt_${ulid(1)}`,
  name: "Ada Example",
  jobTitle: "-Head, Yard",
  email: "ada@example.org",
  phone: "212-555-0100",
  roles: ["main", "speaker"],
  consents: [
    { status: "given", purpose: "invitations", on: "2026-09-01" },
    { status: "given", purpose: "news", on: "2026-09-01" },
    { status: "withdrawn", purpose: "news", on: "2026-10-01" },
  ],
  version: 1,
  createdAt: at("2024-09-01T14:00"),
};
const contacts = [
  Contact.parse(contact),
  Contact.parse({ ...contact, status: "left", leftOn: "2026-10-01", id: `con_${ulid(2)}`, name: "Ben Example", phone: undefined, roles: [] }),
];
const request = {
  id: `req_${ulid(1)}`,
  schoolId: "sch_harbor",
  activityTypeId: "act_workplace-tour",
  commissionIds: [],
  boroughIds: [],
  students: 20,
  places: ["workplace"],
  days: [{ from: "2027-03-01", to: "2027-03-05" }],
  note: "",
  requestedAt: at("2027-01-12T15:00"),
  expiresAt: at("2027-03-01T15:00"),
};
const offer = {
  id: `opp_${ulid(1)}`,
  partnerId: `prt_${ulid(1)}`,
  activityTypeId: "act_workplace-tour",
  title: "+Tour of a yard",
  description: "See how a ferry is built.",
  commissionIds: [commissionId()],
  boroughIds: ["bor_brooklyn"],
  groupSize: { min: 10, max: 25 },
  place: "workplace",
  days: [
    { from: "2027-03-01", to: "2027-03-05" },
    { from: "2027-04-01", to: "2027-04-01" },
  ],
  expiresAt: at("2027-04-02T15:00"),
  offeredAt: at("2027-01-10T15:00"),
  version: 1,
};
const opened = { ...offer, reviewedAt: at("2027-01-11T15:00"), openedAt: at("2027-01-11T16:00") };
const opportunities = [
  Opportunity.parse({ ...offer, status: "offered" }),
  Opportunity.parse({ ...opened, status: "requested", requests: [request] }),
  Opportunity.parse({ ...opened, status: "scheduled", request, matchedAt: at("2027-01-20T15:00"), eventId: eventId(1), endsAt: at("2027-03-04T17:00") }),
  Opportunity.parse({ ...offer, status: "withdrawn", reason: "Moved", endedAt: at("2027-01-20T15:00") }),
];
const online = { joinUrl: "https://meet.example.org/secret" };
const event = exampleEvent("published", { title: "=1+1", sessions: [exampleSession({ label: "Morning" }), exampleSession({ id: sessionId(2) })] });
const virtual = exampleEvent("draft", {
  host: { kind: "commission", commissionId: commissionId() },
  venue: { kind: "virtual", zone: event.venue.zone, online },
});

const attendance = Attendance.parse({
  eventId: eventId(1),
  sessionId: sessionId(1),
  schools: [
    { schoolId: "sch_harbor", came: 18, absent: 2 },
    { schoolId: "sch_pier", came: 0, absent: 0 },
  ],
  countedAt: at("2027-03-04T18:00"),
  version: 1,
});
const checkIns = [exampleSignUp("confirmed")].map(({ id, sessionId: session, eventId: event }) =>
  CheckIn.parse({ state: "came", signUpId: id, sessionId: session, eventId: event, at: at("2027-03-04T14:00"), version: 1, people: 2 }),
);
const [programs, schools] = [[ulid(1), ulid(2), ulid(3)].map((id) => `prg_${id}`), ["sch_harbor", "sch_pier"]] as const;
const report = localLaw114Report(
  ReportSnapshot.parse({
    schoolYear: 2025,
    from: "2025-09-04",
    to: "2026-06-26",
    schools: [
      { id: schools[0], title: "Harbor High School", isDesignatedHighSchool: true },
      { id: schools[1], title: "=Pier High School" },
    ],
    programs: [
      { id: programs[0], title: "Welding", field: "Construction", schoolId: schools[0], isStateApproved: true, grades: [10, 11, 12], partnerIds: [partner.id] },
      { id: programs[1], title: "Baking", schoolId: schools[1], partnerIds: [] },
      { id: programs[2], title: "Coding", schoolId: schools[1], isStateApproved: false, partnerIds: [`prt_${ulid(9)}`] },
    ],
    partners: [{ id: partner.id, name: "Harbor Example Works", kind: "industry" }, { id: `prt_${ulid(9)}` }],
    attendances: [
      { schoolId: schools[0], staffRef: "a1", on: "2026-02-01", relatesToCte: true, isAdministeredByDepartment: true },
      { schoolId: schools[0], staffRef: "a2", on: "2026-02-01", relatesToCte: true },
    ],
    internships: [
      { programId: programs[0], isPaid: true, students: 3 },
      { programId: programs[1], isPaid: true, students: 20 },
      { programId: programs[2], isPaid: true, students: 0 },
      { programId: programs[0], isPaid: false, students: 12 },
    ],
  }),
);
const internshipLines = localLaw114InternshipLines(report);
if (!internshipLines.ok) throw new Error(internshipLines.refusal.code);

/** Every table, with rows that show what it can hold. */
const tables: Record<string, { columns: readonly Column<never>[]; file: string }> = {
  "attendance-counts": { columns: attendanceCountColumns, file: writeCsv(attendanceCountColumns, attendanceCounts([attendance])) },
  "attendance-totals": {
    columns: attendanceTotalColumns,
    file: writeCsv(attendanceTotalColumns, [{ eventId: attendance.eventId, sessionId: attendance.sessionId, totals: attendanceTotals(attendance, checkIns) }]),
  },
  "local-law-114-internships": { columns: localLaw114InternshipColumns, file: writeCsv(localLaw114InternshipColumns, internshipLines.value) },
  "local-law-114-programs": { columns: localLaw114ProgramColumns, file: writeCsv(localLaw114ProgramColumns, report.programs) },
  "local-law-114-staff": { columns: localLaw114StaffColumns, file: writeCsv(localLaw114StaffColumns, report.staffTraining) },
  ceds: { columns: cedsColumns, file: writeCsv(cedsColumns, nyc.activityTypes.on(on)) },
  partners: { columns: partnerColumns, file: writeCsv<Partner>(partnerColumns, partners) },
  contacts: { columns: contactColumns(on), file: writeCsv<Contact>(contactColumns(on), contacts) },
  "contacts-without-personal-data": {
    columns: contactColumnsWithoutPersonalData(on),
    file: writeCsv<Contact>(contactColumnsWithoutPersonalData(on), contacts),
  },
  opportunities: { columns: opportunityColumns, file: writeCsv<Opportunity>(opportunityColumns, opportunities) },
  events: { columns: eventColumns, file: writeCsv(eventColumns, [event, virtual]) },
  sessions: {
    columns: sessionColumns,
    file: writeCsv(
      sessionColumns,
      event.sessions.map((session) => ({ event, session })),
    ),
  },
  "sign-ups-without-personal-data": {
    columns: signUpColumnsWithoutPersonalData,
    file: writeCsv(
      signUpColumnsWithoutPersonalData,
      signUpStates.map((state) => exampleSignUp(state)),
    ),
  },
};

describe.each(Object.entries(tables))("the table of %s", (name, { columns, file }) => {
  it("is what the golden file says: its column ids are what others read it by", async () => {
    await expect(file).toMatchFileSnapshot(`../../test/golden/${name}.csv`);
  });

  it("has each column once, in small letters", () => {
    const ids = columns.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
  });

  it("reads back to what writes the same file again", () => {
    const read = readCsv(columns, file);
    if (!read.ok) throw new Error(read.refusal.code);
    const again = columns.map(({ id, holds }) => ({ id, holds, of: (record: Record<string, never>) => record[id] }));
    expect(writeCsv(again, read.value as Record<string, never>[])).toBe(file);
    expect(read.value.length).toBeGreaterThan(0);
  });
});

describe("the lines of Local Law 114", () => {
  it("hide a small number of students, show zero, and count staff and partners as they are", () => {
    expect(internshipLines).toMatchObject({ ok: true });
    expect(tables["local-law-114-internships"]?.file).toMatch(/true,\*/);
    expect(tables["local-law-114-internships"]?.file).not.toMatch(/,3\r/);
    expect(tables["local-law-114-internships"]?.file).toMatch(/true,0\r/);
    expect(tables["local-law-114-staff"]?.file).toContain("sch_harbor,Harbor High School,1,1\r\n");
  });

  it("are none where a table of them cannot be published safely", () => {
    const refusal = { code: "counts_not_publishable" } as never;
    const [paid, refused] = [report.internships.paid, { ok: false, refusal } as const];
    expect(localLaw114InternshipLines({ internships: { paid, unpaid: refused } })).toBe(refused);
    expect(localLaw114InternshipLines({ internships: { paid: refused, unpaid: paid } })).toBe(refused);
  });
});

describe("a table without personal data", () => {
  it.each(["contacts-without-personal-data", "sign-ups-without-personal-data"])("%s holds no name, address, number or id of a person", (name) => {
    expect(tables[name]?.file).not.toMatch(/Ada|Ben|example\.org|555|con_|sgn_|Engines|Head/);
  });

  it("would be found out: the control", () => {
    expect(tables.contacts?.file).toMatch(/Ada.*example\.org.*555/);
  });

  it.each(Object.keys(tables))("%s holds neither an office's note nor an address for joining online", (name) => {
    expect(tables[name]?.file).not.toMatch(/Ask for|secret/);
  });
});

describe("the mapping to CEDS", () => {
  const type = (id: string) => {
    const found = nyc.activityTypes.on(on).find((row) => row.id === id);
    if (!found) throw new Error(id);
    return found;
  };

  it("takes an option of the standard for every code that it gives", () => {
    const codes = nyc.activityTypes.on(on).flatMap((row) => [true, false].flatMap((isPaid) => cedsValue(row, { isPaid })?.optionCode ?? []));
    expect(codes.length).toBeGreaterThan(3);
    for (const code of codes) expect(cedsOptions.find(code, on), code).toBeDefined();
  });

  it("says of an internship what it is only where it is known whether it is paid", () => {
    expect(cedsValue(type("act_internship"))).toBeUndefined();
    expect(cedsValue(type("act_internship"), { isPaid: true })).toEqual({ elementId: "001499", optionCode: "PaidInternship" });
    expect(cedsValue(type("act_internship"), { isPaid: false })?.optionCode).toMatch(/^(?:Unpaid|NonPaid)Internship$/);
  });

  it("has none for what the standard does not know, and calls nothing other for want of a code", () => {
    expect(cedsValue(type("act_career-day"))).toBeUndefined();
    expect(tables.ceds?.file).not.toContain("Other");
  });
});
