import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datedTable, faultsIn } from "../reference/dated-table.ts";
import { knownPartners } from "./known-partner.ts";
import { PartnerKind, partnerKinds } from "./partner-kind.ts";
import { atLeastIndustry, atLeastPostsecondary, countsAs, PartnerFacts, partnerTables } from "./partner-present.ts";
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
  it.each([
    "NAF",
    "National Academy Foundation",
    "Virtual Enterprise",
    "Virtual Enterprises",
    "Virtual Enterprise International",
    "Virtual Enterprises International",
    "Virtual Enterprise Int'l",
    "Virtual Enterprise Int\u2019l",
    "Justice Resource Center",
    "The Justice Resource Center",
    "PLTW",
    " project  lead THE way ",
    "Project Lead the Way (PLTW)",
    "Project Lead the Way, Inc.",
  ])("%s does not count as industry, whatever it is listed as", (name) => {
    for (const kind of PartnerKind.options) expect(isIndustry({ name, kind })).toBe(false);
    expect(isIndustry({ name })).toBe(false);
  });

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

  it("counts an organization once, however often it is listed and however its name is written", () => {
    const ferry = { name: "Harbor Ferry", kind: "industry" } as const;
    expect(judge(ferry, { ...ferry, name: " harbor  FERRY" })).toMatchObject({
      verdict: "unmet",
      because: [{ facts: { have: 1, need: 2 } }, { code: "partner_listed_again", facts: { names: [" harbor  FERRY"] } }],
    });
    expect(judge(ferry, ferry, { name: "Hill Tools", kind: "industry" }).verdict).toBe("met");
    // Listed once as industry and once as something else, it is listed as industry.
    expect(judge({ ...ferry, kind: "cbo" }, ferry, { name: "Hill Tools", kind: "industry" }).verdict).toBe("met");
    expect(judge(ferry, { name: "Harbor Ferry" }).verdict).toBe("unmet");
    expect(judge({ name: "Harbor Ferry", kind: "cbo" }, { name: "Harbor Ferry" }, { name: "Hill Tools", kind: "industry" }).missing).toEqual([
      "partners.1.kind",
    ]);
  });

  it("counts people where it is asked for people: two may be of one organization", () => {
    const partners = [1, 2].map(() => ({ name: "Harbor Ferry", kind: "industry" }) as const);
    const three = atLeastIndustry(3, { partners, path: "partners", on, tables: partnerTables, counted: "people" });
    expect(three.because).toMatchObject([{ facts: { have: 2, need: 3 } }]);
    expect(three.because).toHaveLength(1);
    expect(atLeastIndustry(2, { partners, path: "partners", on, tables: partnerTables, counted: "people" }).verdict).toBe("met");
  });

  it("does not take two without a name for two organizations, where an agency lays no name down", () => {
    const tables = { ...partnerTables, known: datedTable<never>([]) };
    const count = (need: number, ...partners: PartnerFacts[]) => atLeastIndustry(need, { partners, path: "partners", on, tables });
    expect([count(1, { kind: "industry" }), count(2, { kind: "industry" }, { kind: "industry" })].map(({ verdict }) => verdict)).toEqual(["met", "unknown"]);
    expect(count(2, { kind: "industry" }, { name: "Harbor Ferry", kind: "industry" }).missing).toEqual(["partners.0.name"]);
  });

  it.each([["PLTW", "Harbor Ferry", "Hill Tools"], []])("never grows surer or other because a fact of one is forgotten (%s)", (...names) => {
    const tables = names.length > 0 ? partnerTables : { ...partnerTables, known: datedTable<never>([]) };
    const partner = fc.record({ name: fc.constantFrom("PLTW", "Harbor Ferry", "Hill Tools"), kind: fc.constantFrom("industry", "cbo") }, { requiredKeys: [] });
    fc.assert(
      fc.property(
        fc.array(partner, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.constantFrom("name", "kind"),
        fc.constantFrom(1, 2, 3),
        (partners, place, key, need) => {
          const verdictOf = (list: readonly PartnerFacts[]) => atLeastIndustry(need, { partners: list, path: "partners", on, tables }).verdict;
          const less = partners.map((one, index) => (index === place % partners.length ? { ...one, [key]: undefined } : one));
          expect([verdictOf(partners), "unknown"]).toContain(verdictOf(less));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("takes no empty name: what was left empty is not known", () => {
    expect(PartnerFacts.safeParse({ name: " ", kind: "industry" }).success).toBe(false);
    expect(PartnerFacts.safeParse({ name: "", kind: "industry" }).success).toBe(false);
    expect(PartnerFacts.safeParse({ name: "X" }).success).toBe(true);
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
