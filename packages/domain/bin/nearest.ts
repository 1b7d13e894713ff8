/** How many letters must change, come or go to make one word of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, mine] of [...other].entries()) next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (mine === letter ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** ` Did you mean x?` where one of the words is near, and nothing otherwise. */
export function nearest(word: string, words: readonly string[]): string {
  const [first] = words.map((one) => ({ one, far: distance(word, one) })).toSorted((a, b) => a.far - b.far);
  return first && first.far <= Math.max(2, word.length / 4) ? ` Did you mean ${first.one}?` : "";
}
