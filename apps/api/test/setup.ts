import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, expect, inject, vi } from "vitest";
import { asFunction, asHanded, guarded, needed, refused } from "./under-policy.ts";

// Whatever is printed in a test is either noise or a leak: the log is an argument, so nothing has reason to print.
for (const method of ["log", "info", "warn", "error", "debug"] as const) vi.spyOn(console, method);

afterEach(() => {
  for (const method of ["log", "info", "warn", "error", "debug"] as const) {
    const calls = vi.mocked(console[method]).mock.calls.splice(0);
    expect(calls, `console.${method} was called`).toEqual([]);
  }
});

// Each deployed function runs under its own policy and with its own secrets, wherever a test calls it (under-policy.ts).
vi.mock(import("../src/table/client.ts"), async (original) => {
  const { openTable } = await original();
  return { openTable: (...args) => guarded(openTable(...args)) };
});
vi.mock(import("../src/public-app.ts"), async (original) => {
  const all = await original();
  return { ...all, buildPublicApp: (deps, ...rest) => running("PublicApi", all.buildPublicApp(asHanded("PublicApi", deps), ...rest)) };
});
vi.mock(import("../src/admin-app.ts"), async (original) => {
  const all = await original();
  return { ...all, buildAdminApp: (deps, ...rest) => running("AdminApi", all.buildAdminApp(asHanded("AdminApi", deps), ...rest)) };
});
vi.mock(import("../src/lambda/stream.ts"), async (original) => {
  const all = await original();
  return { ...all, handleRecords: (deps, records) => asFunction("Stream", () => all.handleRecords(asHanded("Stream", deps), records)) };
});
vi.mock(import("../src/mail/deliver.ts"), async (original) => {
  const all = await original();
  return {
    ...all,
    deliver: (deps, mailId) => asFunction("Mailer", () => all.deliver(asHanded("Mailer", deps), mailId)),
    markDead: (deps, mailId) => asFunction("Mailer", () => all.markDead(asHanded("Mailer", deps), mailId)),
  };
});
vi.mock(import("../src/lambda/schedule.ts"), async (original) => {
  const all = await original();
  return { ...all, sweep: (deps) => asFunction("Schedule", () => all.sweep(asHanded("Schedule", deps))) };
});
vi.mock(import("../src/event/reconcile-all.ts"), async (original) => {
  const all = await original();
  return { ...all, reconcileAll: (deps, ...rest) => asFunction("Schedule", () => all.reconcileAll(asHanded("Schedule", deps), ...rest)) };
});
vi.mock(import("../src/lambda/bounces.ts"), async (original) => {
  const all = await original();
  return { ...all, noteBounces: (deps, records) => asFunction("Bounces", () => all.noteBounces(asHanded("Bounces", deps), records)) };
});

/** Every request to the app is the function's. */
function running<App extends { fetch: (...args: any[]) => unknown }>(name: "PublicApi" | "AdminApi", app: App): App {
  const { fetch } = app;
  return Object.assign(app, { fetch: (...args: unknown[]) => asFunction(name, () => fetch(...args)) });
}

afterEach(() => {
  expect(refused.splice(0), "a function was refused something by its policy").toEqual([]);
});

// What this file made use of, for `unneeded-grants.ts`, which looks at all files together.
afterAll(() => writeFileSync(join(inject("neededGrants"), randomUUID()), JSON.stringify([...needed])));
