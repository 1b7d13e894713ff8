/**
 * Rows while somebody points at them or works in them: whatever was shown stays where it was, with what is true of it now,
 * and what is new waits until it is asked for. A row never slips away from under a pointer that is about to press on it.
 */
export function heldRows<Row extends { id: string }>(
  shown: readonly string[],
  wanted: readonly Row[],
  all: readonly Row[],
): { rows: readonly Row[]; fresh: readonly Row[] } {
  const byId = new Map(all.map((row) => [row.id, row]));
  const known = new Set(shown);
  return { rows: shown.flatMap((id) => byId.get(id) ?? []), fresh: wanted.filter((row) => !known.has(row.id)) };
}
