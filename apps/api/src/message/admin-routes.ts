import { MessageId, SessionId } from "@cte-partnerships/domain";
import * as z from "zod";
import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { IdempotencyKey } from "../sign-up/public-contract.ts";
import { MessageList, MessagePreview, MessageText, TestInput, TestSent, WriteInput, WrittenMessage } from "./contract.ts";
import { listMessages } from "./list-messages.ts";
import { previewMessage } from "./preview-message.ts";
import { readMessage } from "./read-message.ts";
import { sendTest } from "./send-test.ts";
import { writeMessage } from "./write-message.ts";

const SessionPath = z.object({ sessionId: SessionId });
const MessagePath = z.object({ sessionId: SessionId, messageId: MessageId });
const WriteHeaders = z.object({ "idempotency-key": IdempotencyKey.optional() });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ content: json(schema), required: true as const });

export const messageRoutes = {
  list: adminRoute(
    { action: "write_to_people", on: "session" },
    {
      method: "get",
      path: "/{sessionId}/messages",
      tags: ["Messages"],
      summary: "What was written to a session's people, and what became of it; without the texts",
      request: { params: SessionPath },
      responses: { 200: { description: "The messages, latest first", content: json(MessageList) }, ...refusals("session_unknown") },
    },
  ),
  read: adminRoute(
    { action: "write_to_people", on: "session" },
    {
      method: "get",
      path: "/{sessionId}/messages/{messageId}",
      tags: ["Messages"],
      summary: "What one message says",
      request: { params: MessagePath },
      responses: { 200: { description: "Its subject and text", content: json(MessageText) }, ...refusals("session_unknown", "message_unknown") },
    },
  ),
  preview: adminRoute(
    { action: "write_to_people", on: "session" },
    {
      method: "post",
      path: "/{sessionId}/messages/preview",
      tags: ["Messages"],
      summary: "Who would get a message, who would not and why, and the mail as it goes. Changes nothing",
      request: { params: SessionPath, body: body(WriteInput) },
      responses: { 200: { description: "What sending it would do", content: json(MessagePreview) }, ...refusals("session_unknown") },
    },
  ),
  test: adminRoute(
    { action: "write_to_people", on: "session" },
    {
      method: "post",
      path: "/{sessionId}/messages/test",
      tags: ["Messages"],
      summary: "Sends a message to whoever asks, at the address that their sign-in vouches for",
      request: { params: SessionPath, body: body(TestInput) },
      responses: { 200: { description: "Where it is sent", content: json(TestSent) }, ...refusals("session_unknown", "own_address_unknown", "too_many_tests") },
    },
  ),
  write: adminRoute(
    { action: "write_to_people", on: "session" },
    {
      method: "post",
      path: "/{sessionId}/messages",
      tags: ["Messages"],
      summary: "Writes to a session's people, or to those of all the event's sessions; Idempotency-Key needed",
      request: { params: SessionPath, headers: WriteHeaders, body: body(WriteInput) },
      responses: {
        200: { description: "It is written, and its mails are made", content: json(WrittenMessage) },
        ...refusals("session_unknown", "idempotency_key_missing", "idempotency_key_reused", "nobody_to_write_to", "too_many_messages"),
      },
    },
  ),
} as const;

/** The console's routes of what is written to a session's people, under `/api/admin/sessions`. */
export const messageAdminRoutes = (deps: Deps) =>
  adminRouter()
    .openapi(guarded(deps, messageRoutes.list), async (c) => c.json(await listMessages(deps, { event: c.get("event"), sessionId: c.get("sessionId") }), 200))
    .openapi(guarded(deps, messageRoutes.read), async (c) => {
      const read = await readMessage(deps, { event: c.get("event"), sessionId: c.get("sessionId"), messageId: c.req.valid("param").messageId });
      return read.ok ? c.json(read.value, 200) : refused(c, read.refusal);
    })
    .openapi(guarded(deps, messageRoutes.preview), async (c) => {
      const asked = { actor: c.get("actor"), event: c.get("event"), sessionId: c.get("sessionId") };
      return c.json(await previewMessage(deps, { ...asked, input: c.req.valid("json") }), 200);
    })
    .openapi(guarded(deps, messageRoutes.test), async (c) => {
      const asked = { actor: c.get("actor"), event: c.get("event"), sessionId: c.get("sessionId") };
      const sent = await sendTest(deps, { ...asked, message: c.req.valid("json").message });
      return sent.ok ? c.json(sent.value, 200) : refused(c, sent.refusal);
    })
    .openapi(guarded(deps, messageRoutes.write), async (c) => {
      const idempotencyKey = c.req.valid("header")["idempotency-key"];
      if (idempotencyKey === undefined) return refused(c, { code: "idempotency_key_missing" });
      const asked = { userId: c.get("actor").userId, event: c.get("event"), sessionId: c.get("sessionId") };
      const written = await writeMessage(deps, { ...asked, input: c.req.valid("json"), idempotencyKey });
      return written.ok ? c.json(written.value, 200) : refused(c, written.refusal);
    });
