import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How an invocation ended, as the service is told of it. */
export type Outcome = { ok: true; answer: unknown } | { ok: false; errorType: string; errorMessage: string };

export interface Invoked {
  outcome: Outcome;
  /** From handing the event over until the answer was there. */
  milliseconds: number;
}

interface Invocation {
  id: string;
  event: unknown;
  handedAt: number;
  end(outcome: Outcome): void;
}

const version = "/2018-06-01/runtime";
const answerPath = new RegExp(`^${version}/invocation/([^/]+)/(response|error)$`);

/** What a warm function has of the service: how long the test of a whole batch may take. */
const deadlineMilliseconds = 60_000;

/**
 * Lambda's Runtime API for one function, over which a runtime interface client takes events and gives answers back. The paths
 * and headers are those of the service's own documents; one event at a time, as there.
 */
export class RuntimeApi {
  readonly #server: Server;
  readonly #asked: ServerResponse[] = [];
  readonly #waiting: Invocation[] = [];
  readonly #underWay = new Map<string, Invocation>();
  readonly #functionArn: string;
  #initialised: (outcome: Outcome | undefined) => void = () => {};

  /** Resolves when the function asks for its first event, or with what it says went wrong before that. */
  readonly initialised = new Promise<Outcome | undefined>((resolve) => {
    this.#initialised = resolve;
  });

  private constructor(functionName: string) {
    this.#functionArn = `arn:aws:lambda:us-east-1:000000000000:function:${functionName}`;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async listen(functionName: string): Promise<RuntimeApi> {
    const api = new RuntimeApi(functionName);
    await new Promise<void>((resolve) => api.#server.listen(0, "127.0.0.1", resolve));
    return api;
  }

  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  invoke(event: unknown): Promise<Invoked> {
    return new Promise((resolve) => {
      const invocation: Invocation = {
        id: randomUUID(),
        event,
        handedAt: 0,
        end: (outcome) => resolve({ outcome, milliseconds: performance.now() - invocation.handedAt }),
      };
      this.#waiting.push(invocation);
      this.#handOver();
    });
  }

  /** The process is gone: whoever waits for its answer is told so. */
  crashed(errorMessage: string): void {
    const outcome: Outcome = { ok: false, errorType: "Runtime.ExitError", errorMessage };
    this.#initialised(outcome);
    for (const { end } of [...this.#underWay.values(), ...this.#waiting.splice(0)]) end(outcome);
    this.#underWay.clear();
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "";
    if (request.method === "GET" && path === `${version}/invocation/next`) {
      this.#initialised(undefined);
      this.#asked.push(response);
      this.#handOver();
      return;
    }
    const body = await textOf(request);
    response.writeHead(202, { "content-type": "application/json" }).end('{"status":"OK"}\n');
    if (path === `${version}/init/error`) {
      this.#initialised(failureIn(body));
      return;
    }
    const [, id = "", kind] = answerPath.exec(path) ?? [];
    const invocation = this.#underWay.get(id);
    if (!invocation) return;
    this.#underWay.delete(id);
    invocation.end(kind === "response" ? { ok: true, answer: body === "" ? undefined : JSON.parse(body) } : failureIn(body));
  }

  #handOver(): void {
    while (this.#asked.length > 0 && this.#waiting.length > 0) {
      const response = this.#asked.shift();
      const invocation = this.#waiting.shift();
      if (!response || !invocation) return;
      this.#underWay.set(invocation.id, invocation);
      invocation.handedAt = performance.now();
      response
        .writeHead(200, {
          "content-type": "application/json",
          "lambda-runtime-aws-request-id": invocation.id,
          "lambda-runtime-deadline-ms": String(Date.now() + deadlineMilliseconds),
          "lambda-runtime-invoked-function-arn": this.#functionArn,
          "lambda-runtime-trace-id": "Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0",
        })
        .end(JSON.stringify(invocation.event));
    }
  }
}

function failureIn(body: string): Outcome {
  const { errorType = "", errorMessage = "" } = JSON.parse(body || "{}") as { errorType?: string; errorMessage?: string };
  return { ok: false, errorType, errorMessage };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
