import * as z from "zod";
import type { Judgement } from "../rule/finding.ts";
import { all, decide, given } from "../rule/judge.ts";
import { type Rule, rule, type Subject, subject } from "../rule/rule.ts";
import { IsoDate } from "../shared/date.ts";
import { localLaw114, localLaw114DueOn, localLaw114From } from "./local-law-114-lines.ts";

/** What is known of a report under Local Law 114. `auditPublication` gives the three counts about what is hidden. */
export const LocalLaw114Facts = z.strictObject({
  schoolYear: z.int().min(2023).max(2200).optional().meta({ title: "Year in which the school year begins" }),
  isSubmitted: z.boolean().optional().meta({ title: "Whether the report was submitted to the mayor and the speaker" }),
  submittedOn: IsoDate.optional().meta({ title: "Day of the submission" }),
  isPosted: z.boolean().optional().meta({ title: "Whether the report was posted on the website" }),
  postedOn: IsoDate.optional().meta({ title: "Day of the posting" }),
  smallCountsShown: z.int().min(0).optional().meta({ title: "Counts of 1 to 5 students that are shown" }),
  countsComputable: z.int().min(0).optional().meta({ title: "Hidden counts of 1 to 5 students that the others give away" }),
  zerosHidden: z.int().min(0).optional().meta({ title: "Zeros that are hidden" }),
});
export type LocalLaw114Facts = z.infer<typeof LocalLaw114Facts>;

function doneBy(facts: LocalLaw114Facts, on: IsoDate, what: "submitted" | "posted"): Judgement {
  const [isDone, doneOn] = what === "submitted" ? (["isSubmitted", "submittedOn"] as const) : (["isPosted", "postedOn"] as const);
  return given(facts, ["schoolYear", isDone], ({ schoolYear, [isDone]: done }) => {
    const due = localLaw114DueOn(schoolYear);
    if (!done) return decide(on <= due, `report_not_${what}_by`, { due });
    return given(facts, [doneOn], ({ [doneOn]: day }) => decide(day <= due, `report_${what}_by`, { day, due }));
  });
}

const none = (facts: LocalLaw114Facts, key: "smallCountsShown" | "countsComputable" | "zerosHidden", code: string): Judgement =>
  given(facts, [key], ({ [key]: have }) => decide(have === 0, code, { have }));

const shared = { ...localLaw114, force: "required", from: localLaw114From } as const;

// @__NO_SIDE_EFFECTS__
const rules = (): readonly Rule<LocalLaw114Facts>[] => [
  rule<LocalLaw114Facts>({
    ...shared,
    id: "local-law-114.submitted-by-30-april",
    title: "The report is submitted to the mayor and the speaker of the council by 30 April",
    citation: `${localLaw114.citation}(b)`,
    judge: (facts, on) => doneBy(facts, on, "submitted"),
  }),
  rule<LocalLaw114Facts>({
    ...shared,
    id: "local-law-114.posted-by-30-april",
    title: "The report is posted on the department's website by 30 April",
    citation: `${localLaw114.citation}(b)`,
    judge: (facts, on) => doneBy(facts, on, "posted"),
  }),
  rule<LocalLaw114Facts>({
    ...shared,
    id: "local-law-114.small-counts-hidden",
    title: "Counts of 1 to 5 students are hidden, and so is what would give them away",
    citation: `${localLaw114.citation}(d)`,
    judge: (facts) => all(none(facts, "smallCountsShown", "report_small_counts_shown"), none(facts, "countsComputable", "report_counts_computable")),
  }),
  rule<LocalLaw114Facts>({
    ...shared,
    id: "local-law-114.zero-shown",
    title: "Zero is reported as 0",
    citation: `${localLaw114.citation}(d)`,
    judge: (facts) => none(facts, "zerosHidden", "report_zeros_hidden"),
  }),
];

/**
 * Does a report on CTE programs hold to Local Law 114 of 2024: handed in and posted in time, small counts of students hidden, and
 * zero shown? The first school year to report is the one that began in 2023.
 *
 * @example
 * localLaw114Compliance().rules.ids().length // 4
 */
// @__NO_SIDE_EFFECTS__
export function localLaw114Compliance(): Subject<LocalLaw114Facts> {
  return subject({ id: "local-law-114", title: "Does the report hold to Local Law 114?", facts: LocalLaw114Facts, rules: rules() });
}
