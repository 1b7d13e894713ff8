import {
  type AccessUser,
  type AccessUserList,
  type Added,
  type AddedMany,
  type AuditExport,
  type AuditPage,
  type AuditQuery,
  type AuditRow,
  accessClient,
  auditClient,
  type Calendar,
  type CalendarQuery,
  type CalendarSession,
  type CloneInput,
  type CouldSee,
  calendarClient,
  type Decided,
  type DecidedMany,
  type DecisionPreview,
  type EditPreview,
  type EventDetail,
  type EventList,
  type EventListSearch,
  type EventNumbers,
  type EventPreview,
  type EventRow,
  type EventRowChanges,
  type EventRowGone,
  type EventRowPage,
  type EventStatus,
  type ExportedPage,
  eventClient,
  eventCopyClient,
  eventPreviewClient,
  type FormDraftInput,
  type FormSubject,
  formDraftClient,
  type GrantRow,
  grantClient,
  historyClient,
  type KeptFormDraft,
  type MadeSeries,
  type MailSample,
  type Me,
  type MessageList,
  type MessagePreview,
  type MessageRow,
  messageClient,
  type PeopleChanges,
  type PeoplePage,
  type PublishedMany,
  type PublishMany,
  type RefusalCode,
  type Roster,
  type RosterRow,
  type SavedView,
  type SavedViews,
  type SeatCounts,
  type Series,
  type SeriesDates,
  type SeriesInput,
  type SeriesMember,
  type SeriesQuestion,
  type SessionTold,
  type SignUpState,
  signUpClient,
  type TestSent,
  type Today,
  todayClient,
  type UnreachedPeople,
  type ViewedList,
  viewClient,
  type WriteInput,
  type WrittenMessage,
} from "@cte-partnerships/api/client";
import type { EventInput, Instant, Role, Scope, SignUpInput } from "@cte-partnerships/domain";
import type * as z from "zod";
import { ApiProblem, Unreachable } from "./api-error.ts";

export type {
  AccessUser,
  AccessUserList,
  Added,
  AddedMany,
  AuditExport,
  AuditPage,
  AuditQuery,
  AuditRow,
  Calendar,
  CalendarQuery,
  CalendarSession,
  CouldSee,
  Decided,
  DecidedMany,
  DecisionPreview,
  EditPreview,
  EventDetail,
  EventList,
  EventListSearch,
  EventNumbers,
  EventPreview,
  EventRow,
  EventRowChanges,
  EventRowGone,
  EventRowPage,
  EventStatus,
  FormSubject,
  GrantRow,
  KeptFormDraft,
  MadeSeries,
  MailSample,
  Me,
  MessagePreview,
  MessageRow,
  PeopleChanges,
  PeoplePage,
  PublishedMany,
  RefusalCode,
  Roster,
  RosterRow,
  SavedView,
  SavedViews,
  SeatCounts,
  Series,
  SeriesDates,
  SeriesInput,
  SeriesMember,
  SessionTold,
  SignUpState,
  Today,
  UnreachedPeople,
  ViewedList,
};

/** Whose history is asked for: an event, a session, or a sign-up in a session. */
export type HistoryOf = { eventId: string; sessionId?: never; signUpId?: never } | { eventId?: never; sessionId: string; signUpId?: string };

/** A body with the mark by which the API tells that it knows it: sent back, it is answered 304 while nothing changed. */
export interface Marked<Body> {
  body: Body;
  etag: string | undefined;
}

