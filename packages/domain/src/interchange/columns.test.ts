import { describe, expect, it } from "vitest";
import { at, commissionId, eventId, exampleEvent, exampleSession, exampleSignUp, sessionId, signUpStates } from "../../test/examples.ts";
import { nyc } from "../agency/nyc/index.ts";
import { Opportunity } from "../opportunity/opportunity.ts";
import { Contact } from "../partner/contact.ts";
import { Partner } from "../partner/partner.ts";
import { cedsOptions } from "../reference/ceds-option.ts";
import { cedsColumns, cedsValue } from "./ceds.ts";
import { contactColumns, contactColumnsWithoutPersonalData } from "./contact-columns.ts";
import { type Column, readCsv, writeCsv } from "./csv.ts";
import { eventColumns, sessionColumns } from "./event-columns.ts";
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

/** Every table, with rows that show what it can hold. */
const tables: Record<string, { columns: readonly Column<never>[]; file: string }> = {
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
