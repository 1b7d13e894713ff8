import type * as z from "zod";
import type { CedsOptionId } from "../reference/ceds-option.ts";
import type { ReferenceRow } from "../reference/dated-table.ts";
import type { Stated } from "../reference/sourced.ts";
import type { Sentence } from "../rule/explain.ts";
import type { ActivityTypeId } from "../shared/id.ts";
import type { DurationBounds } from "./duration.ts";
import type { HoursQuestion, HoursRule } from "./hours.ts";

/** Whom an activity serves, as the office's page files it. */
export type ActivityPurpose = "students" | "teachers" | "advisory";

/** Whom an activity reaches. `programs` stands for the people of a school's program together. */
export type ActivityAudience = "students" | "teachers" | "school_leaders" | "programs";

/** Where an activity can take place. */
export type ActivitySetting = "school" | "workplace" | "virtual";

/** The three levels of the continuum of work-based learning. Other pages call the third one career development. */
export type ContinuumLevel = "awareness" | "exploration" | "preparation";

/**
 * How people meet: all in one group, groups that go from one speaker to the next, one volunteer with one student, one person at
 * a worksite for a time, or not at all.
 */
export type GroupShape = "whole_group" | "groups_by_rotation" | "one_on_one" | "placement" | "apart";

/** A paper that somebody has to have. */
export interface DocumentNeed {
  /** A stable word: `sign-off-sheet`. */
  id: string;
  label: Sentence;
  /** What it is for: one of the three answers on hours, a credit for teachers, or being allowed to take part at all. */
  neededFor: HoursQuestion | "teacherTrainingCredit" | "takingPart";
}

/** What a code of the standard may depend on. */
export interface CedsFacts {
  isPaid?: boolean | undefined;
}

/** A kind of engagement in the catalogue. A row of data with its functions, never a branch in code. */
export interface ActivityType extends ReferenceRow<ActivityTypeId> {
  /** The label in every language. */
  title: Sentence;
  /** What it is, for somebody who has never taken part in one. */
  description: Sentence;
  purpose: ActivityPurpose;
  audiences: readonly ActivityAudience[];
  settings: readonly ActivitySetting[];
  groupShape: GroupShape;
  /** The level that the city files it under, which its name does not tell. Absent where it files it nowhere. */
  level?: Stated<ContinuumLevel>;
  /** How long it is, where somebody states it. */
  duration?: Stated<DurationBounds>;
  /** What is asked of a partner who takes part. */
  asks: readonly Sentence[];
  documents: readonly Stated<DocumentNeed>[];
  /**
   * What is asked about one such activity: a strict schema, made when it is asked for. Each field has its label as `title` in its
   * metadata, and `isTold` where an event's page tells it to people who may sign up.
   */
  details: () => z.ZodObject;
  hours: HoursRule;
  /** The code that CEDS has for it, where there is one. Absent where there is none, or where it depends on a fact that is not known. */
  ceds: (facts: CedsFacts) => CedsOptionId | undefined;
}
