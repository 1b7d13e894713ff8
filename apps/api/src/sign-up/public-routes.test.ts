import { type Event, minutesAfter } from "@cte-partnerships/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { freshTable, patient, testDeps } from "../../test/deps.ts";
import { draftEvent, publishedEvent } from "../../test/event-fixtures.ts";
import { cancelEvent } from "../event/cancel-event.ts";
import { buildPublicApp } from "../public-app.ts";
import { rules } from "../rate/allow.ts";
import { withdraw } from "./withdraw.ts";

const by = { kind: "user", userId: "usr_test" } as const;
type Deps = Awaited<ReturnType<typeof testDeps>>;
let deps: Deps;
let app: ReturnType<typeof buildPublicApp>;

beforeAll(async () => {
  deps = await testDeps({ table: await freshTable(undefined, patient) });
  app = buildPublicApp(deps);
});

const unlimited = (): Deps => ({ ...deps, config: { ...deps.config, isRateLimited: false } });
const slot = (over: object = {}, minutesAhead = 7 * 24 * 60) => {
  const startsAt = minutesAfter(deps.now(), minutesAhead);
  return { startsAt, endsAt: minutesAfter(startsAt, 60), capacity: 1, partySizeLimit: 1, waitlistLimit: 0, ...over };
};
const firstOf = (event: Event): string => event.sessions[0]?.id ?? "";

