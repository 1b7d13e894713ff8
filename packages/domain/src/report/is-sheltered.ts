import { cheapestMove } from "./cheapest-move.ts";
import { isSmall } from "./choose-hidden.ts";
import type { CountSystem, Net } from "./count-system.ts";
import { isNetwork } from "./is-network.ts";

/** How many tables are looked at where the sums are no network. */
const mostTables = 400;

type Counts = readonly number[];

/**
 * Whether none of the hidden counts can be computed, not even by somebody who is told which of them are small, and who runs the
 * method again on every table that would look the same. Those tables are the ones with the same numbers shown, the same cells
 * zero, the same small and the same larger; each hidden cell must have two values at least among them.
 *
 * In a network the answer is exact, and so it is the same for every one of those tables: none of them can be ruled out for being
 * refused. Elsewhere it is a set of tables that vouch for each other: each can be changed, in every hidden cell, into another one
 * of the set, and whichever of them is asked about finds a set that is no larger.
 */
export function isSheltered(net: Net, { cells, unpublished = [] }: CountSystem, hidden: readonly boolean[], hideUpTo: number): boolean {
  const small = cells.map((count) => isSmall(count, hideUpTo));
  const unseen = new Set(unpublished);
  const inside = [...cells.keys()].filter((cell) => hidden[cell]);
  // A larger total that nobody sees may well be computed; a small one may not.
  const sheltered = inside.filter((cell) => small[cell] || !unseen.has(cell));
  const fits = (count: number, cell: number) => (small[cell] ? isSmall(count, hideUpTo) : count > hideUpTo);
  const mayStep = (counts: Counts, cell: number, change: 1 | -1) => hidden[cell] === true && fits((counts[cell] ?? 0) + change, cell);

  const moved = (counts: Counts, cell: number, change: 1 | -1): Counts | undefined => {
    if (!mayStep(counts, cell, change)) return undefined;
    const move = cheapestMove(net, cell, change, (other, step) => (mayStep(counts, other, step) ? 1 : undefined));
    const table = counts.slice();
    for (const [other, step] of move?.steps ?? []) table[other] = (table[other] ?? 0) + step;
    // Outside a network a cell can be stepped on twice: what came out is looked at, not presumed.
    return table[cell] !== counts[cell] && inside.every((at) => fits(table[at] ?? 0, at)) ? table : undefined;
  };

  /** Tables that this one could be instead, so that every hidden cell differs in one of them; `undefined` where one never does. */
  const others = (counts: Counts): readonly Counts[] | undefined => {
    const differs = new Set<number>();
    const tables: Counts[] = [];
    for (const cell of sheltered) {
      if (differs.has(cell)) continue;
      // Up from an odd count and down from an even one: from the table that comes out, that is mostly the way back.
      const first = (counts[cell] ?? 0) % 2 === 1 ? 1 : -1;
      const table = moved(counts, cell, first) ?? moved(counts, cell, first === 1 ? -1 : 1);
      if (!table) return undefined;
      for (const at of inside) if (table[at] !== counts[at]) differs.add(at);
      tables.push(table);
    }
    return tables;
  };

  if (isNetwork(net, hidden)) return others(cells) !== undefined;
  const known = new Set([cells.join()]);
  const toDo: Counts[] = [cells];
  for (const counts of toDo) {
    const next = known.size > mostTables ? undefined : others(counts);
    if (!next) return false;
    for (const table of next) {
      const before = known.size;
      if (known.add(table.join()).size > before) toDo.push(table);
    }
  }
  return true;
}
