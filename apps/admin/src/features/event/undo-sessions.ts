import type { SessionFormValues } from "./event-form-values.ts";

/**
 * The table as it stands now, without one thing that was done in it: what that changed is as it was before, what was typed since stays.
 *
 * @param before the sessions before it was done
 * @param after  the sessions right after
 * @param now    the sessions as they stand
 */
export function withoutStep(before: readonly SessionFormValues[], after: readonly SessionFormValues[], now: readonly SessionFormValues[]): SessionFormValues[] {
  const byKey = (rows: readonly SessionFormValues[]) => new Map(rows.map((row) => [row.key, row]));
  const [was, became, stands] = [byKey(before), byKey(after), byKey(now)];
  const kept = before.flatMap((row) => {
    const made = became.get(row.key);
    const current = stands.get(row.key);
    if (!made) return [row];
    return current ? [restored(row, made, current)] : [];
  });
  // Rows that came by something else since, and stay.
  const added = now.filter((row) => !was.has(row.key) && !became.has(row.key));
  return [...kept, ...added];
}

/** Field by field: what the step changed goes back, unless it was changed again. */
function restored(was: SessionFormValues, made: SessionFormValues, now: SessionFormValues): SessionFormValues {
  const fields = Object.keys(now) as (keyof SessionFormValues)[];
  return Object.fromEntries(fields.map((field) => [field, now[field] === made[field] ? was[field] : now[field]])) as unknown as SessionFormValues;
}
