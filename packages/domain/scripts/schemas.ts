import * as z from "zod";
import * as event from "../src/event/index.ts";
import * as domain from "../src/index.ts";
import { exportedBy } from "./source-exports.ts";
import { subjects } from "./subjects.ts";

/** What other agencies send and keep: a file each. Inputs are described as they are sent, records as they are kept. */
const published = {
  answers: [domain.Answers, "input"],
  attendance: [domain.Attendance, "output"],
  "attendance-input": [domain.AttendanceInput, "input"],
  "career-day-roster-input": [event.Roster, "input"],
  certificate: [domain.Certificate, "output"],
  "check-in": [domain.CheckIn, "output"],
  commission: [domain.Commission, "output"],
  "commission-input": [domain.CommissionInput, "input"],
  "commission-meeting": [domain.CommissionMeeting, "output"],
  "commission-meeting-input": [domain.CommissionMeetingInput, "input"],
  contact: [domain.Contact, "output"],
  "contact-input": [domain.ContactInput, "input"],
  "correction-input": [domain.CorrectionInput, "input"],
  council: [domain.Council, "output"],
  "count-table-input": [domain.CountTable, "input"],
  "cte-program": [domain.CteProgram, "output"],
  "cte-program-input": [domain.CteProgramInput, "input"],
  event: [domain.Event, "output"],
  "event-input": [domain.EventInput, "input"],
  grant: [domain.Grant, "output"],
  hours: [domain.Hours, "output"],
  "hours-input": [domain.HoursInput, "input"],
  "message-input": [domain.MessageInput, "input"],
  "mock-interview-roster-input": [event.InterviewRoster, "input"],
  "offer-input": [domain.OfferInput, "input"],
  opportunity: [domain.Opportunity, "output"],
  partner: [domain.Partner, "output"],
  "partner-input": [domain.PartnerInput, "input"],
  "partnership-snapshot-input": [domain.PartnershipSnapshot, "input"],
  question: [domain.Question, "output"],
  "report-snapshot-input": [domain.ReportSnapshot, "input"],
  school: [domain.School, "output"],
  "school-input": [domain.SchoolInput, "input"],
  "school-request": [domain.SchoolRequest, "output"],
  "school-request-input": [domain.SchoolRequestInput, "input"],
  seats: [domain.Seats, "output"],
  "sign-up": [domain.SignUp, "output"],
  "sign-up-input": [domain.SignUpInput, "input"],
} as const satisfies Record<string, readonly [z.ZodType, "input" | "output"]>;

/** What somebody who does not write TypeScript hands to the rules: a file for each question, each fact with its label. */
const facts = subjects.map(({ id, title, facts: schema }) => [`${id.replaceAll(".", "-")}-facts-input`, title, schema] as const);

/**
 * Schemas that stand in several places are written once a file and named, so that a change to one is one change. The docstring
 * of the code is the description; a label or a description that a schema carries itself comes before it.
 */
class Names extends z.core.$ZodRegistry<{ id?: string; title?: string; description?: string }> {
  override get(schema: z.core.$ZodType) {
    const own = z.globalRegistry.get(schema);
    return { ...super.get(schema), ...(own?.title && { title: own.title }), ...(own?.description && { description: own.description }) };
  }
}
const doors = ["index.ts", "event/index.ts"].flatMap((door) => exportedBy(new URL(`../src/${door}`, import.meta.url)));
const says = new Map(doors.map((one) => [one.name, one.says]));
const names = new Names();
for (const [name, schema] of Object.entries({ ...domain, ...event })) {
  const description = says.get(name);
  if (schema instanceof z.ZodType) names.add(schema, { id: name, ...(description ? { description } : {}) });
}

const written = (title: string, schema: z.ZodType, io: "input" | "output"): string => {
  const { $schema, id: _id, title: _title, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io, metadata: names });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
};

/** The committed JSON Schemas, file name to content. Rules across fields are told in words in the code, not here. */
export const schemaFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(published).map(([name, [schema, io]]) => [`${name}.json`, written(name, schema, io)] as const),
    ...facts.map(([name, title, schema]) => [`${name}.json`, written(title, schema, "input")] as const),
  ]);
