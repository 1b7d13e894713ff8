import { describe, expect, expectTypeOf, it } from "vitest";
import { nycWithRules } from "../agency/nyc-rules/index.ts";
import type { CsvFault } from "../interchange/csv.ts";
import { type DomainRefusal, type DomainRefusalCode, refusalCodes } from "../refusal-codes.ts";
import { type Phrase, type Sentence, sayQuestion } from "../rule/explain.ts";
import { csvFaultWords } from "./csv-fault-words.ts";
import { faultWords } from "./fault-words.ts";
import { refusalWords } from "./refusal-words.ts";
import { sayFault, sayRefusal } from "./say.ts";
import { everyNounsWords, words } from "./words.ts";

const sentencesOf = (phrase: Phrase): Sentence[] => ("met" in phrase ? [phrase.met, phrase.unmet] : [phrase]);
const all = Object.entries<Phrase>({ ...words, ...refusalWords, ...faultWords, ...csvFaultWords }).flatMap(([code, phrase]) =>
  sentencesOf(phrase).map((sentence) => [code, sentence] as const),
);
const holesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

type Holes<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;
type FactsOf<Code extends DomainRefusalCode> = keyof Extract<DomainRefusal, { code: Code }>;
type CsvHolesWithoutFact = {
  [Code in CsvFault["code"]]: Exclude<Holes<(typeof csvFaultWords)[Code]["en" | "es"]>, keyof Extract<CsvFault, { code: Code }>>;
}[CsvFault["code"]];
type HolesWithoutFact = {
  [Code in DomainRefusalCode]: Exclude<Holes<(typeof refusalWords)[Code]["en" | "es"]>, FactsOf<Code>>;
}[DomainRefusalCode];

describe("the message catalogue", () => {
  it.each(all)("%s is said in both languages, with the same facts", (_, { en, es }) => {
    for (const text of [en, es]) {
      expect(text).toBe(text.trim().normalize("NFC"));
      expect(text).not.toBe("");
    }
    expect(holesIn(es)).toEqual(holesIn(en));
  });

  it("gives no two sentences to one code, whichever noun says it", () => {
    const said = new Map<string, Phrase>();
    const twice = everyNounsWords.flatMap((own) =>
      Object.entries<Phrase>(own).filter(([code, phrase]) => {
        const before = said.get(code);
        said.set(code, phrase);
        return before !== undefined && JSON.stringify(before) !== JSON.stringify(phrase);
      }),
    );
    expect(twice.map(([code]) => code)).toEqual([]);
    expect(Object.keys(words).length).toBe(said.size);
  });

  it.each(Object.values(nycWithRules.subjects))("asks $id in both languages, in English as the subject itself does", (subject) => {
    const [en, es] = (["en", "es"] as const).map((language) => sayQuestion(subject, { words, language }));
    expect(en).toBe(subject.title);
    expect(es).toMatch(/^¿\p{Lu}.+\?$/u);
    expect(words).toHaveProperty([`subject:${subject.id}`]);
  });

  it("has a sentence for every refusal, and a fact for every hole of it", () => {
    expect(Object.keys(refusalWords).toSorted()).toEqual([...refusalCodes].toSorted());
    expectTypeOf<HolesWithoutFact>().toEqualTypeOf<never>();
    expectTypeOf<CsvHolesWithoutFact>().toEqualTypeOf<never>();
  });

  it.each(Object.entries({ ...refusalWords, ...csvFaultWords }))("%s ends as a sentence does", (_, { en, es }) => {
    for (const text of [en, es]) expect(text).toMatch(/^[\p{Lu}¿].+\.$/u);
  });
});

describe("sayRefusal", () => {
  it("fills in the facts, in either language", () => {
    const refusal = { code: "party_too_large", partySizeLimit: 4 } as const;
    expect(sayRefusal(refusal, "en")).toBe("At most 4 may sign up together. Make the group smaller.");
    expect(sayRefusal(refusal, "es")).toBe("Como máximo 4 pueden inscribirse juntas. Reduzca el grupo.");
  });

  it("shows the hole where a fact did not come along, and no value of the code's own", () => {
    expect(sayRefusal({ code: "party_too_large" }, "en")).toContain("{partySizeLimit}");
  });
});

it("a fault is said beside its field", () => {
  expect(sayFault("session_in_the_past", "en")).toBe("lies in the past: choose a later time");
});
