/** Trials run small in `npm test` and whole in `pnpm prove`. */
const isWhole = process.env.PROVE === "1";

export const trial = {
  rounds: isWhole ? 20 : 3,
  editingRounds: isWhole ? 200 : 40,
  seeds: isWhole ? [1, 2, 3] : [1],
};

export const roundsOf = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
