import type { RefusalCode } from "./api-error.ts";
import { ApiProblem, Unreachable } from "./api-error.ts";

type Facts = Readonly<Record<string, unknown>>;
type Message = string | ((facts: Facts) => string);

/** `5 minutes`, `3 hours`: never shorter than it is. */
function waitInWords(seconds: unknown): string {
  const minutes = Math.max(1, Math.ceil(Number(seconds) / 60));
  const [number, unit] = minutes < 90 ? [minutes, "minute"] : [Math.ceil(minutes / 60), "hour"];
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}

const people = (count: unknown) => (count === 1 ? "1 person" : `${String(count)} people`);

/**
 * What a clerk is told for each code that the API refuses with: what is the case, and what to do about it.
 * A code that the API gains does not compile until it has its row here.
 */
export const messages = {
  malformed: "Some of this could not be read. Check the fields marked below.",
  cursor_invalid: "The list has changed since it was loaded. Reload the page to see it anew.",
  reference_unknown: "Something is chosen that your agency does not have any more. Check the fields marked below.",
  details_invalid: "Some of the activity's details do not fit. Check the fields marked below.",
  too_many_sessions_changed: "Too many sessions are changed at once. Save some of the changes first, then the others.",
  answers_invalid: "Some answers do not fit the event's questions. Check the fields marked below.",
  idempotency_key_missing: "The console sent this in a way that the server does not take. Reload the page and try again.",
  idempotency_key_invalid: "The console sent this in a way that the server does not take. Reload the page and try again.",
  idempotency_key_reused: "This was already sent once with other content. Close this form, open it again and send it anew.",
  unauthenticated: "You are signed out. Sign in again to go on.",
  forbidden: "Your role does not allow this. A director can give you another role.",
  no_grants: "You are signed in, but nobody has given you a role in this console yet.",
  cross_site: "The server could not tell that this came from the console. Reload the page and try again.",
  user_unknown: "This person is not known here any more. Look at the list as it stands now.",
  grant_unknown: "This role was taken already. The list now shows what the person has.",
  own_grant: "Nobody gives themselves a role or changes when it ends. Ask another director.",
  last_director: "Nobody would be left who may give and take roles. Make somebody else director over the whole city first, without an end.",
  message_unknown: "This message is not kept any more, or it is outside your scope.",
  nobody_to_write_to: "Nobody would get this message as everything stands now. Choose other states or other people.",
  own_address_unknown: "Your sign-in does not say which address is yours, so no test can be sent to you.",
  already_joined: "Whoever was invited by this address has signed in. Find them in the list and give them a role there.",
  expiry_not_ahead: "The last day must be today or later.",
  span_too_long: ({ days }) => `That is too long a span. Ask for at most ${String(days)} days at once.`,
  export_too_large: ({ most }) => `A file takes at most ${Number(most).toLocaleString("en-US")} changes. Choose fewer days, or filter.`,
  not_found: "There is nothing here, or it is outside your scope.",
  event_unknown: "This event does not exist any more, or it is outside your scope.",
  session_unknown: "This session does not exist any more, or it is outside your scope.",
  sign_up_unknown: "This sign-up does not exist any more. The roster has been brought up to date.",
  link_unknown: "This link leads nowhere any more.",
  event_cancelled: "The event was cancelled, so nobody can be signed up.",
  event_over: "The event is over or was cancelled already.",
  event_not_editable: "The event is over or was cancelled, so it can no longer be changed.",
  event_not_draft: "The event is not a draft any more. Look at it as it stands now.",
  event_not_published: "The event is not published, so its sign-ups cannot be closed.",
  event_not_closed: "Sign-ups are not closed, so they cannot be reopened.",
  event_not_ready: "Something is missing that the public has to be told. See what is listed below.",
  sessions_in_too_many_months: "Sessions of one event can be in 24 different months at the most. Copy it without its sessions, and add those that you need.",
  made_and_discarded: "This was made already, and somebody has discarded it since. Try once more to make another one.",
  in_series: "This event belongs to a series already. Clone it first, and make the new series from the clone.",
  not_in_series: "This event belongs to no series.",
  series_undated: "A series needs a session to repeat, and days after it. Add a session first, or choose later days.",
  session_has_sign_ups: "People have signed up to this session. It can be cancelled with a reason, but not removed.",
  answers_not_looked_through:
    "So many people signed up that not all of their answers could be looked through. Retire this question instead: it is asked no more, and answers stay.",
  question_answered: "People have answered this question. It can be retired, but not removed or changed in kind.",
  session_cancelled: "The session was cancelled.",
  session_started: "The session has started, so its sign-ups stay as they are.",
  session_full: ({ waitlist }) => (waitlist === "off" ? "The session is full and has no waiting list." : "The session is full, and so is its waiting list."),
  sign_ups_not_open: "Sign-ups are not open yet.",
  sign_ups_closed: "Sign-ups are closed.",
  party_too_large: ({ partySizeLimit }) => `A party at this session may be at most ${people(partySizeLimit)}.`,
  party_larger_than_session: ({ capacity }) => `The whole session has room for ${people(capacity)}.`,
  party_not_smaller: "A party can only be made smaller.",
  not_pending: "This sign-up is not waiting for a decision any more. Somebody may have decided already.",
  not_standing: "This sign-up has ended already.",
  version_conflict: "Somebody changed this while you were looking at it. What you see now is the newest.",
  capacity_out_of_range: ({ min, max }) => `The capacity must be between ${String(min)} and ${String(max)}.`,
  body_too_large: "This is too much at once. Shorten the longest texts and try again.",
  media_type_unsupported: "The console sent this in a way that the server does not take. Reload the page and try again.",
  too_many_messages: ({ most, retryAfterSeconds }) =>
    `At most ${String(most)} messages go to the people of one event within a day, so this one was not sent. Try again in ${waitInWords(retryAfterSeconds)}.`,
  too_many_tests: ({ most, retryAfterSeconds }) =>
    `You can send yourself at most ${String(most)} tests within an hour. Try again in ${waitInWords(retryAfterSeconds)}.`,
  rate_limited: "Too many changes at once. Wait a few seconds and try again.",
  internal: "Something went wrong on our side. Nothing is lost; try again.",
  unavailable: "The server is not available right now. Try again in a few seconds.",
} as const satisfies Record<RefusalCode, Message>;

/** What to tell a clerk about anything that went wrong. */
export function messageOf(error: unknown): string {
  if (error instanceof Unreachable) return "The server could not be reached. Check your connection and try again.";
  if (!(error instanceof ApiProblem)) return "Something went wrong in the console. Reload the page and try again.";
  const message: Message | undefined = Object.hasOwn(messages, error.code) ? messages[error.code] : undefined;
  if (message === undefined) return messages.internal;
  return typeof message === "function" ? message(error.facts) : message;
}

/** For support: the request's number, where the server told one. */
export const referenceOf = (error: unknown): string | undefined => (error instanceof ApiProblem ? error.requestId : undefined);
