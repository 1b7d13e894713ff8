/**
 * Where a field stands: names of fields, and inside a list of things that have ids, a thing's id in place of its position, since
 * positions move: `["sessions", "ses_…", "startsAt"]`. The order of such a list stands at `[…, "#order"]`, as a list of ids.
 */
export type FieldPath = readonly string[];

/** A field that somebody changed. A value that is not there is `undefined`: the field, or the thing in a list, came or went. */
export interface FieldChange {
  path: FieldPath;
  base: unknown;
  theirs: unknown;
}

/** A field that both changed, each to something else. */
export interface FieldConflict extends FieldChange {
  mine: unknown;
}

/** Two people's changes of one thing, put together. */
export interface FieldMerge<Value> {
  /** What both made of it. Where they are in conflict, mine stands. */
  merged: Value;
  conflicts: FieldConflict[];
  /** All that the other one changed, in conflict or not, field by field. */
  changes: FieldChange[];
}

export function mergeFields<Value>(_base: Value, _theirs: Value, _mine: Value): FieldMerge<Value> {
  throw new Error("not yet");
}

/** What was merged, with the other one's value in a field after all. */
export function withField<Value>(_merged: Value, _path: FieldPath, _value: unknown): Value {
  throw new Error("not yet");
}
