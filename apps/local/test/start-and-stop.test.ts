import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { isRunning } from "../src/lock.mjs";
import {
  childrenIn,
  healthOf,
  heldIn,
  holdPort,
  mailsIn,
  makeFolder,
  openSession,
  type Started,
  signUp,
  startProgram,
  until,
  untilGone,
  untilHealthy,
  untilReady,
} from "./system.ts";

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const folder = () => {
  const made = makeFolder();
  undo.push(made.remove);
  return made.path;
};

const start = (path: string, args: string[] = ["--port", "0"], env: Record<string, string> = {}): Started => {
  const started = startProgram(path, args, env);
  undo.push(async () => {
    started.process.kill("SIGTERM");
    await started.ended;
  });
  return started;
};

test("a start answers on one origin, and SIGTERM leaves no process and no lock within three seconds", async () => {
  const path = folder();
  const started = start(path);
  await untilReady(started);
  await untilHealthy(started.origin);
  const { origin } = started;
  expect((await fetch(`${origin}/`)).status).toBe(200);
  expect((await fetch(`${origin}/api/admin/me`)).status).toBe(401);
  expect(Object.keys((await healthOf(origin)).parts)).toEqual(["database", "openid", "mailbox", "stream", "demonstration"]);
  // What is secret or personal is its owner's alone.
  expect(statSync(join(path, "keys.json")).mode & 0o777).toBe(0o600);
  expect(statSync(join(path, "database")).mode & 0o777).toBe(0o700);

  const children = childrenIn(path);
  expect(children).toHaveLength(3);
  const askedAt = Date.now();
  started.process.kill("SIGTERM");
  expect(await started.ended).toBe(0);
  expect(Date.now() - askedAt).toBeLessThan(3000);
  expect(children.filter(isRunning)).toEqual([]);
  expect(existsSync(join(path, "lock.json"))).toBe(false);
});

test("a second start on the same data is refused in one sentence, and the first goes on", async () => {
  const path = folder();
  const first = start(path);
  await untilReady(first);
  const second = start(path);
  expect(await second.ended).toBe(1);
  expect(second.printed().trim()).toBe(
    `It already runs on these data, at ${first.origin} (process ${first.process.pid}): stop that one first, or start beside it with --memory and another port.`,
  );
  await untilHealthy(first.origin);
});

test("a taken port is told in one sentence, and nothing is left running", async () => {
  const { port, release } = await holdPort();
  undo.push(release);
  const path = folder();
  const refused = start(path, ["--port", String(port)]);
  expect(await refused.ended).toBe(1);
  expect(refused.printed().trim()).toBe(`Port ${port} is taken by another program: choose another one, for example PORT=${port + 1} npm start.`);
  expect(existsSync(join(path, "lock.json"))).toBe(false);
});

test("keys that cannot be read are told in one sentence, and --reset begins again", async () => {
  const path = folder();
  writeFileSync(join(path, "keys.json"), '{"database":{"accessKeyId":"loc');
  const refused = start(path);
  expect(await refused.ended).toBe(1);
  expect(refused.printed().trim()).toBe(
    `The keys in ${join(path, "keys.json")} cannot be read: put back a copy of the file, or begin again without the data that were kept: npm start -- --reset`,
  );
  await untilReady(start(path, ["--reset", "--port", "0"]));
});

test("after a kill -9 the next start ends what was orphaned, and every acknowledged sign-up is there and gets its mail", async () => {
  const path = folder();
  const killed = start(path, ["--port", "0"], { DEMO: "on", RATE_LIMIT: "off" });
  await untilReady(killed);
  const sessionId = await openSession(killed.origin);
  const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => signUp(killed.origin, sessionId, `crash-${index}@example.org`)));
  const { database } = heldIn(path).children;
  killed.process.kill("SIGKILL");
  await killed.ended;
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  expect(isRunning(database)).toBe(true);

  const next = start(path, ["--port", "0"], { DEMO: "on", RATE_LIMIT: "off" });
  await untilReady(next);
  expect(isRunning(database)).toBe(false);
  await untilHealthy(next.origin);
  // The same key again: the same sign-up.
  const again = await signUp(next.origin, sessionId, "crash-0@example.org");
  expect(again.body.id).toBe(answers[0]?.body.id);
  const sent = async () => (await mailsIn(next)).filter((mail) => mail.to.startsWith("crash-")).map((mail) => mail.to);
  // One that was being sent when it crashed is claimed for two minutes more; the sweep then sends it again.
  await until("everybody has a mail", async () => new Set(await sent()).size === answers.length, 200_000);
});

test("a lock whose process id now belongs to somebody else ends nobody", async () => {
  const path = folder();
  const innocent = startProgram(folder(), ["--port", "0"]);
  undo.push(async () => {
    innocent.process.kill("SIGTERM");
    await innocent.ended;
  });
  await untilReady(innocent);
  const claimed = { pid: innocent.process.pid ?? 0, started: "another boot/1" };
  writeFileSync(join(path, "lock.json"), JSON.stringify({ pid: 1, started: "another boot/2", origin: "", children: { database: claimed } }));
  const next = start(path);
  await untilReady(next);
  await untilHealthy(innocent.origin);
});

test("--memory keeps nothing, also beside data that are kept", async () => {
  const path = folder();
  const started = start(path, ["--memory", "--port", "0"]);
  await untilReady(started);
  const [name = ""] = readdirSync(join(path, "memory"));
  const children = childrenIn(join(path, "memory", name));
  started.process.kill("SIGINT");
  expect(await started.ended).toBe(0);
  await untilGone(children, 100);
  expect(readdirSync(join(path, "memory"))).toEqual([]);
  expect(existsSync(join(path, "keys.json"))).toBe(false);
});

test("parts that are killed alone come back by themselves, and health tells meanwhile", async () => {
  const path = folder();
  const started = start(path);
  await untilReady(started);
  await untilHealthy(started.origin);
  for (const name of ["database", "openid", "mailbox"]) {
    const part = heldIn(path).children[name];
    // Stopped first: a part that is killed may be back before anybody has asked.
    process.kill(part?.pid ?? 0, "SIGSTOP");
    await until(`${name} is told to be gone`, async () => (await healthOf(started.origin)).parts[name] !== "ok", 10_000);
    process.kill(part?.pid ?? 0, "SIGKILL");
    await until(`${name} is back`, async () => (await healthOf(started.origin)).ok, 30_000);
  }
});

test("without its OpenID provider it starts, says so, and goes on serving the public", async () => {
  const started = start(folder(), ["--memory", "--port", "0"], { WITHOUT: "openid" });
  await untilReady(started);
  const health = await healthOf(started.origin);
  expect(health).toMatchObject({ status: 503, ok: false, parts: { openid: "unreachable", database: "ok" } });
  expect((await fetch(`${started.origin}/api/public/events`)).status).toBe(200);
  expect((await fetch(`${started.origin}/auth/sign-in`, { redirect: "manual" })).status).toBe(503);
});

test("health answers within a second while a part hangs", async () => {
  const path = folder();
  const started = start(path);
  await untilReady(started);
  await untilHealthy(started.origin);
  const { database } = heldIn(path).children;
  process.kill(database?.pid ?? 0, "SIGSTOP");
  undo.push(() => process.kill(database?.pid ?? 0, "SIGCONT"));
  // An answer may be a quarter of a second old; none may take longer than a second.
  await until("health tells of it", async () => {
    const askedAt = Date.now();
    const { parts } = await healthOf(started.origin);
    expect(Date.now() - askedAt).toBeLessThan(1000);
    return parts.database !== "ok";
  });
});
