import { dateIn, minutesAfter, SignUpInput } from "@cte-partnerships/domain";
import { nyc } from "@cte-partnerships/domain/nyc";
import { beforeEach, describe, expect, it } from "vitest";
import { freshTable, patient, testDeps } from "../../test/deps.ts";
import { commission, draftEvent, publishedEvent } from "../../test/event-fixtures.ts";
import { headingOf, textOf } from "../../test/form-page.ts";
import { buildPublicApp } from "../public-app.ts";
import { signUp } from "../sign-up/sign-up.ts";
import { cancelEvent } from "./cancel-event.ts";
import { closeEvent } from "./close-event.ts";
import { previewHtml } from "./pages.tsx";
import { PublicEventDetail, PublicEventList } from "./public-contract.ts";
import { dateParts, dayOf } from "./when.ts";

type Deps = Awaited<ReturnType<typeof testDeps>>;
let deps: Deps;
let app: ReturnType<typeof buildPublicApp>;

beforeEach(async () => {
  deps = await testDeps({ table: await freshTable(undefined, patient) });
  app = buildPublicApp(deps);
});

const by = { kind: "user", userId: "usr_test" } as const;
const slot = (days: number, over: object = {}) => {
  const startsAt = minutesAfter(deps.now(), days * 24 * 60);
  return { startsAt, endsAt: minutesAfter(startsAt, 60), capacity: 40, partySizeLimit: 4, waitlistLimit: 0, ...over };
};
const virtual = { kind: "virtual", zone: "America/New_York", online: { joinUrl: "https://meet.example.org/secret" } } as const;
const list = async (query = "") => PublicEventList.strict().parse(await (await app.request(`/api/public/events${query}`)).json());
const titles = async (query = "") => (await list(query)).items.map((item) => item.title);

