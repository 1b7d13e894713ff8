import fc from "fast-check";
import { expect } from "vitest";
import * as z from "zod";
import type { IsoDate, Phrase, Subject, Words } from "../src/index.ts";

/** The facts that a schema takes, as words name them: keys joined by dots, without the places in a list. Groups and lists have a name too. */
export function factKeys(schema: z.ZodType, at = ""): string[] {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  if (inner instanceof z.ZodArray) return factKeys(inner.element as z.ZodType, at);
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([key, value]) => [`${at}${key}`, ...factKeys(value, `${at}${key}.`)]);
}

/** Facts without a title: a form and the command line would not know what to call them. */
export function untitledFacts(schema: z.ZodType, at = ""): string[] {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  if (inner instanceof z.ZodArray) return untitledFacts(inner.element as z.ZodType, at);
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([key, value]) => [
    ...(value.meta()?.title ? [] : [`${at}${key}`]),
    ...untitledFacts(value, `${at}${key}.`),
  ]);
}

/** Holds a noun to its words: every rule, every fact and every reason that turns up has its sentence in English and Spanish, with holes that the reason fills. */
export function expectAllIsSaid<Facts extends object>(subject: Subject<Facts>, words: Words, facts: fc.Arbitrary<Facts>, days: readonly IsoDate[]): void {
  const needed = [...subject.rules.ids().map((id) => `rule:${id}`), ...factKeys(subject.facts).map((key) => `fact:${subject.id}.${key}`)];
  expect(needed.filter((code) => !(code in words))).toEqual([]);
  expect(untitledFacts(subject.facts)).toEqual([]);
  const holesOf = (phrase: Phrase, isMet: boolean) => {
    const { en, es } = "met" in phrase ? (isMet ? phrase.met : phrase.unmet) : phrase;
    return [en, es].flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, hole]) => hole ?? ""));
  };
  fc.assert(
    fc.property(facts, fc.constantFrom(...days), (known, on) => {
      for (const rule of subject.rules.on(on))
        for (const { code, facts: told, verdict } of rule.check(known, on).because) {
          if (code === "not_known") continue;
          const phrase = words[code];
          expect(phrase, code).toBeDefined();
          if (phrase) for (const hole of holesOf(phrase, verdict === "met")) expect(told, `${code} in ${rule.id}`).toHaveProperty(hole);
        }
    }),
  );
}
