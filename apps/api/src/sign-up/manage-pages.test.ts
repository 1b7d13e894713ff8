import { type Event, minutesAfter, SignUpInput } from "@cte-partnerships/domain";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { freshTable, patient, testDeps } from "../../test/deps.ts";
import { publishedEvent } from "../../test/event-fixtures.ts";
import { formsIn, headingOf, textOf } from "../../test/form-page.ts";
import { cancelEvent } from "../event/cancel-event.ts";
import { buildPublicApp } from "../public-app.ts";
import { decline } from "./decline.ts";
import { linkToken } from "./link.ts";
import { signUp } from "./sign-up.ts";
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
  return { startsAt, endsAt: minutesAfter(startsAt, 60), capacity: 4, partySizeLimit: 4, waitlistLimit: 10, ...over };
};
const sessionOf = (event: Event) => event.sessions[0]?.id as never;

let people = 0;
async function signedUp(event: Event, over: object = {}) {
  const input = SignUpInput.parse({ name: "Ann Sample", email: `manage.${people++}@firm.example`, ...over });
  const answer = await signUp(deps, { sessionId: sessionOf(event), input, idempotencyKey: `key-${people++}`, by: { kind: "person" }, adder: "person" });
  if (answer.kind !== "taken_in") throw new Error(answer.kind);
  const link = { sessionId: sessionOf(event), signUpId: answer.signUp.id, linkVersion: answer.linkVersion } as const;
  return {
    signUp: answer.signUp,
    manage: `/manage/${linkToken(deps.secrets, "manage", link)}`,
    status: `/sign-ups/${linkToken(deps.secrets, "status", link)}`,
  };
}

const post = (path: string, fields: URLSearchParams | Record<string, string> = {}) =>
  app.request(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
const page = async (path: string) => (await app.request(path)).text();

const states = /\b(received|confirmed|pending|waitlisted|refused|declined|withdrawn|cancelled)\b/i;
const firstState = (heading: string) => states.exec(heading)?.[0]?.toLowerCase();

describe("the manage page", () => {
  it("begins its heading with the sign-up's own state, whichever that is", async () => {
    const open = await publishedEvent(deps, { sessions: [slot({ capacity: 1, partySizeLimit: 1 })] });
    const approved = await publishedEvent(deps, { sessions: [slot()], needsApproval: true });
    const confirmed = await signedUp(open);
    const waitlisted = await signedUp(open);
    const pending = await signedUp(approved);
    const declined = await signedUp(approved);
    await decline(deps, {
      sessionId: sessionOf(approved),
      signUpId: declined.signUp.id,
      by: { kind: "user", userId: "usr_test" },
      version: declined.signUp.version,
    });
    const shown = { confirmed, waitlisted, pending, declined };
    for (const [state, { manage, status }] of Object.entries(shown)) {
      expect([state, firstState(headingOf(await page(manage)))]).toEqual([state, state]);
      expect([state, firstState(headingOf(await page(status)))]).toEqual([state, state]);
    }
  });

  it("says at once that the session does not take place, also before the sign-up itself has been cancelled", async () => {
    const event = await publishedEvent(deps, { sessions: [slot()] });
    const { manage } = await signedUp(event);
    await cancelEvent(deps, { eventId: event.id, version: event.version, by: { kind: "user", userId: "usr_test" }, reason: "The hall is flooded" });
    expect(textOf(await page(manage))).toContain("does not take place: The hall is flooded");
  });

  it("shows everything that is held, to nobody without the link", async () => {
    const event = await publishedEvent(deps, {
      sessions: [slot()],
      questions: [{ id: "diet", kind: "text", label: "What do you eat?", required: false }] as never,
    });
    const { manage, status, signUp: held } = await signedUp(event, { affiliation: "Sample & Daughters", partySize: 3, answers: { diet: "Plants" } });
    const answer = await app.request(manage);
    const text = textOf(await answer.text());
    for (const told of [held.name, held.email, "Sample & Daughters", "What do you eat? Plants", "People 3"]) expect(text).toContain(told);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex" });
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    // Whoever only made the sign-up sees how it stands, and no personal data.
    expect(textOf(await page(status))).not.toContain(held.email);
    for (const wrong of [
      `${manage.slice(0, -2)}AA`,
      manage.replace("/manage/m", "/manage/s"),
      status.replace("/sign-ups/", "/manage/"),
      "/manage/x",
      "/manage/%00",
    ]) {
      expect([wrong, (await app.request(wrong)).status]).toEqual([wrong, 404]);
      expect((await post(`${wrong}/withdraw`)).status).toBe(404);
    }
  });

  it("withdraws by its one form and one POST; sent twice, nothing more happens", async () => {
    const event = await publishedEvent(deps, { sessions: [slot({ capacity: 1, partySizeLimit: 1 })] });
    const first = await signedUp(event);
    const next = await signedUp(event);
    const withdrawal = formsIn(await page(first.manage)).filter((form) => form.action.endsWith("/withdraw"));
    expect(withdrawal).toHaveLength(1);
    const [form] = withdrawal;
    for (const _click of [1, 2]) {
      const answer = await post(form?.action ?? "", form?.fields);
      expect([answer.status, answer.headers.get("location")]).toEqual([303, first.manage]);
    }
    expect(headingOf(await page(first.manage))).toMatch(/^Withdrawn/);
    expect(formsIn(await page(first.manage))).toEqual([]);
    expect(headingOf(await page(next.manage))).toMatch(/^Confirmed/);
  });

  it("makes a party smaller and never larger", async () => {
    const event = await publishedEvent(deps, { sessions: [slot()] });
    const { manage, signUp: held } = await signedUp(event, { partySize: 3 });
    const [form] = formsIn(await page(manage)).filter(({ action }) => action.endsWith("/party"));
    expect((await post(form?.action ?? "", { partySize: "2" })).status).toBe(303);
    expect(headingOf(await page(manage))).toBe("Confirmed: 2 places are yours");
    for (const partySize of ["3", "0", "-1", "1e9", "x"]) {
      const answer = await post(`${manage}/party`, { partySize });
      expect([partySize, answer.status]).toEqual([partySize, 409]);
      expect(await answer.text()).toContain("Error:");
    }
    const [stored] = await listSignUps(deps, sessionOf(event));
    expect(stored?.signUp).toMatchObject({ id: held.id, partySize: 2 });
  });

  it("corrects answers and affiliation, and says beside the field what does not fit", async () => {
    const event = await publishedEvent(deps, {
      sessions: [slot()],
      questions: [
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
        { id: "old", kind: "text", label: "Asked before", required: false },
      ] as never,
    });
    const { manage } = await signedUp(event, { answers: { diet: "any", old: "kept" } });
    const [form] = formsIn(await page(manage)).filter(({ action }) => action.endsWith("/correct"));
    expect(form?.fields.get("answers.diet")).toBe("any");
    const missing = await post(form?.action ?? "", { affiliation: "New Firm" });
    expect(missing.status).toBe(400);
    const html = await missing.text();
    expect(html).toContain('id="answers-diet-error"');
    expect(
      formsIn(html)
        .find(({ action }) => action.endsWith("/correct"))
        ?.fields.get("affiliation"),
    ).toBe("New Firm");
    expect((await post(form?.action ?? "", { affiliation: "New Firm", "answers.diet": "plants", "answers.old": "kept" })).status).toBe(303);
    expect(textOf(await page(manage))).toContain("Firm, school or organization New Firm");
    const [stored] = await listSignUps(deps, sessionOf(event));
    expect(stored?.signUp).toMatchObject({ affiliation: "New Firm", answers: { diet: "plants", old: "kept" } });
  });

  it("gives a calendar file to whoever has a seat, and to nobody else", async () => {
    const event = await publishedEvent(deps, { sessions: [slot({ capacity: 1, partySizeLimit: 1 })] });
    const seated = await signedUp(event);
    const waiting = await signedUp(event);
    const answer = await app.request(`${seated.manage}/calendar.ics`);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR/);
    expect((await app.request(`${waiting.manage}/calendar.ics`)).status).toBe(404);
  });

  it("says so where the session has begun, and changes nothing", async () => {
    const event = await publishedEvent(deps, { sessions: [slot()] });
    const { manage } = await signedUp(event);
    deps.clock.set(minutesAfter(event.sessions[0]?.startsAt ?? deps.now(), 1));
    expect(formsIn(await page(manage))).toEqual([]);
    const answer = await post(`${manage}/withdraw`);
    expect(answer.status).toBe(409);
    expect(headingOf(await answer.text())).toMatch(/^Confirmed/);
  });
});

