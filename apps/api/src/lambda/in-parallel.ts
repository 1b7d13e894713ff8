const atOnce = 8;

/** Runs over all of a list, some at a time: the table and the machine have other work too. */
export async function inParallel<Work>(work: readonly Work[], run: (one: Work) => Promise<void>): Promise<void> {
  const left = [...work];
  const runner = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await run(one);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, left.length) }, runner));
}
