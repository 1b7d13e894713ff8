import { afterEach, expect, vi } from "vitest";

// The domain is pure: whatever it prints is either noise or a leak.
const methods = ["log", "info", "warn", "error", "debug"] as const;
const spies = methods.map((method) => vi.spyOn(console, method));

afterEach(() => {
  for (const spy of spies) expect(spy.mock.calls.splice(0), `console.${spy.getMockName()} was called`).toEqual([]);
});
