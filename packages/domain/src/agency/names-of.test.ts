import { describe, expect, it } from "vitest";
import { MeetingPlace } from "../opportunity/school-request.ts";
import { clusters } from "../reference/cluster.ts";
import { datedTable } from "../reference/dated-table.ts";
import { evaluate } from "../rule/evaluate.ts";
import { explain, type Sentence, sayReason, type Words } from "../rule/explain.ts";
import { rulesOn } from "../rule/rule.ts";
import { words } from "../words/words.ts";
import { namesOf } from "./names-of.ts";
import { nyc } from "./nyc/index.ts";
import { nycWithRules } from "./nyc-rules/index.ts";

const on = "2026-11-24";
const told: Words = { ...words, ...namesOf(nyc) };
const say = (code: string, facts: Record<string, string | string[]>, language: "en" | "es", subjectId = "matching") =>
  sayReason({ code, verdict: "unmet", facts }, { words: told, language, subjectId });

describe("the names of an agency's rows", () => {
  it.each([
    ["match_activity", nyc.activityTypes.ids()],
    ["match_boroughs", nyc.boroughs.ids()],
    ["match_sector", nyc.commissions.ids()],
    ["match_cluster", clusters.ids()],
    ["match_place", MeetingPlace.options],
  ])("stand in place of ids wherever %s tells one, in both languages", (code, ids) => {
    for (const id of ids)
      for (const language of ["en", "es"] as const) {
        const name = (told[`value:matching.offered.${id}`] ?? told[`value:${id}`]) as Sentence | undefined;
        expect(name, id).toBeDefined();
        expect(say(code, { offered: id, asked: [id] }, language).split(name?.[language] ?? id)).toHaveLength(3);
      }
  });

  it("make a sentence that a reader knows every word of", () => {
    const facts = {
      offer: { activityTypeId: "act_career-day", place: "school" },
      request: { activityTypeId: "act_internship", places: ["online", "workplace"] },
    };
    const evaluation = evaluate(rulesOn(nycWithRules.subjects.matching, on), facts as never);
    const titles = ["act_career-day", "act_internship"].map((id) => nyc.activityTypes.find(id as never, on)?.title);
    const spanish = explain(evaluation, { words: told, language: "es" });
    expect(spanish).toContain(`Se ofrece: ${titles[0]?.es}; se pide: ${titles[1]?.es}.`);
    expect(spanish).toContain("Se realiza en la escuela; lo que serviría es: en línea, en el lugar de trabajo.");
    expect(explain(evaluation, { words: told })).toContain("It takes place at the school; what would do is: online, at the workplace.");
  });

  it("name the clusters of a commission that does not fit, in the reader's language", () => {
    const facts = { cluster: "construction", clusters: ["healthcare-and-human-services", "education"] };
    expect(say("proxy_sector", facts, "es", "commission-proxy")).toBe(
      "El campo del programa es Construcción; los de la comisión son Salud y servicios humanos, Educación.",
    );
  });

  it("are the last ones that the rows had", () => {
    const row = { ...nyc.boroughs.on(on)[0]!, to: "2020-12-31" } as const;
    const boroughs = datedTable([row, { ...row, label: "The Bronx", from: "2021-01-01", to: "2025-12-31" }]);
    expect(namesOf({ ...nyc, boroughs })[`value:${row.id}`]).toEqual({ en: "The Bronx", es: "The Bronx" });
  });
});
