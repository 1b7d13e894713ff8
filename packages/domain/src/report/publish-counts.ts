import { accept, type Result, refuse } from "../shared/result.ts";
import { chooseHidden, type HidingPolicy, isSmall } from "./choose-hidden.ts";
import { type CountSystem, netOf } from "./count-system.ts";
import { isSheltered } from "./is-sheltered.ts";

/** What stands where a count is hidden: the same symbol whether it is small or shelters one that is. */
export const hiddenMark = "*";
/** A count as it is published. */
export type PublishedCount = number | typeof hiddenMark;

/** Why counts cannot be published. */
export type PublishRefusal =
  /** A total is not the sum of its parts. `sum` is its place in the list of sums. */
  | { code: "counts_do_not_add_up"; sum: number; total: number; parts: number }
  /** However much were hidden, some count of those to hide could be computed. */
  | { code: "counts_not_publishable"; small: number };

/** Local Law 114 of 2024 (Admin. Code § 21-971(d)): between 1 and 5. */
export const localLaw114Hiding: HidingPolicy = { hideUpTo: 5, hidesFirst: "parts", twoSheltersFromCells: 500 };

/**
 * Hides what must not be published: counts from 1 to 5, and others beside them so that none of those can be computed from what is
 * shown. Zero is always shown.
 *
 * What it promises: whatever is published, each hidden count has two values at least among the tables that this very function
 * publishes in the same way. That holds for readers who know this code and run it on every table they can think of, who know that
 * nothing hidden is zero, and who are even told which hidden counts are small. It does not hold against what they know from
 * elsewhere: the same counts published before, in another grouping, belong into one system with these.
 *
 * Where that cannot be promised nothing is published: `counts_not_publishable`. Then merge rows or columns, by what can be said without
 * the numbers, such as schools in place of programs. Who merges only what was refused, and as little as helps, tells that it was: of
 * a merged 7 one would know that it was 1 and 6. A refusal is for the office and not for readers, and so are the numbers in it.
 *
 * @example
 * publishCounts({ cells: [3, 40, 43], sums: [{ total: 2, parts: [0, 1] }] }) // { ok: true, value: ["*", "*", 43] }
 * publishCounts({ cells: [1, 6, 7], sums: [{ total: 2, parts: [0, 1] }] }).refusal // { code: "counts_not_publishable", small: 1 }
 */
export function publishCounts(system: CountSystem, policy: HidingPolicy = localLaw114Hiding): Result<readonly PublishedCount[], PublishRefusal> {
  const { cells, sums } = system;
  for (const [sum, { total, parts }] of sums.entries()) {
    const added = parts.reduce((so, part) => so + (cells[part] ?? Number.NaN), 0);
    if (added !== cells[total]) return refuse({ code: "counts_do_not_add_up", sum, total: cells[total] ?? 0, parts: Number.isNaN(added) ? 0 : added });
  }
  const net = netOf(system);
  const hidden = chooseHidden(net, system, policy);
  if (!hidden || !isSheltered(net, system, hidden, policy.hideUpTo)) {
    return refuse({ code: "counts_not_publishable", small: cells.filter((count) => isSmall(count, policy.hideUpTo)).length });
  }
  return accept(cells.map((count, cell): PublishedCount => (hidden[cell] ? hiddenMark : count)));
}

/**
 * A share in percent, to one decimal, hidden where either of its counts is: a percentage of a known whole gives the part away.
 * `undefined` where the whole is zero.
 *
 * @example
 * publishShare(12, 48) // 25
 * publishShare("*", 48) // "*"
 */
export function publishShare(part: PublishedCount, whole: PublishedCount): PublishedCount | undefined {
  if (part === hiddenMark || whole === hiddenMark) return hiddenMark;
  return whole === 0 ? undefined : Math.round((part / whole) * 1000) / 10;
}
