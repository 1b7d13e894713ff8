import type { Net } from "./count-system.ts";

/** So much more or less in one cell. */
export type Step = readonly [cell: number, change: 1 | -1];

/** What a step of a cell costs, a whole number; `undefined` where it may not take that step. */
export type StepCost = (cell: number, change: 1 | -1) => number | undefined;

/** Steps after which every sum still holds, and what they cost together. */
export interface Move {
  steps: readonly Step[];
  cost: number;
}

interface Stand {
  /** Sums that do not add up now: twice the sum's number, and one more where it is too high. The last one is mended next. */
  open: readonly number[];
  step: Step;
  before: Stand | undefined;
}

// In a table of rows and columns two sums are open at most, and each is come to once. Only a count that stands in many tables opens
// more; there the search may give up, and a table for which it does is refused. In a network it must never: whether it gave up would
// hang on the numbers, and who is refused for it could be ruled out.
const mostOpen = 24;
const mostStandsOutside = 20_000;

/** After a step, each sum that the cell stands in is open, or mended where it was open the other way. */
function openAfter(net: Net, open: readonly number[], cell: number, change: 1 | -1): readonly number[] {
  const next = open.slice();
  for (const { sum, sign } of net.placesOf[cell] ?? []) {
    const off = sum * 2 + (sign === change ? 1 : 0);
    const mended = next.lastIndexOf(off ^ 1);
    if (mended < 0) next.push(off);
    else next.splice(mended, 1);
  }
  return next;
}

const keyOf = (open: readonly number[], width: number): number | string =>
  open.length > 2 ? open.join() : open.reduce((key, off) => key * width + off + 1, 0);

function stepsTo(last: Stand): Step[] {
  const steps: Step[] = [];
  for (let stand: Stand | undefined = last; stand; stand = stand.before) steps.push(stand.step);
  return steps.reverse();
}

/**
 * The cheapest way to change a cell by one so that every sum still holds: it and the cells that change along, each by one. A
 * shortest path over the sums that are out of balance on the way (Dijkstra's), the same one every time. Where each cell stands in
 * two sums at most, as in a table of rows and columns, it finds a way whenever there is one, for such sums are a network.
 *
 * @example
 * cheapestMove(netOf({ cells: [3, 40, 43], sums: [{ total: 2, parts: [0, 1] }] }), 0, 1, () => 1).steps // [[0, 1], [1, -1]]
 */
export function cheapestMove(net: Net, cell: number, change: 1 | -1, costOf: StepCost): Move | undefined {
  const width = net.membersOf.length * 2 + 1;
  // Waiting by cost: costs are small whole numbers, and a list a cost is quicker than a heap.
  const waiting: Stand[][] = [[{ open: openAfter(net, [], cell, change), step: [cell, change], before: undefined }]];
  const seen = new Set<number | string>();
  const mostStands = Math.max(mostStandsOutside, width);
  for (let cost = 0; cost < waiting.length; cost++) {
    for (const stand of waiting[cost] ?? []) {
      const off = stand.open.at(-1);
      if (off === undefined) return { steps: stepsTo(stand), cost };
      const key = keyOf(stand.open, width);
      if (seen.has(key)) continue;
      seen.add(key);
      if (seen.size > mostStands) return undefined;
      const lack = off & 1 ? -1 : 1;
      for (const member of net.membersOf[off >> 1] ?? []) {
        const by = member.sign === lack ? 1 : -1;
        const price = member.cell === cell ? undefined : costOf(member.cell, by);
        if (price === undefined) continue;
        const open = openAfter(net, stand.open, member.cell, by);
        if (open.length > mostOpen || seen.has(keyOf(open, width))) continue;
        while (waiting.length <= cost + price) waiting.push([]);
        waiting[cost + price]?.push({ open, step: [member.cell, by], before: stand });
      }
    }
  }
  return undefined;
}
