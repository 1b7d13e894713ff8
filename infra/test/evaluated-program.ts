/**
 * Runs inside the bundle that `evaluate.ts` makes of `sst.config.ts`: SST's real components on Pulumi's mocks. Every resource that
 * would be registered is kept as the engine would be asked for it. Nothing here sees what AWS itself would refuse.
 */
import crypto from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { answerTo, outputsOf } from "./pretended-cloud.ts";
import type { Built, Evaluated, Registered } from "./registered.ts";

export async function evaluateProgram(
  config: { app: (input: object) => unknown; run: () => unknown },
  run: (program: () => unknown) => Promise<unknown>,
): Promise<Evaluated> {
  const stage = process.env.STAGE ?? "";
  // Physical names end in chance, so that two of a kind never clash. Here the same program must make the same names.
  crypto.randomBytes = ((size: number) => Buffer.alloc(size)) as typeof crypto.randomBytes;
  const app = (await config.app({ stage })) as Record<string, unknown>;
  Object.assign(globalThis, {
    evaluatedApp: { removal: "retain", protect: false, ...app, stage },
    evaluatedCli: {
      command: "deploy",
      rpc: "",
      paths: { home: process.env.WORK, root: process.env.ROOT, work: process.env.WORK, platform: process.env.PLATFORM },
      state: { version: {} },
    },
  });
  const built: Built[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      const asked = JSON.parse(body);
      const [{ functionID, bundle, handler, links = {} }] = asked.params;
      if (asked.method === "Runtime.Build") built.push({ functionID, bundle, handler, links: Object.keys(links).sort() });
      response.end(JSON.stringify(answerTo(asked)));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  process.env.SST_SERVER = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const registered: Registered[] = [];
  const { runtime } = $util;
  await runtime.setMocks(
    {
      newResource: ({ id, name, type, inputs }) => ({ id: id || `${name}-id`, state: { ...inputs, ...outputsOf(type, name, inputs) } }),
      call: ({ token, inputs }) => outputsOf(token, "", inputs),
    },
    String(app.name),
    stage,
    false,
    "organization",
  );
  keepWhatIsRegistered(registered);
  runtime.setAllConfig({ "aws:region": "us-east-1" });
  await runtime.runInPulumiStack(() => run(config.run as () => unknown) as Promise<never>);
  await settled(registered);
  server.close();
  server.closeAllConnections();
  return {
    app,
    resources: registered.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    built: built.sort((a, b) => (a.functionID < b.functionID ? -1 : 1)),
  };
}

const key = ({ type, name }: Registered) => `${type} ${name}`;

/** Options such as `protect` do not reach the mocks, but the monitor that they stand behind is asked with them. */
function keepWhatIsRegistered(registered: Registered[]): void {
  const monitor = $util.runtime.getMonitor() as any;
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request: RegisterRequest, callback: unknown) => {
    registered.push({
      type: request.getType(),
      name: request.getName(),
      inputs: plain(inputsOf(request)) as Record<string, unknown>,
      isProtected: request.getProtect(),
      isRetained: request.getRetainondelete(),
      provider: request.getProvider().split("::").at(-2) ?? "",
    });
    return register(request, callback);
  };
}

/** Without the code that stands behind resources that SST makes itself: it is SST's. */
function inputsOf(request: RegisterRequest): Record<string, unknown> {
  const { __provider, ...inputs } = request.getObject().toJavaScript();
  return inputs;
}

interface RegisterRequest {
  getType(): string;
  getName(): string;
  getObject(): { toJavaScript(): Record<string, unknown> };
  getProtect(): boolean;
  getRetainondelete(): boolean;
  getProvider(): string;
}

const secretMark = "4dabf18193072939515e22adb298388d";

/**
 * Values as they are. What Pulumi wraps as a secret is hidden where one of ours is in it; on mocks everything that was made of
 * a secret counts as one, down to the name of a function whose environment holds a key.
 */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if (!(secretMark in value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
  const { value: wrapped } = value as { value?: unknown };
  if (wrapped === undefined) return "(a file)";
  return JSON.stringify(wrapped).includes(process.env.CANARY ?? "") ? "(secret)" : plain(wrapped);
}

const { getStore } = createRequire(join(process.env.PLATFORM ?? "", "package.json"))("@pulumi/pulumi/runtime/state.js") as {
  getStore(): { leakCandidates: ReadonlySet<unknown> };
};

/**
 * Components register more once what they wait for is known. It is over when Pulumi waits for nothing more, and stays so over some
 * turns, in which what was just learnt may begin something new. On a busy machine a pause alone says nothing. Where it never ends,
 * Pulumi itself says at the exit what it still waited for.
 */
async function settled(registered: readonly unknown[]): Promise<void> {
  for (let quiet = 0, known = -1, turns = 0; quiet < 10 && turns < turnsAtMost; turns++) {
    known = registered.length;
    await new Promise((resolve) => setTimeout(resolve, 30));
    quiet = registered.length === known && getStore().leakCandidates.size === 0 ? quiet + 1 : 0;
  }
}
const turnsAtMost = 5000;
