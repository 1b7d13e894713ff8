import { evaluate } from "./evaluate.ts";
import type { Finding, Verdict } from "./finding.ts";
import type { RulesOn } from "./rule.ts";

/** A rule whose answer differs between two evaluations. Absent: the rule is not in force there. */
export interface Flip {
  ruleId: string;
  before?: Finding;
  after?: Finding;
}

/** What differs between two evaluations of one subject. */
export interface Difference {
  verdict: { before: Verdict; after: Verdict };
  /** Rules that begin, end, or say something else, in the order of the rules. */
  flips: readonly Flip[];
}

/**
 * What changes for these facts when the rules change: `diff(rulesOn(subject, day1), rulesOn(subject, day2), facts)`. A rule that
 * is rewritten and says the same of these facts is not told.
 *
 * @example
 * diff(rulesOn(empty, "2022-08-31"), rulesOn(empty, "2022-09-01"), {}).flips // []
 */
export function diff<Facts extends object>(before: RulesOn<Facts>, after: RulesOn<Facts>, facts: Facts): Difference {
  return differenceOf(before, facts, after, facts);
}

/**
 * Which verdicts flip when a fact changes: if this partner leaves, what falls below its rule?
 *
 * @example
 * whatIf(rulesOn(empty, "2022-09-01"), {}, (facts) => facts).flips // []
 */
export function whatIf<Facts extends object>(rules: RulesOn<Facts>, facts: Facts, change: (facts: Facts) => Facts): Difference {
  return differenceOf(rules, facts, rules, change(facts));
}

function differenceOf<Facts extends object>(rules: RulesOn<Facts>, facts: Facts, laterRules: RulesOn<Facts>, laterFacts: Facts): Difference {
  const [first, second] = [evaluate(rules, facts), evaluate(laterRules, laterFacts)];
  const before = new Map(first.findings.map(({ finding }) => [finding.ruleId, finding]));
  const after = new Map(second.findings.map(({ finding }) => [finding.ruleId, finding]));
  const flips = [...new Set([...before.keys(), ...after.keys()])].flatMap((ruleId): Flip[] => {
    const [was, is] = [before.get(ruleId), after.get(ruleId)];
    return was?.verdict === is?.verdict ? [] : [{ ruleId, ...(was && { before: was }), ...(is && { after: is }) }];
  });
  return { verdict: { before: first.verdict, after: second.verdict }, flips };
}
