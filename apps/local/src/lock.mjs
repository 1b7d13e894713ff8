// Plain JavaScript without dependencies: `scripts/start.mjs` reads the lock before anything is installed.
import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * One process, so that no other is ever taken for it: a process id is given again, together with its start it is not.
 * @typedef {{ pid: number, started: string }} Identity
 * @typedef {Identity & { origin: string, children: Record<string, Identity> }} Held what the lock's file says
 */

/**
 * When the process with this id started, as text to compare and not to read. Absent where there is none, or where this
 * system does not tell: then nothing is proved, and nothing is ended.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function startOf(pid) {
  try {
    if (process.platform === "linux") {
      // The name, the second field, may hold spaces and brackets: count from behind it. A zombie has ended.
      const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
        .replace(/^.*\) /s, "")
        .split(" ");
      if (fields[0] === "Z" || fields[0] === "X") return undefined;
      return `${readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim()}/${fields[19]}`;
    }
    if (process.platform === "win32") return undefined;
    // Said in one language and one zone, whatever the terminal of the one who asks is set to: it is compared as text.
    const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env, stdio: ["ignore", "pipe", "ignore"] }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid @returns {Identity} */
export const identityOf = (pid) => ({ pid, started: startOf(pid) ?? "" });

/** @param {Identity | undefined} identity */
export const isRunning = (identity) => identity !== undefined && identity.started !== "" && startOf(identity.pid) === identity.started;

const fileOf = (/** @type {string} */ folder) => join(folder, "lock.json");

/** @param {string} file @returns {Held | undefined} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Who holds the data in this folder now. Absent where nobody does, also where a dead process left its lock behind.
 * @param {string} folder
 */
export function holderOf(folder) {
  const held = read(fileOf(folder));
  return held && isRunning(held) ? held : undefined;
}

/**
 * Takes the data in this folder for this process, or answers who has them. What a dead holder left running is ended
 * first, each process only where id and start prove that it is the one.
 * @param {string} folder
 * @param {string} origin
 */
export function takeLock(folder, origin) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = fileOf(folder);
  const own = `${file}.${process.pid}`;
  /** @type {Held} */
  const held = { ...identityOf(process.pid), origin, children: {} };
  const save = () => writeFileSync(own, JSON.stringify(held), { mode: 0o600 });
  /** @type {number[]} */
  const ended = [];
  for (let attempt = 0; attempt < 5; attempt++) {
    save();
    try {
      // A link is made whole or not at all: nobody reads a lock that is half written.
      linkSync(own, file);
      rmSync(own);
      return { ok: /** @type {const} */ (true), ended, lock: lockOf(file, own, held) };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    const other = read(file);
    if (other && isRunning(other)) {
      rmSync(own);
      return { ok: /** @type {const} */ (false), holder: other };
    }
    // Two that find the same stale lock: the rename succeeds for one, and what it moved is what it judged, or goes back.
    const stale = `${file}.stale.${process.pid}`;
    try {
      renameSync(file, stale);
    } catch {
      continue;
    }
    const moved = read(stale);
    if (moved && isRunning(moved)) {
      try {
        linkSync(stale, file);
      } catch {}
      rmSync(stale);
      continue;
    }
    ended.push(...endAll(Object.values(moved?.children ?? {})));
    rmSync(stale);
  }
  throw new Error(`the lock ${file} could not be taken`);
}

/** @param {string} file @param {string} own @param {Held} held */
function lockOf(file, own, held) {
  const save = () => {
    writeFileSync(own, JSON.stringify(held), { mode: 0o600 });
    renameSync(own, file);
  };
  return {
    held,
    /** Where this start can be reached, once that is known. @param {string} origin */
    isAt(origin) {
      held.origin = origin;
      save();
    },
    /** Written down at once, so that the next start finds the child after a kill -9 of this one. @param {string} name @param {number} pid */
    started(name, pid) {
      held.children[name] = identityOf(pid);
      save();
    },
    /** @param {string} name @param {number} pid */
    hasEnded(name, pid) {
      if (held.children[name]?.pid !== pid) return;
      delete held.children[name];
      save();
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}

/**
 * Ends these processes, as far as they still are who they were, and waits until they are gone.
 * @param {Identity[]} identities
 */
export function endAll(identities) {
  const left = identities.filter(isRunning);
  for (const { pid } of left) kill(pid);
  const giveUpAt = Date.now() + 3000;
  while (left.some(isRunning) && Date.now() < giveUpAt) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  return left.map(({ pid }) => pid);
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {}
}
