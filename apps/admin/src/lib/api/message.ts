import {
  type MessageList,
  type MessagePreview,
  type MessageRow,
  type MessageText,
  messageClient,
  type TestSent,
  type WriteInput,
  type WrittenMessage,
} from "@cte-partnerships/api/client";
import { answer, headersFor, options, origin, within } from "./answer.ts";

export type { MessagePreview, MessageRow };

const messages = messageClient(origin, options)[":sessionId"].messages;

export const messageApi = {
  /** What was written to a session's people, and what has become of it; what each of them says is read by itself. */
  list: (sessionId: string, isFollowing: boolean, signal?: AbortSignal) =>
    answer<MessageList>(messages.$get({ param: { sessionId } }, { ...within(signal), headers: headersFor(isFollowing) })),
  read: (sessionId: string, messageId: string, signal?: AbortSignal) =>
    answer<MessageText>(messages[":messageId"].$get({ param: { sessionId, messageId } }, within(signal))),
  preview: (sessionId: string, json: WriteInput, signal?: AbortSignal) =>
    answer<MessagePreview>(messages.preview.$post({ param: { sessionId }, json }, within(signal))),
  /** To whoever writes it. */
  test: (sessionId: string, message: WriteInput["message"]) => answer<TestSent>(messages.test.$post({ param: { sessionId }, json: { message } })),
  write: (sessionId: string, json: WriteInput, idempotencyKey: string) =>
    answer<WrittenMessage>(messages.$post({ param: { sessionId }, json, header: { "idempotency-key": idempotencyKey } })),
};
