/** Well under what a request has (http/frame.ts): whoever asks for many things must hear what became of those that were done. */
const beginsWithinMilliseconds = 1500;

/** Asked before each of many things: whether there is time to begin it. The first is always begun, so that asking again gets on. */
export function beginsWithin(milliseconds: number = beginsWithinMilliseconds): () => boolean {
  const beganAt = performance.now();
  let begun = 0;
  return () => begun++ === 0 || performance.now() - beganAt <= milliseconds;
}
