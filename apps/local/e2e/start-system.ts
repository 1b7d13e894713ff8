import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface WholeSystem {
  origin: string;
  mailboxOrigin: string;
  stop(): Promise<void>;
}

/** Starts the built system as a process of its own, on free ports, with the demonstration data; `settings` as in the environment. Nothing is kept but in a folder that is named. */
export async function startSystem(settings: Record<string, string> = {}, keptIn?: string): Promise<WholeSystem> {
  const folder = keptIn ?? mkdtempSync(join(tmpdir(), "cte-e2e-"));
  // The channel tells the system when whoever started it is gone, however that ended.
  const child = spawn(process.execPath, [join(import.meta.dirname, "..", "dist", "main.js"), ...(keptIn === undefined ? ["--memory"] : []), "--port", "0"], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, ...settings, LOCAL_FOLDER: folder },
  });
  let printed = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const origins = await new Promise<{ origin: string; mailboxOrigin: string }>((resolve, reject) => {
    const read = (text: string) => {
      printed += text;
      const origin = /Public site\s+(http:\/\/\S+?)\/?\s/.exec(printed)?.[1];
      const mailboxOrigin = /Mailbox\s+(http:\/\/\S+?)\/?\s/.exec(printed)?.[1];
      if (origin && mailboxOrigin) resolve({ origin, mailboxOrigin });
    };
    child.stdout?.setEncoding("utf8").on("data", read);
    child.stderr?.setEncoding("utf8").on("data", read);
    child.once("exit", (code) => reject(new Error(`the system ended with code ${code} before it was ready:\n${printed}`)));
    setTimeout(() => reject(new Error(`the system was not ready after a minute and a half:\n${printed}`)), 90_000).unref();
  }).catch((error) => {
    child.kill("SIGTERM");
    throw error;
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    if (keptIn === undefined) rmSync(folder, { recursive: true, force: true });
  };
  return { ...origins, stop };
}
