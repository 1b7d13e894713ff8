import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { DeadLetters } from "../src/replay/replay-stream.ts";

/** A queue of dead letters in SQS. What is taken is hidden for five minutes from whoever asks next. */
export const deadLetterQueue = (client: SQSClient, QueueUrl: string): DeadLetters => ({
  take: async () => {
    const asked = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 300, WaitTimeSeconds: 1 });
    const { Messages = [] } = await client.send(asked);
    return Messages.map(({ MessageId: id = "", Body: body = "", ReceiptHandle }) => ({
      id,
      body,
      remove: async () => void (await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))),
    }));
  },
});
