import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What stands in for SQS: takes messages over its JSON protocol, hands them out, deletes them. Amazon has no emulator of it. */
export interface QueueStandIn {
  endpoint: string;
  url: string;
  /** What is in the queue, oldest first. */
  bodies: string[];
  close(): void;
}

type Asked = { MessageBody?: string; ReceiptHandle?: string; MaxNumberOfMessages?: number };

const md5 = (text: string) => createHash("md5").update(text).digest("hex");

export async function startQueue(): Promise<QueueStandIn> {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const asked = JSON.parse(text) as Asked;
    const answers: Record<string, () => object> = {
      SendMessage: () => {
        bodies.push(asked.MessageBody ?? "");
        return { MessageId: randomUUID(), MD5OfMessageBody: md5(asked.MessageBody ?? "") };
      },
      // A handle is the body itself: whoever deletes deletes what they read.
      ReceiveMessage: () => ({
        Messages: bodies
          .slice(0, asked.MaxNumberOfMessages ?? 1)
          .map((Body) => ({ MessageId: md5(Body), Body, MD5OfBody: md5(Body), ReceiptHandle: Buffer.from(Body).toString("base64") })),
      }),
      DeleteMessage: () => {
        const at = bodies.indexOf(Buffer.from(asked.ReceiptHandle ?? "", "base64").toString());
        if (at >= 0) bodies.splice(at, 1);
        return {};
      },
    };
    const action = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
    response.writeHead(200, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(answers[action]?.() ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint,
    url: `${endpoint}/000000000000/queue`,
    bodies,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