describe("GET and HEAD", () => {
  it("lead from where a form was sent back to the page, also with a token that is none", async () => {
    const { manage } = await signedUp(await publishedEvent(deps, { sessions: [slot()] }));
    for (const step of ["withdraw", "party", "correct"]) {
      const answer = await app.request(`${manage}/${step}`);
      expect([answer.status, answer.headers.get("location"), answer.headers.get("cache-control")]).toEqual([303, manage, "no-store"]);
    }
    expect(headingOf(await page(manage))).toMatch(/^Confirmed/);
    expect((await app.request("/manage/%0d%0aset-cookie:a=b/withdraw")).headers.get("location")).toBe("/manage/%0D%0Aset-cookie%3Aa%3Db");
    expect((await app.request(`${manage}/other`)).status).toBe(404);
  });

  it("change nothing, twenty times over, on every link that a mail or an answer holds", async () => {
    const event = await publishedEvent(deps, { sessions: [slot({ capacity: 1, partySizeLimit: 1 })] });
    const confirmed = await signedUp(event);
    const waiting = await signedUp(event);
    const links = [confirmed, waiting].flatMap(({ manage, status }) => [
      manage,
      `${manage}/withdraw`,
      `${manage}/party`,
      `${manage}/correct`,
      `${manage}/calendar.ics`,
      status,
      status.replace("/sign-ups/", "/api/public/sign-ups/"),
    ]);
    const before = JSON.stringify(await allItems(deps));
    for (let round = 0; round < 20; round++) {
      await Promise.all(links.flatMap((link) => [app.request(link), app.request(link, { method: "HEAD" })]));
    }
    expect(JSON.stringify(await allItems(deps))).toBe(before);
    // The control: one POST does change something, so what was compared is not blind.
    await post(`${confirmed.manage}/withdraw`);
    expect(JSON.stringify(await allItems(deps))).not.toBe(before);
  });
});
