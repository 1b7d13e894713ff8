import { isConfirmed, isLaw } from "../reference/source.ts";
import type { IsoDate } from "../shared/date.ts";
import type { Finding, Verdict } from "./finding.ts";
import type { Rule, RulesOn } from "./rule.ts";

/**
 * Whether a finding counts for the whole: `counts`, or why not. `advice` is a finding and no bar; `unconfirmed` cites a law that
 * nobody has read in its source, and is shown with that mark.
 */
export type Standing = "counts" | "advice" | "unconfirmed";

/** One rule's part of an evaluation. */
export interface RuleFinding<Facts extends object = object> {
  rule: Rule<Facts>;
  finding: Finding;
  standing: Standing;
}

/** What the rules in force on a day say of some facts. */
export interface Evaluation<Facts extends object = object> {
  subjectId: string;
  on: IsoDate;
  /** Over the findings that count: unmet where one is, else unknown where one is or where none counts, else met. */
  verdict: Verdict;
  findings: readonly RuleFinding<Facts>[];
  /** Every fact that some rule would need. */
  missing: readonly string[];
}

/**
 * How far a rule's finding counts for the whole.
 *
 * @example
 * standingOf({ force: "required", authority: "state_law", confidence: "unverified" }) // "unconfirmed"
 */
export function standingOf({ force, authority, confidence }: Pick<Rule, "force" | "authority" | "confidence">): Standing {
  if (isLaw(authority) && !isConfirmed({ confidence })) return "unconfirmed";
  return force === "advised" ? "advice" : "counts";
}

/**
 * Judges facts by the rules of a day, each rule on its own, and says what they come to together.
 *
 * @example
 * evaluate(rulesOn(subject({ id: "x", title: "X?", facts: z.strictObject({}), rules: [] }), "2026-11-24"), {}).verdict // "unknown"
 */
export function evaluate<Facts extends object>({ subject, on, rules }: RulesOn<Facts>, facts: Facts): Evaluation<Facts> {
  const findings = rules.map((rule): RuleFinding<Facts> => ({ rule, finding: rule.check(facts, on), standing: standingOf(rule) }));
  const counted = findings.filter(({ standing }) => standing === "counts").map(({ finding }) => finding.verdict);
  return {
    subjectId: subject.id,
    on,
    verdict: counted.includes("unmet") ? "unmet" : counted.includes("unknown") || counted.length === 0 ? "unknown" : "met",
    findings,
    missing: [...new Set(findings.flatMap(({ finding }) => finding.missing))],
  };
}
