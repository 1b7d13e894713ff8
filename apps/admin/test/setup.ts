import { afterEach, beforeEach, expect, vi } from "vitest";

// Whatever React, the kit or our own code complains of in a test is a fault: nothing may be written to the console.
const complaints: unknown[][] = [];
beforeEach(() => {
  complaints.length = 0;
  for (const level of ["error", "warn", "log", "info", "debug"] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void complaints.push(words));
  }
});
afterEach(() => {
  expect(complaints, "written to the console").toEqual([]);
});
