import type { DatedTable, ReferenceRow } from "./dated-table.ts";
import { longStanding } from "./long-standing.ts";
import { sourcedTable } from "./sourced.ts";

/** A code of CEDS element 001499, as CEDS writes it. */
export type CedsOptionId =
  | "Apprenticeship"
  | "ClinicalWork"
  | "CooperativeEducation"
  | "Entrepreneurship"
  | "JobShadowing"
  | "Mentorship"
  | "NonPaidInternship"
  | "OnTheJob"
  | "Other"
  | "PaidInternship"
  | "SchoolBasedEnterprise"
  | "ServiceLearning"
  | "SimulatedWorksite"
  | "SupervisedAgricultural"
  | "UnpaidInternship";

/**
 * The kinds of work-based learning that the Common Education Data Standards know (element 001499). There is none for what is
 * filed as career awareness: a career day or a tour is `Other` there, which is why activity types have ids of their own.
 */
export const cedsOptions: DatedTable<ReferenceRow<CedsOptionId>> = sourcedTable<ReferenceRow<CedsOptionId>>(
  {
    aliases: [],
    authority: "federal_guidance",
    citation: "Common Education Data Standards, element 001499",
    url: "https://github.com/CEDStandards/CEDS-Elements/issues/635",
    retrievedOn: "2026-11-01",
    confidence: "verified",
    // The standard does not say since when each code holds; this first day is ours.
    from: longStanding,
  },
  [
    { id: "Apprenticeship", label: "Apprenticeship" },
    { id: "ClinicalWork", label: "Clinical work" },
    { id: "CooperativeEducation", label: "Cooperative education" },
    { id: "Entrepreneurship", label: "Entrepreneurship" },
    { id: "JobShadowing", label: "Job shadowing" },
    { id: "Mentorship", label: "Mentorship" },
    { id: "NonPaidInternship", label: "Non-paid internship" },
    { id: "OnTheJob", label: "On the job" },
    { id: "Other", label: "Other" },
    { id: "PaidInternship", label: "Paid internship" },
    { id: "SchoolBasedEnterprise", label: "School-based enterprise" },
    { id: "ServiceLearning", label: "Service learning" },
    { id: "SimulatedWorksite", label: "Simulated worksite" },
    { id: "SupervisedAgricultural", label: "Supervised agricultural experience" },
    { id: "UnpaidInternship", label: "Unpaid internship" },
  ],
);
