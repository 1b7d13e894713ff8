import { cheapestMove } from "./cheapest-move.ts";
import type { CountSystem, Net } from "./count-system.ts";

/** Whether a count must be hidden: 1 up to the largest that the law hides. Zero is shown. */
export const isSmall = (count: number, hideUpTo: number): boolean => count >= 1 && count <= hideUpTo;

/** How small counts are hidden. */
export interface HidingPolicy {
  /** Counts from 1 up to this one are hidden. */
  hideUpTo: number;
  /**
   * What is rather hidden beside them. Readers look for totals first, so mostly `parts`; with `totals` hardly a table is refused.
   * It is settled once for a report. Whoever turns to the other one because a table was refused tells that it was.
   */
  hidesFirst: "parts" | "totals";
  /**
   * From so many cells on each small count has two shelters. In a table of thousands some count would otherwise happen to be stuck,
   * and the whole table be refused for it; that a table is large is known to everybody, so to go by it tells nothing.
   */
  twoSheltersFromCells: number;
}

// What it costs to hide one cell more; a count that stands in several tables costs a cell in each of them.
const hidingOne = 16;
const hidingRather = 15;
// A small count as the counterweight of another one is cheap and treacherous: where both are 1, or both 5, neither can move. Two
// other cells are hidden rather than that: of small tables 1 in 200 is refused then, and with it 1 in 10. A second shelter that
// leans on the first one is none.
const leaningAgain = 40;

/**
 * Which cells to hide: the small ones, and for each of them others, so that it could be one more or less while every sum that is
 * shown still holds. `undefined` where that cannot be.
 *
 * It looks at nothing but which cells are zero, which are small and which are larger. This is what makes it safe for the method to
 * be known: whoever runs it again on other numbers with the same small cells sees the same cells hidden. A choice by size, "the
 * smallest of the others", would tell on what it hides.
 */
export function chooseHidden(net: Net, { cells, unpublished = [] }: CountSystem, policy: HidingPolicy): readonly boolean[] | undefined {
  const { hideUpTo, hidesFirst, twoSheltersFromCells } = policy;
  const small = cells.map((count) => isSmall(count, hideUpTo));
  const hidden = small.slice();
  for (const cell of unpublished) if (cells[cell] !== 0) hidden[cell] = true;
  const price = net.placesOf.map((places) => {
    const isTotal = places.some(({ sign }) => sign < 0);
    return (isTotal === (hidesFirst === "totals") ? hidingRather : hidingOne) + hidingOne * Math.max(0, places.length - 2);
  });
  const shelterOf = new Map<number, ReadonlySet<number>>();
  for (let shelters = cells.length < twoSheltersFromCells ? 1 : 2; shelters > 0; shelters--) {
    for (const cell of cells.keys()) {
      if (!small[cell]) continue;
      const before = shelterOf.get(cell);
      const move = cheapestMove(net, cell, 1, (other) => {
        if (cells[other] === 0) return undefined;
        if (small[other] || before?.has(other)) return leaningAgain;
        return hidden[other] ? 0 : price[other];
      });
      if (!move) return undefined;
      for (const [other] of move.steps) hidden[other] = true;
      shelterOf.set(cell, new Set(move.steps.map(([other]) => other)));
    }
  }
  return hidden;
}
