import type { Deps } from "../deps.ts";

/** Sends one finished message (RFC 5322). Throws where the provider does not take it; then the queue tries again. */
export interface Mailer {
  send(message: Uint8Array): Promise<void>;
}

/** Asks for one mail to be delivered, at least once, and again where delivering throws. */
export interface MailQueue {
  /** @param afterSeconds how long it waits before it is delivered for the first time, at most `longestDelaySeconds` */
  send(mailId: string, afterSeconds?: number): Promise<void>;
}

/** As long as SQS lets a message wait. */
export const longestDelaySeconds = 900;

export type MailerDeps = Deps & { mailer: Mailer };
export type StreamDeps = Deps & { mailQueue: MailQueue };
