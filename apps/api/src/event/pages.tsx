import { ActivityTypeId, BoroughId, type Event, type Seats, type SessionId, Slug } from "@cte-partnerships/domain";
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Deps } from "../deps.ts";
import type { HttpEnv } from "../http/frame.ts";
import { answerPage, html, isEmbedded, refusalPage } from "../http/layout.tsx";
import { EventPage } from "./event-page.tsx";
import { ListPage } from "./list-page.tsx";
import type { Look } from "./look.ts";
import type { PublicEventQuery } from "./public-contract.ts";
import { findPublicEvent, listPublicEvents, viewOf } from "./public-view.ts";

/** The public list of events, and each event with its sessions. */
export function eventPages(deps: Deps) {
  return new Hono<HttpEnv>()
    .get("/", (c) => answerList(c, deps, "/"))
    .get("/events", (c) => answerList(c, deps, "/events"))
    .get("/events/:slug", async (c) => {
      const slug = Slug.safeParse(c.req.param("slug"));
      const view = slug.success ? await findPublicEvent(deps, slug.data) : undefined;
      if (!view) return refusalPage(c, deps, { code: "event_unknown" });
      return answerPage(c, deps, <EventPage deps={deps} view={view} isEmbedded={isEmbedded(c)} />);
    });
}

/** An event's page as the public will see it, before or after it is published. */
export const previewHtml = (deps: Look, event: Event, seats: ReadonlyMap<SessionId, Seats> = new Map()): string =>
  html(<EventPage deps={deps} view={viewOf(event, seats, deps.now())} isPreview />);

const eventsPerPage = 20;

async function answerList(c: Context<HttpEnv>, deps: Deps, canonicalPath: string): Promise<Response> {
  const query = queryFrom(c.req.query());
  // A cursor of other filters, or an old one, is no reason to show nothing: the list begins again.
  const page =
    (await listPublicEvents(deps, { ...query, limit: eventsPerPage })) ?? (await listPublicEvents(deps, { ...query, cursor: undefined, limit: eventsPerPage }));
  return answerPage(c, deps, <ListPage deps={deps} query={query} events={page?.events ?? []} nextCursor={page?.nextCursor} canonicalPath={canonicalPath} />);
}

const day = z.iso.date();

/** What stands in the address, as far as it makes sense: people share, shorten and mistype addresses. */
function queryFrom(sent: Record<string, string>): PublicEventQuery {
  const understood = <Schema extends z.ZodType>(schema: Schema, word: string): z.output<Schema> | undefined => schema.safeParse(sent[word]).data;
  return {
    activityType: understood(ActivityTypeId, "activityType"),
    borough: understood(BoroughId, "borough"),
    from: understood(day, "from"),
    to: understood(day, "to"),
    cursor: sent.cursor,
  };
}
