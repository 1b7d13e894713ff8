import type { FieldConflict, FieldPath } from "@cte-partnerships/domain";

/** One field that the first of two clerks changed, as the second is shown it. */
export interface MergeRow {
  /** Which row it is, for what is chosen. */
  id: string;
  path: FieldPath;
  base: unknown;
  theirs: unknown;
  /** Fields that follow this one, and so are not shown: a session's last day is the same as its first. */
  follows: readonly FieldConflict[];
}
export interface BothChanged extends MergeRow {
  mine: unknown;
  /** A session that the first cancelled: "mine" is a new one with what the second typed, since a cancelled one takes nothing more. */
  isCancelled?: boolean;
}
