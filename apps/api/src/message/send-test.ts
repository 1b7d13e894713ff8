import { accept, defaultWritingPolicy, type Event, MessageId, type MessageInput, type Result, refuse, type SessionId } from "@cte-partnerships/domain";
import type { SignedIn } from "../access/find-actor.ts";
import type { Deps } from "../deps.ts";
import type { TestSent } from "./contract.ts";
import { type Limited, limitOf, testsOfPerson } from "./limits.ts";
import { keepTestMessage } from "./store.ts";

/**
 * Sends a message to whoever writes it, and to nobody else: the address is the one that their sign-in vouches for, and never
 * one that is typed. Like every mail it is made by the stream.
 */
export async function sendTest(
  deps: Deps,
  { actor, event, sessionId, message }: { actor: SignedIn; event: Event; sessionId: SessionId; message: MessageInput },
): Promise<Result<TestSent, { code: "own_address_unknown" } | Limited<"too_many_tests">>> {
  const { address, name, userId } = actor;
  if (address === undefined) return refuse({ code: "own_address_unknown" });
  const limited = await limitOf(deps, "too_many_tests", testsOfPerson(deps.agency.policies.writing ?? defaultWritingPolicy), userId);
  if (limited) return refuse(limited);
  const at = deps.now();
  const test = {
    id: MessageId.parse(`msg_${deps.ids.ulid()}`),
    eventId: event.id,
    sessionId,
    ...message,
    name,
    address,
    writtenAt: at,
  };
  await keepTestMessage(deps, test, { by: { kind: "user", userId }, at, op: "message.test" });
  return accept({ address });
}
