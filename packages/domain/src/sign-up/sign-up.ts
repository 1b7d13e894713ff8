import * as z from "zod";
import { Answers } from "../event/question.ts";
import { PartySize } from "../event/session.ts";
import { EventId, SessionId, SignUpId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";
import { EmailAddress, line, paragraphs } from "../shared/text.ts";

/** What a person sends to sign up, alone or for a party. Adults only: nothing about a student is asked or kept. */
export const SignUpInput = z.strictObject({
  name: line(120),
  email: EmailAddress,
  /** Firm, school or organisation. */
  affiliation: line(160).optional(),
  /** Everyone who comes, the person who signs up included. */
  partySize: PartySize.default(1),
  answers: Answers.default({}),
});
export type SignUpInput = z.infer<typeof SignUpInput>;

/** What its holder may correct later. Name and address stay: they say whose sign-up it is. */
export const CorrectionInput = z.strictObject({
  affiliation: line(160).optional(),
  answers: Answers,
});
export type CorrectionInput = z.infer<typeof CorrectionInput>;

/** Why a sign-up that was taken in got neither a seat nor a place in line. */
export const SettlingRefusalCode = z.enum(["session_full", "party_larger_than_session", "sign_ups_closed"]);
export type SettlingRefusalCode = z.infer<typeof SettlingRefusalCode>;

const held = {
  id: SignUpId,
  sessionId: SessionId,
  eventId: EventId,
  name: SignUpInput.shape.name,
  email: EmailAddress,
  affiliation: line(160).optional(),
  partySize: PartySize,
  answers: Answers,
  receivedAt: Instant,
  /** Rises with every change: the second of two people who change it sees what the first did. */
  version: z.int().min(1),
};
/** Given by settling, from the session's own counter; this number alone orders the line. */
const numbered = { ...held, number: z.int().min(1) };
const ended = { ...held, number: z.int().min(1).optional(), endedAt: Instant };

/**
 * A person's, or a party's, claim on a session:
 * `received → confirmed | pending (seat held, awaiting the office) | waitlisted | refused`,
 * later `declined`, `withdrawn` or `cancelled`. Received is safe and not yet settled.
 */
export const SignUp = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("received"), ...held }),
  z.strictObject({ state: z.literal("confirmed"), ...numbered, seatedAt: Instant }),
  z.strictObject({ state: z.literal("pending"), ...numbered, seatedAt: Instant }),
  z.strictObject({ state: z.literal("waitlisted"), ...numbered, place: z.int().min(1) }),
  z.strictObject({ state: z.literal("refused"), ...ended, code: SettlingRefusalCode }),
  z.strictObject({ state: z.literal("declined"), ...ended, reason: paragraphs(500).optional() }),
  z.strictObject({ state: z.literal("withdrawn"), ...ended }),
  z.strictObject({ state: z.literal("cancelled"), ...ended }),
]);
export type SignUp = z.infer<typeof SignUp>;
/** Where a sign-up is in its life. */
export type SignUpState = SignUp["state"];

/** States in which a sign-up holds a seat, a place in line, or the promise of an answer. */
export const standingStates = ["received", "confirmed", "pending", "waitlisted"] as const satisfies readonly SignUpState[];
/** A state in which a sign-up has not ended. */
export type StandingState = (typeof standingStates)[number];

/**
 * Whether a sign-up still holds a seat, a place in line, or the promise of an answer: whatever has ended does not.
 *
 * @example
 * isStanding(signUp) // true
 */
export const isStanding = (signUp: SignUp): signUp is Extract<SignUp, { state: StandingState }> =>
  (standingStates as readonly SignUpState[]).includes(signUp.state);
