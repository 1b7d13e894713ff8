import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { buildPublicApp } from "../src/public-app.ts";
import { trapField } from "../src/sign-up/form.tsx";
import { freshTable, patient, testDeps } from "./deps.ts";
import { publishedEvent } from "./event-fixtures.ts";

type Deps = Awaited<ReturnType<typeof testDeps>>;
let deps: Deps;
let app: ReturnType<typeof buildPublicApp>;
let slug = "";
let sessionId = "";

beforeAll(async () => {
  const opened = await testDeps({ table: await freshTable(undefined, patient) });
  deps = { ...opened, config: { ...opened.config, isRateLimited: false } };
  app = buildPublicApp(deps);
  const event = await publishedEvent(deps, {
    questions: [
      {
        id: "diet",
        kind: "choice",
        label: "Diet",
        required: true,
        options: [
          { id: "any", label: "Any" },
          { id: "none", label: "None" },
        ],
      },
      { id: "notes", kind: "text", label: "Notes", required: false },
    ] as never,
  });
  slug = event.slug;
  sessionId = event.sessions[0]?.id ?? "";
});

// The whole thousand in the long proof, a fifth of it each time.
const runs = process.env.PROVE ? 1000 : 200;
/** What would tell how it is made, where it runs, or what it uses. */
const internals = /node_modules|\.tsx?:\d|\bat \w+ \(|file:\/\/|ZodError|TypeError|DynamoDB|ValidationException|SES#|EVT#|\bpk\b/;

const headerText = fc.string({ maxLength: 60, unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) });
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ maxLength: 80 }),
  fc.constantFrom("__proto__", "constructor", "../../etc", "%00", "\u202e", "{{7*7}}", "'; --"),
);
const pathPart = text.map((part) => encodeURIComponent(part.toWellFormed()));
const queryOf = (names: string[]) =>
  fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...names), text), text), { maxLength: 5 })
    .map((pairs) => new URLSearchParams(pairs.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()])).toString());

/** JSON of any kind, near to what is taken and far from it. */
const anyBody = fc.oneof(
  fc.json(),
  fc.string({ maxLength: 200 }),
  fc
    .record(
      {
        name: fc.oneof(text, fc.jsonValue()),
        email: fc.oneof(text, fc.emailAddress(), fc.jsonValue()),
        affiliation: fc.oneof(text, fc.jsonValue()),
        partySize: fc.oneof(fc.integer(), fc.double(), fc.jsonValue()),
        answers: fc.oneof(fc.dictionary(text, fc.oneof(text, fc.boolean(), fc.array(text), fc.jsonValue()), { maxKeys: 30 }), fc.jsonValue()),
        role: text,
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
  // And what is taken, so that the way to the end is walked as well.
  fc
    .record({ name: fc.string({ minLength: 1, maxLength: 40 }), email: fc.emailAddress(), answers: fc.constant({ diet: "any" }) })
    .map((value) => JSON.stringify(value)),
);

async function expectCalm(answer: Response, sent: string): Promise<void> {
  statuses.add(answer.status);
  const body = await answer.text();
  expect(answer.status, `${sent}\n${body.slice(0, 500)}`).toBeLessThan(500);
  if (answer.status >= 400) {
    const isPage = answer.headers.get("content-type")?.startsWith("text/html") ?? false;
    if (!isPage) expect(body.length, sent).toBeLessThanOrEqual(4096);
    expect(body, sent).not.toMatch(internals);
  }
}

const statuses = new Set<number>();
const request = async (path: string, init?: RequestInit) =>
  expectCalm(await app.request(`http://127.0.0.1:3000${path}`, init), `${init?.method ?? "GET"} ${path} ${String(init?.body ?? "")}`);

describe("any input", () => {
  it("to the POST of a sign-up is answered without an error of ours, shortly and without internals", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        anyBody,
        headerText,
        fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: pathPart }),
        async (body, key, id) =>
          request(`/api/public/sessions/${id ?? sessionId}/sign-ups`, {
            method: "POST",
            headers: { "content-type": "application/json", "idempotency-key": key },
            body: body.toWellFormed(),
          }),
      ),
      { numRuns: runs },
    );
  });

  it("to the form of a session likewise", { timeout: 300_000 }, async () => {
    const fields = queryOf(["name", "email", "affiliation", "partySize", "answers.diet", "answers.notes", "form", "waitlist", "moved", trapField]);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fields, text), async (body) =>
        request(`/events/${slug}/${sessionId}`, {
          method: "POST",
          headers: { "content-type": "application/x-www-form-urlencoded" },
          body: body.toWellFormed(),
        }),
      ),
      { numRuns: runs },
    );
  });

  const reads: [string, fc.Arbitrary<string>][] = [
    ["the JSON list", queryOf(["activityType", "borough", "from", "to", "cursor"]).map((query) => `/api/public/events?${query}`)],
    ["the JSON event", pathPart.map((part) => `/api/public/events/${part}`)],
    ["statusUrl", pathPart.map((part) => `/api/public/sign-ups/${part}`)],
    ["the list", queryOf(["activityType", "borough", "from", "to", "cursor"]).map((query) => `/events?${query}`)],
    ["the event", pathPart.map((part) => `/events/${part}`)],
    ["the form", fc.tuple(pathPart, pathPart).map(([first, second]) => `/events/${first}/${second}`)],
    ["the answer", pathPart.map((part) => `/sign-ups/${part}`)],
    ["the manage page", fc.tuple(pathPart, fc.constantFrom("", "/calendar.ics", "/withdraw")).map(([part, rest]) => `/manage/${part}${rest}`)],
    ["any other address", pathPart.map((part) => `/${part}`)],
  ];
  it.each(reads)("to %s likewise", { timeout: 300_000 }, async (_name, paths) => {
    await fc.assert(
      fc.asyncProperty(paths, (path) => request(path)),
      { numRuns: runs },
    );
  });

  it("to the forms of a manage page likewise", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(pathPart, fc.constantFrom("withdraw", "party", "correct"), queryOf(["partySize", "affiliation", "answers.diet"]), (part, what, body) =>
        request(`/manage/${part}/${what}`, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body }),
      ),
      { numRuns: runs },
    );
  });
});

describe("the log of all that", () => {
  it("holds no unexpected error, and everything that can be answered was", async () => {
    // Whether chance ever wrote a whole sign-up is not what is tried here: one is sent for sure.
    const body = JSON.stringify({ name: "Alex Example", email: "sure@example.org", answers: { diet: "any" } });
    await request(`/api/public/sessions/${sessionId}/sign-ups`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": "sure" },
      body,
    });
    expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 400, 404]));
    expect(deps.log.lines.filter((line) => line.includes('"unexpected"'))).toEqual([]);
  });
});
