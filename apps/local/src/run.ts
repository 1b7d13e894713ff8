import { mkdirSync, readdirSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import { serveConsole } from "./console.ts";
import { type Database, startDatabase } from "./database.ts";
import { freePort } from "./free-port.ts";
import { makeFront } from "./front.ts";
import { makeHealth } from "./health.ts";
import { type Keys, makeKeys, readKeys, saveKeys } from "./keys.ts";
import { endAll, holderOf, takeLock } from "./lock.mjs";
import { openLog } from "./log.ts";
import { type MailboxPart, startMailbox } from "./mailbox-part.ts";
import { type OpenIdPart, startOpenId } from "./openid-part.ts";
import type { Options } from "./options.ts";
import { Plain } from "./plain.ts";
import { openSystem, type System } from "./system.ts";

export interface Local {
  origin: string;
  mailboxOrigin: string | undefined;
  /** Stops every part within three seconds, and leaves no process behind. */
  stop(): Promise<void>;
}

const kept = ["database", "keys.json", "stream.json", "dead-letters.jsonl", "mailbox.jsonl", "demonstration.json"];
/** Three seconds in all, with something to spare: what is under way is answered, then processes are asked, then ended. */
const patienceWithParts = 700;
const patienceWithProcesses = 1500;

/** Everything of one machine's start, in order; `stop` undoes at any moment as much of it as was done. */
export function begin(options: Options): { ready: Promise<Local>; stop(): Promise<void> } {
  const undo: (() => Promise<unknown> | unknown)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      for (const step of undo.toReversed()) await step();
    })();
    return stopping;
  };
  const ready = start(options, undo, stop, () => stopping !== undefined).catch(async (error) => {
    await stop();
    throw error;
  });
  return { ready, stop };
}

type Undo = (() => Promise<unknown> | unknown)[];

