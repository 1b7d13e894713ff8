import type { TestProject } from "vitest/node";
import { startSystem } from "./start-system.ts";

declare module "vitest" {
  interface ProvidedContext {
    origin: string;
    mailboxOrigin: string;
  }
}

/** One system for all files: each test makes what it needs, or uses demonstration data that no other test uses. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { origin, mailboxOrigin, stop } = await startSystem();
  project.provide("origin", origin);
  project.provide("mailboxOrigin", mailboxOrigin);
  return stop;
}
