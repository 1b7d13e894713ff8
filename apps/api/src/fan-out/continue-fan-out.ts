import { cancelWithSession, countsFor, isStanding, type SeatsDelta, type SignUp, type SignUpId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { mailIdFor } from "../mail/mails-for.ts";
import { makeMail } from "../mail/store.ts";
import { rosterLogWrite } from "../sign-up/roster-log-store.ts";
import { cancelledSeatsDeltaWrite } from "../sign-up/seats-store.ts";
import { settleSession } from "../sign-up/settle-queue.ts";
import { changedSignUpWrite, listSignUpsAfter, type StoredSignUp } from "../sign-up/store.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { Unavailable } from "../table/unavailable.ts";
import type { FanOut } from "./fan-out.ts";
import { findFanOut, pageDoneWrite } from "./store.ts";
import { writePage } from "./write-page.ts";

/** Sign-ups a page: with the seats and the fan-out itself they fit one transaction well. */
export const signUpsPerPage = 49;

const tries = 5;

/**
 * Does the next page of a fan-out. Delivered twice, or late, it does nothing: the page that is asked for must be the one
 * that comes next, and the write of its progress has that as its condition.
 *
 * @param page the page to do; absent: whichever comes next
 */
export async function continueFanOut(deps: Deps, id: string, page?: number): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const fanOut = await findFanOut(deps, id);
    if (!fanOut || fanOut.state === "done" || (page !== undefined && fanOut.page !== page)) return;
    const { stored, cursor } = await listSignUpsAfter(deps, fanOut.sessionId, fanOut.cursor, signUpsPerPage);
    const isDone = await pages[fanOut.kind](deps, fanOut, stored, cursor);
    if (!isDone) continue;
    // Whoever was taken in while the session was being cancelled is still in the queue.
    if (cursor === undefined && fanOut.kind === "cancel") await settleSession(deps, fanOut.sessionId);
    return;
  }
  throw new Unavailable("the sign-ups of a page kept changing");
}

const pages = { cancel: cancelPage, tell: tellPage, write: writePage } as const satisfies Record<FanOut["kind"], typeof cancelPage>;

async function cancelPage(deps: Deps, fanOut: FanOut, page: readonly StoredSignUp[], cursor: string | undefined): Promise<boolean> {
  const change: Change = { by: { kind: "system", part: "cancelling" }, at: deps.now(), op: "sign_up.cancel" };
  const delta: SeatsDelta = { confirmed: 0, held: 0, waiting: 0 };
  const ended: SignUpId[] = [];
  const members = page.flatMap((stored) => {
    const cancelled = cancelWithSession(stored.signUp, change.at);
    if (!cancelled) return [];
    ended.push(cancelled.id);
    takeAway(delta, stored.signUp);
    return [changedSignUpWrite(deps, stored, cancelled, change)];
  });
  if (members.length > 0) {
    members.push(cancelledSeatsDeltaWrite(deps, fanOut.sessionId, delta, change), rosterLogWrite(deps, fanOut.sessionId, ended, change));
  }
  const written = await write(deps, [...members, pageDoneWrite(deps, fanOut, cursor, change)]);
  return written.ok;
}

function takeAway(delta: SeatsDelta, signUp: SignUp): void {
  const counts = countsFor(signUp);
  delta.confirmed -= counts.confirmed;
  delta.held -= counts.held;
  delta.waiting -= counts.waiting;
}

async function tellPage(deps: Deps, fanOut: FanOut, page: readonly StoredSignUp[], cursor: string | undefined): Promise<boolean> {
  const { id, eventId, sessionId, sequence, changedAt } = fanOut;
  const change: Change = { by: { kind: "system", part: "mail" }, at: deps.now(), op: "mail.make" };
  const told = page.map(({ signUp }) => signUp).filter((signUp) => isStanding(signUp) && signUp.receivedAt < changedAt);
  // First the mails, each made once; then the progress. After a crash in between the page is done again and makes no second one.
  await Promise.all(
    told.map((signUp) =>
      makeMail(
        deps,
        {
          id: mailIdFor(id, "session_changed", signUp.id),
          kind: "session_changed",
          eventId,
          sessionId,
          signUpId: signUp.id,
          wasConfirmed: signUp.state === "confirmed",
          ...(sequence === undefined ? {} : { sequence }),
          createdAt: change.at,
        },
        change,
      ),
    ),
  );
  const written = await write(deps, [pageDoneWrite(deps, fanOut, cursor, change)]);
  return written.ok;
}
