import type { Event } from "../event/event.ts";
import type { Session } from "../event/session.ts";
import type { Venue } from "../event/venue.ts";
import { dateIn, type IsoDate, isWithin } from "../shared/date.ts";
import { type Instant, minutesAfter } from "../shared/instant.ts";
import { accept, type Result, refuse } from "../shared/result.ts";
import type { SignUp } from "../sign-up/sign-up.ts";
import type { CheckIn } from "./attendance.ts";
import type { Certificate, CertificateClaim, VerifyCode } from "./certificate.ts";
import { sessionMinutes } from "./hours.ts";

/** Why no certificate is issued or taken back. */
export type CertificateRefusal =
  | { code: "certificate_not_checked_in" }
  | { code: "certificate_session_not_over"; endsAt: Instant }
  | { code: "certificate_issued"; verifyCode: VerifyCode }
  | { code: "certificate_over_session"; limitMinutes: number }
  | { code: "certificate_language_over_length"; lengthMinutes: number }
  | { code: "certificate_sponsor_not_approved"; on: IsoDate }
  | { code: "certificate_revoked"; revokedAt: Instant }
  | { code: "session_cancelled" };

/** What a certificate is made of: where somebody was, and that they came. */
export interface CertificateFacts {
  event: Pick<Event, "id" | "title" | "venue">;
  session: Session;
  signUp: SignUp;
  checkIn: CheckIn | undefined;
  /** The certificates that this sign-up has already. */
  before: readonly Certificate[];
}

const locationOf = (venue: Venue): string => {
  if (venue.kind === "virtual") return "Online";
  const { name, street, city, region, postalCode } = venue.place;
  return `${name}, ${street}, ${city}, ${region} ${postalCode}`;
};

/** The first day of a session and the last, at its place. One that ends at midnight ends on the day before. */
const daysOf = ({ startsAt, endsAt }: Session, { zone }: Venue): IsoDate[] => [dateIn(zone, startsAt), dateIn(zone, minutesAfter(endsAt, -1))];

/**
 * A certificate for an adult who was checked in, and for nobody else; once the session is over, one of each kind. What counts for
 * teachers needs a sponsor that was approved from the first day of the session to its last.
 *
 * @example
 * issueCertificate({ event, session, signUp, checkIn: undefined, before: [] }, certificate.claim, certificate.verifyCode, session.endsAt).refusal // { code: "certificate_not_checked_in" }
 */
export function issueCertificate(
  { event, session, signUp, checkIn, before }: CertificateFacts,
  claim: CertificateClaim,
  verifyCode: VerifyCode,
  now: Instant,
): Result<Extract<Certificate, { status: "issued" }>, CertificateRefusal> {
  if (checkIn?.state !== "came" || checkIn.signUpId !== signUp.id || checkIn.sessionId !== session.id) return refuse({ code: "certificate_not_checked_in" });
  // Somebody may have been checked in before it was called off.
  if (session.status === "cancelled") return refuse({ code: "session_cancelled" });
  if (now < session.endsAt) return refuse({ code: "certificate_session_not_over", endsAt: session.endsAt });
  const same = before.find((one) => one.status === "issued" && one.signUpId === signUp.id && one.sessionId === session.id && one.claim.kind === claim.kind);
  if (same) return refuse({ code: "certificate_issued", verifyCode: same.verifyCode });
  const limitMinutes = sessionMinutes(session);
  if (claim.lengthMinutes > limitMinutes) return refuse({ code: "certificate_over_session", limitMinutes });
  if (claim.kind === "ctle") {
    const { sponsor, languageAcquisitionMinutes, lengthMinutes } = claim;
    if (languageAcquisitionMinutes > lengthMinutes) return refuse({ code: "certificate_language_over_length", lengthMinutes });
    const approval = { from: sponsor.approvedFrom, ...(sponsor.approvedTo !== undefined && { to: sponsor.approvedTo }) };
    const on = daysOf(session, event.venue).find((day) => !isWithin(approval, day));
    if (on !== undefined) return refuse({ code: "certificate_sponsor_not_approved", on });
  }
  return accept({
    status: "issued",
    verifyCode,
    signUpId: signUp.id,
    sessionId: session.id,
    eventId: event.id,
    holder: signUp.name,
    title: event.title,
    location: locationOf(event.venue),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    zone: event.venue.zone,
    checkedInAt: checkIn.at,
    claim,
    issuedAt: now,
    version: 1,
  });
}

/**
 * A certificate that should not have been issued is taken back: whoever verifies it reads so.
 *
 * @example
 * revokeCertificate(certificate, "Checked in by mistake", now).value.status // "revoked"
 */
export function revokeCertificate(
  certificate: Certificate,
  reason: string,
  now: Instant,
): Result<Extract<Certificate, { status: "revoked" }>, CertificateRefusal> {
  if (certificate.status === "revoked") return refuse({ code: "certificate_revoked", revokedAt: certificate.revokedAt });
  return accept({ ...certificate, status: "revoked", revokedAt: now, reason, version: certificate.version + 1 });
}
