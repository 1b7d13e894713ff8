/**
 * Facts as a schema takes them, from JSON that somebody has filled in: without what is `null`, JSON's way to say that something is not
 * known, and without a list of nothing but blank rows, which nobody has filled in either. A blank row beside others stays: somebody is
 * there of whom nothing is known. So does a `null` in a list, since its place would shift: the schema refuses it.
 *
 * @example
 * knownFacts({ schoolId: null, partners: [{ name: "Example Builders", kind: null }], meetings: [{ heldOn: null }] }) // { partners: [{ name: "Example Builders" }] }
 */
export function knownFacts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(knownFacts);
  if (!isTree(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (inner === null || isUnfilled(inner) ? [] : [[key, knownFacts(inner)]])));
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const isUnfilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isBlank);
const isBlank = (value: unknown): boolean =>
  isTree(value) && Object.keys(value).length > 0 && Object.values(value).every((inner) => inner === null || isBlank(inner) || isUnfilled(inner));
