import fc from "fast-check";
import * as z from "zod";
import type { Subject } from "../src/index.ts";

/** Values worth trying for a fact, by its key without places: `awareness.hours`. What is not named is tried as its schema allows. */
export type WorthTrying = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** Any facts that a subject takes, each of them there or not. */
export const arbitraryFacts = <Facts extends object>(subject: Subject<Facts>, worthTrying: WorthTrying = {}): fc.Arbitrary<Facts> =>
  arbitraryOf(subject.facts, worthTrying, "") as fc.Arbitrary<Facts>;

function arbitraryOf(schema: z.ZodType, worthTrying: WorthTrying, at: string): fc.Arbitrary<unknown> {
  const named = worthTrying[at];
  if (named) return named;
  if (schema instanceof z.ZodOptional) return arbitraryOf(schema.unwrap() as z.ZodType, worthTrying, at);
  if (schema instanceof z.ZodArray) return fc.array(arbitraryOf(schema.element as z.ZodType, worthTrying, at && `${at}[]`), { maxLength: 4 });
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return fc.integer({ min: Math.max(0, schema.minValue ?? 0), max: Math.min(1000, schema.maxValue ?? 1000) });
  if (schema instanceof z.ZodObject) {
    const model = Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, value]): [string, fc.Arbitrary<unknown>] => [
      key,
      arbitraryOf(value, worthTrying, `${at.replace(/\[\]$/, "")}${at === "" ? "" : "."}${key}`),
    ]);
    return fc.record(Object.fromEntries(model), { requiredKeys: [] });
  }
  throw new Error(`say what is worth trying for ${at}`);
}
