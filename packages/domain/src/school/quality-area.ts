import * as approvalGuide from "../partner/approval-guide.ts";
import type { DatedTable, ReferenceRow } from "../reference/dated-table.ts";
import { longStanding } from "../reference/long-standing.ts";
import { type SharedKey, sourcedTable } from "../reference/sourced.ts";

/** A quality area that a program's evidence is sorted by. */
export type QualityArea = ReferenceRow;

/** The five quality areas of the city's program approval. */
export const qualityAreas: DatedTable<QualityArea> = sourcedTable<QualityArea>({ ...approvalGuide.overview, aliases: [], from: longStanding }, [
  { id: "curriculum_and_instruction", label: "Curriculum and instruction" },
  { id: "work_based_learning", label: "Work-based learning", aliases: ["WBL"] },
  { id: "assessment_and_accountability", label: "Assessment and accountability" },
  { id: "partnerships", label: "Partnerships" },
  { id: "program_and_school_capacity", label: "Program and school capacity" },
]);

/** A part of the state's self-study, and the quality area of the city that it belongs to. */
export interface SelfStudyPart extends ReferenceRow {
  letter: string;
  /** Our own sorting: the state and the city divide the same work differently. */
  qualityAreaId: string;
}

/** The six parts of the state's self-study. */
export const selfStudyParts: DatedTable<SelfStudyPart> = sourcedTable<SelfStudyPart, SharedKey>(
  { ...approvalGuide.implementation, aliases: [], from: longStanding },
  [
    { id: "curriculum", letter: "A", label: "Curriculum", qualityAreaId: "curriculum_and_instruction" },
    { id: "teacher_certification", letter: "B", label: "Teacher certification", qualityAreaId: "program_and_school_capacity" },
    { id: "technical_assessment", letter: "C", label: "Technical assessment", qualityAreaId: "assessment_and_accountability" },
    { id: "articulation", letter: "D", label: "Postsecondary articulation", qualityAreaId: "partnerships" },
    { id: "work_based_learning", letter: "E", label: "Work-based learning", qualityAreaId: "work_based_learning" },
    { id: "employability_profile", letter: "F", label: "Employability profile", qualityAreaId: "assessment_and_accountability" },
  ],
);
