import {
  accept,
  defaultWritingPolicy,
  type Event,
  MessageId,
  messageForgottenAt,
  type Result,
  refuse,
  type SessionId,
  type UserId,
} from "@cte-partnerships/domain";
import { auditWrite } from "../audit/store.ts";
import type { Deps } from "../deps.ts";
import { crockford } from "../ids.ts";
import { sign } from "../secrets.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import type { WriteInput, WrittenMessage } from "./contract.ts";
import { findRecipients } from "./find-recipients.ts";
import { type Limited, limitOf, messagesOfEvent } from "./limits.ts";
import type { AddressedMessage } from "./message.ts";
import { findMessage, getAddressed, messageKey, newMessageWrites } from "./store.ts";

export type WriteRefusal = { code: "nobody_to_write_to" } | { code: "idempotency_key_reused" } | Limited<"too_many_messages">;

/** The sessions whose people a message reaches: this one, or every one of its event. */
export const sessionIdsOf = (event: Event, sessionId: SessionId, reach: WriteInput["reach"]): SessionId[] =>
  reach === "session" ? [sessionId] : event.sessions.map(({ id }) => id);

/**
 * Writes to people who signed up. Here it is only taken down, with its record; the stream makes the mails, in pages, each once.
 *
 * @param idempotencyKey the same key by the same person with the same content is the same message, however often it comes
 */
export async function writeMessage(
  deps: Deps,
  { userId, event, sessionId, input, idempotencyKey }: { userId: UserId; event: Event; sessionId: SessionId; input: WriteInput; idempotencyKey: string },
): Promise<Result<WrittenMessage, WriteRefusal>> {
  const id = MessageId.parse(`msg_${crockford(sign(deps.secrets.addressKey, "message", userId, event.id, idempotencyKey).subarray(0, 16))}`);
  const place = { eventId: event.id, id };
  const sessionIds = sessionIdsOf(event, sessionId, input.reach);
  const own = async () => {
    const kept = await findMessage(deps, place);
    if (!kept) return undefined;
    return isSameRequest(await getAddressed(deps, kept), input, sessionId)
      ? accept({ id, people: kept.people })
      : refuse({ code: "idempotency_key_reused" as const });
  };
  const before = await own();
  if (before) return before;

  const now = deps.now();
  const { recipients, others, isWhole } = await findRecipients(deps, { sessionIds, audience: input.audience, writtenAt: now });
  const people = recipients.length + others;
  // Where not everybody was looked at, it is for whoever it turns out to be for.
  if (people === 0 && isWhole) return refuse({ code: "nobody_to_write_to" });
  const policy = deps.agency.policies.writing ?? defaultWritingPolicy;
  const limited = await limitOf(deps, "too_many_messages", messagesOfEvent(policy), event.id);
  if (limited) return refuse(limited);
  const change: Change = { by: { kind: "user", userId }, at: now, op: "message.write" };
  const message: AddressedMessage = {
    ...place,
    reach: input.reach,
    sessionIds,
    audience: input.audience,
    ...input.message,
    people,
    isPeopleExact: isWhole,
    writtenBy: userId,
    writtenAt: now,
    forgottenAt: messageForgottenAt(event, now, policy),
  };
  const { audience } = message;
  // What it says may name people: the log keeps that it was written, to whom by their states, and to how many.
  const record = auditWrite(deps, {
    subject: input.reach === "session" ? sessionId : event.id,
    item: messageKey(message),
    change,
    changed: ["people", ...(audience.kind === "states" ? ["states"] : ["chosen"])],
    after: { people, ...(audience.kind === "states" ? { states: audience.states.join(", ") } : { chosen: audience.signUpIds.length }) },
  });
  const written = await write(deps, [...newMessageWrites(deps, message, change), record]);
  if (written.ok) return accept({ id, people });
  const meanwhile = await own();
  if (!meanwhile) throw new Error("a message could not be written");
  return meanwhile;
}

/** The event may have got a session since: a request that comes again is no other for it. */
const isSameRequest = (kept: AddressedMessage, { message: { subject, text }, audience, reach }: WriteInput, sessionId: SessionId): boolean =>
  kept.subject === subject && kept.text === text && isSame(kept.audience, audience) && kept.reach === reach && kept.sessionIds.includes(sessionId);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
/** Maps come back from the table in any order. */
const sorted = (value: unknown): unknown =>
  value && typeof value === "object" && !Array.isArray(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value;
