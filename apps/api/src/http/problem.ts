import type { ChangeRefusal, EventRefusal, SeatsRefusal, TakeInRefusal } from "@cte-partnerships/domain";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type FieldError, fieldErrorsOfAnswers, fieldErrorsOfDetails, fieldErrorsOfPublishing } from "./field-errors.ts";

/** Codes that the domain's decisions refuse with. */
type DomainCode = (TakeInRefusal | ChangeRefusal | SeatsRefusal | EventRefusal)["code"];

/** Codes that only the API has: what it could not read, find or do. */
type ApiCode =
  | "malformed"
  | "not_found"
  | "body_too_large"
  | "media_type_unsupported"
  | "idempotency_key_missing"
  | "idempotency_key_invalid"
  | "idempotency_key_reused"
  | "event_unknown"
  | "sign_up_unknown"
  | "link_unknown"
  | "version_conflict"
  | "rate_limited"
  | "unauthenticated"
  | "forbidden"
  | "no_grants"
  | "cross_site"
  | "user_unknown"
  | "grant_unknown"
  | "own_grant"
  | "last_director"
  | "already_joined"
  | "expiry_not_ahead"
  | "span_too_long"
  | "export_too_large"
  | "cursor_invalid"
  | "message_unknown"
  | "too_many_messages"
  | "too_many_tests"
  | "nobody_to_write_to"
  | "own_address_unknown"
  | "reference_unknown"
  | "answers_not_looked_through"
  | "too_many_sessions_changed"
  | "details_invalid"
  | "sessions_in_too_many_months"
  | "made_and_discarded"
  | "in_series"
  | "not_in_series"
  | "series_undated"
  | "unavailable"
  | "internal";

export type RefusalCode = DomainCode | ApiCode;

/**
 * Every refusal's status and title, in one table. A code that somebody adds to the domain does not compile until it has
 * its row here. Titles are for people who read logs and answers of the API; pages and the console word it their own way.
 */
export const problems = {
  malformed: { status: 400, title: "The request could not be read" },
  answers_invalid: { status: 400, title: "Some answers do not fit the event's questions" },
  cursor_invalid: { status: 400, title: "The cursor belongs to another list" },
  reference_unknown: { status: 400, title: "Something is named that this agency does not have" },
  details_invalid: { status: 400, title: "Some details do not fit the activity type" },
  sessions_in_too_many_months: { status: 409, title: "Sessions of one event can be in 24 months at the most" },
  expiry_not_ahead: { status: 400, title: "A grant can only end at a moment that is still to come" },
  span_too_long: { status: 400, title: "The span of days is too long" },
  export_too_large: { status: 400, title: "There is more than one file takes" },
  idempotency_key_missing: { status: 400, title: "The Idempotency-Key header is needed" },
  idempotency_key_invalid: { status: 400, title: "The Idempotency-Key header must be 1 to 255 printable ASCII characters" },
  unauthenticated: { status: 401, title: "Sign in first" },
  forbidden: { status: 403, title: "You may not do this" },
  no_grants: { status: 403, title: "You are signed in, and have no role here yet" },
  cross_site: { status: 403, title: "The request came from another site" },
  own_grant: { status: 403, title: "Nobody gives themselves a role, or changes when it ends" },
  not_found: { status: 404, title: "There is nothing here" },
  event_unknown: { status: 404, title: "There is no such event" },
  session_unknown: { status: 404, title: "There is no such session" },
  sign_up_unknown: { status: 404, title: "There is no such sign-up" },
  link_unknown: { status: 404, title: "This link leads nowhere (any more)" },
  user_unknown: { status: 404, title: "There is no such person" },
  grant_unknown: { status: 404, title: "There is no such grant (any more)" },
  message_unknown: { status: 404, title: "There is no such message (any more)" },
  last_director: { status: 409, title: "Nobody would be left who may give and take roles" },
  nobody_to_write_to: { status: 409, title: "Nobody would get this message" },
  own_address_unknown: { status: 409, title: "The sign-in vouches for no address of yours" },
  already_joined: { status: 409, title: "Whoever was invited by this address has signed in" },
  event_cancelled: { status: 409, title: "The event was cancelled" },
  event_over: { status: 409, title: "The event is over or was cancelled" },
  event_not_editable: { status: 409, title: "The event can no longer be changed" },
  event_not_draft: { status: 409, title: "The event is not a draft" },
  event_not_published: { status: 409, title: "The event is not published" },
  event_not_closed: { status: 409, title: "Sign-ups are not closed" },
  event_not_ready: { status: 409, title: "The event is not ready to be published" },
  session_has_sign_ups: { status: 409, title: "People have signed up: the session can only be cancelled" },
  question_answered: { status: 409, title: "People have answered: the question can only be retired" },
  answers_not_looked_through: { status: 409, title: "So many people signed up that not all answers could be looked through: retire the question" },
  too_many_sessions_changed: { status: 409, title: "Too many sessions are changed at once: save some of them first" },
  made_and_discarded: { status: 409, title: "This request made the event already, and somebody has discarded it since" },
  in_series: { status: 409, title: "The event belongs to another series already" },
  not_in_series: { status: 404, title: "The event belongs to no series" },
  series_undated: { status: 409, title: "A series needs an event with a session, and days after it" },
  session_cancelled: { status: 409, title: "The session was cancelled" },
  session_started: { status: 409, title: "The session has started" },
  session_full: { status: 409, title: "The session is full" },
  sign_ups_not_open: { status: 409, title: "Sign-ups are not open yet" },
  sign_ups_closed: { status: 409, title: "Sign-ups are closed" },
  party_too_large: { status: 409, title: "The party is larger than this session takes" },
  party_larger_than_session: { status: 409, title: "The party is larger than the whole session" },
  party_not_smaller: { status: 409, title: "A party can only be made smaller" },
  not_pending: { status: 409, title: "The sign-up is not waiting for a decision" },
  not_standing: { status: 409, title: "The sign-up no longer stands" },
  version_conflict: { status: 409, title: "Somebody else changed it first" },
  capacity_out_of_range: { status: 400, title: "The capacity is out of range" },
  body_too_large: { status: 413, title: "The request's body is too large" },
  media_type_unsupported: { status: 415, title: "The request's content type is not taken here" },
  idempotency_key_reused: { status: 422, title: "This Idempotency-Key was used with other content" },
  too_many_messages: { status: 429, title: "So many messages went to the event's people within a day: try again later" },
  too_many_tests: { status: 429, title: "So many tests were sent within an hour: try again later" },
  rate_limited: { status: 429, title: "Too many requests: try again later" },
  internal: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "Not available right now: try again shortly" },
} as const satisfies Record<RefusalCode, { status: ContentfulStatusCode; title: string }>;

