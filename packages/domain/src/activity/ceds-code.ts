import type { CedsOptionId } from "../reference/ceds-option.ts";
import type { CedsFacts } from "./activity-type.ts";

/**
 * For a type that the standard has one code for.
 *
 * @example
 * cedsCode("JobShadowing")({}) // "JobShadowing"
 */
// @__NO_SIDE_EFFECTS__
export const cedsCode =
  (id: CedsOptionId) =>
  (_facts: CedsFacts): CedsOptionId | undefined =>
    id;

/**
 * For a type that the standard codes by whether it is paid.
 *
 * @example
 * cedsCodeByPay("PaidInternship", "UnpaidInternship")({}) // undefined
 */
// @__NO_SIDE_EFFECTS__
export const cedsCodeByPay =
  (paid: CedsOptionId, unpaid: CedsOptionId) =>
  ({ isPaid }: CedsFacts): CedsOptionId | undefined =>
    isPaid === undefined ? undefined : isPaid ? paid : unpaid;

/**
 * For a type that the standard has no code for.
 *
 * @example
 * noCedsCode({}) // undefined
 */
export const noCedsCode = (_facts: CedsFacts): CedsOptionId | undefined => undefined;
