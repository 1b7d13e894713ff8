import { longStanding } from "../reference/long-standing.ts";
import type { Source } from "../reference/source.ts";
import type { IsoDate } from "../shared/date.ts";

const read = { authority: "state_guidance", retrievedOn: "2026-11-01", confidence: "verified" } as const;

/** The state's page on the registered types: their table, and a text beside it that does not always say the same. */
export const registeredPage = {
  ...read,
  citation: "Registered Work-Based Learning Experiences, NYSED",
  url: "https://www.nysed.gov/career-technical-education/registered-work-based-learning-experiences",
} as const satisfies Source;

/** The memo that closed WECEP into GEWEP and opened GEWEP to students of 14. */
export const registeredMemo = {
  ...read,
  citation: "NYSED memo of 10 January 2022, Updates to Registered Work-Based Learning (WBL) Programs",
  url: "https://www.nysed.gov/memo/career-technical-education/updates-registered-work-based-learning-wbl-programs",
} as const satisfies Source;

/** The table of types as it stood before that memo, and experiences that need no registration beside it. */
export const registeredTableBefore = {
  ...read,
  citation: "CDOS Commencement Credential, attachment 3, NYSED",
  url: "https://www.p12.nysed.gov/specialed/publications/CDOScredential-att3.htm",
} as const satisfies Source;

/** The two extensions became one. */
export const extensionNotice = {
  ...read,
  citation: "Work-Based Learning Coordinator Extension FAQ, NYSED, 1 May 2023",
  url: "https://www.nysed.gov/career-technical-education/news/work-based-learning-coordinator-extension-faq",
} as const satisfies Source;

/** Experiences that need no registration. */
export const unregisteredExperiences = {
  ...read,
  citation: "Unregistered Work-Based Learning Experiences, NYSED",
  url: "https://www.nysed.gov/career-technical-education/unregistered-work-based-learning-experiences",
} as const satisfies Source;

/** The memo on career awareness. It was read in copies of the page, and the end of it not at all. */
export const awarenessHoursMemo = {
  ...read,
  citation: "NYSED memo of 29 August 2022, Permanent flexibility in the use of Career Awareness Experiences",
  url: "https://www.nysed.gov/memo/career-technical-education/permanent-flexibility-use-career-awareness-experiences-meet-work",
  confidence: "secondary",
} as const satisfies Source;

/** The credential's first option: hours of courses and of work-based learning. */
export const cdosCredential = {
  ...read,
  citation: "Requirements for the CTE and CDOS Graduation Pathways, and CDOS Credential, option 1, NYSED",
  url: "https://www.nysed.gov/career-technical-education/requirements-cte-and-cdos-graduation-pathways-and-cdos-credential",
} as const satisfies Source;

/** The city's own goal. No rule of the state was found that asks it of every approved program, so it is policy and never law. */
export const localHoursGoal = {
  authority: "office_policy",
  citation: "NYC work-based learning scope and sequence (marked by its owners as no longer updated)",
  retrievedOn: "2026-11-01",
  confidence: "verified",
} as const satisfies Source;

/** A first day for what holds already and whose source names none: no date of anything that happened. */
export const workBasedLearningFrom: IsoDate = longStanding;
/** The day before GEWEP opened at 14. */
export const lastDayOfWecep: IsoDate = "2022-08-31";
/** From this day GEWEP is open at 14, and WECEP is closed. */
export const gewepFrom14: IsoDate = "2022-09-01";
/** The day before the notice of the single extension. */
export const lastDayOfTwoExtensions: IsoDate = "2023-04-30";
/** The day of the notice. The regents had approved it on 18 April 2023; the day it took effect was not read. */
export const oneExtensionFrom: IsoDate = "2023-05-01";
/** The day of the memo. It made permanent what had been allowed for a time; what held before was not read. */
export const awarenessHoursFrom: IsoDate = "2022-08-29";