let people = 0;
const person = (over: object = {}) => ({ name: "Ann Sample", email: `ann.${people++}@firm.example`, ...over });
const post = (sessionId: string, body: unknown, headers: Record<string, string> = {}, to = app) =>
  to.request(`/api/public/sessions/${sessionId}/sign-ups`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": `key-${people++}`, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const told = async (answer: Response): Promise<Record<string, unknown>> => ({ status: answer.status, ...((await answer.json()) as object) });
const pathOf = (url: unknown) => new URL(String(url)).pathname;

describe("POST a sign-up", () => {
  it("answers 201 with id, state and manageUrl: confirmed, pending, or waitlisted with the place", async () => {
    const open = await publishedEvent(deps, { sessions: [slot({ waitlistLimit: 5 })] });
    const manageUrl = expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/manage\/[\w.-]+$/);
    const id = expect.stringMatching(/^sgn_/);
    expect(await told(await post(firstOf(open), person()))).toEqual({ status: 201, id, state: "confirmed", manageUrl });
    expect(await told(await post(firstOf(open), person()))).toEqual({ status: 201, id, state: "waitlisted", place: 1, manageUrl });
    expect(await told(await post(firstOf(open), person()))).toEqual({ status: 201, id, state: "waitlisted", place: 2, manageUrl });
    const approved = await publishedEvent(deps, { needsApproval: true });
    expect(await told(await post(firstOf(approved), person()))).toEqual({ status: 201, id, state: "pending", manageUrl });
  });

  it("answers the same key and content with the same id and links, and the same key with other content 422", async () => {
    const event = await publishedEvent(deps);
    const ann = person();
    const first = await told(await post(firstOf(event), ann, { "idempotency-key": "mine" }));
    expect(await told(await post(firstOf(event), ann, { "idempotency-key": "mine" }))).toEqual(first);
    expect(await told(await post(firstOf(event), { ...ann, email: ` ${ann.email.toUpperCase()} ` }, { "idempotency-key": "mine" }))).toEqual(first);
    const other = await post(firstOf(event), { ...ann, partySize: 2 }, { "idempotency-key": "mine" });
    expect(await told(other)).toMatchObject({ status: 422, code: "idempotency_key_reused" });
  });

  it("answers the same address under another key 200 with that one fact", async () => {
    const event = await publishedEvent(deps);
    const ann = person();
    await post(firstOf(event), ann);
    const again = await post(firstOf(event), { ...ann, name: "Somebody Else" });
    expect(again.status).toBe(200);
    expect(await again.text()).toBe('{"state":"already_signed_up"}');
  });

  it("answers a replay of a sign-up that has ended 200 with its state", async () => {
    const event = await publishedEvent(deps);
    const ann = person();
    const first = (await (await post(firstOf(event), ann, { "idempotency-key": "mine" })).json()) as { id: never; manageUrl: string };
    const withdrawn = await withdraw(deps, { sessionId: firstOf(event) as never, signUpId: first.id, by: { kind: "person" } });
    expect(withdrawn.ok).toBe(true);
    expect(await told(await post(firstOf(event), ann, { "idempotency-key": "mine" }))).toEqual({
      status: 200,
      id: first.id,
      state: "withdrawn",
      manageUrl: first.manageUrl,
    });
  });

  it("refuses in the documented order: size, media type, key, body, session, conflict, key reused, rate", async () => {
    const full = await publishedEvent(deps, { sessions: [slot()] });
    await post(firstOf(full), person());
    const limited = buildPublicApp(deps);
    // The minute that tries are counted in must not end between them.
    deps.clock.set(deps.now());
    const email = "hasty@firm.example";
    const open = await publishedEvent(deps);
    const mine = { "idempotency-key": "mine" };
    for (let tries = 0; tries < rules.signUpsOfAddress.cap; tries++) await post(firstOf(open), { name: "Hasty", email }, mine, limited);

    const big = JSON.stringify({ name: "x".repeat(40_000) });
    const bad = { name: "", email, role: "director" };
    const refusals = [
      await post("ses_none", big, { "content-type": "text/plain", "idempotency-key": "" }, limited),
      await post("ses_none", "{", { "content-type": "text/plain", "idempotency-key": "" }, limited),
      await post("ses_none", "{", { "idempotency-key": "" }, limited),
      await post("ses_none", "{", { "idempotency-key": "k".repeat(256) }, limited),
      await post("ses_none", "{", {}, limited),
      await post("ses_none", bad, {}, limited),
      await post("ses_none", { name: "Hasty", email }, {}, limited),
      await post(firstOf(full), { name: "Hasty", email }, {}, limited),
      await post(firstOf(open), { name: "Hasty", email, partySize: 2 }, mine, limited),
      await post(firstOf(open), { name: "Hasty", email }, mine, limited),
    ];
    expect(await Promise.all(refusals.map(async (answer) => `${answer.status} ${((await answer.json()) as { code: string }).code}`))).toEqual([
      "413 body_too_large",
      "415 media_type_unsupported",
      "400 idempotency_key_missing",
      "400 idempotency_key_invalid",
      "400 malformed",
      "400 malformed",
      "404 session_unknown",
      "409 session_full",
      "422 idempotency_key_reused",
      "429 rate_limited",
    ]);
    expect(Number(refusals.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("tells what is wrong beside each field, unknown fields too", async () => {
    const event = await publishedEvent(deps);
    const answer = await told(await post(firstOf(event), { name: " ", email: "nobody", partySize: 0, answers: { diet: 7 }, role: "director" }));
    expect(answer).toMatchObject({
      status: 400,
      code: "malformed",
      errors: expect.arrayContaining([
        { path: "name", message: "is needed" },
        { path: "email", message: "must be an e-mail address such as name@example.org" },
        { path: "partySize", message: "must be at least 1" },
        { path: "answers.diet", message: expect.any(String) },
        { path: "role", message: "is not a known field" },
      ]),
    });
  });

  it("tells which answers do not fit the event's questions", async () => {
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
        { id: "parking", kind: "yes_no", label: "Parking?", required: false },
      ],
    });
    const answer = await told(await post(firstOf(event), person({ answers: { parking: "maybe", shoes: "42" } })));
    expect(answer).toMatchObject({ status: 400, code: "answers_invalid" });
    expect(answer.errors).toEqual(
      expect.arrayContaining([
        { path: "answers.diet", message: "is needed" },
        { path: "answers.parking", message: "is not the kind of answer that this question takes" },
        { path: "answers.shoes", message: "is no question of this event" },
      ]),
    );
    expect((await post(firstOf(event), person({ answers: { diet: "any", parking: true } }))).status).toBe(201);
  });

  it("answers 404 for drafts and 409 with a code and its facts for what takes nobody in", async () => {
    const draft = await draftEvent(deps);
    expect(await told(await post(firstOf(draft), person()))).toMatchObject({ status: 404, code: "session_unknown" });

    const later = await publishedEvent(deps, { signUpWindow: { opensAt: minutesAfter(deps.now(), 60), closesAt: minutesAfter(deps.now(), 120) } });
    expect(await told(await post(firstOf(later), person()))).toMatchObject({ status: 409, code: "sign_ups_not_open", opensAt: later.signUpWindow.opensAt });

    const small = await publishedEvent(deps, { sessions: [slot({ capacity: 10, partySizeLimit: 2 })] });
    expect(await told(await post(firstOf(small), person({ partySize: 3 })))).toMatchObject({ status: 409, code: "party_too_large", partySizeLimit: 2 });
    expect(await told(await post(firstOf(small), person({ partySize: 11 })))).toMatchObject({ status: 409, code: "party_larger_than_session" });

    const off = await publishedEvent(deps);
    await cancelEvent(deps, { eventId: off.id, version: off.version, by, reason: "Storm" });
    expect(await told(await post(firstOf(off), person()))).toMatchObject({ status: 409, code: "event_cancelled" });
  });

  it("uses no key up where it refuses before intake", async () => {
    const event = await publishedEvent(deps, { sessions: [slot({ capacity: 4, partySizeLimit: 2 })] });
    const ann = person();
    expect((await post(firstOf(event), { ...ann, partySize: 3 }, { "idempotency-key": "once" })).status).toBe(409);
    expect((await post(firstOf(event), { ...ann, partySize: 2 }, { "idempotency-key": "once" })).status).toBe(201);
  });
});

describe("statusUrl", () => {
  it("tells the sign-up as it stands, without personal data, to anybody who has the link, and to nobody else", async () => {
    const event = await publishedEvent(deps, { sessions: [slot({ waitlistLimit: 5 })] });
    const first = await told(await post(firstOf(event), person()));
    await post(firstOf(event), person());
    const third = await told(await post(firstOf(event), person()));
    const { linkToken } = await import("./link.ts");
    const token = linkToken(deps.secrets, "status", { sessionId: firstOf(event) as never, signUpId: third.id as never, linkVersion: 1 });
    const answer = await app.request(`/api/public/sign-ups/${token}`);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("x-robots-tag")).toBe("noindex");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(await told(answer)).toEqual({ status: 200, id: third.id, state: "waitlisted", place: 2, manageUrl: third.manageUrl });
    // A manage link's token is no status token, and a changed one is none at all.
    const manageToken = pathOf(first.manageUrl).slice("/manage/".length);
    for (const wrong of [manageToken, `${token.slice(0, -2)}AA`, "x", "%00"]) {
      expect(await told(await app.request(`/api/public/sign-ups/${wrong}`))).toMatchObject({ status: 404, code: "link_unknown" });
    }
  });
});

describe("CORS", () => {
  const origin = { origin: "https://school.example" };

  it("lets any site read events, sign people up and ask how it stands, without credentials", async () => {
    const event = await publishedEvent(unlimited());
    const tries = [
      await app.request("/api/public/events", { headers: origin }),
      await app.request(`/api/public/events/${event.slug}`, { headers: origin }),
      await post(firstOf(event), person(), origin),
      await post(firstOf(event), "{", origin),
      await post(firstOf(event), "x".repeat(40_000), origin),
      await app.request("/api/public/sign-ups/none", { headers: origin }),
    ];
    for (const answer of tries) {
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
      expect(answer.headers.get("access-control-expose-headers")).toContain("Retry-After");
    }
  });

  it("answers the preflight of the POST", async () => {
    const preflight = await app.request("/api/public/sessions/ses_x/sign-ups", {
      method: "OPTIONS",
      headers: { ...origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type,idempotency-key" },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-methods")).toContain("POST");
    expect(preflight.headers.get("access-control-allow-headers")?.toLowerCase()).toMatch(/content-type,\s*idempotency-key/);
  });

  it("opens nothing beside the public API", async () => {
    expect((await app.request("/", { headers: origin })).headers.get("access-control-allow-origin")).toBeNull();
  });
});
