import { afterEach, expect, vi } from "vitest";

// Whatever is printed in a test is either noise or a leak: the log is an argument, so nothing has reason to print.
for (const method of ["log", "info", "warn", "error", "debug"] as const) vi.spyOn(console, method);

afterEach(() => {
  for (const method of ["log", "info", "warn", "error", "debug"] as const) {
    const calls = vi.mocked(console[method]).mock.calls.splice(0);
    expect(calls, `console.${method} was called`).toEqual([]);
  }
});
