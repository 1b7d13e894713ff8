import { createHash } from "node:crypto";
import { EventId, Instant, MessageId, type Seats, SessionId, sessionsToTell } from "@cte-partnerships/domain";
import * as z from "zod";
import { crockford } from "../ids.ts";
import type { TableChange } from "../table/table-change.ts";

/**
 * Work that one change makes for everybody of a session, done in pages: `cancel` ends the sign-ups of a cancelled session,
 * `tell` mails those who stand that time or venue changed, `write` carries a message to those it is for. Each page's progress
 * is a change of this item, and that change makes the stream do the next page: so it goes on after a crash, and no invocation
 * has to carry all of it.
 */
export const FanOut = z.object({
  id: z.string(),
  kind: z.enum(["cancel", "tell", "write"]),
  eventId: EventId,
  sessionId: SessionId,
  /** The session's sequence that is told. */
  sequence: z.int().optional(),
  /** The message that is carried. */
  messageId: MessageId.optional(),
  /** When the change was made: who signed up later knows already. */
  changedAt: Instant,
  state: z.enum(["running", "done"]),
  /** The page to do next, from 1. */
  page: z.int().min(1),
  /** Sort key of the last sign-up done. */
  cursor: z.string().optional(),
  /** When its last page was done. */
  movedAt: Instant,
});
export type FanOut = z.infer<typeof FanOut>;

export type FanOutDraft = Omit<FanOut, "state" | "page" | "cursor" | "movedAt">;

const idFor = (changeId: string, kind: FanOut["kind"], sessionId: string) =>
  crockford(createHash("sha256").update(`fan-out\n${changeId}\n${kind}\n${sessionId}`).digest().subarray(0, 16));

const SeatsImage = z.object({ sessionId: SessionId, eventId: EventId, status: z.enum(["open", "cancelled"]), settingsVersion: z.int(), _at: Instant });
const MessageImage = z.object({ id: MessageId, eventId: EventId, sessionIds: z.array(SessionId), writtenAt: Instant });
const EventImage = z.object({
  id: EventId,
  status: z.enum(["draft", "published", "closed", "done", "cancelled"]),
  sessions: z.array(z.object({ id: SessionId, status: z.enum(["scheduled", "cancelled"]), sequence: z.int() })),
  _at: Instant,
});

/** The fan-outs that a change starts. Pure: the same change starts the same ones always. */
export function fanOutsFor({ id, before, after }: TableChange): FanOutDraft[] {
  if (before === undefined && after?._t === "message") return writeFanOut(MessageImage.parse(after), undefined);
  if (before === undefined || after === undefined) return [];
  if (after._t === "seats") return cancellation(SeatsImage.parse(before), SeatsImage.parse(after));
  if (after._t === "event") return tidings(id, EventImage.parse(before), EventImage.parse(after));
  return [];
}

function cancellation(before: z.infer<typeof SeatsImage>, after: z.infer<typeof SeatsImage>): FanOutDraft[] {
  if (before.status === "cancelled" || after.status !== "cancelled") return [];
  return [cancelFanOut(after, after._at)];
}

/**
 * The fan-out that ends the sign-ups of a cancelled session. Its id comes from the seats and not from the change: where the
 * change itself was lost, the sweeper starts the very same one.
 */
export const cancelFanOut = (
  { sessionId, eventId, settingsVersion }: Pick<Seats, "sessionId" | "eventId" | "settingsVersion">,
  changedAt: Instant,
): FanOutDraft => ({
  id: idFor(`seats ${settingsVersion}`, "cancel", sessionId),
  kind: "cancel",
  eventId,
  sessionId,
  changedAt,
});

/**
 * The fan-out that carries a message to the people of its first session, or of the one after another. One session is done after
 * the other, so that a message to many sessions is no faster, and no more in the way, than one to a large session.
 */
export function writeFanOut({ id, eventId, sessionIds, writtenAt }: z.infer<typeof MessageImage>, after: SessionId | undefined): FanOutDraft[] {
  const sessionId = sessionIds[after === undefined ? 0 : sessionIds.indexOf(after) + 1];
  if (sessionId === undefined) return [];
  return [{ id: idFor(`message ${id}`, "write", sessionId), kind: "write", eventId, sessionId, messageId: id, changedAt: writtenAt }];
}

/** Everybody of a session whose time or place changed hears of it: which those are, the domain says, and an editor is shown before. */
const tidings = (changeId: string, before: z.infer<typeof EventImage>, after: z.infer<typeof EventImage>): FanOutDraft[] =>
  sessionsToTell(before, after).map(({ id: sessionId, sequence }) => ({
    id: idFor(changeId, "tell", sessionId),
    kind: "tell",
    eventId: after.id,
    sessionId,
    sequence,
    changedAt: after._at,
  }));
