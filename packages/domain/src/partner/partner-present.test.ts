import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datedTable, faultsIn } from "../reference/dated-table.ts";
import { knownPartners } from "./known-partner.ts";
import { PartnerKind, partnerKinds } from "./partner-kind.ts";
import { atLeastIndustry, atLeastPostsecondary, countsAs, type PartnerFacts, partnerTables } from "./partner-present.ts";
import { partnerWords } from "./words.ts";

const on = "2026-11-24";
const isIndustry = (partner: PartnerFacts) => countsAs("countsAsIndustry", partner, partnerTables, on);
const judge = (...partners: PartnerFacts[]) => atLeastIndustry(2, { partners, path: "partners", on, tables: partnerTables });

describe("the kinds of partner", () => {
  it("are in a table without faults, every kind in force, each with its source", () => {
    expect([...faultsIn(partnerKinds), ...faultsIn(knownPartners)]).toEqual([]);
    expect(partnerKinds.on(on).map(({ id }) => id)).toEqual(PartnerKind.options);
    for (const row of [...partnerKinds.on(on), ...knownPartners.on(on)]) expect(row.citation).not.toBe("");
  });

  it("count as industry where they are industry, and nowhere else", () => {
    expect(partnerKinds.on(on).filter(({ countsAsIndustry }) => countsAsIndustry)).toMatchObject([{ id: "industry" }]);
    expect(partnerKinds.on(on).filter(({ countsAsPostsecondary }) => countsAsPostsecondary)).toMatchObject([{ id: "postsecondary" }]);
  });

  it("are the office's to decide where the guidance says nothing: unions and public bodies", () => {
    const decided = partnerKinds.on(on).filter(({ authority }) => authority === "office_policy");
    expect(decided.map(({ id }) => id)).toEqual(["labor", "government"]);
  });
});

describe("a partner", () => {
  it.each(["NAF", "Virtual Enterprise", "Virtual Enterprise Int'l", "Justice Resource Center", "PLTW", " project lead THE way "])(
    "%s does not count as industry, whatever it is listed as",
    (name) => {
      for (const kind of PartnerKind.options) expect(isIndustry({ name, kind })).toBe(false);
      expect(isIndustry({ name })).toBe(false);
    },
  );

  it.each(["postsecondary", "labor", "government", "cbo", "education_provider"] as const)("of kind %s does not count as industry", (kind) => {
    expect(isIndustry({ name: "Harbor House", kind })).toBe(false);
    expect(isIndustry({ kind })).toBe(false);
  });

  it("counts where it is industry by its kind and by its name", () => {
    expect(isIndustry({ name: "Harbor Ferry", kind: "industry" })).toBe(true);
  });

  it("is not known to count while its name or its kind is not known", () => {
    expect([isIndustry({ kind: "industry" }), isIndustry({ name: "Harbor Ferry" }), isIndustry({})]).toEqual([undefined, undefined, undefined]);
  });

  it("needs no name where an agency lays none down", () => {
    const tables = { ...partnerTables, known: datedTable<never>([]) };
    expect(countsAs("countsAsIndustry", { kind: "industry" }, tables, on)).toBe(true);
  });

  it("counts where an agency lays its name down as industry, and it is listed as that too", () => {
    const [pltw] = knownPartners.history("pltw");
    const known = datedTable([...knownPartners.on(on), { ...pltw!, id: "harbor-ferry", label: "Harbor Ferry", aliases: [], kind: "industry" as const }]);
    const asIndustry = (kind: PartnerKind) => countsAs("countsAsIndustry", { name: "Harbor Ferry", kind }, { ...partnerTables, known }, on);
    expect([asIndustry("industry"), asIndustry("cbo")]).toEqual([true, false]);
  });

  it("is not known to count where the agency's table has no such kind on that day", () => {
    expect(countsAs("countsAsIndustry", { name: "Harbor Ferry", kind: "industry" }, { ...partnerTables, kinds: datedTable<never>([]) }, on)).toBe(undefined);
    expect(countsAs("countsAsIndustry", { name: "Harbor Ferry", kind: "industry" }, partnerTables, "1999-12-31")).toBe(undefined);
  });

  it("never comes to count because something of it is forgotten", () => {
    const name = fc.option(fc.constantFrom("PLTW", "Harbor Ferry"), { nil: undefined });
    const kind = fc.option(fc.constantFrom(...PartnerKind.options), { nil: undefined });
    const count = fc.constantFrom("countsAsIndustry", "countsAsPostsecondary");
    fc.assert(
      fc.property(name, kind, count, (known, listed, asked) => {
        const whole = countsAs(asked, { name: known, kind: listed }, partnerTables, on);
        for (const part of [{ name: known }, { kind: listed }, {}]) expect([whole, undefined]).toContain(countsAs(asked, part, partnerTables, on));
      }),
    );
  });
});

describe("a list of partners", () => {
  it("with PLTW on it has 1 of 2 industry partners, and says who does not count", () => {
    const judged = judge({ name: "Harbor Ferry", kind: "industry" }, { name: "PLTW", kind: "industry" });
    expect(judged).toMatchObject({
      verdict: "unmet",
      because: [
        { code: "partner_industry_count", facts: { have: 1, need: 2 } },
        { code: "partner_not_industry", facts: { names: ["PLTW"] } },
      ],
    });
    for (const { code } of judged.because) expect(partnerWords).toHaveProperty(code);
  });

  it("with two of industry has enough, and says no more", () => {
    expect(judge({ name: "Harbor Ferry", kind: "industry" }, { name: "Hill Tools", kind: "industry" }, { name: "NAF" })).toMatchObject({
      verdict: "met",
      because: [{ code: "partner_industry_count", facts: { have: 2, need: 2 } }],
    });
  });

  it("names nobody where nobody has a name, and where nobody is on it", () => {
    expect(judge({ kind: "cbo" }).because.map(({ code }) => code)).toEqual(["partner_industry_count"]);
    expect(judge().because.map(({ code }) => code)).toEqual(["partner_industry_count"]);
  });

  it("asks for what it lacks of each partner that may count", () => {
    expect(judge({ name: "Harbor Ferry", kind: "industry" }, { kind: "industry" }, {}).missing).toEqual([
      "partners.1.name",
      "partners.2.name",
      "partners.2.kind",
    ]);
  });

  it("that is not there is not known", () => {
    const judged = atLeastPostsecondary(1, { partners: undefined, path: "partners", on, tables: partnerTables });
    expect(judged).toMatchObject({ verdict: "unknown", missing: ["partners"] });
  });

  it("counts a college as postsecondary and not as industry", () => {
    const partners = [{ name: "Harbor College", kind: "postsecondary" }] as const;
    expect(atLeastPostsecondary(1, { partners, path: "partners", on, tables: partnerTables }).verdict).toBe("met");
    expect(judge(...partners, ...partners).verdict).toBe("unmet");
  });

  it("counts only those that are what is asked besides, and asks for that too", () => {
    const partners: (PartnerFacts & { isInField?: boolean })[] = [
      { name: "Harbor Ferry", kind: "industry", isInField: false },
      { name: "Hill Tools", kind: "industry" },
    ];
    const inField = { key: "isInField", isSo: ({ isInField }: { isInField?: boolean }) => isInField } as const;
    expect(atLeastIndustry(1, { partners, path: "partners", on, tables: partnerTables, besides: inField })).toMatchObject({
      verdict: "unknown",
      missing: ["partners.1.isInField"],
    });
    expect(atLeastIndustry(2, { partners, path: "partners", on, tables: partnerTables, besides: inField }).verdict).toBe("unmet");
  });
});
