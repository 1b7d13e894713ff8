import { type Instant, minutesAfter, type SessionId, type SignUpId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { signUpKey } from "./store.ts";

/** After so long without an answer a person is told that their sign-up is safe. Most are settled within a second. */
export const toldReceivedAfterMinutes = 1;

/**
 * Marks somebody who is still unsettled after a minute; that change makes the mail "received". The version stays, so a
 * settling that is under way is not disturbed. True where it was marked now.
 */
export async function markReceivedMail(deps: Deps, sessionId: SessionId, id: SignUpId): Promise<boolean> {
  const now: Instant = deps.now();
  const change: Change = { by: { kind: "system", part: "schedule" }, at: now, op: "sign_up.tell_received" };
  const { _by, _at, _op } = stamp(change);
  const written = await write(deps, [
    {
      Update: {
        TableName: deps.table.name,
        Key: signUpKey(sessionId, id),
        UpdateExpression: "SET receivedMailDueAt = :now, #by = :by, #at = :at, #op = :op",
        ConditionExpression: "#id = :id AND #state = :received AND receivedAt <= :aMinuteBefore AND attribute_not_exists(receivedMailDueAt)",
        ExpressionAttributeNames: { "#id": "id", "#state": "state", "#by": "_by", "#at": "_at", "#op": "_op" },
        ExpressionAttributeValues: {
          ":id": id,
          ":received": "received",
          ":now": now,
          ":aMinuteBefore": minutesAfter(now, -toldReceivedAfterMinutes),
          ":by": _by,
          ":at": _at,
          ":op": _op,
        },
      },
    },
  ]);
  return written.ok;
}
