import type { EventRow, EventRowGone } from "../../lib/api/event.ts";

/** The events that the console holds: all within reach that changed lately enough, each as it stands by now. */
export interface HeldEvents {
  byId: ReadonlyMap<string, EventRow>;
  /** Of those that went, the version in which they did: an answer that was under way may still tell of an earlier one. */
  gone: ReadonlyMap<string, number>;
  /** Where to go on following. */
  since: string;
  /** What last changed before this day is not among them. */
  from: string;
  /** Whether there were too many to hold, so that those which changed first are missing. */
  isCut: boolean;
}

/** Takes in what changed; answers may come late and twice, so the newer version stands. The same object where nothing did. */
export function withChanges(held: HeldEvents, changes: { rows: readonly EventRow[]; gone: readonly EventRowGone[]; since: string }): HeldEvents {
  const { rows, since } = changes;
  const news = rows.filter(({ id, version }) => (held.byId.get(id)?.version ?? 0) < version && (held.gone.get(id) ?? 0) <= version);
  const left = changes.gone.filter(({ id, version }) => (held.gone.get(id) ?? 0) < version);
  if (news.length === 0 && left.length === 0) return held.since === since ? held : { ...held, since };
  const byId = new Map(held.byId);
  const gone = new Map(held.gone);
  for (const row of news) byId.set(row.id, row);
  for (const { id, version } of left) {
    gone.set(id, version);
    if ((byId.get(id)?.version ?? version) < version) byId.delete(id);
  }
  return { ...held, byId, gone, since };
}