const options = {
  // A change must say that the console sent it: no page elsewhere can.
  headers: { "x-requested-by": "console" },
  async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    try {
      return await fetch(input, { credentials: "same-origin", ...init });
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") throw error;
      throw new Unreachable("no answer", { cause: error });
    }
  },
};
const { origin } = location;
const access = accessClient(origin, options);
const grants = grantClient(origin, options);
const user = grants.users[":userId"];
const grant = user.grants[":grantId"];
const audit = auditClient(origin, options);
const history = historyClient(origin, options);
const events = eventClient(origin, options);
const event = events[":eventId"];
const copies = eventCopyClient(origin, options);
const previews = eventPreviewClient(origin, options);
const formDrafts = formDraftClient(origin, options);
const sessions = signUpClient(origin, options);
const messages = messageClient(origin, options)[":sessionId"].messages;
const calendar = calendarClient(origin, options);
const today = todayClient(origin, options);
const views = viewClient(origin, options);
const signUp = sessions[":sessionId"]["sign-ups"][":signUpId"];

/** The part of an answer that is read here. */
type Answered = Pick<Response, "ok" | "status"> & { json(): Promise<unknown> };

async function refused(response: Answered): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => ({}));
  return new ApiProblem(response.status, typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {});
}

async function answer<Body>(sent: Promise<Answered>): Promise<Body> {
  const response = await sent;
  if (!response.ok) throw await refused(response);
  return (response.status === 204 ? undefined : await response.json()) as Body;
}

const within = (signal: AbortSignal | undefined) => (signal ? { init: { signal } } : {});

/** A page that only follows what it shows does not keep the session of an unattended screen from running out. */
const headersFor = (isFollowing: boolean) => ({ ...options.headers, ...(isFollowing ? { "x-following": "1" } : {}) });

type Step = "approve" | "decline" | "withdraw";
interface Known {
  id: RosterRow["id"];
  version: number;
}

function sendMany(sessionId: string, step: Step, known: readonly Known[], more: { reason?: string; isPreview?: boolean }, signal?: AbortSignal) {
  const [param, people] = [{ sessionId }, [...known]];
  return step === "withdraw"
    ? sessions[":sessionId"].withdraw.$post({ param, json: { people, ...more } }, within(signal))
    : sessions[":sessionId"].decide.$post({ param, json: { step, people, ...more } }, within(signal));
}

/** A role that is to be given: where, and until when. */
export interface GrantWanted {
  role: Role;
  scope: Scope;
  expiresAt?: Instant;
}

