import type { TestProject } from "vitest/node";
import { startDynamoDbLocal } from "./index.ts";

declare module "vitest" {
  interface ProvidedContext {
    dynamoDbEndpoint: string;
  }
}

/** One emulator for a whole test run; DYNAMODB_ENDPOINT names one that already runs. Each test file makes its own table. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env.DYNAMODB_ENDPOINT;
  if (running) {
    project.provide("dynamoDbEndpoint", running);
    return undefined;
  }
  const database = await startDynamoDbLocal();
  project.provide("dynamoDbEndpoint", database.endpoint);
  return () => database.stop();
}
