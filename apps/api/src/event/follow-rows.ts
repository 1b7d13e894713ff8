import { type Actor, accept, dateIn, type Instant, minutesAfter, type Reach, type Result, reachOf, refuse } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { openCursor, sealCursor } from "../table/cursor.ts";
import type { EventRowChanges, EventRowPage } from "./contract.ts";
import { findRows, goneIsToldForDays } from "./row-store.ts";
import { hostWord } from "./store.ts";

/** What changed within two years is held by every console; what did not is found by the list. So the rows do not grow with the years. */
const rowsOfDays = 730;
/** A row says when it was written and shows when its transaction commits and the index has it: questions reach this much further back. */
const overlapMinutes = 0.25;
/** Some half a megabyte: answered quickly, and well within what a function may answer. */
const rowsPerPage = 1_000;
const changesAtOnce = 500;

type FollowRefusal = { code: "cursor_invalid" };

/** Whoever's reach changed cannot go on where they were: what came into it or left it would never be told. */
const aboutRows = (actor: Actor, reach: Reach, what: "page" | "changes") =>
  JSON.stringify(["event rows", what, actor.userId, reach.kind === "city" ? "city" : reach.hosts.map(hostWord).sort()]);

/** A page of the rows of the events that this actor may see, what changed last first. */
export async function listRows(deps: Deps, { actor, cursor }: { actor: Actor; cursor?: string | undefined }): Promise<Result<EventRowPage, FollowRefusal>> {
  const now = deps.now();
  const reach = reachOf(actor, "view_event", now);
  const about = aboutRows(actor, reach, "page");
  const after = cursor === undefined ? undefined : openCursor(deps.secrets, about, cursor);
  if (cursor !== undefined && after === undefined) return refuse({ code: "cursor_invalid" });
  const since = minutesAfter(now, -rowsOfDays * 24 * 60);
  const { rows, next } = await findRows(deps, { reach, since, order: "newest", after, most: rowsPerPage });
  return accept({
    rows,
    ...(next === undefined ? {} : { next: sealCursor(deps.secrets, about, next) }),
    since: sealCursor(deps.secrets, aboutRows(actor, reach, "changes"), JSON.stringify([now])),
    from: dateIn(deps.agency.zone, since),
  });
}

/** What changed among them since. One that asks too late, or whose reach is another by now, is refused and begins anew. */
export async function followRows(deps: Deps, { actor, since }: { actor: Actor; since: string }): Promise<Result<EventRowChanges, FollowRefusal>> {
  const now = deps.now();
  const reach = reachOf(actor, "view_event", now);
  const about = aboutRows(actor, reach, "changes");
  const opened = openCursor(deps.secrets, about, since);
  if (opened === undefined) return refuse({ code: "cursor_invalid" });
  // While one answer has not room for all, the next goes on in it, and only then from what was the time when it began.
  const [from, until = now, after] = JSON.parse(opened) as [Instant, Instant?, string?];
  if (from < minutesAfter(now, -(goneIsToldForDays - 1) * 24 * 60)) return refuse({ code: "cursor_invalid" });
  const { rows, gone, next } = await findRows(deps, { reach, since: minutesAfter(from, -overlapMinutes), order: "oldest", after, most: changesAtOnce });
  const goesOn = next === undefined ? [until] : [from, until, next];
  return accept({ rows, gone, since: sealCursor(deps.secrets, about, JSON.stringify(goesOn)), hasMore: next !== undefined });
}
