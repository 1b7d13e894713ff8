import {
  type Attendance,
  type Certificate,
  type CertificateClaim,
  type CheckIn,
  CtleSponsor,
  type Hours,
  HoursId,
  type HoursState,
  SchoolId,
  UserId,
  VerifyCode,
} from "../src/index.ts";
import { at, eventId, exampleEvent, moments, sessionId, signUpId } from "./examples.ts";

/** Small examples of who came, what they logged, and what they got for it. */

const ulid = (number: number) => String(number).padStart(26, "0");
export const hoursId = (number = 1): HoursId => HoursId.parse(`hrs_${ulid(number)}`);
export const host = UserId.parse(`usr_${ulid(7)}`);
export const verifyCode = (number = 1): VerifyCode => VerifyCode.parse(`code-${ulid(number)}`);

const seen = { signUpId: signUpId(1), sessionId: sessionId(1), eventId: eventId(1), at: moments.starts, version: 1 };
export const exampleCheckIn = (override: Partial<Extract<CheckIn, { state: "came" }>> = {}): CheckIn => ({ state: "came", ...seen, people: 2, ...override });
export const exampleAbsence = (): CheckIn => ({ state: "absent", ...seen });

export const exampleAttendance = (override: Partial<Attendance> = {}): Attendance => ({
  eventId: eventId(1),
  sessionId: sessionId(1),
  schools: [
    { schoolId: SchoolId.parse("sch_harbor"), came: 18, absent: 2 },
    { schoolId: SchoolId.parse("sch_bridge"), came: 7, absent: 0 },
  ],
  countedAt: moments.ends,
  version: 1,
  ...override,
});

const logged = () => ({
  id: hoursId(),
  signUpId: signUpId(1),
  sessionId: sessionId(1),
  eventId: eventId(1),
  lengthMinutes: 120,
  note: "",
  loggedAt: moments.ends,
  version: 1,
});
const byState = {
  logged: () => ({ state: "logged", ...logged() }),
  confirmed: () => ({ state: "confirmed", ...logged(), confirmedAt: moments.after, confirmedBy: host }),
  returned: () => ({ state: "returned", ...logged(), returnedAt: moments.after, returnedBy: host, reason: "You left at noon" }),
} as const satisfies { [State in HoursState]: () => Extract<Hours, { state: State }> };
export const hoursStates = Object.keys(byState) as HoursState[];
export const exampleHours = (state: HoursState = "logged", override: Partial<Extract<Hours, { state: "logged" }>> = {}): Hours =>
  ({ ...byState[state](), ...override, state }) as Hours;

export const exampleSponsor = (override: Partial<CtleSponsor> = {}): CtleSponsor =>
  CtleSponsor.parse({ name: "Example Teacher Center", identifier: "12345", approvedFrom: "2016-07-01", ...override });
export const attendanceClaim: CertificateClaim = { kind: "attendance", lengthMinutes: 180 };
export const ctleClaim = (override: Partial<Extract<CertificateClaim, { kind: "ctle" }>> = {}): CertificateClaim => ({
  kind: "ctle",
  lengthMinutes: 180,
  languageAcquisitionMinutes: 60,
  sponsor: exampleSponsor(),
  ...override,
});

export const exampleCertificate = (override: Partial<Extract<Certificate, { status: "issued" }>> = {}): Extract<Certificate, { status: "issued" }> => ({
  status: "issued",
  verifyCode: verifyCode(),
  signUpId: signUpId(1),
  sessionId: sessionId(1),
  eventId: eventId(1),
  holder: "Ada Example",
  title: exampleEvent().title,
  location: "Harbor High School, 1 Example Street, Brooklyn, NY 11201",
  startsAt: moments.starts,
  endsAt: moments.ends,
  zone: exampleEvent().venue.zone,
  checkedInAt: moments.starts,
  claim: attendanceClaim,
  issuedAt: moments.after,
  version: 1,
  ...override,
});
export const exampleRevoked = (): Certificate => ({ ...exampleCertificate(), status: "revoked", revokedAt: at("2027-03-06T14:00"), reason: "A mistake" });
