/** What a rule says of the facts. Missing data is `unknown`, never `met`. */
export type Verdict = "met" | "unmet" | "unknown";

/** What a reason counts with: what the sentence about it needs, and no sentence. */
export type ReasonFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** One reason of a verdict: a stable code, and the facts that its sentence needs. The sentences are in the words of the noun. */
export interface Reason {
  code: string;
  verdict: Verdict;
  facts: ReasonFacts;
}

/** A fact that carried a verdict: where it stands in what was given, and what was read there. */
export interface Evidence {
  /** Keys and places joined by dots: `partnersPresent.1.kind`. */
  path: string;
  value: unknown;
}

/** What a check found: the verdict, why, on what facts, and which missing facts could still change it: none where it is met or unmet. */
export interface Judgement {
  verdict: Verdict;
  because: readonly Reason[];
  evidence: readonly Evidence[];
  /** Paths of the facts that are missing and would tell more: `industryPartnersPresent`. */
  missing: readonly string[];
}

/** A rule's answer for some facts on a day. */
export interface Finding extends Judgement {
  ruleId: string;
}
