import type * as z from "zod";
import { type DatedTable, datedTable } from "../reference/dated-table.ts";
import type { Source } from "../reference/source.ts";
import type { DateSpan, IsoDate } from "../shared/date.ts";
import type { Finding, Judgement } from "./finding.ts";

/**
 * `required` decides: one that is unmet makes the whole unmet. `advised` is a finding and no bar, as where guidance says that
 * something "may be sufficient".
 */
export type Force = "required" | "advised";

/** A rule of law, guidance or policy, as a row. A rule that changed stands several times under one id, a span each. */
export interface Rule<Facts extends object = object> extends Source, DateSpan {
  /** Stable, the subject first: `commission-proxy.two-industry-partners`. */
  id: string;
  title: string;
  force: Force;
  /** Pure. Missing data is `unknown`, never `met`. */
  check(facts: Facts, on: IsoDate): Finding;
}

/** A rule as it is written: the row, and how it judges. */
export type RuleRow<Facts extends object> = Omit<Rule<Facts>, "check"> & { judge: (facts: Facts, on: IsoDate) => Judgement };

/**
 * Makes a rule of a row and its judgement.
 *
 * @example
 * rule({ ...ruleRow, judge: () => decide(true, "so") }).check({}, "2026-11-24").verdict // "met"
 */
// @__NO_SIDE_EFFECTS__
export function rule<Facts extends object>({ judge, ...row }: RuleRow<Facts>): Rule<Facts> {
  return { ...row, check: (facts, on) => ({ ruleId: row.id, ...judge(facts, on) }) };
}

/** What can be judged: a question that people ask, the facts that it takes, and the rules that answer it. */
export interface Subject<Facts extends object = object> {
  /** A stable word: `commission-proxy`. */
  id: string;
  /** The question, as people ask it. */
  title: string;
  /** Every fact optional, unknown keys refused; `.meta({ title })` on each is its label in English. */
  facts: z.ZodType<Facts>;
  rules: DatedTable<Rule<Facts>>;
}

/**
 * A subject, from its facts and rules.
 *
 * @example
 * subject({ id: "x", title: "X?", facts: z.strictObject({}), rules: [] }).rules.ids() // []
 */
// @__NO_SIDE_EFFECTS__
export function subject<Facts extends object>(row: Omit<Subject<Facts>, "rules"> & { rules: readonly Rule<Facts>[] }): Subject<Facts> {
  return { ...row, rules: datedTable(row.rules) };
}

/** The rules of a subject as they stand on a day. */
export interface RulesOn<Facts extends object = object> {
  subject: Subject<Facts>;
  on: IsoDate;
  rules: readonly Rule<Facts>[];
}

/**
 * The rules of a subject in force on a day.
 *
 * @example
 * rulesOn(subject({ id: "x", title: "X?", facts: z.strictObject({}), rules: [] }), "2026-11-24").rules // []
 */
export const rulesOn = <Facts extends object>(asked: Subject<Facts>, on: IsoDate): RulesOn<Facts> => ({ subject: asked, on, rules: asked.rules.on(on) });
