import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleCancelledSession, exampleEvent, exampleSession, exampleSignUp, moments, sessionId, signUpId } from "../../test/examples.ts";
import {
  attendanceClaim,
  ctleClaim,
  exampleAbsence,
  exampleCertificate,
  exampleCheckIn,
  exampleRevoked,
  exampleSponsor,
  verifyCode,
} from "../../test/participation-examples.ts";
import { type Instant, minutesAfter } from "../shared/instant.ts";
import { Certificate, type CertificateClaim, CertificateClaim as Claim, VerifyCode } from "./certificate.ts";
import { type CertificateFacts, issueCertificate, revokeCertificate } from "./issue-certificate.ts";
import { certificateEntriesOf, teacherTraining } from "./teacher-training.ts";

const facts = (override: Partial<CertificateFacts> = {}): CertificateFacts => ({
  event: exampleEvent(),
  session: exampleSession(),
  signUp: exampleSignUp("confirmed"),
  checkIn: exampleCheckIn(),
  before: [],
  ...override,
});
const issue = (override: Partial<CertificateFacts> = {}, claim: CertificateClaim = attendanceClaim, now: Instant = moments.after) =>
  issueCertificate(facts(override), claim, verifyCode(), now);

describe("a certificate", () => {
  it("says who was where and when, for how long, and that they were checked in", () => {
    const issued = issue();
    expect(issued).toEqual({ ok: true, value: exampleCertificate() });
    expect(issued.ok && Certificate.parse(issued.value)).toEqual(exampleCertificate());
  });

  it("names no place where it was online", () => {
    const event = exampleEvent("published", { venue: { kind: "virtual", zone: exampleEvent().venue.zone, online: {} } });
    expect(issue({ event })).toMatchObject({ value: { location: "Online" } });
  });

  it.each([
    ["nobody was checked in", { checkIn: undefined }],
    ["was marked absent", { checkIn: exampleAbsence() }],
    ["somebody else came", { checkIn: exampleCheckIn({ signUpId: signUpId(2) }) }],
    ["came to another session", { checkIn: exampleCheckIn({ sessionId: sessionId(2) }) }],
  ])("is for nobody else than who was checked in: %s", (_, override) => {
    expect(issue(override)).toEqual({ ok: false, refusal: { code: "certificate_not_checked_in" } });
  });

  it("is never issued without a check-in that says that this person came to this session", () => {
    const checkIn = fc.constantFrom(
      undefined,
      exampleAbsence(),
      exampleCheckIn(),
      exampleCheckIn({ signUpId: signUpId(2) }),
      exampleCheckIn({ sessionId: sessionId(2) }),
    );
    const claim = fc.constantFrom(attendanceClaim, ctleClaim());
    fc.assert(
      fc.property(checkIn, claim, fc.integer({ min: -600, max: 600 }), (seen, what, minutes) => {
        const result = issue({ checkIn: seen }, what, minutesAfter(moments.ends, minutes));
        expect(result.ok).toBe(seen?.state === "came" && seen.signUpId === signUpId(1) && seen.sessionId === sessionId(1) && minutes >= 0);
      }),
    );
  });

  it("is issued once the session is over", () => {
    expect(issue({}, attendanceClaim, minutesAfter(moments.ends, -1))).toEqual({
      ok: false,
      refusal: { code: "certificate_session_not_over", endsAt: moments.ends },
    });
    expect(issue({}, attendanceClaim, moments.ends).ok).toBe(true);
  });

  it("is not issued for a session that was cancelled, though somebody was checked in before", () => {
    expect(issue({ session: exampleCancelledSession() })).toEqual({ ok: false, refusal: { code: "session_cancelled" } });
  });

  it("is issued once of each kind, and again after it was taken back", () => {
    const before = [exampleCertificate({ verifyCode: verifyCode(5) })];
    expect(issue({ before })).toEqual({ ok: false, refusal: { code: "certificate_issued", verifyCode: verifyCode(5) } });
    expect(issue({ before }, ctleClaim()).ok).toBe(true);
    expect(issue({ before: [exampleRevoked()] }).ok).toBe(true);
    expect(issue({ before: [exampleCertificate({ sessionId: sessionId(2) }), exampleCertificate({ signUpId: signUpId(2) })] }).ok).toBe(true);
  });

  it("is for no longer than the session was", () => {
    expect(issue({}, { kind: "attendance", lengthMinutes: 181 })).toEqual({ ok: false, refusal: { code: "certificate_over_session", limitMinutes: 180 } });
    expect(issue({}, ctleClaim({ lengthMinutes: 181 }))).toMatchObject({ refusal: { code: "certificate_over_session" } });
  });

  it("that is taken back still says so, and is taken back once", () => {
    const revoked = revokeCertificate(exampleCertificate(), "A mistake", moments.after);
    expect(revoked).toEqual({ ok: true, value: { ...exampleCertificate(), status: "revoked", revokedAt: moments.after, reason: "A mistake", version: 2 } });
    expect(revoked.ok && Certificate.parse(revoked.value).status).toBe("revoked");
    expect(revokeCertificate(exampleRevoked(), "Again", moments.after)).toMatchObject({ refusal: { code: "certificate_revoked" } });
  });
});

