import type { Page } from "playwright-core";
import { typeInto } from "./browser.ts";
import { fortySeats, listEvents, signUpByJson } from "./sign-ups.ts";

export interface PublicPage {
  name: string;
  path: string;
  /** What is done on the page before it is looked at. */
  prepare?: (page: Page) => Promise<void>;
  /** The page is meant to be found by search engines. */
  isFound?: true;
  /** Answers with this status on purpose. */
  status?: number;
}

/** Sends the open form with what it must refuse. */
async function sendWrongly(page: Page): Promise<void> {
  await typeInto(page, page.locator("[name=name]"), "Wrong Example");
  await typeInto(page, page.locator("[name=email]"), "not an address");
  await Promise.all([page.waitForEvent("load"), page.locator("main form[method=post] button").last().click()]);
}

/** Each kind of page that the public can see, in the states that look different. */
export async function publicPages(origin: string): Promise<PublicPage[]> {
  const events = await listEvents(origin);
  const { event, session } = await fortySeats(origin);
  const full = events.find(({ sessions }) => sessions.some(({ remaining, waitlist, signUps }) => remaining === 0 && waitlist && signUps === "open"));
  if (!full) throw new Error("the demonstration data hold no full session with a waitlist");
  const fullSession = full.sessions.find(({ remaining, signUps }) => remaining === 0 && signUps === "open");
  const confirmed = await signUpByJson(origin, session.id, { name: "Confirmed Example", email: `seen-${crypto.randomUUID()}@example.org` });
  const waiting = await signUpByJson(origin, fullSession?.id ?? "", { name: "Waiting Example", email: `seen-${crypto.randomUUID()}@example.org` });
  const closed = events.find(({ sessions }) => sessions.every(({ signUps }) => signUps !== "open"));
  return [
    { name: "the list", path: "/", isFound: true },
    { name: "ways to get involved", path: "/get-involved", isFound: true },
    { name: "the list, empty", path: "/events?from=1999-01-01&to=1999-01-02" },
    { name: "an event", path: `/events/${event.slug}`, isFound: true },
    { name: "an event that is full", path: `/events/${full.slug}` },
    ...(closed ? [{ name: "an event that takes nobody", path: `/events/${closed.slug}` }] : []),
    { name: "the form", path: `/events/${event.slug}/${session.id}` },
    { name: "the form, embedded", path: `/events/${event.slug}/${session.id}?embed` },
    { name: "the form with errors", path: `/events/${event.slug}/${session.id}`, prepare: sendWrongly },
    { name: "the form of a full session", path: `/events/${full.slug}/${fullSession?.id}` },
    { name: "a confirmed sign-up", path: new URL(confirmed.body.manageUrl).pathname },
    { name: "a waitlisted sign-up", path: new URL(waiting.body.manageUrl).pathname },
    { name: "a page that is not there", path: "/events/no-such-event", status: 404 },
  ];
}
