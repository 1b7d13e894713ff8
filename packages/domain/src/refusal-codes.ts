import type { EventRefusal } from "./event/make.ts";
import type { PairingChangeRefusal } from "./event/pairing-again.ts";
import type { RotationChangeRefusal } from "./event/rotation-again.ts";
import type { MatchingRefusal } from "./opportunity/matching.ts";
import type { OpportunityRefusal } from "./opportunity/opportunity-change.ts";
import type { AttendanceRefusal } from "./participation/check-in.ts";
import type { HoursRefusal } from "./participation/hours.ts";
import type { CertificateRefusal } from "./participation/issue-certificate.ts";
import type { PublishRefusal } from "./report/publish-counts.ts";
import type { ChangeRefusal } from "./sign-up/change.ts";
import type { SeatsRefusal } from "./sign-up/change-seats.ts";
import type { SettlingRefusalCode } from "./sign-up/sign-up.ts";
import type { TakeInRefusal } from "./sign-up/take-in.ts";

/** Everything that a decision of this package refuses with: a code, and the facts that explain it. */
export type DomainRefusal =
  | TakeInRefusal
  | ChangeRefusal
  | SeatsRefusal
  | EventRefusal
  | OpportunityRefusal
  | MatchingRefusal
  | RotationChangeRefusal
  | PairingChangeRefusal
  | AttendanceRefusal
  | HoursRefusal
  | CertificateRefusal
  | PublishRefusal
  | { code: SettlingRefusalCode };

/** The code of a refusal: stable, and what callers switch on. The README has a heading for each. */
export type DomainRefusalCode = DomainRefusal["code"];

const all = {
  answers_invalid: true,
  capacity_out_of_range: true,
  certificate_issued: true,
  certificate_language_over_length: true,
  certificate_not_checked_in: true,
  certificate_over_session: true,
  certificate_revoked: true,
  certificate_session_not_over: true,
  certificate_sponsor_not_approved: true,
  check_in_not_confirmed: true,
  check_in_not_open: true,
  check_in_other_session: true,
  check_in_over_party: true,
  counts_do_not_add_up: true,
  counts_not_publishable: true,
  event_cancelled: true,
  event_not_closed: true,
  event_not_draft: true,
  event_not_editable: true,
  event_not_published: true,
  event_not_ready: true,
  event_over: true,
  hours_not_checked_in: true,
  hours_not_logged: true,
  hours_over_session: true,
  hours_session_not_over: true,
  match_id_repeated: true,
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
  pairing_lacks_interviews: true,
  pairing_plan_invalid: true,
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
  roster_full: true,
  roster_id_taken: true,
  roster_id_unknown: true,
  roster_slot_over: true,
  rotation_lacks_slots: true,
  rotation_lacks_speaker_slots: true,
  rotation_lacks_speakers: true,
  rotation_not_found: true,
  rotation_plan_invalid: true,
  session_cancelled: true,
  session_full: true,
  session_has_sign_ups: true,
  session_not_started: true,
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
