// The application under the workspace's Node 24, stopped with whoever started it.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../workspace.mjs";

const node = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");

/**
 * Starts the application. Ctrl-C in a terminal reaches this process alone and is passed on, so that the parts stop in order;
 * the channel between the two tells the application should this process be killed.
 */
export function startApp(args) {
  const child = spawn(node, [join(root, "apps", "local", "dist", "main.js"), ...args], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // What the engine compiled is kept: the next start of the same build reads it in half the time.
    env: { ...process.env, NODE_NO_WARNINGS: "1", NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "compiled") },
  });
  const ended = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
    child.once("error", (error) => resolve({ code: 1, error }));
  });
  return {
    ended,
    /** Asks it to stop; what hangs is ended after three seconds. */
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 2900);
      await ended;
      clearTimeout(late);
    },
  };
}
