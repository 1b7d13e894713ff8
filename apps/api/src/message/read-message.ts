import { accept, type Event, type MessageId, type Result, refuse, type SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { MessageText } from "./contract.ts";
import { findMessage } from "./store.ts";

/** What a message to a session's people says. One to other sessions of the event is unknown here, as in the list. */
export async function readMessage(
  deps: Deps,
  { event, sessionId, messageId }: { event: Event; sessionId: SessionId; messageId: MessageId },
): Promise<Result<MessageText, { code: "message_unknown" }>> {
  const message = await findMessage(deps, { eventId: event.id, id: messageId });
  if (!message?.sessionIds.includes(sessionId) || message.forgottenAt <= deps.now()) return refuse({ code: "message_unknown" });
  const { id, subject, text } = message;
  return accept({ id, subject, text });
}
