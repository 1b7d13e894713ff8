import { type Answer, isAny } from "./answer.ts";
import type { Evidence, Judgement, Reason, ReasonFacts, Verdict } from "./finding.ts";

// Three-valued logic after Kleene: a missing fact makes its own test unknown, and no way of joining tests makes "met" of less
// knowledge. A rule built from these alone can therefore never turn to "met" because somebody left a fact out.

/**
 * A judgement on facts that are there: met or unmet, with the reason's code and what its sentence needs.
 *
 * @example
 * decide(2 >= 2, "partners_present", { have: 2, need: 2 }).verdict // "met"
 */
export const decide = (isMet: boolean, code: string, facts: ReasonFacts = {}): Judgement => of(isMet ? "met" : "unmet", code, facts);

/**
 * A judgement that there is nothing to judge by. `missing` names the facts to ask for.
 *
 * @example
 * unknown(["partnersPresent"]).missing // ["partnersPresent"]
 */
export const unknown = (missing: readonly string[], code = "not_known", facts: ReasonFacts = { missing }): Judgement => ({
  ...of("unknown", code, facts),
  missing,
});

const of = (verdict: Verdict, code: string, facts: ReasonFacts): Judgement => ({ verdict, because: [{ code, verdict, facts }], evidence: [], missing: [] });

type Known<Facts, Key extends keyof Facts> = { [K in Key]-?: NonNullable<Facts[K]> };

/**
 * Judges by some facts where all of them are known, and otherwise is unknown and says which are missing. A fact that is `null`, as
 * one that no schema looked at may be, is missing too. The facts used become the evidence. `at` is the path that these facts stand under, where they are part of more.
 *
 * @example
 * given({ have: undefined }, ["have"], ({ have }) => decide(have > 1, "enough")).missing // ["have"]
 */
export function given<Facts extends object, const Key extends keyof Facts & string>(
  facts: Facts,
  keys: readonly Key[],
  judge: (known: Known<Facts, Key>) => Judgement,
  at = "",
): Judgement {
  const missing = keys.filter((key) => facts[key] === undefined || facts[key] === null).map((key) => at + key);
  if (missing.length > 0) return unknown(missing);
  const judgement = judge(facts as Known<Facts, Key>);
  return { ...judgement, evidence: [...keys.map((key): Evidence => ({ path: at + key, value: facts[key] })), ...judgement.evidence] };
}

/**
 * All must hold: unmet where one is, else unknown where one is, else met. Keeps the reasons that decided, and asks for a fact only while it
 * could change the verdict.
 *
 * @example
 * all(decide(true, "a"), unknown(["x"])).verdict // "unknown"
 */
export const all = (...judgements: readonly Judgement[]): Judgement => join(judgements, "unmet", "met");

/**
 * One is enough: met where one is, else unknown where one is, else unmet. Keeps the reasons that decided, and asks for a fact only
 * while it could change the verdict.
 *
 * @example
 * any(decide(false, "a"), decide(true, "b")).verdict // "met"
 */
export const any = (...judgements: readonly Judgement[]): Judgement => join(judgements, "met", "unmet");

function join(judgements: readonly Judgement[], decisive: Verdict, otherwise: Verdict): Judgement {
  const verdict = [decisive, "unknown" as const].find((one) => judgements.some((judgement) => judgement.verdict === one)) ?? otherwise;
  const deciding = judgements.filter((judgement) => judgement.verdict === verdict);
  return {
    verdict,
    because: deciding.flatMap(({ because }) => because),
    evidence: distinct(judgements.flatMap(({ evidence }) => evidence)),
    // Nobody is asked for a fact that could not change the verdict: a part that is decided asks for none, and one that did not decide
    // is not heard.
    missing: [...new Set(deciding.flatMap(({ missing }) => missing))],
  };
}

const distinct = (evidence: readonly Evidence[]): readonly Evidence[] => [...new Map(evidence.map((one) => [one.path, one])).values()];

/** How many of a list's members are certainly so, how many may be, and what to ask of those. */
interface Tally {
  sure: number;
  unsure: number;
  asked: readonly string[];
}

