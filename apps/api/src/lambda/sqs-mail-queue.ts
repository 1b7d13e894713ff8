import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { MailQueue } from "../mail/mailer.ts";

/** Mails wait in SQS for the mailer, which tries again and gives up after the queue's last delivery. */
export function sqsMailQueue(queueUrl: string, client: SQSClient = new SQSClient({})): MailQueue {
  return {
    send: async (mailId, afterSeconds = 0) => {
      const waits = afterSeconds > 0 ? { DelaySeconds: Math.ceil(afterSeconds) } : {};
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify({ mailId }), ...waits }));
    },
  };
}