describe("a certificate for teachers", () => {
  it("has a sponsor that was approved on the day of the session, at its place", () => {
    // The session begins on 4 March 2027 in New York.
    const approved = (approvedFrom: "2027-03-04" | "2027-03-05", approvedTo?: "2027-03-03" | "2027-03-04") =>
      issue({}, ctleClaim({ sponsor: exampleSponsor({ approvedFrom, approvedTo }) }));
    expect(approved("2027-03-04").ok).toBe(true);
    expect(approved("2027-03-05")).toEqual({ ok: false, refusal: { code: "certificate_sponsor_not_approved", on: "2027-03-04" } });
    expect(approved("2027-03-04", "2027-03-04").ok).toBe(true);
    expect(approved("2027-03-04", "2027-03-03").ok).toBe(false);
    // An externship of several days, and one whose last hour ends at midnight.
    const lasting = (minutes: number, approvedTo: "2027-03-04" | "2027-03-05") =>
      issue(
        { session: exampleSession({ endsAt: minutesAfter(moments.starts, minutes) }) },
        ctleClaim({ sponsor: exampleSponsor({ approvedTo }) }),
        minutesAfter(moments.starts, 60 * 24 * 3),
      );
    expect([lasting(60 * 24, "2027-03-05").ok, lasting(60 * 15, "2027-03-04").ok, lasting(60 * 15 + 1, "2027-03-04").ok]).toEqual([true, true, false]);
    expect(lasting(60 * 24, "2027-03-04")).toEqual({ ok: false, refusal: { code: "certificate_sponsor_not_approved", on: "2027-03-05" } });
    // Still the evening before in New York.
    const session = exampleSession({ startsAt: minutesAfter(moments.starts, -14 * 60) });
    expect(issue({ session }, ctleClaim({ sponsor: exampleSponsor({ approvedFrom: "2027-03-04" }) }))).toMatchObject({ refusal: { on: "2027-03-03" } });
  });

  it("has no more hours in language acquisition than in all", () => {
    const language = (languageAcquisitionMinutes: number) => issue({}, ctleClaim({ languageAcquisitionMinutes }));
    expect([language(0).ok, language(180).ok, language(181)]).toEqual([
      true,
      true,
      { ok: false, refusal: { code: "certificate_language_over_length", lengthMinutes: 180 } },
    ]);
  });

  it("says all that it must, by the rules, and a plain one does not", () => {
    const rule = teacherTraining().rules.find("teacher-training.ctle-certificate", "2027-03-04");
    const verdict = (claim: CertificateClaim) =>
      rule?.check({ isForCtle: true, certificate: certificateEntriesOf(exampleCertificate({ claim })) }, "2027-03-04").verdict;
    expect([verdict(ctleClaim()), verdict(attendanceClaim)]).toEqual(["met", "unmet"]);
  });
});

describe("what is sent for a certificate", () => {
  it.each([
    ["a".repeat(15), false],
    ["a".repeat(16), true],
    ["a".repeat(64), true],
    ["a".repeat(65), false],
    ["a b".padEnd(16, "c"), false],
    [`${"a".repeat(16)}\n`, false],
  ])("a code to verify it by: %j: %s", (code, isTaken) => {
    expect(VerifyCode.safeParse(code).success).toBe(isTaken);
  });

  it.each([
    [attendanceClaim, true],
    [ctleClaim(), true],
    [{ kind: "attendance", lengthMinutes: 0 }, false],
    [{ ...ctleClaim(), languageAcquisitionMinutes: -1 }, false],
    [{ ...attendanceClaim, sponsor: exampleSponsor() }, false],
    [{ kind: "ctle", lengthMinutes: 10, languageAcquisitionMinutes: 0 }, false],
  ])("%j: %s", (claim, isTaken) => {
    expect(Claim.safeParse(claim).success).toBe(isTaken);
  });
});
