import type { Instant } from "@cte-partnerships/domain";

/** Who makes a change: somebody of the office, a person through a link or form, or the system itself. */
export type By = { kind: "user"; userId: string } | { kind: "person" } | { kind: "system"; part: string };

/** Stamped on every item that is written, so that the stream can tell who changed what and when: a change is its own outbox. */
export interface Change {
  by: By;
  at: Instant;
  /** The use case in the office's words: `sign_up.settle`, `event.publish`. */
  op: string;
}

const who = (by: By): string => (by.kind === "user" ? by.userId : by.kind === "person" ? "person" : `system:${by.part}`);

export const stamp = (change: Change): { _by: string; _at: string; _op: string } => ({ _by: who(change.by), _at: change.at, _op: change.op });
