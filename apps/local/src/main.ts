import { addressTable } from "./addresses.ts";
import { people } from "./openid/people.ts";
import { readOptions } from "./options.ts";
import { Plain } from "./plain.ts";
import { begin } from "./run.ts";

/** Longer than everything takes to stop: whoever hangs then is left to the exit. */
const atLatest = 2800;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  const { ready, stop } = begin(options);

  let isEnding = false;
  const end = (code: number) => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(code), atLatest).unref();
    void stop()
      .catch(() => undefined)
      .then(() => process.exit(code));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));
  // The command that started this is gone: nobody is left to stop it.
  process.on("disconnect", () => end(0));
  process.on("uncaughtException", (error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    end(1);
  });

  try {
    const { origin, mailboxOrigin } = await ready;
    process.stdout.write(`\n${addressTable(origin, options.without.has("mailbox") ? undefined : mailboxOrigin, people)}\n  Ctrl-C stops everything.\n\n`);
  } catch (error) {
    if (isEnding) return;
    process.stderr.write(error instanceof Plain ? `\n${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  }
}

await main().catch((error) => {
  process.stderr.write(error instanceof Plain ? `\n${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
