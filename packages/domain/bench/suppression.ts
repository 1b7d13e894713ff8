import { auditPublication, type CountSystem, type HidingPolicy, hiddenMark, localLaw114Hiding, publishCounts } from "../src/index.ts";
import { crossSystem } from "../test/count-systems.ts";

// `node bench/suppression.ts`: how many cells are hidden beside the fewest that keep anybody from solving the sums, how many tables
// are refused, and how long it takes. Tables are invented, and the same every time.

let state = 114_2024;
const roll = (sides: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * sides);
};
const between = (least: number, most: number) => least + roll(most - least + 1);
const percent = (share: number) => roll(100) < share;
const mixes: Readonly<Record<string, () => number>> = {
  "few small": () => (percent(10) ? between(1, 5) : between(6, 200)),
  sparse: () => (percent(30) ? 0 : percent(40) ? between(1, 5) : between(6, 60)),
  "mostly small": () => (percent(20) ? 0 : percent(70) ? between(1, 5) : between(6, 20)),
  "half of them 1": () => (percent(50) ? 1 : percent(50) ? 0 : between(1, 9)),
};
const table = (rows: number, columns: number, count: () => number) => crossSystem(Array.from({ length: rows }, () => Array.from({ length: columns }, count)));
const isSmall = (count: number) => count >= 1 && count <= 5;
const totalsFirst: HidingPolicy = { ...localLaw114Hiding, hidesFirst: "totals" };

/** The fewest cells that may be hidden, by trying all: against somebody who solves the sums, and does not even know the method. */
function fewestHidden(system: CountSystem): number {
  const small = [...system.cells.keys()].filter((cell) => isSmall(system.cells[cell] ?? 0));
  const others = [...system.cells.keys()].filter((cell) => (system.cells[cell] ?? 0) > 5);
  const isSafe = (beside: readonly number[]) => {
    const hidden = new Set([...small, ...beside]);
    const published = system.cells.map((count, cell) => (hidden.has(cell) ? hiddenMark : count));
    return auditPublication(system, published).countsComputable === 0;
  };
  const some = (from: number, left: number, chosen: readonly number[]): boolean =>
    left === 0
      ? isSafe(chosen)
      : others.slice(from).some((cell, index) => from + index + left <= others.length && some(from + index + 1, left - 1, [...chosen, cell]));
  for (let more = 0; ; more++) if (some(0, more, [])) return small.length + more;
}

const hiddenBy = (system: CountSystem, policy: HidingPolicy) => {
  const published = publishCounts(system, policy);
  return published.ok ? published.value.filter((count) => count === hiddenMark).length : undefined;
};

console.log("| 3 × 3 with totals | tables | small counts | fewest hidden | hidden by us | beside the fewest | refused | refused, totals hidden first |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const [mix, count] of Object.entries(mixes)) {
  const so = { tables: 0, small: 0, fewest: 0, ours: 0, refused: 0, refusedTotals: 0 };
  while (so.tables < 250) {
    const system = table(3, 3, count);
    if (!system.cells.some(isSmall)) continue;
    so.tables++;
    if (hiddenBy(system, totalsFirst) === undefined) so.refusedTotals++;
    const ours = hiddenBy(system, localLaw114Hiding);
    if (ours === undefined) {
      so.refused++;
      continue;
    }
    so.small += system.cells.filter(isSmall).length;
    so.ours += ours;
    so.fewest += fewestHidden(system);
  }
  console.log(
    `| ${mix} | ${so.tables} | ${so.small} | ${so.fewest} | ${so.ours} | ${(so.ours / so.fewest).toFixed(2)} × | ${so.refused} | ${so.refusedTotals} |`,
  );
}
console.log(
  "\nThe fewest keep off somebody who solves the sums and does not know how the cells were chosen; ours keep off those who know the method too. Refused tables are in neither.",
);

console.log("\n| table with totals | hidden a small count | refused of 10 | ms a table |");
console.log("| --- | ---: | ---: | ---: |");
for (const [rows, columns] of [
  [12, 9],
  [120, 9],
  [400, 9],
] as const) {
  let [small, hidden, refused, took] = [0, 0, 0, 0];
  for (let time = 0; time < 10; time++) {
    const system = table(rows, columns, mixes.sparse as () => number);
    const begun = performance.now();
    const ours = hiddenBy(system, localLaw114Hiding);
    took += performance.now() - begun;
    if (ours === undefined) refused++;
    else {
      hidden += ours;
      small += system.cells.filter(isSmall).length;
    }
  }
  console.log(`| ${rows} × ${columns}, sparse | ${(hidden / small).toFixed(2)} | ${refused} | ${(took / 10).toFixed(1)} |`);
}
