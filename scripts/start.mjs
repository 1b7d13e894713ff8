// `npm start`: from a fresh clone to the running system, on a machine that has Node ≥ 20 and nothing else.
import { createServer } from "node:net";
import { resolve } from "node:path";
import { holderOf } from "../apps/local/src/lock.mjs";
import { ensureStartBuilt } from "./start/built.mjs";
import { startWatching } from "./start/dev.mjs";
import { startApp } from "./start/run-app.mjs";
import { ensureInstalled, ensureJava, ensureNode, main, Plain, root } from "./workspace.mjs";

const words = process.argv.slice(2).filter((word) => word !== "--");
const isWatching = words.includes("--dev");
const args = words.filter((word) => word !== "--dev");

await main(async () => {
  ensureNode();
  await refuseEarly();
  await ensureJava();
  await ensureInstalled();
  await ensureStartBuilt();
  return run();
});

/** What can be told in a moment is told before minutes of installing. The application looks again, and decides. */
async function refuseEarly() {
  const folder = resolve(root, process.env.LOCAL_FOLDER || ".local");
  const holder = args.includes("--memory") ? undefined : holderOf(folder);
  if (holder)
    throw new Plain(
      `It already runs on these data, at ${holder.origin} (process ${holder.pid}): stop that one first, or start beside it with --memory and another port.`,
    );
  const at = args.findIndex((word) => word === "--port" || word.startsWith("--port="));
  const port = Number((at < 0 ? process.env.PORT : (args[at].split("=")[1] ?? args[at + 1])) || 3000);
  if (port > 0 && port < 65_536 && (await isTaken(port))) {
    throw new Plain(`Port ${port} is taken by another program: choose another one, for example PORT=${port + 1} npm start.`);
  }
}

function isTaken(port) {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", (error) => answer(error.code === "EADDRINUSE"));
    server.listen(port, "127.0.0.1", () => server.close(() => answer(false)));
  });
}

async function run() {
  const app = isWatching ? startWatching(args) : startApp(args);
  let isAsked = false;
  const stop = () => {
    isAsked = true;
    void app.stop();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal).on(signal, stop);
  // npm may be killed without telling us: with it goes whoever could stop this.
  const parent = process.ppid;
  const watch = process.env.npm_lifecycle_event ? setInterval(() => process.ppid !== parent && stop(), 150) : undefined;
  const { code, signal, error } = await app.ended;
  clearInterval(watch);
  if (error) throw new Plain(`The workspace is only half installed (${error.message}): remove node_modules and start again.`);
  if (signal && !isAsked) throw new Plain(`The application was ended by ${signal}: start again, and it goes on from where it was.`);
  return isAsked ? 0 : code;
}
