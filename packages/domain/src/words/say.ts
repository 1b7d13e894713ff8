import type { DomainRefusalCode } from "../refusal-codes.ts";
import type { Language } from "../rule/explain.ts";
import { type FaultReason, faultWords } from "./fault-words.ts";
import { refusalWords } from "./refusal-words.ts";

/**
 * A refusal as a sentence: what is the case, and what to do. Takes a refusal as a decision gave it, or as it came over a wire.
 *
 * @example
 * sayRefusal({ code: "capacity_out_of_range", min: 1, max: 100 }, "en") // "The capacity must be a whole number from 1 to 100."
 */
export function sayRefusal(refusal: Readonly<{ code: DomainRefusalCode }>, language: Language): string {
  const facts: Readonly<Record<string, unknown>> = { ...refusal };
  return refusalWords[refusal.code][language].replace(/\{(\w+)\}/g, (hole, name: string) => (facts[name] === undefined ? hole : String(facts[name])));
}

/**
 * What is wrong with a field or an answer, for the place beside it.
 *
 * @example
 * sayFault("required", "es") // "es obligatorio"
 */
export const sayFault = (reason: FaultReason, language: Language): string => faultWords[reason][language];
