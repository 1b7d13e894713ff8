import { type Agency, hostTitle, type IsoDate, Slug, toldDetails, type Venue } from "@cte-partnerships/domain";
import { Hono } from "hono";
import type { Deps } from "../deps.ts";
import { Malformed, parseSent } from "../http/body.ts";
import type { HttpEnv } from "../http/frame.ts";
import { problem } from "../http/problem.ts";
import { todayOf } from "../today.ts";
import { activityTypeOf } from "./activity-type-of.ts";
import { type PublicEvent, type PublicEventDetail, type PublicEventList, PublicEventQuery } from "./public-contract.ts";
import { type EventView, findPublicEvent, listPublicEvents, type SessionView } from "./public-view.ts";

/** Reads of events as JSON, for other sites and agencies. */
export function eventPublicRoutes(deps: Deps) {
  return new Hono<HttpEnv>()
    .get("/", async (c) => {
      const query = parseSent(PublicEventQuery, c.req.query());
      const page = await listPublicEvents(deps, query);
      if (!page) throw new Malformed([{ path: "cursor", message: "is not a cursor of this list" }]);
      const { events, nextCursor } = page;
      c.header("Cache-Control", "no-cache");
      return c.json({ items: events.map(toPublicEvent), ...(nextCursor === undefined ? {} : { nextCursor }) } satisfies PublicEventList);
    })
    .get("/:slug", async (c) => {
      const slug = Slug.safeParse(c.req.param("slug"));
      const view = slug.success ? await findPublicEvent(deps, slug.data) : undefined;
      if (!view) return problem(c, { code: "event_unknown" });
      c.header("Cache-Control", "no-cache");
      return c.json(toDetail(deps.agency, view, todayOf(deps)));
    });
}

function toPublicEvent(view: EventView): PublicEvent {
  const { event } = view;
  return {
    id: event.id,
    slug: event.slug,
    title: event.title,
    activityType: event.activityTypeId,
    sessions: view.sessions.map((session) => toPublicSession(event.venue, session)),
  };
}

const toPublicSession = ({ zone }: Venue, view: SessionView): PublicEvent["sessions"][number] => ({
  id: view.session.id,
  startsAt: view.session.startsAt,
  endsAt: view.session.endsAt,
  zone,
  capacity: view.capacity,
  remaining: view.remaining,
  waitlist: view.hasWaitlist,
  signUps: view.signUps.kind,
});

function toDetail(agency: Agency, view: EventView, on: IsoDate): PublicEventDetail {
  const { event } = view;
  const { description, audience, contact, signUpWindow, needsApproval, oneSessionPerPerson, status } = event;
  return {
    ...toPublicEvent(view),
    sessions: view.sessions.map((session) => ({
      ...toPublicSession(event.venue, session),
      ...(session.session.label === undefined ? {} : { label: session.session.label }),
      partySizeLimit: session.partySizeLimit,
    })),
    description,
    details: toldDetails(activityTypeOf(agency, event, on), event.details),
    // A draft never gets here: it has no public view.
    status: status === "draft" ? "published" : status,
    host: hostTitle(agency, event.host, on) ?? agency.office.title,
    audience,
    venue: { kind: event.venue.kind, ...("place" in event.venue ? { place: event.venue.place } : {}) },
    contact,
    signUpWindow,
    needsApproval,
    oneSessionPerPerson,
    questions: event.questions.filter((question) => !question.isRetired),
  };
}
