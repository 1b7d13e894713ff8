import type { ActivityTypeId, BoroughId, Event } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { openCursor, sealCursor } from "../table/cursor.ts";
import { findEvents } from "./find-events.ts";

export interface PublishedQuery {
  from?: string | undefined;
  to?: string | undefined;
  activityTypeId?: ActivityTypeId | undefined;
  boroughId?: BoroughId | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const only = <Id>(id: Id | undefined): [Id] | undefined => (id === undefined ? undefined : [id]);

/**
 * What the public may see and is not over: published, or closed to sign-ups and still to come; soonest first.
 *
 * @param query `from` and `to` are days such as `2026-11-24`, in the zone of each event
 * @returns absent where the cursor is not one of this list and these filters
 */
export async function listPublished(
  deps: Pick<Deps, "table" | "secrets" | "now">,
  { cursor, limit = 25, activityTypeId, boroughId, ...days }: PublishedQuery,
): Promise<{ events: Event[]; nextCursor?: string } | undefined> {
  const asked = JSON.stringify(["published", days.from, days.to, activityTypeId, boroughId]);
  const after = cursor === undefined ? undefined : openCursor(deps.secrets, asked, cursor);
  if (cursor !== undefined && after === undefined) return undefined;
  const statuses = ["published", "closed"] as const;
  const { events, next } = await findEvents(deps, {
    reach: { kind: "city" },
    filters: { ...days, statuses, activityTypeIds: only(activityTypeId), boroughIds: only(boroughId), endsAfter: deps.now() },
    order: "soonest",
    after,
    limit,
  });
  return { events, ...(next === undefined ? {} : { nextCursor: sealCursor(deps.secrets, asked, next) }) };
}
