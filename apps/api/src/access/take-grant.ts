import { accept, type GrantId, type Result, refuse, type UserId } from "@cte-partnerships/domain";
import { auditWrite } from "../audit/store.ts";
import type { Deps } from "../deps.ts";
import type { By, Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { grantKey, takenGrantWrite } from "./user-store.ts";

/** Takes a role from a person, with its audit record in the same transaction. It counts from their next request on. */
export async function takeGrant(
  deps: Deps,
  { userId, grantId, by }: { userId: UserId; grantId: GrantId; by: By },
): Promise<Result<undefined, { code: "grant_unknown" }>> {
  const change: Change = { by, at: deps.now(), op: "grant.take" };
  const record = auditWrite(deps, { subject: userId, item: grantKey(userId, grantId), change, changed: ["takenAt"] });
  const written = await write(deps, [takenGrantWrite(deps, userId, grantId, change), record]);
  return written.ok ? accept(undefined) : refuse({ code: "grant_unknown" });
}
