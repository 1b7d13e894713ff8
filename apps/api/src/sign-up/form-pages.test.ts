import { type Event, minutesAfter } from "@cte-partnerships/domain";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { freshTable, patient, testDeps } from "../../test/deps.ts";
import { draftEvent, publishedEvent } from "../../test/event-fixtures.ts";
import { formsIn, headingOf, type PageForm, textOf, titleOf } from "../../test/form-page.ts";
import { cancelEvent } from "../event/cancel-event.ts";
import { cancelSession } from "../event/cancel-session.ts";
import { closeEvent } from "../event/close-event.ts";
import { buildPublicApp } from "../public-app.ts";
import { rules } from "../rate/allow.ts";
import { trapField } from "./form.tsx";
import { listSignUps } from "./store.ts";

type Deps = Awaited<ReturnType<typeof testDeps>>;
let deps: Deps;
let app: ReturnType<typeof buildPublicApp>;
let table: Deps["table"];

beforeAll(async () => {
  table = await freshTable(undefined, patient);
});
beforeEach(async () => {
  deps = await testDeps({ table });
  app = buildPublicApp(deps);
});

const slot = (over: object = {}) => {
  const startsAt = minutesAfter(deps.now(), 7 * 24 * 60);
  return { startsAt, endsAt: minutesAfter(startsAt, 60), capacity: 5, partySizeLimit: 4, waitlistLimit: 10, ...over };
};
const questions = [
  {
    id: "diet",
    kind: "choice",
    label: "What do you eat?",
    required: true,
    options: [
      { id: "any", label: "Anything" },
      { id: "plants", label: "Plants" },
    ],
  },
  {
    id: "topics",
    kind: "several",
    label: "Topics",
    required: false,
    options: [
      { id: "a", label: "A" },
      { id: "b", label: "B" },
    ],
  },
  { id: "parking", kind: "yes_no", label: "Parking?", required: false },
  { id: "notes", kind: "text", label: "Notes", required: false },
] as never;

const by = { kind: "system", part: "test" } as const;
const pathOf = (event: Event, index = 0) => `/events/${event.slug}/${event.sessions[index]?.id}`;
const signUpsOf = (event: Event, index = 0) => listSignUps(deps, event.sessions[index]?.id as never);
const later = (minutes: number) => deps.clock.set(minutesAfter(deps.now(), minutes));

async function openForm(path: string): Promise<PageForm> {
  const answer = await app.request(path);
  expect(answer.status).toBe(200);
  const [form] = formsIn(await answer.text());
  if (!form) throw new Error(`there is no form at ${path}`);
  later(1);
  return form;
}

const send = (action: string, fields: URLSearchParams) =>
  app.request(action, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: fields.toString() });

let people = 0;
function filled(form: PageForm, over: Record<string, string> = {}): URLSearchParams {
  const fields = new URLSearchParams(form.fields);
  for (const [name, value] of Object.entries({ name: "Ann Sample", email: `form.${people++}@firm.example`, ...over })) fields.set(name, value);
  return fields;
}

