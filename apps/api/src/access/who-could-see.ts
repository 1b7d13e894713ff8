import {
  accept,
  actionsOf,
  addDays,
  CommissionId,
  EventId,
  type Host,
  hasHost,
  type Instant,
  type IsoDate,
  type Result,
  refuse,
  SchoolId,
  type Scope,
  UserId,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findEvent } from "../event/store.ts";
import { beginningOf } from "../today.ts";
import type { CouldSee } from "./grant-contract.ts";
import { heldDuring } from "./held-during.ts";
import { findUserWithHistory, type KeptGrant, listGrantsOver, readUsers, scopeWord, type User } from "./user-store.ts";

type Row = CouldSee["held"][number];

/**
 * What a person could see on a day, or who could see an event, a commission's or a school's events: from the history of the
 * grants. What a role allows is read as it is today, and an event's host as it is now.
 */
export async function whoCouldSee(
  deps: Deps,
  { of, on }: { of: string; on: IsoDate },
): Promise<Result<CouldSee, { code: "user_unknown" } | { code: "event_unknown" } | { code: "scope_unknown" }>> {
  const span = { from: beginningOf(deps.agency.zone, on), until: beginningOf(deps.agency.zone, addDays(on, 1)) };
  const userId = UserId.safeParse(of);
  if (userId.success) {
    const found = await findUserWithHistory(deps, userId.data);
    if (!found) return refuse({ code: "user_unknown" });
    return accept({ on, title: found.user.name, held: rowsOf(found.kept, span, new Map([[found.user.id, found.user]])) });
  }
  const about = await scopeOf(deps, of, on);
  if (!about) return refuse({ code: EventId.safeParse(of).success ? "event_unknown" : "scope_unknown" });
  const words = [...new Set(["city", scopeWord(about.scope)])];
  const kept = (await Promise.all(words.map((word) => listGrantsOver(deps, word)))).flat().filter((each) => heldDuring(each, span));
  const users = await readUsers(
    deps,
    kept.map((each) => each.userId),
  );
  return accept({ on, ...about, held: rowsOf(kept, span, users) });
}

function rowsOf(kept: readonly KeptGrant[], span: { from: Instant; until: Instant }, users: ReadonlyMap<UserId, User>): Row[] {
  const rows = kept.flatMap((each): Row[] => {
    const held = heldDuring(each, span);
    const user = users.get(each.userId);
    // Whoever was invited has nothing until they come.
    if (!held || !user || user.invitedUntil !== undefined) return [];
    const from = user.joinedAt !== undefined && user.joinedAt > held.from ? user.joinedAt : held.from;
    if (from >= span.until || (held.until !== undefined && from >= held.until)) return [];
    const { role, scope } = each.grant;
    return [{ userId: user.id, name: user.name, role, scope, ...held, from, seesPeople: actionsOf.get(role)?.has("view_people") ?? false }];
  });
  return rows.sort((a, b) => a.name.localeCompare(b.name) || (a.from < b.from ? -1 : 1));
}

async function scopeOf(deps: Deps, of: string, on: IsoDate): Promise<{ scope: Scope; title?: string } | undefined> {
  const eventId = EventId.safeParse(of);
  if (eventId.success) {
    const event = await findEvent(deps, eventId.data);
    return event && { scope: scopeOfHost(event.host), title: event.title };
  }
  const [commissionId, schoolId] = [CommissionId.safeParse(of), SchoolId.safeParse(of)];
  const host = commissionId.success
    ? ({ kind: "commission", commissionId: commissionId.data } as const)
    : schoolId.success && ({ kind: "school", schoolId: schoolId.data } as const);
  return host && hasHost(deps.agency, host, on) ? { scope: host } : undefined;
}

const scopeOfHost = (host: Host): Scope => (host.kind === "office" ? { kind: "city" } : host);
