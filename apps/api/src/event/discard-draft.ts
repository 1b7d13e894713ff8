import { accept, type Result, refuse } from "@cte-partnerships/domain";
import { auditWrite } from "../audit/store.ts";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { besideEvent } from "./beside-event.ts";
import { forgetEvent } from "./cached.ts";
import { type EventChange, type EventChangeRefusal, overtakenBy } from "./change-event.ts";
import { discardedEventWrite, discardedSlugWrite, findEvent } from "./store.ts";

/** A draft goes, and its public address is free again: nobody outside the office has ever seen it. What was published can only be cancelled. */
export async function discardDraft(deps: Deps, { eventId, version, by }: EventChange): Promise<Result<undefined, EventChangeRefusal>> {
  const event = await findEvent(deps, eventId);
  if (!event) return refuse({ code: "event_unknown" });
  if (event.version !== version) return refuse({ code: "version_conflict", current: event.version });
  if (event.status !== "draft") return refuse({ code: "event_not_draft", status: event.status });
  // What is deleted carries no stamp of who did it, so the record is written with it.
  const change: Change = { by, at: deps.now(), op: "event.discard" };
  const record = auditWrite(deps, { subject: eventId, change });
  const beside = besideEvent(deps, event, undefined, change);
  const written = await write(deps, [discardedEventWrite(deps, eventId, version), discardedSlugWrite(deps, event.slug), record, ...beside]);
  if (!written.ok) return refuse(overtakenBy(written.failed[0]));
  forgetEvent(deps, event);
  return accept(undefined);
}