describe("the form of a session", () => {
  it("signs up by one POST and leads to an answer whose heading begins with the state", async () => {
    const event = await publishedEvent(deps, { sessions: [slot()], questions });
    const form = await openForm(pathOf(event));
    const fields = filled(form, {
      partySize: "2",
      affiliation: "Sample & Co",
      "answers.diet": "plants",
      "answers.parking": "yes",
      "answers.notes": "By the window",
    });
    fields.append("answers.topics", "a");
    fields.append("answers.topics", "b");
    const answer = await send(form.action, fields);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^\/sign-ups\/[\w.-]+$/);
    const page = await (await app.request(answer.headers.get("location") ?? "")).text();
    expect(headingOf(page)).toBe("Confirmed: 2 places are yours");
    expect(page.startsWith("<!doctype html>")).toBe(true);
    const [stored] = await signUpsOf(event);
    expect(stored?.signUp).toMatchObject({
      partySize: 2,
      affiliation: "Sample & Co",
      answers: { diet: "plants", topics: ["a", "b"], parking: true, notes: "By the window" },
    });
  });

  it("makes a double click, a reload and the button pressed four times one sign-up, with one answer", async () => {
    const event = await publishedEvent(deps, { sessions: [slot({ capacity: 1, partySizeLimit: 1 })] });
    const form = await openForm(pathOf(event));
    const fields = filled(form);
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(form.action, fields)));
    const again = await send(form.action, fields);
    const places = [...answers, again].map((answer) => [answer.status, answer.headers.get("location")]);
    expect(new Set(places.map(String)).size).toBe(1);
    expect(await signUpsOf(event)).toHaveLength(1);
    expect(headingOf(await (await app.request(String(places[0]?.[1]))).text())).toMatch(/^Confirmed/);
  });

  it("says everything that is wrong at once: in the title, in a summary with links, beside each field, with the values kept", async () => {
    const event = await publishedEvent(deps, { sessions: [slot()], questions });
    const form = await openForm(pathOf(event));
    const answer = await send(form.action, filled(form, { name: " ", email: "nobody", partySize: "9", "answers.notes": "<b>kept</b>" }));
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(titleOf(page)).toMatch(/^Error: Sign up/);
    for (const id of ["name", "email", "partySize", "answers-diet"]) {
      expect(page).toContain(`href="#${id}"`);
      expect(page).toMatch(new RegExp(`id="${id}"[^>]*aria-describedby="[^"]*${id}-error"`));
      expect(page).toContain(`id="${id}-error"`);
    }
    const [again] = formsIn(page);
    expect(again?.fields.get("email")).toBe("nobody");
    expect(again?.fields.get("partySize")).toBe("9");
    expect(again?.fields.get("answers.notes")).toBe("<b>kept</b>");
    expect(page).not.toContain("<b>kept</b>");
    expect(await signUpsOf(event)).toEqual([]);
    // What came back can be mended and sent.
    const mended = filled(again ?? form, { name: "Ann", "answers.diet": "any", partySize: "1" });
    expect((await send(form.action, mended)).status).toBe(303);
  });

  it("comes back with the waitlist offered where it filled while somebody typed, and takes them in line only when they say so", async () => {
    const event = await publishedEvent(deps, { sessions: [slot({ capacity: 1, partySizeLimit: 1 }), slot({ label: "Second try" })] });
    const form = await openForm(pathOf(event));
    const quicker = await openForm(pathOf(event));
    expect((await send(quicker.action, filled(quicker))).status).toBe(303);

    const fields = filled(form, { affiliation: "Slow Typists" });
    const answer = await send(form.action, fields);
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(textOf(page)).toContain("The last place has just gone");
    const [again] = formsIn(page);
    expect(again?.fields.get("affiliation")).toBe("Slow Typists");
    expect(await signUpsOf(event)).toHaveLength(1);

    const offered = again?.buttons.find((button) => button.text === "Join the waitlist");
    const inLine = new URLSearchParams(again?.fields);
    inLine.set(offered?.name ?? "", offered?.value ?? "");
    const waiting = await send(form.action, inLine);
    expect(headingOf(await (await app.request(waiting.headers.get("location") ?? "")).text())).toBe("Waitlisted: number 1 in line");

    // Or the same values go to another session.
    const other = again?.buttons.find((button) => button.text.startsWith("Second try"));
    const moved = new URLSearchParams(again?.fields);
    moved.set(other?.name ?? "", other?.value ?? "");
    const there = await send(other?.formaction ?? "", moved);
    expect(there.status).toBe(200);
    expect(formsIn(await there.text())[0]?.fields.get("affiliation")).toBe("Slow Typists");
  });

  it("shows the first of two clicks its seat, also where that was the last one", async () => {
    const event = await publishedEvent(deps, { sessions: [slot({ capacity: 1, partySizeLimit: 1 })] });
    const form = await openForm(pathOf(event));
    const fields = filled(form);
    await send(form.action, fields);
    const second = await send(form.action, fields);
    expect(headingOf(await (await app.request(second.headers.get("location") ?? "")).text())).toMatch(/^Confirmed/);
  });

  it("comes back with the values kept where the session is full and has no line", async () => {
    const event = await publishedEvent(deps, { sessions: [slot({ capacity: 1, partySizeLimit: 1, waitlistLimit: 0 })] });
    const form = await openForm(pathOf(event));
    const quicker = await openForm(pathOf(event));
    await send(quicker.action, filled(quicker));
    const answer = await send(form.action, filled(form, { name: "Slow Ann" }));
    expect(answer.status).toBe(409);
    const [again] = formsIn(await answer.text());
    expect(again?.fields.get("name")).toBe("Slow Ann");
    expect(again?.buttons, "nothing can be sent").toEqual([]);
  });

  it.each<[string, string, string[], (event: Event) => Promise<{ ok: boolean }>]>([
    ["sign-ups close", "Sign-ups have closed", [], (event) => closeEvent(deps, { eventId: event.id, version: event.version, by })],
    ["the event is cancelled", "This event was cancelled", [], (event) => cancelEvent(deps, { eventId: event.id, version: event.version, reason: "Snow", by })],
    [
      "the session is cancelled",
      "This session was cancelled",
      ["Second try"],
      (event) => cancelSession(deps, { eventId: event.id, sessionId: event.sessions[0]?.id as never, version: event.version, reason: "Snow", by }),
    ],
  ])("comes back with the values kept, and only with what can still be sent, where %s while somebody types", async (_name, heading, others, happens) => {
    const event = await publishedEvent(deps, { sessions: [slot(), slot({ label: "Second try" })], questions });
    const form = await openForm(pathOf(event));
    expect(await happens(event)).toMatchObject({ ok: true });
    const answer = await send(form.action, filled(form, { name: "Slow Ann", "answers.diet": "any", "answers.notes": "A long story" }));
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(textOf(page)).toContain(heading);
    const [again] = formsIn(page);
    expect([again?.fields.get("name"), again?.fields.get("answers.notes")]).toEqual(["Slow Ann", "A long story"]);
    expect(again?.buttons.map(({ text }) => text.split(",")[0])).toEqual(others);
    expect(await signUpsOf(event)).toEqual([]);
  });

  it("says before it is filled in that there is one session a person, where that is so", async () => {
    const rule = "One session per person";
    const sessions = [slot(), slot()];
    const one = await publishedEvent(deps, { sessions, oneSessionPerPerson: true });
    const page = textOf(await (await app.request(pathOf(one))).text());
    expect(page.indexOf(rule)).toBeGreaterThan(0);
    expect(page.indexOf(rule)).toBeLessThan(page.indexOf("Your name"));
    expect(textOf(await (await app.request(`/events/${one.slug}`)).text())).toContain(rule);
    expect(await (await app.request(`/api/public/events/${one.slug}`)).json()).toMatchObject({ oneSessionPerPerson: true });
    const any = await publishedEvent(deps, { sessions });
    expect(await (await app.request(pathOf(any))).text()).not.toContain(rule);
    expect(await (await app.request(`/api/public/events/${any.slug}`)).json()).toMatchObject({ oneSessionPerPerson: false });
  });

  it("answers the same address from a fresh form without telling anything, and changes nothing", async () => {
    const event = await publishedEvent(deps, { sessions: [slot()] });
    const first = await openForm(pathOf(event));
    await send(first.action, filled(first, { email: "twice@firm.example" }));
    const second = await openForm(pathOf(event));
    const answer = await send(second.action, filled(second, { email: "Twice@firm.example ", name: "Somebody Else" }));
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(headingOf(page)).toBe("This address is signed up already");
    expect(page).not.toMatch(/manage\/|Ann Sample|twice@/i);
    // The form that got through, changed and sent again, is a second try as well, and no error.
    const changed = await send(first.action, filled(first, { email: "twice@firm.example", name: "Ann Changed" }));
    expect(headingOf(await changed.text())).toBe("This address is signed up already");
    expect(await signUpsOf(event)).toHaveLength(1);
  });
});

