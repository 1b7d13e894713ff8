import type { ActivityTypeId } from "../shared/id.ts";

/** Whom an activity serves, as the office's page files it. */
export type ActivityPurpose = "students" | "teachers" | "advisory";

/** A span with its unit, as the page states it; absent where the page states none. */
export type DurationBounds = { unit: "days"; min: number; max: number };

/** A kind of engagement in the catalogue. A row of data, never a branch in code. */
export interface ActivityType {
  id: ActivityTypeId;
  title: string;
  /** What it is, for somebody who has never taken part in one. */
  description: string;
  purpose: ActivityPurpose;
  setting: "school" | "workplace" | "either";
  duration?: DurationBounds;
  /** How people meet: a whole group, or one employee with one student. */
  grouping: "group" | "one_on_one";
  source: string;
}
