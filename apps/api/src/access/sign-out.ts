import type { UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { write } from "../table/transact.ts";
import { deleteSessionsOf, endSession } from "./session-store.ts";
import { nextEpochWrite } from "./user-store.ts";

/** Ends one session: the cookie that named it is worth nothing from now on, wherever a copy of it is. */
export const signOut = (deps: Deps, secret: string): Promise<void> => endSession(deps, secret);

/** Ends all of a person's sessions. The epoch does it; the rows are only cleared away. */
export async function signOutEverywhere(deps: Deps, userId: UserId): Promise<void> {
  await write(deps, [nextEpochWrite(deps, userId, { by: { kind: "user", userId }, at: deps.now(), op: "session.end_all" })]);
  await deleteSessionsOf(deps, userId);
}
