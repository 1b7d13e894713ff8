import type { Source } from "../reference/source.ts";
import type { IsoDate } from "../shared/date.ts";

/**
 * Where a source gives no first day. It is a choice: early enough for every program that is approved today, and no date that
 * anybody decided on.
 */
export const longStanding: IsoDate = "2000-01-01";

// @__NO_SIDE_EFFECTS__
const cityGuide = (page: string, path: string) =>
  ({
    authority: "local_guidance",
    citation: `New York City Public Schools, CTE Program Approval Resource Guide, ${page}`,
    url: `https://resources.cte.nyc/cteprogramapproval/site/${path}`,
    retrievedOn: "2026-11-01",
    confidence: "verified",
  }) as const satisfies Source;

// @__NO_SIDE_EFFECTS__
const technicalAssistanceCenter = (page: string, path: string) =>
  ({
    authority: "state_guidance",
    citation: `CTE Technical Assistance Center of New York, ${page}`,
    url: `https://nyctecenter.org/${path}`,
    retrievedOn: "2026-11-01",
    confidence: "verified",
  }) as const satisfies Source;

/** The pages of the city's and the state's guidance on program approval, as rows cite them. */
export const approvalGuide = {
  overview: cityGuide("About the CTE Program Approval Process", "nysed-approval-process/about-cte-program-approval-process"),
  partnerships: cityGuide("Partnerships", "nysed-approval-process/partnerships"),
  commissions: cityGuide("Industry commissions in place of an advisory board", "node/37"),
  postsecondary: cityGuide("Postsecondary partners", "node/38"),
  selfEvaluationForm: cityGuide("Self-Evaluation Form", "node/6"),
  externalReview: technicalAssistanceCenter("External Review", "external-review"),
  organizingReview: technicalAssistanceCenter("Organizing and Facilitating the External Review", "organizing-and-facilitating-the-external-review"),
  reapproval: technicalAssistanceCenter("Re-Approval Process", "re-approval-process"),
  application: technicalAssistanceCenter("Completing and Submitting the Application", "completing-and-submitting-the-application"),
  employabilityProfile: technicalAssistanceCenter("Developing Employability Profiles", "developing-employability-profiles"),
  // Read in a copy of the state's guide.
  implementation: {
    authority: "state_guidance",
    citation: "New York State Education Department, Implementation Guide to CTE Program Approval",
    url: "https://docsbay.net/Implementation-Guide-To-CTE-Program-Approval",
    retrievedOn: "2026-11-01",
    confidence: "secondary",
  },
  regulation: {
    authority: "state_regulation",
    citation: "8 NYCRR 100.5(d)(6)(iv)(a)(2)(iv)",
    url: "https://p12.nysed.gov/cte/technology/CR_pages/cr100point5d6.html",
    retrievedOn: "2026-11-01",
    confidence: "verified",
  },
  data: {
    authority: "state_guidance",
    citation: "New York State Education Department, Data Support, article 30296356155533 on CTE",
    retrievedOn: "2026-11-01",
    confidence: "verified",
  },
  // The city's page of the school year 2016-17; it may have changed since.
  amendments: {
    authority: "local_guidance",
    citation: "New York City Department of Education, The Program Approval Process (2016)",
    retrievedOn: "2026-11-01",
    confidence: "secondary",
  },
  officePage: {
    authority: "local_guidance",
    citation: "New York City Public Schools, Industry Partnerships, cte.nyc",
    retrievedOn: "2026-11-01",
    confidence: "verified",
  },
} as const satisfies Record<string, Source>;

/** What an office decides for itself, with a default that it may change. Nobody needs to confirm it. */
export const officePolicy = {
  authority: "office_policy",
  citation: "The office's own policy: no source gives a number",
  retrievedOn: "2026-11-01",
  confidence: "verified",
} as const satisfies Source;
