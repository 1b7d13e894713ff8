import { type Event, type EventStatus, minutesAfter, type SessionId } from "@cte-partnerships/domain";
import { findEvents } from "../event/find-events.ts";
import { finishEvents } from "../event/finish-events.ts";
import { reconcileAll } from "../event/reconcile-all.ts";
import { spanOf } from "../event/store.ts";
import { continueFanOut } from "../fan-out/continue-fan-out.ts";
import { cancelFanOut } from "../fan-out/fan-out.ts";
import { listStuckFanOuts, startFanOut } from "../fan-out/store.ts";
import type { StreamDeps } from "../mail/mailer.ts";
import { listQueuedSince } from "../mail/store.ts";
import { hasSomethingToSettle } from "../sign-up/has-something-to-settle.ts";
import { markReceivedMail } from "../sign-up/mark-received-mail.ts";
import { findSeats } from "../sign-up/seats-store.ts";
import { settleSession } from "../sign-up/settle-queue.ts";
import { listArrived } from "../sign-up/store.ts";
import type { Change } from "../table/changes.ts";
import { nameOf } from "./error-name.ts";
import { inParallel } from "./in-parallel.ts";
import { streamDepsFromEnvironment } from "./stream-environment.ts";

export interface Swept {
  settledSessions: number;
  receivedMails: number;
  finishedEvents: number;
  continuedFanOuts: number;
  mailsQueuedAgain: number;
}

/** Longer than the queue tries a mail, and than a page takes: what is older is not under way any more. */
const stuckAfterMinutes = 2;
const mailsPerSweep = 500;
const arrivedPerSession = 1000;

/**
 * Finishes what a crash left: whoever is unsettled, a line that could move up, fan-outs that stand still, mails that no
 * queue knows of; tells those who have waited for a minute that they are safe; files events that are over. What is under
 * way anyhow it does once more, and that changes nothing. One part that fails does not stop the others; then it throws.
 */
export async function sweep(deps: StreamDeps): Promise<Swept> {
  const swept: Swept = { settledSessions: 0, receivedMails: 0, finishedEvents: 0, continuedFanOuts: 0, mailsQueuedAgain: 0 };
  const failures: unknown[] = [];
  const part = async (name: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      failures.push(error);
      deps.log.error("a part of the sweep failed", { part: name, error: nameOf(error) });
    }
  };
  const stuckBefore = minutesAfter(deps.now(), -stuckAfterMinutes);
  await part("sessions", async () => {
    for await (const event of eventsToSweep(deps)) {
      await inParallel(event.sessions, ({ id }) => part("session", () => sweepSession(deps, id, swept)));
    }
  });
  await part("fan-outs", async () => {
    for (const fanOut of await listStuckFanOuts(deps, stuckBefore)) {
      await continueFanOut(deps, fanOut.id);
      swept.continuedFanOuts += 1;
    }
  });
  await part("mails", async () => {
    for (const mailId of await listQueuedSince(deps, stuckBefore, mailsPerSweep)) {
      await deps.mailQueue.send(mailId);
      swept.mailsQueuedAgain += 1;
    }
  });
  await part("events", async () => {
    swept.finishedEvents = (await finishEvents(deps)).finished;
  });
  const [first] = failures;
  if (first !== undefined) throw first;
  return swept;
}

const eventsPerPage = 100;
const longestEventDays = 60;

/** Events that may have somebody without an answer: those that are on, and those cancelled that were still to come. */
async function* eventsToSweep(deps: StreamDeps): AsyncGenerator<Event> {
  yield* eventsIn(deps, ["published", "closed"], "soonest");
  // From the latest backwards, and only so far as an event may last: the past is never read through.
  const longAgo = minutesAfter(deps.now(), -longestEventDays * 24 * 60);
  for await (const event of eventsIn(deps, ["done", "cancelled"], "latest")) {
    const span = spanOf(event);
    if (span && span.startsAt < longAgo) return;
    if (span && event.status === "cancelled") yield event;
  }
}

async function* eventsIn(deps: StreamDeps, statuses: readonly EventStatus[], order: "soonest" | "latest"): AsyncGenerator<Event> {
  let after: string | undefined;
  do {
    const page = await findEvents(deps, { reach: { kind: "city" }, filters: { statuses }, order, after, limit: eventsPerPage });
    yield* page.events;
    after = page.next;
  } while (after !== undefined);
}

async function sweepSession(deps: StreamDeps, sessionId: SessionId, swept: Swept): Promise<void> {
  await endThoseOfCancelled(deps, sessionId);
  if (await hasSomethingToSettle(deps, sessionId)) {
    // Whether or not it can be settled now, whoever is still unsettled afterwards is told that they are safe.
    await settleSession(deps, sessionId).catch((error: unknown) => deps.log.error("a session could not be settled", { sessionId, error: nameOf(error) }));
    swept.settledSessions += 1;
    await tellThoseStillUnsettled(deps, sessionId, swept);
  }
}

/** The stream does this when the session is cancelled; here it is begun again where that change was lost. */
async function endThoseOfCancelled(deps: StreamDeps, sessionId: SessionId): Promise<void> {
  const stored = await findSeats(deps, sessionId);
  if (stored?.seats.status !== "cancelled") return;
  const { confirmed, held, waiting } = stored.seats;
  if (confirmed + held + waiting === 0) return;
  const change: Change = { by: { kind: "system", part: "schedule" }, at: deps.now(), op: "fan_out.start" };
  await startFanOut(deps, cancelFanOut(stored.seats, stored.changedAt), change);
}

async function tellThoseStillUnsettled(deps: StreamDeps, sessionId: SessionId, swept: Swept): Promise<void> {
  for (const { id } of await listArrived(deps, sessionId, arrivedPerSession)) {
    if (await markReceivedMail(deps, sessionId, id)) swept.receivedMails += 1;
  }
}

let ready: StreamDeps | undefined;

/**
 * Every minute the sweep; `{ task: "reconcile" }`, once a day, compares all seats with their sign-ups and takes the counts
 * anew where they drifted. Each drift is logged as an error: seats that are right again still had a reason to be wrong.
 */
export async function handler(event: { task?: "sweep" | "reconcile" }): Promise<void> {
  ready ??= streamDepsFromEnvironment("schedule");
  if (event.task === "reconcile") await reconcileAll(ready, { repair: true });
  else ready.log.info("swept", { ...(await sweep(ready)) });
}
