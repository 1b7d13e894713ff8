import { fork } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Plain } from "./plain.ts";
import type { Running } from "./supervise.ts";

/** What a helper says when it listens. */
export interface Listening {
  kind: "listening";
  port: number;
}

export interface HelperStart {
  /** File beside this one, in the built folder: `openid.js`. */
  module: string;
  /** Handed over as a message: neither arguments nor environment are a place for secrets. */
  settings: object;
  /** Where the helper's complaints go; absent: nowhere. */
  complaints?: string | undefined;
  onSpawn(pid: number): void;
}

const patience = 20_000;

/**
 * Starts a part as a process of its own, so that it can be stopped alone, and resolves when it listens. It ends by itself
 * when this process is gone: the channel between them closes.
 */
export async function startHelper({ module, settings, complaints, onSpawn }: HelperStart): Promise<Running & { port: number }> {
  const out = complaints === undefined ? "ignore" : openSync(complaints, "a", 0o600);
  // A group of its own: Ctrl-C reaches this process alone, which then stops its parts in order.
  const child = fork(fileURLToPath(new URL(module, import.meta.url)), [], { detached: true, stdio: ["ignore", out, out, "ipc"] });
  if (typeof out === "number") closeSync(out);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  if (child.pid !== undefined) onSpawn(child.pid);
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 1000);
    await ended;
    clearTimeout(late);
  };
  const listening = new Promise<Listening>((resolve, reject) => {
    child.once("message", (message) => resolve(message as Listening));
    void ended.then(() => reject(new Plain(`${module} ended before it listened.`)));
    setTimeout(() => reject(new Plain(`${module} did not listen within ${patience / 1000} seconds.`)), patience).unref();
  });
  child.send(settings);
  try {
    const { port } = await listening;
    return { pid: child.pid ?? -1, port, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The helper's side: receives its settings once, says where it listens, and ends with whoever started it. */
export async function beHelper<Settings>(serve: (settings: Settings) => Promise<number>): Promise<void> {
  if (!process.send) throw new Error("a helper is started by the application alone");
  const settings = await new Promise<Settings>((resolve) => process.once("message", (message) => resolve(message as Settings)));
  process.once("disconnect", () => process.exit(0));
  process.once("SIGTERM", () => process.exit(0));
  const port = await serve(settings);
  process.send({ kind: "listening", port } satisfies Listening);
}
