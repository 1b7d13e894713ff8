import * as z from "zod";
import { isEachOnce } from "../shared/is-each-once.ts";

/** What a roster calls its groups, people, slots and rooms: 1 to 40 lower-case letters, digits, - or _. Never a person's name. */
export const RosterId = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "must be 1 to 40 lower-case letters, digits, - or _");
export type RosterId = z.infer<typeof RosterId>;

/** A whole number within bounds. */
export const whole = (min: number, max: number) => z.int("must be a whole number").min(min, `must be at least ${min}`).max(max, `must be at most ${max}`);

/** Ids, each once. */
export const rosterIds = (max: number) => z.array(RosterId).max(max).refine(isEachOnce, "names one twice");

/** Whether every id named under a key is one of these. */
export function knowsAll<Key extends string>(among: readonly { id: string }[], rows: readonly Readonly<Record<Key, readonly string[]>>[], key: Key): boolean {
  return rows.every((row) => row[key].every((id) => hasId(among, id)));
}

/** Whether one of them has this id. */
export const hasId = (rows: readonly { id: string }[], id: string): boolean => rows.some((row) => row.id === id);
