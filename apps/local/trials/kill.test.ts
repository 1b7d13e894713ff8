import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const kills = process.env.PROVE === "1" ? 10 : 2;
const clients = 24;
const folder = mkdtempSync(join(tmpdir(), "cte-kill-"));
let app: ChildProcess | undefined;
let origin = "";

/** Starts the built system on the same data, and resolves when every part answers. */
async function start(port: string): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "..", "dist", "main.js"), "--port", port], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, LOCAL_FOLDER: folder, RATE_LIMIT: "off" },
  });
  app = child;
  let printed = "";
  return new Promise((resolve, reject) => {
    const read = (text: string) => {
      printed += text;
      const found = /Public site\s+(http:\/\/\S+?)\/?\s/.exec(printed)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.setEncoding("utf8").on("data", read);
    child.stderr?.setEncoding("utf8").on("data", read);
    child.once("exit", (code) => reject(new Error(`it ended with ${code}:\n${printed}`)));
  });
}

interface Acknowledged {
  key: string;
  email: string;
  id: string;
  manageUrl: string;
}

const body = (email: string) => JSON.stringify({ name: "Alex Example", email });

async function post(
  sessionId: string,
  key: string,
  email: string,
): Promise<{ status: number; answer: { id: string; state: string; manageUrl: string } } | undefined> {
  try {
    const response = await fetch(`${origin}/api/public/sessions/${sessionId}/sign-ups`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: body(email),
      signal: AbortSignal.timeout(5000),
    });
    return { status: response.status, answer: (await response.json()) as { id: string; state: string; manageUrl: string } };
  } catch {
    return undefined;
  }
}

async function largestSession(): Promise<{ id: string; capacity: number; remaining: number }> {
  const response = await fetch(`${origin}/api/public/events`);
  const { items } = (await response.json()) as { items: { sessions: { id: string; capacity: number; remaining: number }[] }[] };
  const [largest] = items.flatMap((event) => event.sessions).sort((a, b) => b.capacity - a.capacity);
  if (!largest) throw new Error("no session is listed");
  return largest;
}

beforeAll(async () => {
  origin = await start("0");
});

afterAll(async () => {
  const running = app;
  if (running?.exitCode === null) {
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGTERM");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

describe(`kill -9 of the app, ${kills} times in a burst`, () => {
  it("loses nobody who was told that they are in, gives a retry the same id and links, and leaves no seat counted wrong", async () => {
    const session = await largestSession();
    const acknowledged: Acknowledged[] = [];
    let number = 0;
    let isOver = false;
    const client = async (name: number) => {
      while (!isOver) {
        const email = `killed-${name}-${++number}@example.org`;
        const key = `key-${email}`;
        for (let answered = false; !answered; ) {
          const sent = await post(session.id, key, email);
          answered = sent !== undefined && (sent.status === 201 || sent.status === 202);
          if (sent && answered) acknowledged.push({ key, email, id: sent.answer.id, manageUrl: sent.answer.manageUrl });
          else if (isOver) return;
          else await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
    };
    const burst = Promise.all(Array.from({ length: clients }, (_, name) => client(name)));
    const port = new URL(origin).port;
    for (let kill = 0; kill < kills; kill++) {
      const before = acknowledged.length;
      for (const giveUpAt = Date.now() + 30_000; acknowledged.length < before + 40 && Date.now() < giveUpAt; )
        await new Promise((resolve) => setTimeout(resolve, 20));
      const killed = app;
      const ended = new Promise((resolve) => killed?.once("exit", resolve));
      killed?.kill("SIGKILL");
      await ended;
      origin = await start(port);
    }
    isOver = true;
    await burst;

    expect(acknowledged.length).toBeGreaterThanOrEqual(kills * 40);
    for (const one of acknowledged) {
      const again = await post(session.id, one.key, one.email);
      expect(again?.answer).toMatchObject({ id: one.id, manageUrl: one.manageUrl });
    }
    // Each seat that is gone belongs to somebody: those who were told so, and those whose answer was lost with the process.
    const taken = session.remaining - (await largestSession()).remaining;
    expect(taken).toBeGreaterThanOrEqual(acknowledged.length);
    expect(taken).toBeLessThanOrEqual(number);
  });
});
