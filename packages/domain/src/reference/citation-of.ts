import type { DateSpan } from "../shared/date.ts";
import type { Source } from "./source.ts";

/**
 * Where a row comes from and when it holds, without what else the row says: what a rule that is made of it cites.
 *
 * @example
 * citationOf({ ...ruleRow, label: "Y" }) // { authority: "editorial", citation: "none", retrievedOn: "2026-11-24", confidence: "verified", from: "2026-01-01" }
 */
// @__NO_SIDE_EFFECTS__
export function citationOf({ authority, citation, url, retrievedOn, confidence, from, to }: Source & DateSpan): Source & DateSpan {
  return { authority, citation, ...(url !== undefined && { url }), retrievedOn, confidence, from, ...(to !== undefined && { to }) };
}