function tally<Item>(items: readonly Item[], { path, asks, isSo, onceBy }: Counting<Item>): Tally {
  const lacking = (item: Item) => (typeof asks === "string" ? [asks] : asks(item));
  const groups = new Map<string | number, { answer: Answer; asked: string[] }>();
  for (const [index, item] of items.entries()) {
    const answer = isSo(item, index);
    const key = onceBy?.(item) ?? index;
    const group = groups.get(key);
    const asked = answer === undefined ? lacking(item).map((fact) => `${path}.${index}.${fact}`) : [];
    groups.set(key, { answer: group ? isAny(group.answer, answer) : answer, asked: [...(group?.asked ?? []), ...asked] });
  }
  const counted = [...groups.values()];
  return {
    sure: counted.filter(({ answer }) => answer === true).length,
    unsure: counted.filter(({ answer }) => answer === undefined).length,
    asked: counted.flatMap(({ answer, asked }) => (answer === undefined ? asked : [])),
  };
}

/**
 * How a list is counted: where it stands, which of its members' facts is asked (or, where there are several, which of them a member
 * lacks), and what counts. `undefined` is not known.
 */
export interface Counting<Item> {
  path: string;
  asks: string | ((item: Item) => readonly string[]);
  isSo: (item: Item, index: number) => Answer;
  /** What several members have in common that count as one between them: so where one of them is. A member without it counts by itself. */
  onceBy?: (item: Item) => string | undefined;
  code: string;
  facts?: ReasonFacts;
}

/**
 * At least so many of a list. Members of whom it is not known leave it open, and are asked for; a list that is not there is unknown.
 *
 * @example
 * atLeast(2, [{ kind: "industry" }, {}], { path: "partners", asks: "kind", isSo: ({ kind }) => kind && kind === "industry", code: "enough" }).missing // ["partners.1.kind"]
 */
export function atLeast<Item>(need: number, items: readonly Item[] | null | undefined, counting: Counting<Item>): Judgement {
  const { path, code, facts = {} } = counting;
  if (items === undefined || items === null) return unknown([path]);
  const { sure, unsure, asked } = tally(items, counting);
  const evidence = [{ path, value: items }];
  if (sure < need && sure + unsure >= need) return { ...unknown(asked), evidence };
  return { ...decide(sure >= need, code, { ...facts, have: sure, need }), evidence };
}

/**
 * None of a list. One that is so settles it; members of whom it is not known leave it open.
 *
 * @example
 * noneOf([{ isReviewer: false }], { path: "team", asks: "isReviewer", isSo: ({ isReviewer }) => isReviewer, code: "apart" }).verdict // "met"
 */
export function noneOf<Item>(items: readonly Item[] | null | undefined, counting: Counting<Item>): Judgement {
  const { path, code, facts = {} } = counting;
  if (items === undefined || items === null) return unknown([path]);
  const { sure, unsure, asked } = tally(items, counting);
  const evidence = [{ path, value: items }];
  if (sure === 0 && unsure > 0) return { ...unknown(asked), evidence };
  return { ...decide(sure === 0, code, { ...facts, have: sure }), evidence };
}

/**
 * Puts another reason in front, where the reason of a part does not tell the whole.
 *
 * @example
 * because(decide(true, "a"), "b").because[0].code // "b"
 */
export const because = (judgement: Judgement, code: string, facts: ReasonFacts = {}): Judgement => {
  const reason: Reason = { code, verdict: judgement.verdict, facts };
  return { ...judgement, because: [reason, ...judgement.because] };
};

/**
 * Puts a further reason behind the others, where a reader will ask for more than the one that decided.
 *
 * @example
 * also(decide(false, "a"), "b").because[1].code // "b"
 */
export const also = (judgement: Judgement, code: string, facts: ReasonFacts = {}): Judgement => {
  const reason: Reason = { code, verdict: judgement.verdict, facts };
  return { ...judgement, because: [...judgement.because, reason] };
};
