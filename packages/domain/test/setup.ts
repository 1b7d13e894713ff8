import { afterEach, expect, vi } from "vitest";

// The domain is pure: whatever it prints is either noise or a leak.
const methods = ["log", "info", "warn", "error", "debug"] as const;
for (const method of methods) vi.spyOn(console, method);

afterEach(() => {
  for (const method of methods) {
    expect(vi.mocked(console[method]).mock.calls.splice(0), `console.${method} was called`).toEqual([]);
  }
});
