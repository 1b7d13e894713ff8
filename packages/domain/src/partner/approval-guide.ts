import type { Source } from "../reference/source.ts";

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

/** The city's guide: how program approval goes. */
export const overview = cityGuide("About the CTE Program Approval Process", "nysed-approval-process/about-cte-program-approval-process");

/** The city's guide: what partners a program needs, and what they do. */
export const partnerships = cityGuide("Partnerships", "nysed-approval-process/partnerships");

/** The city's guide: commissions in place of a board. */
export const commissions = cityGuide("Industry commissions in place of an advisory board", "node/37");

/** The city's guide: postsecondary partners. */
export const postsecondary = cityGuide("Postsecondary partners", "node/38");

/** The city's guide: its self-evaluation form. */
export const selfEvaluationForm = cityGuide("Self-Evaluation Form", "node/6");

/** The state's technical assistance: who reviews a program from outside. */
export const externalReview = technicalAssistanceCenter("External Review", "external-review");

/** The state's technical assistance: how such a review is held. */
export const organizingReview = technicalAssistanceCenter("Organizing and Facilitating the External Review", "organizing-and-facilitating-the-external-review");

/** The state's technical assistance: re-approval. */
export const reapproval = technicalAssistanceCenter("Re-Approval Process", "re-approval-process");

/** The state's technical assistance: the application and its dates. */
export const application = technicalAssistanceCenter("Completing and Submitting the Application", "completing-and-submitting-the-application");

/** The state's technical assistance: employability profiles. */
export const employabilityProfile = technicalAssistanceCenter("Developing Employability Profiles", "developing-employability-profiles");

/** The state's own guide, read in a copy. */
export const implementation = {
  authority: "state_guidance",
  citation: "New York State Education Department, Implementation Guide to CTE Program Approval",
  url: "https://docsbay.net/Implementation-Guide-To-CTE-Program-Approval",
  retrievedOn: "2026-11-01",
  confidence: "secondary",
} as const satisfies Source;

/** The state's regulation, where it asks for work-based learning. */
export const regulation = {
  authority: "state_regulation",
  citation: "8 NYCRR 100.5(d)(6)(iv)(a)(2)(iv)",
  url: "https://p12.nysed.gov/cte/technology/CR_pages/cr100point5d6.html",
  retrievedOn: "2026-11-01",
  confidence: "verified",
} as const satisfies Source;

/** The state's help on data about CTE. */
export const data = {
  authority: "state_guidance",
  citation: "New York State Education Department, Data Support, article 30296356155533 on CTE",
  retrievedOn: "2026-11-01",
  confidence: "verified",
} as const satisfies Source;

/** The city's page of the school year 2016-17 on amendments; it may have changed since. */
export const amendments = {
  authority: "local_guidance",
  citation: "New York City Department of Education, The Program Approval Process (2016)",
  retrievedOn: "2026-11-01",
  confidence: "secondary",
} as const satisfies Source;

/** The office's own page. */
export const officePage = {
  authority: "local_guidance",
  citation: "New York City Public Schools, Industry Partnerships, cte.nyc",
  url: "https://cte.nyc/web/industry-partnerships",
  retrievedOn: "2026-11-01",
  confidence: "verified",
} as const satisfies Source;

/** What an office decides for itself, with a default that it may change. Nobody needs to confirm it. */
export const officePolicy = {
  authority: "office_policy",
  citation: "no source settles it",
  retrievedOn: "2026-11-01",
  confidence: "verified",
} as const satisfies Source;