describe("GET /api/public/events", () => {
  it("tells each event with its sessions, in the documented shape and nothing else, with what is left at this moment", async () => {
    const event = await publishedEvent(deps, { sessions: [slot(7, { capacity: 3, partySizeLimit: 3, waitlistLimit: 5 })] });
    const session = event.sessions[0];
    const expected = (remaining: number) => ({
      items: [
        {
          id: event.id,
          slug: event.slug,
          title: event.title,
          activityType: "act_career-day",
          sessions: [
            {
              id: session?.id,
              startsAt: session?.startsAt,
              endsAt: session?.endsAt,
              zone: "America/New_York",
              capacity: 3,
              remaining,
              waitlist: true,
              signUps: "open",
            },
          ],
        },
      ],
    });
    expect(await (await app.request("/api/public/events")).json()).toEqual(expected(3));
    for (const [partySize, left] of [
      [2, 1],
      [1, 0],
      [1, 0],
    ] as const) {
      const input = SignUpInput.parse({ name: "Ann", email: `left.${left}${partySize}${Math.random()}@firm.example`, partySize });
      await signUp(deps, { sessionId: session?.id as never, input, idempotencyKey: `k${Math.random()}`, by: { kind: "person" }, adder: "person" });
      expect(await (await app.request("/api/public/events")).json()).toEqual(expected(left));
    }
  });

  it("leaves out drafts, cancelled events and what is over, and keeps closed ones that are still to come", async () => {
    await draftEvent(deps, { title: "Draft" });
    const open = await publishedEvent(deps, { title: "Open" });
    const off = await publishedEvent(deps, { title: "Off" });
    const closed = await publishedEvent(deps, { title: "Closed" });
    await cancelEvent(deps, { eventId: off.id, version: off.version, by, reason: "Storm" });
    await closeEvent(deps, { eventId: closed.id, version: closed.version, by });
    expect((await titles()).sort()).toEqual(["Closed", "Open"]);
    expect((await list()).items.find((item) => item.title === "Closed")?.sessions[0]?.signUps).toBe("closed");
    deps.clock.set(minutesAfter(open.sessions.at(-1)?.endsAt ?? deps.now(), 1));
    expect(await titles()).toEqual([]);
  });

  it("filters by activity type, borough and days, and refuses what it does not know", async () => {
    await publishedEvent(deps, { title: "Day", sessions: [slot(7)] });
    await publishedEvent(deps, { title: "Tour", activityTypeId: "act_workplace-tour", sessions: [slot(10)], venue: virtual });
    expect(await titles("?activityType=act_workplace-tour")).toEqual(["Tour"]);
    expect(await titles("?borough=bor_brooklyn")).toEqual(["Day"]);
    // A day is the venue's: near midnight it is not the one that UTC has.
    // Nine days on: an hour of the first event may reach into the eighth.
    const day = dateIn(nyc.zone, minutesAfter(deps.now(), 9 * 24 * 60));
    expect(await titles(`?from=${day}`)).toEqual(["Tour"]);
    expect(await titles(`?to=${day}`)).toEqual(["Day"]);
    expect(await titles("?borough=bor_atlantis")).toEqual([]);
    for (const query of ["?from=yesterday", "?sort=name", "?activityType=x", "?cursor=x"]) {
      const answer = await app.request(`/api/public/events${query}`);
      expect([query, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([query, 400, "malformed"]);
    }
  });

  it("goes on page by page, each event once", async () => {
    for (let index = 0; index < 27; index++) await publishedEvent(deps, { title: `Event ${index}`, sessions: [slot(7 + index)] });
    const first = await list();
    expect(first.items).toHaveLength(25);
    const second = await list(`?cursor=${encodeURIComponent(first.nextCursor ?? "")}`);
    expect(second.nextCursor).toBeUndefined();
    expect([...first.items, ...second.items].map((item) => item.title)).toEqual(Array.from({ length: 27 }, (_, index) => `Event ${index}`));
    // A cursor of other filters is none of this list.
    expect((await app.request(`/api/public/events?borough=bor_queens&cursor=${encodeURIComponent(first.nextCursor ?? "")}`)).status).toBe(400);
  });
});

describe("GET /api/public/events/{slug}", () => {
  it("tells the event with what its form asks, and nothing that is for people with a seat", async () => {
    const event = await publishedEvent(deps, {
      host: commission,
      venue: virtual,
      questions: [
        { id: "diet", kind: "text", label: "Diet", required: true },
        { id: "gone", kind: "text", label: "Gone", required: false, isRetired: true },
      ] as never,
    });
    const answer = await app.request(`/api/public/events/${event.slug}`);
    const text = await answer.text();
    const detail = PublicEventDetail.strict().parse(JSON.parse(text));
    expect(detail.questions.map((question) => question.id)).toEqual(["diet"]);
    expect(detail.host).toBe("Information Technology");
    expect(text).not.toContain("meet.example.org");
  });

  it("tells of the activity's own facts what its page tells, and none that are for those who prepare it", async () => {
    const details = { students: 20, stops: ["Assembly", "Paint shop"] };
    const event = await publishedEvent(deps, { activityTypeId: "act_workplace-tour", details });
    const told = PublicEventDetail.strict().parse(await (await app.request(`/api/public/events/${event.slug}`)).json());
    expect(told.details).toEqual([{ name: "stops", title: "What the group sees", value: ["Assembly", "Paint shop"] }]);
    const page = textOf(await (await app.request(`/events/${event.slug}`)).text());
    for (const { title } of told.details) expect(page).toContain(title);
  });

  it("knows no draft and no slug that is none", async () => {
    const draft = await draftEvent(deps);
    for (const slug of [draft.slug, "none", "NONE", "%00", "x".repeat(500)]) {
      const answer = await app.request(`/api/public/events/${slug}`);
      expect([slug, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([slug, 404, "event_unknown"]);
    }
  });
});

describe("the event pages", () => {
  it("list what fits the filters in the address, say so where nothing does, and survive a mistyped one", async () => {
    await publishedEvent(deps, { title: "Day", sessions: [slot(7)] });
    await publishedEvent(deps, { title: "Tour", activityTypeId: "act_workplace-tour", sessions: [slot(9)] });
    const page = async (path: string) => (await app.request(path)).text();
    const both = await page("/");
    expect(both).toContain(">Day</a>");
    expect(both).toContain(">Tour</a>");
    expect(await page("/events?activityType=act_workplace-tour&borough=&from=&to=")).not.toContain(">Day</a>");
    expect(textOf(await page("/events?borough=bor_queens"))).toContain("No event fits that");
    for (const path of ["/events?from=nonsense", "/events?cursor=nonsense", "/events?activityType=%00"]) expect(await page(path)).toContain(">Day</a>");
  });

  it("show an event whose first session is over by the next one, and where that stands among the others", async () => {
    const window = { opensAt: minutesAfter(deps.now(), -60), closesAt: minutesAfter(deps.now(), 60) };
    const sessions = [slot(1), slot(5), slot(40), slot(50)];
    const series = await publishedEvent(deps, { title: "Series", sessions, signUpWindow: window });
    await publishedEvent(deps, { title: "Single", sessions: [slot(7)], signUpWindow: window });
    const order = (html: string) => [...html.matchAll(/>(Series|Single)<\/a>/g)].map((match) => match[1]);
    const partsOf = (html: string) =>
      textOf(/<li class="row">(?:(?!<\/li>)[\s\S])*>Series<\/a>[\s\S]*?<\/li>/.exec(html)?.[0].split('<li class="row">').at(-1) ?? "");
    const dayIn = (days: number) => dateParts(slot(days).startsAt, "America/New_York" as never);
    const [second, third] = [dayIn(5), dayIn(40)];
    deps.clock.set(minutesAfter(deps.now(), 2 * 24 * 60));
    const before = await (await app.request("/events")).text();
    expect(order(before)).toEqual(["Series", "Single"]);
    expect(partsOf(before)).toContain(`${second.weekday} ${second.day} ${second.month}`);
    expect(partsOf(before)).toContain("and 2 more");
    deps.clock.set(minutesAfter(deps.now(), 4 * 24 * 60));
    const after = await (await app.request("/events")).text();
    expect(order(after)).toEqual(["Single", "Series"]);
    expect(partsOf(after)).toContain(`${third.weekday} ${third.day} ${third.month}`);
    const html = await (await app.request(`/events/${series.slug}`)).text();
    expect(html).toContain(`<meta name="description" content="Career Day, ${dayOf(sessions[2]?.startsAt as never, "America/New_York" as never)}`);
  });

  it("have what a search engine looks for, and a policy without inline script", async () => {
    const event = await publishedEvent(deps);
    for (const path of ["/", "/events", `/events/${event.slug}`]) {
      const answer = await app.request(path);
      const html = await answer.text();
      expect(html.startsWith('<!doctype html><html lang="en">')).toBe(true);
      expect(html).toMatch(/<meta name="description" content="[^"]{30,160}"/);
      expect(html).toContain(`<link rel="canonical" href="http://127.0.0.1:3000${path}"`);
      expect(html).not.toContain("noindex");
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
      expect(html).not.toMatch(/\son\w+=|style="|<script/);
    }
  });

  it("show a cancelled event with the reason, a draft to nobody, and its preview to the office without a way to sign up", async () => {
    const off = await publishedEvent(deps, { title: "Off" });
    await cancelEvent(deps, { eventId: off.id, version: off.version, by, reason: "The hall is flooded" });
    expect(textOf(await (await app.request(`/events/${off.slug}`)).text())).toContain("Cancelled. The hall is flooded");
    const draft = await draftEvent(deps, { title: "Not yet" });
    expect((await app.request(`/events/${draft.slug}`)).status).toBe(404);
    const preview = previewHtml(deps, draft);
    expect(headingOf(preview)).toBe("Not yet");
    expect(preview).not.toContain("Sign up</a>");
  });

  it("may be fetched by robots where they say noindex themselves", async () => {
    expect(await (await app.request("/robots.txt")).text()).toBe("User-agent: *\nDisallow: /api/\n");
    for (const path of ["/manage/x", "/sign-ups/x"]) expect((await app.request(path)).headers.get("x-robots-tag"), path).toBe("noindex");
  });

  it("may be framed by the sites that the deployment names, and by nobody else", async () => {
    const event = await publishedEvent(deps);
    const framed = buildPublicApp({ ...deps, config: { ...deps.config, embedOrigins: ["https://school.example"] } });
    const path = `/events/${event.slug}/${event.sessions[0]?.id}?embed`;
    const policyOf = async (to: typeof app, at: string) => (await to.request(at)).headers.get("content-security-policy");
    expect(await policyOf(framed, path)).toContain("frame-ancestors https://school.example");
    expect(await policyOf(app, path)).toContain("frame-ancestors 'none'");
    expect(await policyOf(framed, "/manage/x")).toContain("frame-ancestors 'none'");
    // What went wrong in a frame is read in the frame.
    expect(await policyOf(framed, "/events/nothing?embed")).toContain("frame-ancestors https://school.example");
    expect(await policyOf(framed, "/events/nothing")).toContain("frame-ancestors 'none'");
    expect((await framed.request("/events/nothing?embed")).headers.get("cache-control")).toBe("no-store");
    const html = await (await framed.request(path)).text();
    expect(html).toContain('<script src="/embed.js" defer');
    expect(html).toContain(`action="/events/${event.slug}/${event.sessions[0]?.id}?embed"`);
    const script = await (await app.request("/embed.js")).text();
    expect(script.length).toBeLessThan(1000);
  });
});
