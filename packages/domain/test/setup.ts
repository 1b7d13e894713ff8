import fc from "fast-check";
import { afterEach, expect, vi } from "vitest";

// Every property is tried this often; `pnpm prove` tries harder, and mutation testing, which runs them for every mutant, less
// and always alike.
const { PROVE, PROPERTY_RUNS, PROPERTY_SEED } = process.env;
fc.configureGlobal({
  numRuns: PROPERTY_RUNS ? Number(PROPERTY_RUNS) : PROVE ? 5000 : 300,
  ...(PROPERTY_SEED ? { seed: Number(PROPERTY_SEED) } : {}),
});

// The domain is pure: whatever it prints is either noise or a leak.
const methods = ["log", "info", "warn", "error", "debug"] as const;
const spies = methods.map((method) => vi.spyOn(console, method));

afterEach(() => {
  for (const spy of spies) expect(spy.mock.calls.splice(0), `console.${spy.getMockName()} was called`).toEqual([]);
});
