import { cheapestMove, type Step } from "./cheapest-move.ts";
import { isSmall } from "./choose-hidden.ts";
import { type CountSystem, netOf } from "./count-system.ts";
import { hiddenMark, localLaw114Hiding, type PublishedCount } from "./publish-counts.ts";

/** What is wrong with a publication, in counts. */
export interface PublicationFaults {
  /** Counts to hide that are shown. */
  smallCountsShown: number;
  /** Zeros that are hidden. */
  zerosHidden: number;
  /** Counts to hide that are hidden, and that the sums give away all the same. */
  countsComputable: number;
}

/**
 * Looks at what somebody published, by whatever method: are small counts hidden, is zero shown, and can a hidden count be computed
 * from the sums by a reader who knows that nothing hidden is zero? Where a count stands in three sums or more it may be called
 * computable though it is not, and never the other way round.
 *
 * @example
 * auditPublication({ cells: [3, 40, 43], sums: [{ total: 2, parts: [0, 1] }] }, ["*", 40, 43]) // { smallCountsShown: 0, zerosHidden: 0, countsComputable: 1 }
 */
export function auditPublication(system: CountSystem, published: readonly PublishedCount[], { hideUpTo } = localLaw114Hiding): PublicationFaults {
  const net = netOf(system);
  const unseen = new Set(system.unpublished);
  const isHidden = (cell: number) => published[cell] === hiddenMark || unseen.has(cell);
  const mayStep = (cell: number, change: 1 | -1) => isHidden(cell) && (system.cells[cell] ?? 0) + change >= 1;
  /** Outside a network a cell can be stepped on twice, so it is looked at what came out: nothing that was hidden may have become zero. */
  const isLeftPositive = (steps: readonly Step[]) => {
    const table = new Map<number, number>();
    for (const [at, step] of steps) table.set(at, (table.get(at) ?? system.cells[at] ?? 0) + step);
    return [...table.values()].every((count) => count >= 1);
  };
  const canDiffer = (cell: number) =>
    ([1, -1] as const).some((change) => {
      const move = mayStep(cell, change) && cheapestMove(net, cell, change, (other, step) => (mayStep(other, step) ? 1 : undefined));
      return move && isLeftPositive(move.steps);
    });
  const cells = [...system.cells.entries()].filter(([cell]) => !unseen.has(cell));
  return {
    smallCountsShown: cells.filter(([cell, count]) => isSmall(count, hideUpTo) && !isHidden(cell)).length,
    zerosHidden: cells.filter(([cell, count]) => count === 0 && isHidden(cell)).length,
    countsComputable: cells.filter(([cell, count]) => isSmall(count, hideUpTo) && isHidden(cell) && !canDiffer(cell)).length,
  };
}
