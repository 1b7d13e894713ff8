import { defineConfig } from "vitest/config";

/** The house itself: rooms, words and package lists. Each package has its own tests beside its code. */
export default defineConfig({ test: { include: ["test/**/*.test.ts"] } });
