import type { Event, EventId, EventRefusal, Instant, Result } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { By, Change } from "../table/changes.ts";
import { type Member, write } from "../table/transact.ts";
import { besideEvent } from "./beside-event.ts";
import { forgetEvent } from "./cached.ts";
import { changedEventWrite, eventFrom, findEvent } from "./store.ts";

export type EventChangeRefusal = EventRefusal | { code: "event_unknown" } | { code: "version_conflict"; current: number };

export interface EventChange {
  eventId: EventId;
  /** The version that the change was made from. Where another stands by now, nothing is changed. */
  version: number;
  by: By;
}

/**
 * The way of every change to an event: read, compare the version, decide, write event and whatever goes with it in one
 * transaction that fails if anybody was quicker.
 */
export async function changeEvent<After extends Event, R extends { code: string }>(
  deps: Deps,
  { eventId, version, by }: EventChange,
  op: string,
  decide: (event: Event, now: Instant) => Result<After, R> | Promise<Result<After, R>>,
  alongside: (after: After, before: Event, change: Change) => Member[] = () => [],
): Promise<Result<After, R | EventChangeRefusal>> {
  const before = await findEvent(deps, eventId);
  if (!before) return { ok: false, refusal: { code: "event_unknown" } };
  if (before.version !== version) return { ok: false, refusal: { code: "version_conflict", current: before.version } };
  const now = deps.now();
  const decision = await decide(before, now);
  if (!decision.ok) return decision;
  const after = decision.value;
  const change: Change = { by, at: now, op };
  const written = await write(deps, [
    changedEventWrite(deps, after, version, change),
    ...besideEvent(deps, before, after, change),
    ...alongside(after, before, change),
  ]);
  if (written.ok) {
    forgetEvent(deps, after);
    return decision;
  }
  return { ok: false, refusal: overtakenBy(written.failed[0]) };
}

/** Somebody was quicker between our read and our write. */
export function overtakenBy(
  failed: { item: Record<string, unknown> | undefined } | undefined,
): { code: "event_unknown" } | { code: "version_conflict"; current: number } {
  if (!failed) throw new Error("a write beside the event failed, though the event had not changed");
  return failed.item ? { code: "version_conflict", current: eventFrom(failed.item).version } : { code: "event_unknown" };
}
