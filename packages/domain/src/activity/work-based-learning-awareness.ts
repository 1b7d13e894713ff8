import type { DatedTable, ReferenceRow } from "../reference/dated-table.ts";
import { sourcedTable } from "../reference/sourced.ts";
import { awarenessHoursFrom, awarenessHoursMemo } from "./work-based-learning-sources.ts";

/** What shows that an experience took place: a firm's signatures, a record of who took part, what the students wrote about it. */
export type AwarenessDocument = "engagement_with_several_firms" | "participation" | "reflection";
/** Every document that some kind asks for. */
export const awarenessDocuments = ["engagement_with_several_firms", "participation", "reflection"] as const satisfies readonly AwarenessDocument[];

/** Experiences of career awareness that the memo names. */
export const awarenessKinds = ["career_fair", "interest_assessment", "guest_speaker", "industry_credential", "industry_tour"] as const;
/** An experience of career awareness. */
export type AwarenessKind = (typeof awarenessKinds)[number];

/** One experience of career awareness that a program counts hours of: what, how long, and which documents there are. */
export interface AwarenessExperience {
  kind?: string | undefined;
  hours?: number | undefined;
  documents?: readonly string[] | undefined;
}

/** How many hours of career awareness may count, and what each kind must be documented with. */
export interface AwarenessRule extends ReferenceRow {
  capHours: number;
  /** By kind. Of a kind that the source names, and whose documents were not read in it, no verdict says that they are there. */
  documents: Readonly<Record<string, readonly AwarenessDocument[] | "not_read">>;
}

/** The state's allowance: 20 hours, permanent since the memo of 29 August 2022, never toward the clinical hours of a health program. */
export const awarenessRules: DatedTable<AwarenessRule> = sourcedTable<AwarenessRule>({ ...awarenessHoursMemo, aliases: [], from: awarenessHoursFrom }, [
  {
    id: "career-awareness",
    label: "Career awareness counted as work-based learning",
    capHours: 20,
    documents: {
      career_fair: ["engagement_with_several_firms"],
      interest_assessment: ["reflection"],
      guest_speaker: ["participation", "reflection"],
      industry_credential: "not_read",
      industry_tour: "not_read",
    },
  },
]);

/**
 * The documents that an experience lacks: none, some, that its kind is not named at all, that what its kind needs was not read, or
 * absent where it is not known.
 */
export function lackingDocuments(
  rule: AwarenessRule,
  { kind, documents }: AwarenessExperience,
): readonly AwarenessDocument[] | "kind_not_named" | "not_read" | undefined {
  if (kind === undefined) return undefined;
  const needed = Object.hasOwn(rule.documents, kind) ? rule.documents[kind] : undefined;
  if (!needed) return "kind_not_named";
  if (needed === "not_read") return needed;
  return documents && needed.filter((document) => !documents.includes(document));
}