describe("abuse of the form", () => {
  it("comes back filled in where it was sent within two seconds, forged, or after more than four hours, and keeps nothing", async () => {
    const event = await publishedEvent(deps, { sessions: [slot()] });
    const hasty = formsIn(await (await app.request(pathOf(event))).text())[0];
    if (!hasty) throw new Error("no form");
    const old = await openForm(pathOf(event));
    const sameMoment = deps.now();
    deps.clock.set(sameMoment);
    const quick = formsIn(await (await app.request(pathOf(event))).text())[0];
    const tooQuick = await send(hasty.action, filled(quick ?? hasty, { name: "Quick Ann" }));
    expect(tooQuick.status).toBe(400);
    expect(formsIn(await tooQuick.text())[0]?.fields.get("name")).toBe("Quick Ann");

    const forged = await send(old.action, filled(old, { form: `${old.fields.get("form")?.slice(0, -2)}AA`, name: "Forging Ann" }));
    expect(forged.status).toBe(400);

    later(4 * 60 + 2);
    const expired = await send(old.action, filled(old, { name: "Patient Ann", email: "patient@firm.example" }));
    expect(expired.status).toBe(400);
    expect(await signUpsOf(event)).toEqual([]);
    const [again] = formsIn(await expired.text());
    expect(again?.fields.get("name")).toBe("Patient Ann");
    expect(again?.fields.get("form")).not.toBe(old.fields.get("form"));
    later(1);
    expect((await send(old.action, again?.fields ?? new URLSearchParams())).status).toBe(303);
  });

  it("answers whoever fills in what people cannot see as if it had got through, and keeps nothing", async () => {
    const event = await publishedEvent(deps, { sessions: [slot()] });
    const form = await openForm(pathOf(event));
    const answer = await send(form.action, filled(form, { [trapField]: "https://spam.example" }));
    expect(answer.status).toBe(303);
    const thanks = await app.request(answer.headers.get("location") ?? "");
    expect(thanks.status).toBe(200);
    expect(textOf(await thanks.text()), "a person whose browser filled it in learns what to do").toContain("sign up again");
    expect(await signUpsOf(event)).toEqual([]);
  });

  it("takes no token of another session's form", async () => {
    const event = await publishedEvent(deps, { sessions: [slot(), slot()] });
    const form = await openForm(pathOf(event));
    expect((await send(pathOf(event, 1), filled(form))).status).toBe(400);
    expect(await signUpsOf(event, 1)).toEqual([]);
  });

  it("answers over the limit 429 with Retry-After and the values kept, and takes the form when it is over", async () => {
    const event = await publishedEvent(deps, { sessions: [slot({ capacity: 1000 })] });
    const email = "often@firm.example";
    const form = await openForm(pathOf(event));
    deps.clock.set(deps.now());
    for (let tries = 0; tries < rules.signUpsOfAddress.cap; tries++) expect((await send(form.action, filled(form, { email }))).status).not.toBe(429);
    const answer = await send(form.action, filled(form, { email, name: "Often Ann" }));
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(formsIn(await answer.text())[0]?.fields.get("name")).toBe("Often Ann");
    later(2);
    expect((await send(form.action, filled(form, { email }))).status).not.toBe(429);
  });

  it("is given for no draft, unknown or malformed session, and takes no other content type", async () => {
    const draft = await draftEvent(deps);
    const event = await publishedEvent(deps, { sessions: [slot()] });
    for (const path of [pathOf(draft), `/events/${event.slug}/ses_none`, `/events/none/${event.sessions[0]?.id}`, "/events/%00/x"]) {
      expect([path, (await app.request(path)).status]).toEqual([path, 404]);
    }
    const json = await app.request(pathOf(event), { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
    expect(json.status).toBe(415);
    const big = await app.request(pathOf(event), {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `name=${"x".repeat(40_000)}`,
    });
    expect(big.status).toBe(413);
    expect(big.headers.get("content-type")).toMatch(/^text\/html/);
  });
});
