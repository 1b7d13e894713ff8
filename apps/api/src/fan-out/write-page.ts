import { createHash } from "node:crypto";
import { instantFrom, type SignUp, whyNotWrittenTo } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { crockford } from "../ids.ts";
import { mailIdFor } from "../mail/mails-for.ts";
import { makeMail } from "../mail/store.ts";
import type { Message } from "../message/message.ts";
import { countWrite, findMessage, getAddressed, getMessageCount } from "../message/store.ts";
import type { StoredSignUp } from "../sign-up/store.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { type FanOut, writeFanOut } from "./fan-out.ts";
import { pageDoneWrite, startFanOut } from "./store.ts";

/**
 * So many mails of a message go out together, and the next so many seconds later: some five a second, of the fourteen that Amazon
 * lets a new account send. Whoever signs up meanwhile waits behind so many at most, and not behind all of the message.
 */
const mailsTogether = 49;
const secondsBetween = 10;

/** Makes the mails of a page of a message's people, each once, and counts them with the page. */
export async function writePage(deps: Deps, fanOut: FanOut, page: readonly StoredSignUp[], cursor: string | undefined): Promise<boolean> {
  const { eventId, sessionId, messageId } = fanOut;
  const kept = messageId && (await findMessage(deps, { eventId, id: messageId }));
  if (!kept) throw new Error("a message that is to be carried is not in the table");
  const message = await getAddressed(deps, kept);
  const change: Change = { by: { kind: "system", part: "mail" }, at: deps.now(), op: "mail.make" };
  // What was made before, and not how many pages were gone through: few in a long roster need not wait for those it is not for.
  const { made: madeBefore } = await getMessageCount(deps, message);
  const sendAfter = (index: number) => {
    const waits = Math.floor((madeBefore + index) / mailsTogether) * secondsBetween;
    return waits === 0 ? {} : { sendAfter: instantFrom(Date.parse(change.at) + waits * 1000) };
  };
  const told = page.map(({ signUp }) => signUp).filter((signUp) => whyNotWrittenTo(message, signUp) === undefined);
  // First the mails, each made once; then the progress. After a crash in between the page is done again and makes no second one.
  const made = await Promise.all(
    told.map(async (signUp, index) => {
      const draft = { id: idOf(message, signUp), kind: "message", eventId, sessionId, signUpId: signUp.id, messageId, wasConfirmed: false } as const;
      return (await makeMail(deps, { ...draft, createdAt: change.at, ...sendAfter(index) }, change)) === signUp.id;
    }),
  );
  // The next session's begins before this one's ends: a crash in between begins it again, and that changes nothing.
  const next = cursor === undefined ? writeFanOut(message, sessionId) : [];
  for (const draft of next) await startFanOut(deps, draft, { ...change, op: "fan_out.start" });
  const finishedAt = cursor === undefined && next.length === 0 ? change.at : undefined;
  const count = { made: made.filter(Boolean).length };
  const isCounted = count.made > 0 || finishedAt !== undefined;
  const written = await write(deps, [pageDoneWrite(deps, fanOut, cursor, change), ...(isCounted ? [countWrite(deps, message, count, finishedAt)] : [])]);
  return written.ok;
}

/**
 * A message's mail to one person. In a message to several sessions it is by the address, so that who signed up for two of them
 * gets one mail; the message's own id in the hash keeps the same address from having the same id twice.
 */
const idOf = (message: Message, signUp: SignUp): string =>
  message.sessionIds.length === 1
    ? mailIdFor(message.id, "message", signUp.id)
    : crockford(createHash("sha256").update(`message\n${message.id}\n${signUp.email}`).digest().subarray(0, 16));
