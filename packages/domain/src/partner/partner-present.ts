import * as z from "zod";
import { type DatedTable, findNamed } from "../reference/dated-table.ts";
import { rowsIn } from "../reference/rows-in.ts";
import { type Answer, isAll, isAny } from "../rule/answer.ts";
import type { Judgement } from "../rule/finding.ts";
import { also, atLeast } from "../rule/judge.ts";
import type { IsoDate } from "../shared/date.ts";
import { nameKey } from "../shared/name-key.ts";
import { type KnownPartnerRow, knownPartners } from "./known-partner.ts";
import { PartnerKind, type PartnerKindRow, partnerKinds } from "./partner-kind.ts";

/** A partner as a fact of a rule: the organisation's name and what it is listed as. */
export const PartnerFacts = z.strictObject({
  name: z.string().max(140).regex(/\S/, "is needed").optional().meta({ title: "Organization's name" }),
  kind: PartnerKind.optional().meta({ title: "Kind of partner", ...rowsIn("partner_kinds") }),
});
export type PartnerFacts = z.infer<typeof PartnerFacts>;

/** The tables that say what a partner counts as. A second agency brings its own. */
export interface PartnerTables {
  kinds: DatedTable<PartnerKindRow>;
  known: DatedTable<KnownPartnerRow>;
}

/** The tables of this package. */
export const partnerTables: PartnerTables = { kinds: partnerKinds, known: knownPartners };

type Count = "countsAsIndustry" | "countsAsPostsecondary";

/**
 * Whether a partner counts as what is asked for. The kind that it is listed as must count, and its name must not be one that is laid
 * down as something else: a list that calls PLTW an industry partner is not believed. So both are needed for a yes, and one of
 * them is enough for a no.
 *
 * @example
 * countsAs("countsAsIndustry", { name: "Con Edison", kind: "industry" }, partnerTables, "2026-11-24") // true
 * countsAs("countsAsIndustry", { name: "PLTW", kind: "industry" }, partnerTables, "2026-11-24") // false
 * countsAs("countsAsIndustry", { kind: "industry" }, partnerTables, "2026-11-24") // undefined
 */
export function countsAs(count: Count, { name, kind }: PartnerFacts, { kinds, known }: PartnerTables, on: IsoDate): Answer {
  const counts = (id: PartnerKind | undefined): Answer => (id === undefined ? undefined : kinds.find(id, on)?.[count]);
  const laidDown = known.on(on).some((row) => counts(row.kind) === false);
  if (!laidDown) return counts(kind);
  const row = name === undefined ? undefined : findNamed(known, name, on);
  return isAll(counts(kind), name === undefined ? undefined : row === undefined || counts(row.kind));
}

/** Which partners are counted: their list, where it stands in the facts, and what each must be besides. */
export interface PartnerCount<Partner extends PartnerFacts> {
  partners: readonly Partner[] | undefined;
  path: string;
  on: IsoDate;
  tables: PartnerTables;
  /** What a partner must be besides, and the fact that says so. */
  besides?: { key: keyof Partner & string; isSo: (partner: Partner) => Answer };
  /** Who is counted: organizations, each once however often it is listed, or people, of whom two may be of one organization. */
  counted?: "organizations" | "people";
}

/**
 * Each organization counts once: at the first of its listings that counts, or that may. A listing without a name may be any of those
 * that have one, so it is sure to be another only where no other counts.
 */
function eachOnce(partners: readonly PartnerFacts[], answers: readonly Answer[]): readonly Answer[] {
  const keys = partners.map(({ name }) => (name === undefined ? undefined : nameKey(name)));
  const isFirst = (index: number) => answers.findIndex((answer, at) => keys[at] === keys[index] && answer === answers[index]) === index;
  const ofOrganization = (index: number) => isAny(...answers.filter((_, at) => keys[at] === keys[index]));
  const isNamedSure = answers.some((answer, index) => answer === true && keys[index] !== undefined);
  return answers.map((answer, index) => {
    if (keys[index] !== undefined) return answer === ofOrganization(index) && isFirst(index) ? answer : false;
    return answer === true && (isNamedSure || !isFirst(index)) ? undefined : answer;
  });
}

// @__NO_SIDE_EFFECTS__
const countPartners =
  (count: Count, code: string) =>
  <Partner extends PartnerFacts>(need: number, { partners, path, on, tables, besides, counted = "organizations" }: PartnerCount<Partner>): Judgement => {
    const asked = ["name", "kind", ...(besides ? [besides.key] : [])] as readonly (keyof Partner & string)[];
    const listings = (partners ?? []).map((partner) => isAll(countsAs(count, partner, tables, on), besides ? besides.isSo(partner) : true));
    const answers = counted === "people" ? listings : eachOnce(partners ?? [], listings);
    return atLeast(need, partners, {
      path,
      asks: (partner) => asked.filter((key) => partner[key] === undefined),
      isSo: (_, index) => answers[index],
      code,
    });
  };

const industry = countPartners("countsAsIndustry", "partner_industry_count");

/**
 * At least so many partners that count as industry, one organization counted once. Where there are too few, it says who was listed
 * and does not count, or was listed again.
 *
 * @example
 * atLeastIndustry(2, { partners: [{ name: "PLTW" }], path: "partners", on: "2026-11-24", tables: partnerTables }).because[1].facts // { names: ["PLTW"] }
 */
export function atLeastIndustry<Partner extends PartnerFacts>(need: number, counted: PartnerCount<Partner>): Judgement {
  const judgement = industry(need, counted);
  if (judgement.verdict !== "unmet") return judgement;
  const listed = counted.partners ?? [];
  const isNot = (partner: Partner) => countsAs("countsAsIndustry", partner, counted.tables, counted.on) === false;
  const told = naming(judgement, "partner_not_industry", listed.filter(isNot));
  if (counted.counted === "people") return told;
  const keys = listed.map(({ name }) => (name === undefined ? undefined : nameKey(name)));
  return naming(
    told,
    "partner_listed_again",
    listed.filter((partner, index) => !isNot(partner) && keys.indexOf(keys[index]) < index),
  );
}

/** A further reason that names partners, where there are some and they have names. */
function naming(judgement: Judgement, code: string, partners: readonly PartnerFacts[]): Judgement {
  const names = [...new Set(partners.flatMap(({ name }) => name ?? []))];
  return names.length === 0 ? judgement : also(judgement, code, { names });
}

/**
 * At least so many two-year or four-year postsecondary partners.
 *
 * @example
 * atLeastPostsecondary(1, { partners: [], path: "partners", on: "2026-11-24", tables: partnerTables }).verdict // "unmet"
 */
export const atLeastPostsecondary: <Partner extends PartnerFacts>(need: number, counted: PartnerCount<Partner>) => Judgement = countPartners(
  "countsAsPostsecondary",
  "partner_postsecondary_count",
);
