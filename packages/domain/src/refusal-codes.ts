import type { EventRefusal } from "./event/make.ts";
import type { OpportunityRefusal } from "./opportunity/opportunity-change.ts";
import type { ChangeRefusal } from "./sign-up/change.ts";
import type { SeatsRefusal } from "./sign-up/change-seats.ts";
import type { SettlingRefusalCode } from "./sign-up/sign-up.ts";
import type { TakeInRefusal } from "./sign-up/take-in.ts";

/** Everything that a decision of this package refuses with: a code, and the facts that explain it. */
export type DomainRefusal = TakeInRefusal | ChangeRefusal | SeatsRefusal | EventRefusal | OpportunityRefusal | { code: SettlingRefusalCode };

/** The code of a refusal: stable, and what callers switch on. The README has a heading for each. */
export type DomainRefusalCode = DomainRefusal["code"];

const all = {
  answers_invalid: true,
  capacity_out_of_range: true,
  event_cancelled: true,
  event_not_closed: true,
  event_not_draft: true,
  event_not_editable: true,
  event_not_published: true,
  event_not_ready: true,
  event_over: true,
  not_pending: true,
  not_standing: true,
  offer_expiry_not_ahead: true,
  opportunity_event_not_over: true,
  opportunity_expired: true,
  opportunity_not_held: true,
  opportunity_not_matched: true,
  opportunity_not_offered: true,
  opportunity_not_open: true,
  opportunity_not_requested: true,
  opportunity_not_reviewed: true,
  opportunity_not_scheduled: true,
  opportunity_over: true,
  party_larger_than_session: true,
  party_not_smaller: true,
  party_too_large: true,
  question_answered: true,
  request_activity_differs: true,
  request_expired: true,
  request_expiry_not_ahead: true,
  request_group_outside: true,
  request_hold_not_ahead: true,
  request_repeated: true,
  request_unknown: true,
  requests_full: true,
  session_cancelled: true,
  session_full: true,
  session_has_sign_ups: true,
  session_started: true,
  session_unknown: true,
  sign_ups_closed: true,
  sign_ups_not_open: true,
} as const satisfies Record<DomainRefusalCode, true>;

/**
 * Every code that a decision may refuse with, in order of the alphabet. A code that is added to a decision does not
 * compile until it stands here.
 */
export const refusalCodes = Object.keys(all) as readonly DomainRefusalCode[];
