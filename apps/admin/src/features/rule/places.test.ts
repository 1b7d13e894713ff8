import { expect, it } from "vitest";
import { sentences, subjects } from "../../lib/agency.ts";
import { fieldOf, type Path } from "../../lib/schema-field.ts";
import { factName } from "./labels.ts";
import { placesIn } from "./places.ts";

it("offers every fact to imagine otherwise under the name that it has in the chosen language", () => {
  const subject = subjects.find(({ id }) => id === "commission-proxy");
  if (!subject) throw new Error("the agency asks it");
  const form = fieldOf(subject.facts);
  const draft = { partnersAtReview: [{ name: "Example Builders" }] };
  const labels = (language: "en" | "es") => {
    const nameIn = (path: Path) => (language === "en" ? undefined : factName(subject.id, path, { form, words: sentences, language }));
    return placesIn(form, draft, { language, nameIn }).map(({ label }) => label);
  };
  const [en, es] = [labels("en"), labels("es")];
  expect(en).toContain("Career cluster of the program");
  expect(es).toContain("Área profesional del programa");
  expect(es.length).toBe(en.length);
  expect(es.filter((label) => en.includes(label))).toEqual([]);
});