/** Every call that the console makes, by noun. What is sent is checked against the routes' types by the compiler. */
export const api = {
  me: (signal?: AbortSignal) => answer<Me>(access.me.$get({}, within(signal))),
  access: {
    list: (query: { q?: string | undefined; cursor?: string | undefined }, signal?: AbortSignal) =>
      answer<AccessUserList>(grants.users.$get({ query: query as Record<string, string> }, within(signal))),
    invite: (json: GrantWanted & { address: string }) => answer<AccessUser>(grants.users.$post({ json })),
    give: (userId: string, json: GrantWanted) => answer<AccessUser>(user.grants.$post({ param: { userId }, json })),
    changeExpiry: (userId: string, grantId: string, json: { version: number; expiresAt?: Instant }) =>
      answer<AccessUser>(grant.expiry.$post({ param: { userId, grantId }, json })),
    end: (userId: string, grantId: string, version: number) => answer<AccessUser>(grant.end.$post({ param: { userId, grantId }, json: { version } })),
    signOutEverywhere: (userId: string) => answer<void>(user["sign-out-everywhere"].$post({ param: { userId } })),
    couldSee: (query: { of: string; on: string }, signal?: AbortSignal) =>
      answer<CouldSee>(grants["could-see"].$get({ query: query as never }, within(signal))),
  },
  audit: {
    list: (query: AuditQuery, signal?: AbortSignal) => answer<AuditPage>(audit.index.$get({ query: query as Record<string, string> }, within(signal))),
    /** The file, and what it is called. */
    async export(json: AuditExport): Promise<{ name: string; file: Blob }> {
      const response = await audit.export.$post({ json: json as Record<string, string> });
      if (!response.ok) throw await refused(response);
      const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
      return { name: name ?? "changes.csv", file: await response.blob() };
    },
  },
  events: {
    list: (query: EventListSearch, signal?: AbortSignal) => answer<EventList>(events.index.$get({ query }, within(signal))),
    /** A page of all rows within reach. */
    rows: (cursor: string | undefined, signal?: AbortSignal) =>
      answer<EventRowPage>(events.rows.$get({ query: cursor === undefined ? {} : { cursor } }, within(signal))),
    rowChanges: (since: string, signal?: AbortSignal) =>
      answer<EventRowChanges>(events.rows.changes.$get({ query: { since } }, { ...within(signal), headers: headersFor(true) })),
    /** How many are taken and wait at events that somebody sees. */
    numbers: (ids: readonly string[], signal?: AbortSignal) =>
      answer<EventNumbers>(events.numbers.$post({ json: { ids: [...ids] } }, { ...within(signal), headers: headersFor(true) })),
    /** An event with its seats. What an editor needs beside is left out: telling it reads every roster. */
    watch: (eventId: string, isFollowing: boolean, signal?: AbortSignal) =>
      answer<EventDetail>(event.$get({ param: { eventId }, query: { for: "watch" } }, { ...within(signal), headers: headersFor(isFollowing) })),
    /** An event with everything that changing it needs: which sessions have sign-ups, and which questions were answered. */
    get: (eventId: string, signal?: AbortSignal) => answer<EventDetail>(event.$get({ param: { eventId }, query: {} }, within(signal))),
    make: (json: z.input<typeof EventInput>, idempotencyKey: string) =>
      answer<EventDetail>(events.index.$post({ json, header: { "idempotency-key": idempotencyKey } })),
    save: (eventId: string, version: number, input: z.input<typeof EventInput>) =>
      answer<EventDetail>(event.$put({ param: { eventId }, json: { version, event: input } })),
    discard: (eventId: string, version: number) => answer<void>(event.$delete({ param: { eventId }, json: { version } })),
    publish: (eventId: string, version: number) => answer<EventDetail>(event.publish.$post({ param: { eventId }, json: { version } })),
    close: (eventId: string, version: number) => answer<EventDetail>(event.close.$post({ param: { eventId }, json: { version } })),
    reopen: (eventId: string, version: number) => answer<EventDetail>(event.reopen.$post({ param: { eventId }, json: { version } })),
    cancel: (eventId: string, version: number, reason: string) => answer<EventDetail>(event.cancel.$post({ param: { eventId }, json: { version, reason } })),
    cancelSession: (eventId: string, sessionId: string, version: number, reason: string) =>
      answer<EventDetail>(event.sessions[":sessionId"].cancel.$post({ param: { eventId, sessionId }, json: { version, reason } })),
    clone: (eventId: string, json: CloneInput, idempotencyKey: string) =>
      answer<EventDetail>(copies[":eventId"].clone.$post({ param: { eventId }, json, header: { "idempotency-key": idempotencyKey } })),
    /** The events of the series that this one belongs to; refused `not_in_series` where it belongs to none. */
    series: (eventId: string, signal?: AbortSignal) => answer<Series>(copies[":eventId"].series.$get({ param: { eventId } }, within(signal))),
    /** The days of a series before it is made. Changes nothing. */
    seriesDates: (eventId: string, json: SeriesQuestion, signal?: AbortSignal) =>
      answer<SeriesDates>(copies[":eventId"]["series-dates"].$post({ param: { eventId }, json }, within(signal))),
    /** Asked again with the same key and days, it makes only what is missing. */
    makeSeries: (eventId: string, json: SeriesInput, idempotencyKey: string) =>
      answer<MadeSeries>(copies[":eventId"].series.$post({ param: { eventId }, json, header: { "idempotency-key": idempotencyKey } })),
    publishMany: (json: PublishMany) => answer<PublishedMany>(copies["publish-many"].$post({ json })),
    /** Who would get which mail if this were saved. Changes nothing; refused as the save would be. */
    editPreview: (eventId: string, version: number, input: z.input<typeof EventInput>, signal?: AbortSignal) =>
      answer<EditPreview>(previews[":eventId"]["edit-preview"].$post({ param: { eventId }, json: { version, event: input } }, within(signal))),
    /** The page, the forms and the mails of an event as it stands. */
    previews: (eventId: string, signal?: AbortSignal) => answer<EventPreview>(previews[":eventId"].previews.$get({ param: { eventId } }, within(signal))),
    /** The same of what stands in the editor, saved or not. */
    previewUnsaved: (input: z.input<typeof EventInput>, eventId: string | undefined, signal?: AbortSignal) =>
      answer<EventPreview>(previews.previews.$post({ json: { ...(eventId === undefined ? {} : { eventId }), event: input } }, within(signal))),
    previewAddress: (eventId: string) => `/api/admin/events/${eventId}/preview`,
  },
  calendar: (query: CalendarQuery, isFollowing: boolean, signal?: AbortSignal) =>
    answer<Calendar>(calendar.index.$get({ query }, { ...within(signal), headers: headersFor(isFollowing) })),
  today: (isFollowing: boolean, signal?: AbortSignal) => answer<Today>(today.index.$get({}, { ...within(signal), headers: headersFor(isFollowing) })),
  roster: {
    /** The roster as it stands; what is known already is not sent again. */
    async get(sessionId: string, known: Marked<Roster> | undefined, signal?: AbortSignal): Promise<Marked<Roster>> {
      const response = await sessions[":sessionId"].roster.$get(
        { param: { sessionId } },
        { ...within(signal), headers: { ...headersFor(known !== undefined), ...(known?.etag ? { "if-none-match": known.etag } : {}) } },
      );
      if (response.status === 304 && known) return known;
      return { body: await answer<Roster>(Promise.resolve(response)), etag: response.headers.get("etag") ?? undefined };
    },
    people: (sessionId: string, after: string | undefined, signal?: AbortSignal) =>
      answer<PeoplePage>(
        sessions[":sessionId"].roster.people.$get({ param: { sessionId }, query: after === undefined ? {} : { after } }, { ...within(signal) }),
      ),
    changes: (sessionId: string, since: string, signal?: AbortSignal) =>
      answer<PeopleChanges>(
        sessions[":sessionId"].roster.changes.$get({ param: { sessionId }, query: { since } }, { ...within(signal), headers: headersFor(true) }),
      ),
    add: (sessionId: string, json: z.input<typeof SignUpInput>, idempotencyKey: string) =>
      answer<Added>(sessions[":sessionId"]["sign-ups"].$post({ param: { sessionId }, json, header: { "idempotency-key": idempotencyKey } })),
    /** Each with a key of its own: sent again, nobody is added twice. */
    addMany: (sessionId: string, rows: { key: string; input: z.input<typeof SignUpInput> }[]) =>
      answer<AddedMany>(sessions[":sessionId"]["sign-ups"].many.$post({ param: { sessionId }, json: { rows } })),
    /** What the same would do, as everything stands now. */
    previewAddMany: (sessionId: string, rows: { key: string; input: z.input<typeof SignUpInput> }[], signal?: AbortSignal) =>
      answer<AddedMany>(sessions[":sessionId"]["sign-ups"].many.$post({ param: { sessionId }, json: { rows, isPreview: true } }, within(signal))),
    changeCapacity: (sessionId: string, version: number, capacity: number) =>
      answer<SeatCounts>(sessions[":sessionId"].capacity.$post({ param: { sessionId }, json: { version, capacity } })),
    approve: (sessionId: string, signUpId: string, version: number) =>
      answer<Decided>(signUp.approve.$post({ param: { sessionId, signUpId }, json: { version } })),
    decline: (sessionId: string, signUpId: string, version: number, reason?: string) =>
      answer<Decided>(signUp.decline.$post({ param: { sessionId, signUpId }, json: { version, ...(reason ? { reason } : {}) } })),
    decideMany: (sessionId: string, step: Step, people: readonly Known[], reason: string) =>
      answer<DecidedMany>(sendMany(sessionId, step, people, reason === "" ? {} : { reason })),
    /** What the same would do, as everything stands now. */
    previewMany: (sessionId: string, step: Step, people: readonly Known[], signal?: AbortSignal) =>
      answer<DecisionPreview>(sendMany(sessionId, step, people, { isPreview: true }, signal)),
    /** A part of the file, from the beginning or after the part before. */
    takeOut: (sessionId: string, kind: "people" | "counts", after: string | undefined) => {
      const asked = { param: { sessionId }, json: after === undefined ? {} : { after } };
      const session = sessions[":sessionId"];
      return answer<ExportedPage>(kind === "people" ? session.export.$post(asked) : session["export-without-personal-data"].$post(asked));
    },
    withdraw: (sessionId: string, signUpId: string, version: number) =>
      answer<Decided>(signUp.withdraw.$post({ param: { sessionId, signUpId }, json: { version } })),
  },
  /** What a person left unsaved in a form: their own, on whatever machine, for thirty days. Saving the event lets go of it. */
  formDrafts: {
    get: (subject: FormSubject, signal?: AbortSignal) => answer<KeptFormDraft>(formDrafts[":subject"].$get({ param: { subject } }, within(signal))),
    /** While the page is being left it goes on its way all the same, where it is small enough for a browser to see to that. */
    keep: (subject: FormSubject, json: FormDraftInput, isLeaving = false) =>
      answer<KeptFormDraft>(formDrafts[":subject"].$put({ param: { subject }, json }, isLeaving ? { init: { keepalive: true } } : {})),
    drop: (subject: FormSubject) => answer<void>(formDrafts[":subject"].$delete({ param: { subject } })),
  },
  messages: {
    /** What was written to a session's people, and what has become of it. */
    list: (sessionId: string, isFollowing: boolean, signal?: AbortSignal) =>
      answer<MessageList>(messages.$get({ param: { sessionId } }, { ...within(signal), headers: headersFor(isFollowing) })),
    preview: (sessionId: string, json: WriteInput, signal?: AbortSignal) =>
      answer<MessagePreview>(messages.preview.$post({ param: { sessionId }, json }, within(signal))),
    /** To whoever writes it. */
    test: (sessionId: string, message: WriteInput["message"]) => answer<TestSent>(messages.test.$post({ param: { sessionId }, json: { message } })),
    write: (sessionId: string, json: WriteInput, idempotencyKey: string) =>
      answer<WrittenMessage>(messages.$post({ param: { sessionId }, json, header: { "idempotency-key": idempotencyKey } })),
  },
  /** What happened to a sign-up, a session or an event within a year, latest first. */
  history: ({ eventId, sessionId, signUpId }: HistoryOf, cursor: string | undefined, signal?: AbortSignal) => {
    const query = cursor === undefined ? {} : { cursor };
    const of = history.sessions[":sessionId"];
    if (eventId !== undefined) return answer<AuditPage>(history.events[":eventId"].$get({ param: { eventId }, query }, within(signal)));
    if (signUpId === undefined) return answer<AuditPage>(of.$get({ param: { sessionId }, query }, within(signal)));
    return answer<AuditPage>(of["sign-ups"][":signUpId"].$get({ param: { sessionId, signUpId }, query }, within(signal)));
  },
  views: {
    list: (list: ViewedList, signal?: AbortSignal) => answer<SavedViews>(views[":list"].$get({ param: { list } }, within(signal))),
    keep: (list: ViewedList, json: SavedViews) => answer<SavedViews>(views[":list"].$put({ param: { list }, json })),
  },
  session: {
    signOut: () => leave("/auth/sign-out"),
    signOutEverywhere: () => leave("/auth/sign-out-everywhere"),
    signInAddress: (returnTo: string) => `/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`,
  },
};

async function leave(path: string): Promise<void> {
  const response = await options.fetch(path, { method: "POST", headers: options.headers });
  // Already signed out is what was asked for.
  if (!response.ok && response.status !== 401) throw await refused(response);
}
