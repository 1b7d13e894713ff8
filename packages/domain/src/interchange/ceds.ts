import type { ActivityType } from "../activity/activity-type.ts";
import type { CedsOptionId } from "../reference/ceds-option.ts";
import type { CedsElementId } from "../shared/ceds-code.ts";
import { column } from "./csv.ts";

/** The element of the Common Education Data Standards that names the kind of a work-based learning experience. */
export const cedsWorkBasedLearningElement = "001499" as CedsElementId;

/** An activity type in the words of CEDS. */
export interface CedsValue {
  elementId: CedsElementId;
  optionCode: CedsOptionId;
}

/**
 * What an activity is in the words of CEDS. Absent where the standard has no code for its type, or where the code depends on
 * whether it is paid and that is not known: nothing is filed as `Other` for want of an answer.
 *
 * @example
 * cedsValue({ ceds: () => "JobShadowing" }) // { elementId: "001499", optionCode: "JobShadowing" }
 * cedsValue({ ceds: ({ isPaid }) => (isPaid === undefined ? undefined : "PaidInternship") }) // undefined
 */
export function cedsValue(type: Pick<ActivityType, "ceds">, facts: Parameters<ActivityType["ceds"]>[0] = {}): CedsValue | undefined {
  const optionCode = type.ceds(facts);
  return optionCode && { elementId: cedsWorkBasedLearningElement, optionCode };
}

/** The mapping as a table, a row an activity type: its code where it is paid and where it is not, which mostly are the same. */
export const cedsColumns = [
  column("activity_type_id", "text", ({ id }: ActivityType) => id),
  column("label", "text", ({ label }: ActivityType) => label),
  column("ceds_element_id", "text", (type: ActivityType) => (cedsValue(type, { isPaid: true }) ?? cedsValue(type, { isPaid: false }))?.elementId),
  column("ceds_option_code_if_paid", "text", (type: ActivityType) => cedsValue(type, { isPaid: true })?.optionCode),
  column("ceds_option_code_if_unpaid", "text", (type: ActivityType) => cedsValue(type, { isPaid: false })?.optionCode),
] as const;
