import type { Stated } from "../reference/sourced.ts";
import type { Judgement } from "../rule/finding.ts";
import { decide, given, unknown } from "../rule/judge.ts";

/** How long one activity is: hours on a day, or days from the first to the last. */
export interface DurationFacts {
  lengthHours?: number | undefined;
  lengthDays?: number | undefined;
}

/** Bounds with their unit, both of them allowed. Days count from the first to the last, weekends between them too: two weeks are 14. */
export interface DurationBounds {
  unit: "hours" | "days";
  min: number;
  max: number;
}

const keys = { hours: "lengthHours", days: "lengthDays" } as const satisfies Record<DurationBounds["unit"], keyof DurationFacts>;

/**
 * Whether a length is within what is stated for the type. Unknown where nothing is stated, or the length is not known in that unit.
 *
 * @example
 * judgeDuration(tour, { lengthHours: 3 }).verdict // "unmet"
 */
export function judgeDuration({ duration }: { duration?: Stated<DurationBounds> | undefined }, facts: DurationFacts): Judgement {
  if (!duration) return unknown([], "activity_length_not_stated", {});
  const { unit, min, max } = duration.value;
  return given(facts, [keys[unit]], (known) => {
    const have = known[keys[unit]];
    return decide(min <= have && have <= max, `activity_length_in_${unit}`, { have, min, max });
  });
}
