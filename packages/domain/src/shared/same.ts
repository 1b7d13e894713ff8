/**
 * Whether two plain values hold the same, whatever the order of their keys: a record that comes back from a store may have
 * its keys in another order than the one that went in. A key that holds `undefined` is as good as absent.
 *
 * @example
 * isSame({ a: 1, b: [2] }, { b: [2], a: 1 }) // true
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one, other] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => isSame(left[key], right[key]));
}