/** A refusal with its facts, as decisions and use cases give it. */
export type Refusal = { code: RefusalCode } & Record<string, unknown>;

/** The body of a refusal, RFC 9457. Facts stand beside the standard members; nothing that somebody sent is repeated. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: RefusalCode;
  detail?: string;
  requestId?: string;
  errors?: FieldError[];
  [fact: string]: unknown;
}

/** More would only be noise, and the answer stays small however bad the request was. */
const errorsToldAtMost = 20;

export function problemBody(refusal: Refusal, requestId?: string): ProblemBody {
  const { code, detail, errors, ...facts } = refusal;
  const { status, title } = problems[code];
  const told = errors ?? errorsIn(refusal);
  return {
    ...ownFacts(facts),
    type: `/problems#${code}`,
    title,
    status,
    code,
    ...(typeof detail === "string" ? { detail } : {}),
    ...(requestId === undefined ? {} : { requestId }),
    ...(told ? { errors: (told as FieldError[]).slice(0, errorsToldAtMost) } : {}),
  };
}

/** Answers a request with a refusal, as problem+json and never cached. */
// biome-ignore lint/suspicious/noExplicitAny: whatever else a route keeps in its context is no business of a refusal
export function problem(c: Context<any>, refusal: Refusal, headers: Record<string, string> = {}): Response {
  const body = problemBody(refusal, c.get("requestId") as string | undefined);
  // Where the refusal knows when, it is told as a header too, for programs that go by it.
  const seconds = body.retryAfterSeconds ?? (body.code === "unavailable" || body.code === "rate_limited" ? 2 : undefined);
  const wait = seconds === undefined ? {} : { "Retry-After": String(seconds) };
  return c.body(JSON.stringify(body), problems[body.code].status, {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    ...wait,
    ...headers,
  });
}

function errorsIn(refusal: Refusal): FieldError[] | undefined {
  if (refusal.code === "answers_invalid") return fieldErrorsOfAnswers(refusal.faults);
  if (refusal.code === "reference_unknown") return (refusal.paths as string[]).map((path) => ({ path, message: "is not known here" }));
  if (refusal.code === "details_invalid") return fieldErrorsOfDetails(refusal.faults);
  if (refusal.code === "event_not_ready") return fieldErrorsOfPublishing(refusal.faults);
  return undefined;
}

/** An event's `status` is a fact of many refusals; in a problem that name is the HTTP status's. Faults become `errors`. */
function ownFacts({ status, faults: _faults, paths: _paths, ...facts }: Record<string, unknown>): Record<string, unknown> {
  return status === undefined ? facts : { ...facts, eventStatus: status };
}
