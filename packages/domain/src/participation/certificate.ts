import * as z from "zod";
import { IsoDate } from "../shared/date.ts";
import { EventId, SessionId, SignUpId } from "../shared/id.ts";
import { Instant, Zone } from "../shared/instant.ts";
import { line, paragraphs } from "../shared/text.ts";

/** What a certificate is verified by: opaque, made by the caller from chance, and telling nothing. 16 to 64 letters, digits, - or _. */
export const VerifyCode = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,64}$/, "must be 16 to 64 letters, digits, - or _")
  .brand("VerifyCode");
export type VerifyCode = z.infer<typeof VerifyCode>;

const minutes = (least: number) => z.int("must be a whole number").min(least, `must be at least ${least}`);

/** Who stands behind hours that count for teachers: an approved sponsor, by name and number, and since when. */
export const CtleSponsor = z.strictObject({
  name: line(140),
  identifier: line(40),
  approvedFrom: IsoDate,
  /** The last day, where the approval has one. */
  approvedTo: IsoDate.optional(),
});
export type CtleSponsor = z.infer<typeof CtleSponsor>;

/** What a certificate says beside who, what and when: that somebody was there, or hours that count for a teacher's registration. */
export const CertificateClaim = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("attendance"), lengthMinutes: minutes(1) }),
  z.strictObject({
    kind: z.literal("ctle"),
    lengthMinutes: minutes(1),
    /** How many of them were in language acquisition that addresses the needs of English language learners; 0 where none. */
    languageAcquisitionMinutes: minutes(0),
    sponsor: CtleSponsor,
  }),
]);
export type CertificateClaim = z.infer<typeof CertificateClaim>;

const issued = {
  verifyCode: VerifyCode,
  signUpId: SignUpId,
  sessionId: SessionId,
  eventId: EventId,
  /** The adult who signed up and came. */
  holder: line(120),
  title: line(140),
  /** Where it was, in one line; "Online" where it was nowhere. */
  location: line(300),
  startsAt: Instant,
  endsAt: Instant,
  zone: Zone,
  checkedInAt: Instant,
  claim: CertificateClaim,
  issuedAt: Instant,
  version: z.int().min(1),
};

/** A certificate that an adult was at a session. One that was taken back still verifies, as taken back. */
export const Certificate = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("issued"), ...issued }),
  z.strictObject({ status: z.literal("revoked"), ...issued, revokedAt: Instant, reason: paragraphs(500) }),
]);
export type Certificate = z.infer<typeof Certificate>;