async function start(options: Options, undo: Undo, stop: () => Promise<void>, isStopping: () => boolean): Promise<Local> {
  const goOn = () => {
    if (isStopping()) throw new Plain("Stopped while starting.");
  };
  clearAbandonedMemory(options.folder);
  const folder = options.isInMemory ? join(options.folder, "memory", String(process.pid)) : options.folder;
  const inFolder = (name: string) => join(folder, name);
  const keptFile = (name: string) => (options.isInMemory ? undefined : inFolder(name));

  const taken = takeLock(folder, `http://127.0.0.1:${options.port}`);
  if (!taken.ok) {
    const { origin, pid } = taken.holder;
    throw new Plain(`It already runs on these data, at ${origin} (process ${pid}): stop that one first, or start beside it with --memory and another port.`);
  }
  const { lock } = taken;
  undo.push(() => {
    endAll(Object.values(lock.held.children));
    if (options.isInMemory) rmSync(folder, { recursive: true, force: true });
    else lock.release();
  });
  if (options.isReset) for (const name of kept) rmSync(inFolder(name), { recursive: true, force: true });

  const log = openLog(options.isLogPrinted ? undefined : inFolder("log/app.jsonl"));
  undo.push(() => log.close());
  if (taken.ended.length > 0) log.info("ended what a crash left running", { processes: taken.ended.length });

  let front: ReturnType<typeof makeFront> | undefined;
  const server = createAdaptorServer({
    fetch: (request, env) => front?.(request, env) ?? new Response("Starting.\n", { status: 503, headers: { "retry-after": "2" } }),
  }) as Server;
  const port = await listen(server, options.port);
  const origin = `http://127.0.0.1:${port}`;
  lock.isAt(origin);
  undo.push(() => void server.close());

  const keys = await openKeys(keptFile("keys.json"));
  const spawned = (name: string) => ({
    onSpawn: (pid: number) => lock.started(name, pid),
    onEnded: (pid: number) => lock.hasEnded(name, pid),
  });
  const complaints = inFolder("log/helpers.log");
  let system: System | undefined;

  const databasePath = keptFile("database");
  if (databasePath) mkdirSync(databasePath, { recursive: true, mode: 0o700 });
  const database = startDatabase({
    path: databasePath,
    keys: keys.database,
    log,
    onEmptied: async () => void (await system?.load()),
    ...spawned("database"),
  });
  const openId = startOpenId({ keys: keys.openid, consoleOrigin: origin, isAway: options.without.has("openid"), complaints, log, ...spawned("openid") });
  const mailbox = startMailbox({ isAway: options.without.has("mailbox"), file: keptFile("mailbox.jsonl"), complaints, log, ...spawned("mailbox") });
  const processes = [database, openId, mailbox];
  // Whoever is still starting when everything stops is ended by the lock's list.
  undo.push(() => Promise.race([Promise.allSettled(processes.map(async (part) => (await part).stop())), wait(patienceWithProcesses)]));
  undo.push(() => Promise.all([close(server), Promise.race([system?.stop(), wait(patienceWithParts)])]));

  // Answers from here on, also to say what is still missing.
  const open: { database?: Database; openId?: OpenIdPart; mailbox?: MailboxPart } = {};
  const opened = Promise.all([
    database.then((part) => (open.database = part)),
    openId.then((part) => (open.openId = part)),
    mailbox.then((part) => (open.mailbox = part)),
  ]);
  const health = makeHealth({
    parts: {
      database: async () => (open.database ? ((await open.database.answers(500)) ? "ok" : "unreachable") : "starting"),
      openid: () => open.openId?.state() ?? "starting",
      mailbox: () => open.mailbox?.state() ?? "starting",
      stream: () => system?.streamState() ?? "starting",
      demonstration: () => system?.demonstrationState() ?? "starting",
    },
    deadLetters: () => system?.deadLetters() ?? 0,
  });
  front = makeFront({
    origin: () => origin,
    publicApp: (request, env) => system?.publicApp(request, env) ?? new Response(null, { status: 503 }),
    adminApp: (request, env) => system?.adminApp(request, env) ?? new Response(null, { status: 503 }),
    console: serveConsole(fileURLToPath(new URL("../../admin/dist", import.meta.url))),
    health,
    isReady: () => system !== undefined,
  });

  const [openDatabase, openOpenId, openMailbox] = await opened;
  goOn();
  system = openSystem({
    options,
    origin,
    keys,
    log,
    database: openDatabase,
    issuer: openOpenId.issuer,
    mailboxOrigin: openMailbox.origin,
    checkpointsFile: keptFile("stream.json"),
    deadLettersFile: keptFile("dead-letters.jsonl"),
    demonstrationFile: keptFile("demonstration.json"),
    openApiFile: new URL("../../api/dist/openapi.json", import.meta.url),
  });
  await system.load();
  goOn();
  log.info("started", { port, parts: Object.keys(lock.held.children).length });
  return { origin, mailboxOrigin: openMailbox.origin, stop };

  async function openKeys(file: string | undefined): Promise<Keys> {
    const known = file === undefined ? undefined : readKeys(file);
    const wished = known?.openid.port;
    const port = await freePort(wished);
    const keys = known ?? makeKeys(port);
    keys.openid.port = port;
    if (file !== undefined && port !== wished) saveKeys(file, keys);
    return keys;
  }
}

/** Starts that keep nothing leave a folder behind only where they were killed: what still runs of them is ended. */
function clearAbandonedMemory(folder: string): void {
  const memory = join(folder, "memory");
  let names: string[] = [];
  try {
    names = readdirSync(memory);
  } catch {
    return;
  }
  for (const name of names) {
    const abandoned = join(memory, name);
    if (holderOf(abandoned) || name === String(process.pid)) continue;
    const taken = takeLock(abandoned, "");
    if (taken.ok) rmSync(abandoned, { recursive: true, force: true });
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE")
        reject(new Plain(`Port ${port} is taken by another program: choose another one, for example PORT=${port + 1} npm start.`));
      else if (error.code === "EACCES") reject(new Plain(`Port ${port} may not be used by this user: choose one above 1023.`));
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : port);
    });
  });
}

/** Answers what is under way for a moment, then lets go. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 300);
  await closed;
  clearTimeout(late);
}
