import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 60_000,
    projects: [
      // What is decided without a screen needs no browser to be made first, and is pure: no file leaves anything behind for another.
      { extends: true, test: { name: "console-logic", include: ["src/**/*.test.ts"], isolate: false, setupFiles: ["./test/setup.ts"] } },
      {
        extends: true,
        plugins: [react()],
        test: { name: "console-screens", include: ["src/**/*.test.tsx"], environment: "happy-dom", setupFiles: ["./test/setup.ts", "./test/setup-screens.ts"] },
      },
    ],
  },
});
