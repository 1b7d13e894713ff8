import { accept, type Result, refuse, type UserId } from "@cte-partnerships/domain";
import { auditWrite } from "../audit/store.ts";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { deleteSessionsOf, endSession } from "./session-store.ts";
import { nextEpochWrite, userKey } from "./user-store.ts";

/** Ends one session: the cookie that named it is worth nothing from now on, wherever a copy of it is. */
export const signOut = (deps: Deps, secret: string): Promise<void> => endSession(deps, secret);

/** Ends all of a person's sessions, with its audit record in the same transaction. The epoch does it; the rows are only cleared away. */
export async function signOutEverywhere(deps: Deps, actorId: UserId, userId: UserId): Promise<Result<undefined, { code: "user_unknown" }>> {
  const change: Change = { by: { kind: "user", userId: actorId }, at: deps.now(), op: "session.end_all" };
  const record = auditWrite(deps, { subject: userId, item: userKey(userId), change, changed: ["epoch"] });
  const written = await write(deps, [nextEpochWrite(deps, userId, change), record]);
  if (!written.ok) return refuse({ code: "user_unknown" });
  await deleteSessionsOf(deps, userId);
  return accept(undefined);
}
