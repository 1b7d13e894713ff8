import {
  buildAdminApp,
  buildPublicApp,
  countDeadMails,
  type Deps,
  deliver,
  handleRecords,
  type Log,
  listQueuedSince,
  makeIds,
  markDead,
  reconcileAll,
  sweep,
} from "@cte-partnerships/api/local";
import { instantFrom } from "@cte-partnerships/domain";
import { agency } from "./agency.ts";
import { type Database, region } from "./database.ts";
import { keepMark } from "./demonstration/kept.ts";
import { loadDemonstration } from "./demonstration/load.ts";
import { signInPeople } from "./demonstration/sign-in-people.ts";
import type { Answer } from "./front.ts";
import type { PartState } from "./health.ts";
import type { Keys } from "./keys.ts";
import { makeMailQueue } from "./mail-queue.ts";
import { openMailer } from "./mailer.ts";
import { clientId } from "./openid/provider.ts";
import type { Options } from "./options.ts";
import { patiently } from "./patiently.ts";
import { runEvery } from "./schedule.ts";
import { openCheckpoints } from "./stream/checkpoints.ts";
import { openDeadLetters } from "./stream/dead-letters.ts";
import { readStream } from "./stream/reader.ts";

export interface SystemParts {
  options: Options;
  origin: string;
  keys: Keys;
  log: Log;
  database: Database;
  issuer: string;
  mailboxOrigin: string;
  checkpointsFile: string | undefined;
  deadLettersFile: string | undefined;
  demonstrationFile: string | undefined;
  /** The API's description as the build wrote it. */
  openApiFile: URL;
}

/** The deployed functions and what starts them in AWS, in one process. */
export interface System {
  publicApp: Answer;
  adminApp: Answer;
  /** Makes known who can sign in, and loads the demonstration where it is wanted and not there. */
  load(): Promise<void>;
  streamState(): PartState;
  demonstrationState(): PartState;
  deadLetters(): Promise<number>;
  stop(): Promise<void>;
}

const sweptEach = 30_000;
const reconciledEach = 24 * 60 * 60 * 1000;
const mostMailsFound = 1000;
/** A reader that saw nothing for so long is not reading: the idle one looks five times a second. */
const readLatelyMeans = 5000;

/** A page of this machine may show the form, under either name and on any port: that is how embedding is tried out. */
const thisMachine = ["http://127.0.0.1:*", "http://localhost:*"];

export function openSystem(parts: SystemParts): System {
  const { options, origin, keys, log, database } = parts;
  const deps: Deps = {
    table: database.table,
    agency,
    now: () => instantFrom(Date.now()),
    ids: makeIds(),
    secrets: keys.secrets,
    log,
    config: {
      publicOrigin: origin,
      consoleOrigin: origin,
      mailFrom: "partnerships@example.org",
      isRateLimited: options.isRateLimited,
      embedOrigins: thisMachine,
    },
  };
  const mailer = openMailer(parts.mailboxOrigin);
  const mailQueue = makeMailQueue({
    deliver: async (mailId) => void (await deliver({ ...deps, mailer }, mailId)),
    giveUp: (mailId) => markDead(deps, mailId),
    log,
  });
  const streamDeps = { ...deps, mailQueue };
  const letters = openDeadLetters(parts.deadLettersFile);
  const reader = readStream({
    client: database.streams,
    tableName: database.tableName,
    region,
    checkpoints: openCheckpoints(parts.checkpointsFile),
    deadLetters: letters,
    handle: (records) => handleRecords(streamDeps, records),
    isReachable: () => database.answers(1000),
    log,
  });
  const schedule = runEvery(sweptEach, "sweep", () => sweep(streamDeps), log);
  // Daily, as in AWS, and first when a start has loaded everything: what a crash left is found then and not a day later.
  let reconciling: ReturnType<typeof runEvery> | undefined;
  const beginReconciling = () => {
    if (!isStopped && !options.without.has("reconcile"))
      reconciling ??= runEvery(reconciledEach, "reconcile", () => patiently(() => reconcileAll(deps, { repair: true })), log);
  };
  let isStopped = false;

  // What was in the queue when the last start ended stands in the table still.
  const findMailsAgain = async () => {
    for (const mailId of await listQueuedSince(deps, deps.now(), mostMailsFound)) await mailQueue.send(mailId);
  };

  let demonstration: PartState = options.hasDemonstration ? "loading" : "off";
  const mark = keepMark(parts.demonstrationFile);
  const publicApp = buildPublicApp(deps, { openApiFile: parts.openApiFile });
  const adminApp = buildAdminApp(deps, { openid: { issuer: parts.issuer, clientId, clientSecret: keys.openid.clientSecret, isLocal: true } });

  return {
    publicApp: (request, env) => publicApp.fetch(request, env),
    adminApp: (request, env) => adminApp.fetch(request, env),
    async load() {
      // In memory, a database that came back is empty: the mark of what was in it goes too.
      if (options.isInMemory) mark.forget();
      await patiently(findMailsAgain);
      const people = await patiently(() => signInPeople(deps, parts.issuer));
      const director = people.get("director");
      if (options.hasDemonstration && director) {
        demonstration = "loading";
        try {
          await loadDemonstration(deps, director, mark);
          demonstration = "ok";
        } catch (error) {
          demonstration = "failing";
          throw error;
        }
      }
      beginReconciling();
    },
    streamState: () => (Date.now() - reader.lastReadAt() < readLatelyMeans ? "ok" : "behind"),
    demonstrationState: () => demonstration,
    deadLetters: async () => letters.count() + (await countDeadMails(deps)),
    async stop() {
      isStopped = true;
      await Promise.all([schedule.stop(), reconciling?.stop(), reader.stop(), mailQueue.stop()]);
      mailer.close();
    },
  };
}
