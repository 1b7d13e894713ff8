import * as z from "zod";
import type { StreamDeps } from "../mail/mailer.ts";
import { depsFromEnvironment } from "./environment.ts";
import { sqsMailQueue } from "./sqs-mail-queue.ts";

const Environment = z.object({ MAIL_QUEUE_URL: z.url() });

/** What the stream and the schedule reach beyond a use case: the queue that mails wait in. */
export const streamDepsFromEnvironment = (to: "stream" | "schedule", environment: NodeJS.ProcessEnv = process.env): StreamDeps => ({
  ...depsFromEnvironment(to, environment),
  mailQueue: sqsMailQueue(Environment.parse(environment).MAIL_QUEUE_URL),
});
