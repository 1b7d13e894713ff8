import { Event, EventInput, Question, Session, SessionId, SessionInput, SignUpInput, Slug, Venue } from "@cte-partnerships/domain";
import { OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import * as z from "zod";
import { Me } from "./access/contract.ts";
import { AccessUser, AccessUserList, CouldSee } from "./access/grant-contract.ts";
import { adminRoutes } from "./admin-app.ts";
import { AuditPage, AuditRow } from "./audit/contract.ts";
import { Calendar, CalendarSession } from "./event/calendar-contract.ts";
import { EventDetail, EventList, EventNumbers, EventRow, EventRowChanges, EventRowPage, EventSave, SeatCounts } from "./event/contract.ts";
import { MadeSeries, PublishedMany, PublishMany, Series, SeriesDates, SeriesInput } from "./event/copy-contract.ts";
import { EditPreview, EventPreview, MailSample } from "./event/preview-contract.ts";
import { PublicDetail, PublicEvent, PublicEventDetail, PublicEventList, PublicEventQuery, PublicSession } from "./event/public-contract.ts";
import { FormDraftInput, KeptFormDraft } from "./form-draft/contract.ts";
import { problems, type RefusalCode } from "./http/problem.ts";
import { MessageList, MessagePreview, MessageRow } from "./message/contract.ts";
import { Added, AddedMany, Decided, DecidedMany, DecisionPreview, ExportedPage, PeopleChanges, PeoplePage, Roster, RosterRow } from "./sign-up/contract.ts";
import { AlreadySignedUp, Ended, IdempotencyKey, Received, SignUpStatus, TakenIn } from "./sign-up/public-contract.ts";
import { Today, UnreachedPeople } from "./today/contract.ts";
import { SavedViews } from "./view/contract.ts";

// Read by the build alone: what describes the routes is no part of any deployed function.

/** Schemas that stand in the description once, by name, however many routes use them. */
const named = {
  AccessUser,
  AccessUserList,
  Added,
  AddedMany,
  AlreadySignedUp,
  AuditPage,
  AuditRow,
  Calendar,
  CalendarSession,
  CouldSee,
  Decided,
  DecidedMany,
  DecisionPreview,
  EditPreview,
  Ended,
  Event,
  EventDetail,
  EventInput,
  EventList,
  EventNumbers,
  EventPreview,
  EventRow,
  EventRowChanges,
  EventRowPage,
  EventSave,
  ExportedPage,
  FormDraftInput,
  KeptFormDraft,
  MadeSeries,
  MailSample,
  Me,
  MessageList,
  MessagePreview,
  MessageRow,
  PeopleChanges,
  PeoplePage,
  PublishedMany,
  PublishMany,
  PublicDetail,
  PublicEvent,
  PublicEventDetail,
  PublicEventList,
  PublicSession,
  Question,
  Received,
  Roster,
  RosterRow,
  SavedViews,
  SeatCounts,
  Series,
  SeriesDates,
  SeriesInput,
  Session,
  SessionInput,
  SignUpInput,
  SignUpStatus,
  TakenIn,
  Today,
  UnreachedPeople,
  Venue,
};

/** A refusal that names its codes. */
const refusalOf = (codes: readonly RefusalCode[]) =>
  z
    .object({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      code: z.enum(codes as [RefusalCode, ...RefusalCode[]]),
      requestId: z.string().optional(),
      errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    })
    .describe("RFC 9457 problem, with the facts of its code beside the standard members");

const retryAfter = { "Retry-After": { description: "Seconds until it is worth trying again", schema: { type: "integer" as const } } };

/** The refusals of a route, an answer a status, each with the codes that it may have. */
function refusals(...codes: RefusalCode[]): RouteConfig["responses"] {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of [...codes, "internal", "unavailable"] as const)
    byStatus.set(problems[code].status, [...(byStatus.get(problems[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: ofStatus.map((code) => problems[code].title).join(". "),
        content: { "application/problem+json": { schema: refusalOf(ofStatus) } },
        ...(status === 429 || status === 503 ? { headers: retryAfter } : {}),
      },
    ]),
  );
}

const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { "application/json": { schema } } });

