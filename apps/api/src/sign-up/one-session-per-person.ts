import type { Event, SessionId, SignUp, SignUpId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { personKey } from "../secrets.ts";
import { type Change, stamp } from "../table/changes.ts";
import { queryAll, readItems } from "../table/read.ts";
import type { Item, Member } from "../table/transact.ts";
import { findSignUp, fromItem, type StoredSignUp, signUpKeyOf } from "./store.ts";

/**
 * An event may allow one session a person: then one item per event and address says which sign-up is theirs. A sign-up that
 * has ended frees it by having ended: the next one takes it over, and the schedule clears what is left.
 */
export interface Claim {
  sessionId: SessionId;
  id: SignUpId;
}

// A partition of its own and not the event's: who may write claims must not thereby be able to write events.
const partition = (eventId: string) => `CLAIM#${eventId}`;

const key = (deps: Pick<Deps, "secrets">, eventId: string, email: string) => ({
  pk: partition(eventId),
  sk: `PERSON#${personKey(deps.secrets, eventId, email)}`,
});

/** Claims the person's one place at the event, if nobody has it, or the ended sign-up that had it. */
export function claimWrite(deps: Pick<Deps, "table" | "secrets">, signUp: SignUp, endedId: SignUpId | undefined, change: Change): Member {
  return {
    Put: {
      TableName: deps.table.name,
      Item: { ...key(deps, signUp.eventId, signUp.email), _t: "claim", sessionId: signUp.sessionId, id: signUp.id, ...stamp(change) },
      ConditionExpression: "attribute_not_exists(pk) OR id = :own OR id = :ended",
      ExpressionAttributeValues: { ":own": signUp.id, ":ended": endedId ?? signUp.id },
    },
  };
}

/** The sign-up that holds the claim, if it still stands; if it has ended, its claim may be taken over. */
export async function findClaimant(deps: Pick<Deps, "table">, item: Item): Promise<StoredSignUp | undefined> {
  const { sessionId, id } = item as unknown as Claim;
  const holder = await findSignUp(deps, sessionId, id);
  return holder && keepsItsPlace(holder) ? holder : undefined;
}

const keepsItsPlace = ({ signUp: { state } }: StoredSignUp) => state !== "withdrawn" && state !== "refused" && state !== "cancelled";

/** The person's sign-up at another session of the event: made before the event allowed only one, it has no claim. */
export async function findAtOtherSession(
  deps: Pick<Deps, "table" | "secrets">,
  event: Event,
  sessionId: SessionId,
  email: string,
): Promise<StoredSignUp | undefined> {
  const others = event.sessions
    .filter((session) => session.id !== sessionId)
    .map((session) => signUpKeyOf(session.id, personKey(deps.secrets, session.id, email)));
  const items = await readItems(deps, others);
  return items.map(fromItem).find(keepsItsPlace);
}

/** Every claim at an event. */
export const listClaims = (deps: Pick<Deps, "table">, eventId: string): Promise<Item[]> =>
  queryAll(deps, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :person)",
    ExpressionAttributeValues: { ":pk": partition(eventId), ":person": "PERSON#" },
    ConsistentRead: true,
  });

/** Clears a claim, if it still is the one of this sign-up. */
export const clearedClaimWrite = ({ table }: Pick<Deps, "table">, claim: Item): Member => ({
  Delete: {
    TableName: table.name,
    Key: { pk: claim.pk, sk: claim.sk },
    ConditionExpression: "id = :id",
    ExpressionAttributeValues: { ":id": claim.id },
  },
});
