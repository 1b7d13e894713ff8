import * as z from "zod";
import { officePage } from "../partner/approval-guide.ts";
import { citationOf } from "../reference/citation-of.ts";
import { longStanding } from "../reference/long-standing.ts";
import type { Source } from "../reference/source.ts";
import type { Judgement } from "../rule/finding.ts";
import { all, any, decide, given, unknown } from "../rule/judge.ts";
import { type Rule, rule, type Subject, subject } from "../rule/rule.ts";
import type { DateSpan } from "../shared/date.ts";
import type { Certificate } from "./certificate.ts";
import { ctleFrom, ctleSource } from "./ctle-requirement.ts";

/** What a certificate for teachers must say, each by the fact that says whether it does. */
export const ctleCertificateEntries = [
  "saysTitle",
  "saysHours",
  "saysLanguageAcquisitionHours",
  "saysSponsorName",
  "saysSponsorIdentifier",
  "verifiesAttendance",
  "saysDate",
  "saysLocation",
] as const;
/** One thing that a certificate for teachers must say. */
export type CtleCertificateEntry = (typeof ctleCertificateEntries)[number];

/** What is known of an offered training: of the training, and of no teacher. */
export interface TeacherTrainingFacts {
  kind?: "professional_development" | "externship" | undefined;
  /** From the first day to the last, weekends between them too; half a day is 0.5. */
  lengthDays?: number | undefined;
  /** Its hours are to count for the registration of teachers. */
  isForCtle?: boolean | undefined;
  hasApprovedSponsor?: boolean | undefined;
  certificate?: Partial<Record<CtleCertificateEntry, boolean | undefined>> | undefined;
}

/** How short and how long a training may be, both of them allowed. */
export interface TrainingBounds {
  minDays: number;
  maxDays: number;
}

/** What an agency may set: the bounds of its trainings, and where it says so. */
export interface TeacherTrainingPolicy {
  bounds: Readonly<Record<NonNullable<TeacherTrainingFacts["kind"]>, TrainingBounds>>;
  boundsSource: Source & DateSpan;
  ctle: Source & DateSpan;
}

/** As the office's page has it: half a day to two days, and three days up to two weeks. */
export const defaultTeacherTrainingPolicy: TeacherTrainingPolicy = {
  bounds: { professional_development: { minDays: 0.5, maxDays: 2 }, externship: { minDays: 3, maxDays: 14 } },
  // The page names no day; this one is ours.
  boundsSource: { ...officePage, from: longStanding },
  ctle: { ...ctleSource, from: ctleFrom },
};

const yesNo = (title: string) => z.boolean().optional().meta({ title });
const facts = z.strictObject({
  kind: z.enum(["professional_development", "externship"]).optional().meta({ title: "Kind of training" }),
  lengthDays: z.number().min(0).max(366).optional().meta({ title: "Days from the first to the last" }),
  isForCtle: yesNo("Hours count as CTLE"),
  hasApprovedSponsor: yesNo("An approved sponsor stands behind it"),
  certificate: z
    .strictObject({
      saysTitle: yesNo("Says the title"),
      saysHours: yesNo("Says the hours"),
      saysLanguageAcquisitionHours: yesNo("Says the hours in language acquisition"),
      saysSponsorName: yesNo("Says the sponsor's name"),
      saysSponsorIdentifier: yesNo("Says the sponsor's number"),
      verifiesAttendance: yesNo("Verifies the attendance"),
      saysDate: yesNo("Says the date"),
      saysLocation: yesNo("Says the place"),
    })
    .optional()
    .meta({ title: "What the certificate says" }),
});

type Facts = TeacherTrainingFacts;

/**
 * The rules on a training for teachers: its length, the sponsor behind its hours, and what the certificate must say.
 *
 * @example
 * teacherTraining().rules.find("teacher-training.length", "2026-11-24")?.check({ kind: "externship", lengthDays: 2 }, "2026-11-24").verdict // "unmet"
 */
// @__NO_SIDE_EFFECTS__
export function teacherTraining({ bounds, boundsSource, ctle }: TeacherTrainingPolicy = defaultTeacherTrainingPolicy): Subject<TeacherTrainingFacts> {
  const row = (id: string, title: string, source: Source & DateSpan, judge: (known: Facts) => Judgement): Rule<Facts> =>
    rule({ id: `teacher-training.${id}`, title, force: "required", ...citationOf(source), judge });
  return subject({
    id: "teacher-training",
    title: "Is this a training for teachers as it should be?",
    facts,
    rules: [
      row("length", "It is as long as trainings of its kind are", boundsSource, (known) =>
        given(known, ["kind", "lengthDays"], ({ kind, lengthDays }) => {
          const { minDays, maxDays } = bounds[kind];
          return decide(lengthDays >= minDays && lengthDays <= maxDays, "training_length", { lengthDays, minDays, maxDays });
        }),
      ),
      row("ctle-sponsor", "An approved sponsor stands behind its hours", ctle, (known) =>
        any(
          notForCtle(known),
          given(known, ["hasApprovedSponsor"], ({ hasApprovedSponsor }) => decide(hasApprovedSponsor, "training_sponsor_approved")),
        ),
      ),
      row("ctle-certificate", "The certificate says what teachers must keep", ctle, (known) => any(notForCtle(known), judgeCertificate(known))),
    ],
  });
}

const notForCtle = (known: Facts): Judgement => given(known, ["isForCtle"], ({ isForCtle }) => decide(!isForCtle, "training_not_for_ctle"));

const judgeCertificate = ({ certificate }: Facts): Judgement =>
  certificate === undefined
    ? unknown(["certificate"])
    : all(...ctleCertificateEntries.map((entry) => given(certificate, [entry], (known) => decide(known[entry] === true, codes[entry]), "certificate.")));

const codes = {
  saysTitle: "certificate_title",
  saysHours: "certificate_hours",
  saysLanguageAcquisitionHours: "certificate_language_hours",
  saysSponsorName: "certificate_sponsor_name",
  saysSponsorIdentifier: "certificate_sponsor_identifier",
  verifiesAttendance: "certificate_attendance",
  saysDate: "certificate_date",
  saysLocation: "certificate_location",
} as const satisfies Record<CtleCertificateEntry, string>;

/**
 * What a certificate of this package says, as facts for the rules. Title, hours, date, place and attendance stand on each; what only
 * teachers need, on those for teachers.
 *
 * @example
 * certificateEntriesOf(certificate).saysSponsorName // false
 */
export function certificateEntriesOf({ claim }: Pick<Certificate, "claim">): Record<CtleCertificateEntry, boolean> {
  const isForTeachers = claim.kind === "ctle";
  return {
    saysTitle: true,
    saysHours: true,
    saysLanguageAcquisitionHours: isForTeachers,
    saysSponsorName: isForTeachers,
    saysSponsorIdentifier: isForTeachers,
    verifiesAttendance: true,
    saysDate: true,
    saysLocation: true,
  };
}
