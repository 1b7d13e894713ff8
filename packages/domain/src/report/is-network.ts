import type { Net } from "./count-system.ts";

/**
 * Whether the hidden cells and their sums are a network: each stands in two sums at most, and the sums can be put on two sides so
 * that a cell counts for one side and against the other. Rows and columns with their totals are one, and so are totals of totals.
 * In a network whatever can be changed at all can be changed by single steps along one path.
 */
export function isNetwork(net: Net, hidden: readonly boolean[]): boolean {
  const places = net.placesOf.filter((_, cell) => hidden[cell]);
  if (places.some((of) => of.length > 2)) return false;
  const neighbours = net.membersOf.map((): { sum: number; isSameSide: boolean }[] => []);
  for (const [one, other] of places) {
    if (!one || !other) continue;
    const isSameSide = one.sign !== other.sign;
    neighbours[one.sum]?.push({ sum: other.sum, isSameSide });
    neighbours[other.sum]?.push({ sum: one.sum, isSameSide });
  }
  const side = new Map<number, boolean>();
  for (const start of neighbours.keys()) {
    if (side.has(start)) continue;
    side.set(start, true);
    const toDo = [start];
    for (const sum of toDo) {
      for (const { sum: next, isSameSide } of neighbours[sum] ?? []) {
        const expected = side.get(sum) === isSameSide;
        if (!side.has(next)) toDo.push(next);
        else if (side.get(next) !== expected) return false;
        side.set(next, expected);
      }
    }
  }
  return true;
}
