import type { Rule, Subject } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";

/** Subjects by their ids. */
export type SubjectMap = Readonly<Record<string, Subject>>;

/** The facts that a subject takes. */
export type FactsOf<Asked> = Asked extends Subject<infer Facts> ? Facts : never;

/** A rule of an agency's own, and the subject that it belongs to. */
export interface AddedRule {
  readonly subjectId: string;
  readonly rule: Rule;
}

/** A rule that does not hold for an agency, and why not. */
export interface SwitchedOff {
  readonly ruleId: string;
  /** The reason, as it is shown beside the rule. */
  readonly because: string;
  /** The first day without it; from its beginning where there is none. */
  readonly from?: IsoDate;
}

/** How an agency's rules differ from those that its subjects come with. */
export interface RuleChanges {
  readonly added: readonly AddedRule[];
  readonly switchedOff: readonly SwitchedOff[];
}