const publicRoutes: RouteConfig[] = [
  {
    method: "get",
    path: "/api/public/events",
    tags: ["Public"],
    summary: "What is on and still to come, soonest first, a page at a time",
    request: { query: PublicEventQuery },
    responses: { 200: answer("A page of events", PublicEventList), ...refusals("malformed") },
  },
  {
    method: "get",
    path: "/api/public/events/{slug}",
    tags: ["Public"],
    summary: "An event with its sessions, what is left of them, and what its form asks",
    request: { params: z.object({ slug: Slug }) },
    responses: { 200: answer("The event", PublicEventDetail), ...refusals("event_unknown") },
  },
  {
    method: "post",
    path: "/api/public/sessions/{sessionId}/sign-ups",
    tags: ["Public"],
    summary: "Signs a person or a party up. The same Idempotency-Key with the same content gives the same sign-up, however often it is sent",
    request: {
      params: z.object({ sessionId: SessionId }),
      headers: z.object({ "idempotency-key": IdempotencyKey }),
      body: { required: true, content: { "application/json": { schema: SignUpInput } } },
    },
    responses: {
      200: answer(
        "This address is signed up already and nothing changed, or the same key was sent before and that sign-up has ended",
        z.union([AlreadySignedUp, Ended]),
      ),
      201: answer("Taken in and settled", TakenIn),
      202: { ...answer("Taken in for good, and not settled within about two seconds: statusUrl tells what becomes of it", Received), headers: retryAfter },
      ...refusals(
        "body_too_large",
        "media_type_unsupported",
        "idempotency_key_missing",
        "idempotency_key_invalid",
        "malformed",
        "answers_invalid",
        "session_unknown",
        "event_cancelled",
        "session_cancelled",
        "sign_ups_not_open",
        "sign_ups_closed",
        "party_too_large",
        "party_larger_than_session",
        "session_full",
        "idempotency_key_reused",
        "rate_limited",
      ),
    },
  },
  {
    method: "get",
    path: "/api/public/sign-ups/{token}",
    tags: ["Public"],
    summary: "How a sign-up stands, without personal data, for whoever holds its statusUrl",
    request: { params: z.object({ token: z.string() }) },
    responses: { 200: answer("The sign-up as it stands", SignUpStatus), ...refusals("link_unknown") },
  },
];

/** What changes something says that the console sends it: a page elsewhere cannot. */
const consoleMark = { "x-requested-by": z.literal("console").describe("Without it the answer is 403 cross_site") };

const consoleRoutes: RouteConfig[] = adminRoutes.map(({ base, route }) => under(base, route));

function under(base: string, route: RouteConfig): RouteConfig {
  const told = { ...route, path: `${base}${route.path}`.replace(/\/$/, ""), security: [{ session: [] }] };
  if (route.method === "get") return told;
  const { headers } = route.request ?? {};
  return { ...told, request: { ...route.request, headers: z.object({ ...(headers instanceof z.ZodObject ? headers.shape : {}), ...consoleMark }) } };
}

/** The description of every route, public and the console's, from the schemas that the routes themselves use. */
export function describeApi(): string {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.registerComponent("securitySchemes", "session", { type: "apiKey", in: "cookie", name: "__Host-session", description: "The console's session" });
  for (const route of [...publicRoutes, ...consoleRoutes]) registry.registerPath(route);
  // A path of its own for each named schema, only to have it written out; it is taken from there and the path dropped.
  for (const [name, schema] of Object.entries(named)) {
    registry.registerPath({ method: "get", path: `/${name}`, responses: { 200: answer(name, schema) } });
  }
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "CTE Partnerships",
      version: "1",
      description: "Events of an industry-partnerships office, and signing up for them. Public routes take no credentials; the console's take its session.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    tags: [{ name: "Public", description: "For everybody, from any site" }],
  });
  return `${JSON.stringify(withNames(document))}\n`;
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** The description with each named schema written once, and referred to wherever it stood. */
function withNames(document: object): Json {
  const plain = JSON.parse(JSON.stringify(document));
  const written = new Map<string, string>();
  const schemas: Record<string, Json> = { ...plain.components?.schemas };
  for (const name of Object.keys(named)) {
    const schema = plain.paths[`/${name}`].get.responses["200"].content["application/json"].schema;
    delete plain.paths[`/${name}`];
    written.set(JSON.stringify(schema), name);
    schemas[name] = schema;
  }
  const refer = (node: Json, isDefinition = false): Json => {
    const name = isDefinition ? undefined : written.get(JSON.stringify(node));
    if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
    if (Array.isArray(node)) return node.map((part) => refer(part));
    if (node === null || typeof node !== "object") return node;
    return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, refer(part)]));
  };
  return {
    ...(refer({ ...plain, components: {} }) as object),
    components: { ...plain.components, schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, refer(schema, true)])) },
  };
}
