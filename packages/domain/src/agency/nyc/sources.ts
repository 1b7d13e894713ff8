import type { Source } from "../../reference/source.ts";

const read = { retrievedOn: "2026-11-01", confidence: "verified" } as const;

export {
  awarenessHoursMemo as awarenessMemo,
  registeredTableBefore as cdosAttachment,
  unregisteredExperiences as unregisteredPage,
} from "../../activity/work-based-learning-sources.ts";
export { officePage, partnerships } from "../../partner/approval-guide.ts";

const toolkit = "NYC Work-Based Learning Toolkit";
/** The city's toolkit, page by page. */
export const toolkitPages = {
  careerDay: { authority: "local_guidance", citation: `Career Day, ${toolkit}`, url: "https://wbltoolkit.cte.nyc/career-day", ...read },
  workplaceTour: { authority: "local_guidance", citation: `Workplace Tour, ${toolkit}`, url: "https://wbltoolkit.cte.nyc/workplace-tour", ...read },
  mockInterview: { authority: "local_guidance", citation: `Mock Interview, ${toolkit}`, url: "https://wbltoolkit.cte.nyc/mock-interview", ...read },
  internship: { authority: "local_guidance", citation: `Internship, ${toolkit}`, url: "https://wbltoolkit.cte.nyc/internship", ...read },
  continuum: {
    authority: "local_guidance",
    citation: `The Continuum, ${toolkit}`,
    url: "https://wbltoolkit.cte.nyc/work-based-learning-overview/wbl-continuum",
    ...read,
  },
} as const satisfies Record<string, Source>;

/** A school's published grid of activities: how some schools file them, and no rule of the city. */
export const schoolGrid = {
  authority: "local_guidance",
  citation: "A city school's grid of work-based learning activities",
  url: "https://docs.google.com/spreadsheets/d/1ZXEvRt9fCL8h6fhWTmSol6SQT0aYMbIh/edit",
  retrievedOn: "2026-11-01",
  confidence: "secondary",
} as const satisfies Source;

/** Working papers of those under 18. */
export const workingPapersPage = {
  authority: "state_guidance",
  citation: "Working Papers, New York State Department of Labor",
  url: "https://www.labor.ny.gov/workerprotection/laborstandards/workprot/wphmpg.shtm",
  ...read,
} as const satisfies Source;

/** What nobody but this package says. */
export const ours = { authority: "editorial", citation: "This package", retrievedOn: "2026-11-01", confidence: "unverified" } as const satisfies Source;
