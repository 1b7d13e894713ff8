import { expect, test } from "vitest";
import { sampleMe } from "../../test/sample-event.ts";
import { changesInWords, titleOfField, valueInWords } from "./change-words.ts";

const { agency } = sampleMe;
const told = (field: string, value: string, zone: string = agency.zone) => valueInWords(field, value, { zone, agency });
const changes = (...changed: Parameters<typeof changesInWords>[0]) => changesInWords(changed, { zone: agency.zone, agency });

test("a field is told as the forms call it, and one of a session as the session's", () => {
  expect(
    ["activityTypeId", "audience", "needsApproval", "partySize", "sessions.ses_1.capacity", "sessions.ses_1.status", "someNewThing"].map(titleOfField),
  ).toEqual(["Activity type", "For", "The office decides on each sign-up", "Party", "Session, seats", "Session, status", "Some new thing"]);
});

test("moments are told in the zone of the place, with its name where it is another than the agency's", () => {
  expect(told("startsAt", "2026-12-06T14:00:00.000Z")).toBe("Sun, Dec 6, 2026, 9:00 AM");
  expect(told("sessions.ses_1.startsAt", "2026-12-06T14:00:00.000Z", "America/Los_Angeles")).toBe("Sun, Dec 6, 2026, 6:00 AM PST");
  expect(told("signUpWindow", '{"opensAt":"2026-12-06T14:00:00.000Z","closesAt":"2026-12-07T14:00:00.000Z"}')).toBe(
    "from Sun, Dec 6, 2026, 9:00 AM to Mon, Dec 7, 2026, 9:00 AM",
  );
  expect(told("from", "2026-12-06")).toBe("Dec 6, 2026");
});

test("codes are told by word, kinds, hosts and places by name, and yes and no as such", () => {
  expect([told("needsApproval", "true"), told("state", "pending"), told("states", "pending, waitlisted")]).toEqual([
    "Yes",
    "Held, to decide",
    "Held, to decide, In line",
  ]);
  expect([told("status", "closed"), told("sessions.ses_1.status", "scheduled"), told("audience", "school_leaders"), told("code", "session_full")]).toEqual([
    "Sign-ups closed",
    "Scheduled",
    "School leaders",
    "The session is full",
  ]);
  expect([told("activityTypeId", "act_career-day"), told("activityTypeId", "act_gone"), told("role", "school_coordinator")]).toEqual([
    "Career Day",
    "act_gone",
    "School coordinator",
  ]);
  expect(told("host", '{"kind":"office"}')).toBe("The Office");
  expect([told("host", '{"kind":"commission","commissionId":"cms_information-technology"}'), told("scope", '{"kind":"city"}')]).toEqual([
    "Information Technology",
    "Example Schools",
  ]);
});

test("text stays as somebody wrote it, and of what has more parts than a line only that it is there is told", () => {
  const words = ["{not json", "=1+1", '["a"]', "true", "2026-12-06", "2026-12-06T14:00:00.000Z"];
  for (const field of ["title", "reason", "sessions.ses_1.label"]) expect(words.map((value) => told(field, value))).toEqual(words);
  expect(['{"place":{"name":"Harbor Heights"}}', '["a"]', "{cut off"].map((value) => told("venue", value))).toEqual(["set", "set", "set"]);
});

test("what no clerk can read is left out: ids, counts of changes, ends of addresses, and the table's own fields", () => {
  expect(
    changes(
      { field: "id", after: "sgn_1" },
      { field: "version", before: "1", after: "2" },
      { field: "slug", after: "career-day-2026" },
      { field: "contentHash" },
      { field: "keyHash" },
      { field: "publishedAt" },
    ),
  ).toEqual({ values: [], others: [] });
});

test("beside values, the names of what else was changed are told, but not of what was made: all of it is new", () => {
  const version = { field: "version", before: "1", after: "2" };
  const title = { field: "title", before: "Career Day", after: "Career Days" };
  expect(changes({ field: "answers" }, version)).toEqual({ values: [], others: ["Answers"] });
  expect(changes({ field: "description" }, title, version, { field: "venue" })).toEqual({
    values: [{ field: "title", title: "Title", before: "Career Day", after: "Career Days" }],
    others: ["Description", "Where"],
  });
  expect(changes({ field: "answers" }, { field: "email" }, { field: "partySize", after: "2" })).toEqual({
    values: [{ field: "partySize", title: "Party", after: "2" }],
    others: [],
  });
});

test("what a thing is comes before how it stands, whatever its fields are called in the log", () => {
  const fields = ["number", "partySize", "state"].map((field) => ({ field, after: "1" }));
  expect(changes(...fields).values.map(({ title }) => title)).toEqual(["State", "Party", "Number"]);
});

test("a session that came or went is one line, and of one that stayed each field is", () => {
  const session = (id: string, side: "before" | "after") =>
    (
      [
        ["capacity", "20"],
        ["startsAt", "2026-12-06T14:00:00.000Z"],
        ["status", "scheduled"],
      ] as const
    ).map(([name, value]) => ({ field: `sessions.${id}.${name}`, [side]: value }));
  const moved = { field: "sessions.ses_3.startsAt", before: "2026-12-06T14:00:00.000Z", after: "2026-12-06T15:00:00.000Z" };
  expect(changes(...session("ses_1", "before"), ...session("ses_2", "after"), moved).values).toEqual([
    { field: "sessions.ses_3.startsAt", title: "Session, start", before: "Sun, Dec 6, 2026, 9:00 AM", after: "Sun, Dec 6, 2026, 10:00 AM" },
    { field: "ses_1", title: "Session", before: "start Sun, Dec 6, 2026, 9:00 AM, seats 20" },
    { field: "ses_2", title: "Session", after: "start Sun, Dec 6, 2026, 9:00 AM, seats 20" },
  ]);
  // Its reason and status alone make no session of it.
  expect(changes({ field: "sessions.ses_1.reason", after: "Repairs" }).values).toEqual([
    { field: "sessions.ses_1.reason", title: "Session, reason", after: "Repairs" },
  ]);
});
