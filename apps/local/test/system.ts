import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Held, type Identity, isRunning } from "../src/lock.mjs";

export interface Started {
  process: ChildProcess;
  origin: string;
  printed(): string;
  ended: Promise<number | null>;
}

/** A folder for one test's data; remove it at the end. */
export const makeFolder = (): { path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), "cte-local-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

const program = join(import.meta.dirname, "..", "dist", "main.js");

/** Starts the built program and hands it over at once; `untilReady` waits for its table. */
export function startProgram(folder: string, args: string[], env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DEMO: "off", LOCAL_FOLDER: folder, NODE_NO_WARNINGS: "1", ...env },
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    printed += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    printed += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  return {
    process: child,
    printed: () => printed,
    ended,
    get origin() {
      return /Public site\s+(http:\/\/[^/\s]+)/.exec(printed)?.[1] ?? "";
    },
  };
}

/** Polls until something holds, and fails in words where it does not within the time. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, milliseconds = 30_000): Promise<void> {
  for (const giveUpAt = Date.now() + milliseconds; Date.now() < giveUpAt; await wait(25)) if (await holds()) return;
  throw new Error(`not within ${milliseconds} ms: ${what}`);
}

export async function untilReady(started: Started): Promise<void> {
  let hasEnded = false;
  void started.ended.then(() => {
    hasEnded = true;
  });
  await until(
    "the table of addresses is printed",
    () => {
      if (hasEnded) throw new Error(`ended instead of starting:\n${started.printed()}`);
      return started.printed().includes("Ctrl-C");
    },
    90_000,
  );
}

export const heldIn = (folder: string): Held => JSON.parse(readFileSync(join(folder, "lock.json"), "utf8"));

/** The processes of a start, by what its lock says. */
export const childrenIn = (folder: string): Identity[] => Object.values(heldIn(folder).children);

export const untilGone = (identities: Identity[], milliseconds: number): Promise<void> =>
  until("every process is gone", () => !identities.some(isRunning), milliseconds);

export interface HealthAnswer {
  status: number;
  ok: boolean;
  parts: Record<string, string>;
  deadLetters: number;
}

export async function healthOf(origin: string): Promise<HealthAnswer> {
  const response = await fetch(`${origin}/healthz`);
  return { status: response.status, ...((await response.json()) as Omit<HealthAnswer, "status">) };
}

export const untilHealthy = (origin: string): Promise<void> => until("every part answers", async () => (await healthOf(origin)).ok);

/** Holds a port, as any other program may. */
export async function holdPort(): Promise<{ port: number; release(): void }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { port: address !== null && typeof address === "object" ? address.port : 0, release: () => void server.close() };
}

/** The demonstration's session of forty seats, which asks for name and address alone. */
export async function openSession(origin: string): Promise<string> {
  const answer = (await (await fetch(`${origin}/api/public/events`)).json()) as { items: { sessions: { id: string; capacity: number }[] }[] };
  const found = answer.items.flatMap((event) => event.sessions).find((session) => session.capacity === 40);
  if (!found) throw new Error("the demonstration has no session of forty seats");
  return found.id;
}

/** Signs somebody up as the JSON endpoint is meant to be used: the same address sends the same key. */
export async function signUp(origin: string, sessionId: string, email: string): Promise<{ status: number; body: { id?: string } }> {
  const response = await fetch(`${origin}/api/public/sessions/${sessionId}/sign-ups`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": `key of ${email}` },
    body: JSON.stringify({ name: "Crash Example", email }),
  });
  return { status: response.status, body: (await response.json()) as { id?: string } };
}

export async function mailsIn(started: Started): Promise<{ to: string; subject: string }[]> {
  const origin = /Mailbox\s+(http:\/\/\S+)/.exec(started.printed())?.[1] ?? "";
  const { emails } = (await (await fetch(`${origin}/store`)).json()) as { emails: { destination: { to: string[] }; subject: string }[] };
  return emails.map(({ destination, subject }) => ({ to: destination.to[0] ?? "", subject }));
}
