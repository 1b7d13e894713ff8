import * as z from "zod";

/**
 * Every id is a prefix that names its kind, and 26 characters of lower-case Crockford base 32 (a ULID: time first, then
 * chance). Ids are branded: a `SessionId` cannot be handed where an `EventId` is meant. Making one takes a clock and
 * chance, so that is the caller's job; this package only knows the shape.
 */
const ulid = "[0-7][0-9a-hjkmnp-tv-z]{25}";

const idSchema = <Brand extends string>(prefix: string, brand: Brand, body: string = ulid) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_${body}$`), `must be an id that begins with ${prefix}_`)
    .brand(brand);

/** `evt_` and a ULID. */
export const EventId = idSchema("evt", "EventId");
export type EventId = z.infer<typeof EventId>;

/** `ses_` and a ULID. */
export const SessionId = idSchema("ses", "SessionId");
export type SessionId = z.infer<typeof SessionId>;

/**
 * A sign-up's id: first the person's key at that session (128 bits derived from the address by a secret), then a ULID.
 * Whoever holds session and id can read the sign-up by key alone, without an index that may lag.
 */
export const SignUpId = idSchema("sgn", "SignUpId", `[0-9a-hjkmnp-tv-z]{26}${ulid}`);
export type SignUpId = z.infer<typeof SignUpId>;

/** `msg_` and 26 characters: what the office wrote to people who signed up. */
export const MessageId = idSchema("msg", "MessageId");
export type MessageId = z.infer<typeof MessageId>;

/** `usr_` and a ULID: somebody who signs in to the console, never somebody who signs up. */
export const UserId = idSchema("usr", "UserId");
export type UserId = z.infer<typeof UserId>;

/** `grt_` and a ULID. */
export const GrantId = idSchema("grt", "GrantId");
export type GrantId = z.infer<typeof GrantId>;

/** `srs_` and a ULID's characters: events that were planned together, such as every Tuesday's. */
export const SeriesId = idSchema("srs", "SeriesId");
export type SeriesId = z.infer<typeof SeriesId>;

/** `prt_` and a ULID: an organisation that works with CTE programs. */
export const PartnerId = idSchema("prt", "PartnerId");
export type PartnerId = z.infer<typeof PartnerId>;

/** `con_` and a ULID: a person at a partner. */
export const ContactId = idSchema("con", "ContactId");
export type ContactId = z.infer<typeof ContactId>;

/** `prg_` and a ULID: a CTE program at a school. */
export const ProgramId = idSchema("prg", "ProgramId");
export type ProgramId = z.infer<typeof ProgramId>;

/** `mtg_` and a ULID: a meeting of a commission or a council. */
export const MeetingId = idSchema("mtg", "MeetingId");
export type MeetingId = z.infer<typeof MeetingId>;

/** `opp_` and a ULID: what a partner offers, until it is scheduled, ends or expires. */
export const OpportunityId = idSchema("opp", "OpportunityId");
export type OpportunityId = z.infer<typeof OpportunityId>;

/** `req_` and a ULID: what a school asks for. */
export const RequestId = idSchema("req", "RequestId");
export type RequestId = z.infer<typeof RequestId>;

/** `hrs_` and a ULID: an adult's hours, as they logged them. */
export const HoursId = idSchema("hrs", "HoursId");
export type HoursId = z.infer<typeof HoursId>;

/** Ids of reference data are words of at most 60 characters, given by the agency and never reused: `cms_information-technology`. */
const wordId = <Brand extends string>(prefix: string, brand: Brand) => idSchema(prefix, brand, "(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*");

/** `cms_` and words: `cms_information-technology`. */
export const CommissionId = wordId("cms", "CommissionId");
export type CommissionId = z.infer<typeof CommissionId>;

/** `sch_` and words, or a code that the agency gives its schools: `sch_02m412`. */
export const SchoolId = wordId("sch", "SchoolId");
export type SchoolId = z.infer<typeof SchoolId>;

/** `act_` and words: `act_career-day`. */
export const ActivityTypeId = wordId("act", "ActivityTypeId");
export type ActivityTypeId = z.infer<typeof ActivityTypeId>;

/** `bor_` and words: `bor_staten-island`. */
export const BoroughId = wordId("bor", "BoroughId");
export type BoroughId = z.infer<typeof BoroughId>;

// "constructor" is what every object of JavaScript already has: as an id it would be found where nothing was answered.
const shortWord = () =>
  z.string().regex(/^(?!constructor$)[a-z][a-z0-9_-]{0,39}$/, "must be 1 to 40 lower-case letters, digits, - or _, beginning with a letter");

/** A question's id is a short word, stable for the life of the event: `dietary-needs`. */
export const QuestionId = shortWord().brand("QuestionId");
export type QuestionId = z.infer<typeof QuestionId>;

/** An option's id is a short word, stable for the life of its question: `vegetarian`. */
export const OptionId = shortWord().brand("OptionId");
export type OptionId = z.infer<typeof OptionId>;
