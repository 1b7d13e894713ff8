import type { CsvFault } from "../interchange/csv.ts";
import type { DomainRefusalCode } from "../refusal-codes.ts";
import type { Language, Sentence } from "../rule/explain.ts";
import { fillHoles } from "../rule/fill-holes.ts";
import { csvFaultWords } from "./csv-fault-words.ts";
import { type FaultReason, faultWords } from "./fault-words.ts";
import { refusalWords } from "./refusal-words.ts";

const fill = (sentence: Sentence, language: Language, facts: Readonly<Record<string, unknown>>): string =>
  fillHoles(sentence[language], facts, (fact) => (Array.isArray(fact) ? fact.join(", ") : String(fact)));

/**
 * A refusal as a sentence: what is the case, and what to do. Takes a refusal as a decision gave it, or as it came over a wire.
 *
 * @example
 * sayRefusal({ code: "capacity_out_of_range", min: 1, max: 100 }, "en") // "The capacity must be a whole number from 1 to 100."
 */
export const sayRefusal = (refusal: Readonly<{ code: DomainRefusalCode }>, language: Language): string =>
  fill(refusalWords[refusal.code], language, { ...refusal });

/**
 * What is wrong with a field or an answer, for the place beside it.
 *
 * @example
 * sayFault("required", "es") // "es obligatorio"
 */
export const sayFault = (reason: FaultReason, language: Language): string => faultWords[reason][language];

/**
 * Why a CSV file cannot be read, and what to do.
 *
 * @example
 * sayCsvFault({ code: "csv_columns_missing", columnIds: ["name", "kind"] }, "en") // "Columns are missing: name, kind. Write their names in the first row."
 */
export const sayCsvFault = (fault: CsvFault, language: Language): string => fill(csvFaultWords[fault.code], language, { ...fault });
