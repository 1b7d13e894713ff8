// `npm run dev`: sources are watched; the console is built anew beside the running application, which is started again
// whenever its own code was built.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root, toolEnvironment } from "../workspace.mjs";
import { startApp } from "./run-app.mjs";

/** Runs until stopped. Answers as `startApp` does. */
export function startWatching(args) {
  const room = (name) => join(root, "apps", name);
  const watcher = (name, command, stdio) => spawn(command[0], command.slice(1), { cwd: room(name), env: toolEnvironment(room(name)), detached: true, stdio });
  const consoleBuild = watcher("admin", ["vite", "build", "--watch", "--logLevel", "warn"], ["ignore", "inherit", "inherit"]);
  const appBuild = watcher("local", ["node", "build.mjs", "--watch"], ["ignore", "inherit", "inherit", "ipc"]);

  let app;
  let isStopping = false;
  let changes = Promise.resolve();
  appBuild.on("message", (message) => {
    if (message !== "built") return;
    // One change after the other: two quick saves must not start two applications.
    changes = changes.then(async () => {
      if (isStopping) return;
      if (app) console.log("\n  Changed: starting again …");
      await app?.stop();
      if (isStopping) return;
      // What is to be removed or kept is said once, and not at every change.
      app = startApp(app ? args.filter((word) => word !== "--reset") : args);
    });
  });

  let end;
  const ended = new Promise((resolve) => {
    end = resolve;
  });
  appBuild.once("exit", () => void stop(1));
  async function stop(code = 0) {
    if (isStopping) return;
    isStopping = true;
    for (const { pid } of [consoleBuild, appBuild]) {
      try {
        process.kill(-pid, "SIGTERM");
      } catch {}
    }
    await changes;
    await app?.stop();
    end({ code });
  }
  return { ended, stop };
}
