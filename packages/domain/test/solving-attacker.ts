import type { CountSystem } from "../src/index.ts";

/** How a table is published: the numbers with marks among them, or `undefined` where nothing is. */
export type Method = (system: CountSystem) => readonly unknown[] | undefined;

/**
 * Other whole numbers that the published table could stand for: the same numbers shown, every sum right, nothing hidden zero, and
 * this cell different. Solved over the integers by trying which cells make up for which, the fewest changes first. It shares no
 * code with what it attacks.
 */
export function* solutions({ cells, sums }: CountSystem, isHidden: (cell: number) => boolean, cell: number, mostChanges: number): Generator<number[]> {
  const table = cells.slice();
  const off = sums.map(() => 0);
  const members = sums.map(({ total, parts }) => [...parts.map((part) => [part, 1] as const), [total, -1] as const]);
  const places = cells.map((_, at) => members.flatMap((of, sum) => of.filter(([one]) => one === at).map(([, sign]) => [sum, sign] as const)));
  const step = (at: number, change: number) => {
    table[at] = (table[at] ?? 0) + change;
    for (const [sum, sign] of places[at] ?? []) off[sum] = (off[sum] ?? 0) + sign * change;
  };
  const changed = new Set<number>();
  function* mend(left: number): Generator<number[]> {
    const sum = off.findIndex((by) => by !== 0);
    if (sum < 0) {
      if (left === 0) yield table.slice();
      return;
    }
    if (left === 0) return;
    for (const [at, sign] of members[sum] ?? []) {
      if (changed.has(at) || !isHidden(at)) continue;
      const change = (off[sum] ?? 0) * sign > 0 ? -1 : 1;
      if ((table[at] ?? 0) + change < 1) continue;
      changed.add(at);
      step(at, change);
      yield* mend(left - 1);
      step(at, -change);
      changed.delete(at);
    }
  }
  for (let changes = 0; changes < mostChanges; changes++) {
    for (const change of [1, -1]) {
      if ((table[cell] ?? 0) + change < 1) continue;
      changed.add(cell);
      step(cell, change);
      yield* mend(changes);
      step(cell, -change);
      changed.delete(cell);
    }
  }
}

const isSame = (one: readonly unknown[] | undefined, other: readonly unknown[]) =>
  one?.length === other.length && one.every((value, at) => value === other[at]);

/**
 * The hidden cells whose value this attacker finds: no other solution differs there and is published in the same way by the method,
 * which the attacker runs again on each. Without a method the attacker knows only the sums, and looks at all solutions.
 */
export function computedCells(system: CountSystem, published: readonly unknown[], method?: Method, mostChanges = 14): readonly number[] {
  const unseen = new Set(system.unpublished);
  const isHidden = (cell: number) => typeof published[cell] !== "number" || unseen.has(cell);
  const hasTwoValues = new Set<number>();
  const found: number[] = [];
  for (const cell of system.cells.keys()) {
    if (!isHidden(cell) || system.cells[cell] === 0 || unseen.has(cell) || hasTwoValues.has(cell)) continue;
    for (const cells of solutions(system, isHidden, cell, mostChanges)) {
      if (method && !isSame(method({ ...system, cells }), published)) continue;
      for (const [at, count] of cells.entries()) if (count !== system.cells[at]) hasTwoValues.add(at);
      break;
    }
    if (!hasTwoValues.has(cell)) found.push(cell);
  }
  return found;
}

/**
 * Cells whose value is given away to somebody who publishes every table there can be, each number up to the largest, and lays side
 * by side those that come out alike. Nothing is left to cleverness: it is the whole truth about a small world. Tables with a number
 * at its edge are only compared with, since their neighbours lie outside.
 */
export function givenAway(worlds: Iterable<CountSystem>, method: Method, isJudged: (system: CountSystem) => boolean, isSecret: (count: number) => boolean) {
  const alike = new Map<string, CountSystem[]>();
  for (const system of worlds) {
    const published = method(system);
    if (!published) continue;
    const key = published.join();
    const group = alike.get(key);
    if (group) group.push(system);
    else alike.set(key, [system]);
  }
  const given: { cells: readonly number[]; cell: number; published: string }[] = [];
  let judged = 0;
  for (const [published, group] of alike) {
    const marks = published.split(",");
    const constant = marks.map((mark, cell) => Number.isNaN(Number(mark)) && group.every(({ cells }) => cells[cell] === group[0]?.cells[cell]));
    for (const system of group.filter(isJudged)) {
      judged++;
      for (const [cell, count] of system.cells.entries()) if (constant[cell] && isSecret(count)) given.push({ cells: system.cells, cell, published });
    }
  }
  return { given, judged };
}
