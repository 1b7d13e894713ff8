import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { type Invoked, type Outcome, RuntimeApi } from "./runtime-api.ts";
import { runtimeClient } from "./runtime-client.ts";

/** A function of ours in a process of its own, as the service runs it: its code's folder, its environment and nothing else. */
export interface RunningFunction {
  invoke(event: unknown): Promise<Invoked>;
  /** What it wrote to its log, line by line: as far as it has been read while it runs, and all of it once it was stopped. */
  log: readonly string[];
  /** From the start of the process until it asked for its first event. */
  initMilliseconds: number;
  /** What of that was its own CPU time, which a busy machine does not stretch. Only where Linux tells. */
  initCpuMilliseconds: number | undefined;
  /** The most memory that it has held so far. Only where Linux tells. */
  peakMegabytes(): number | undefined;
  stop(): Promise<void>;
}

export interface FunctionSettings {
  name: string;
  /** The folder of its bundle. */
  folder: string;
  environment: Readonly<Record<string, string>>;
  memoryMegabytes?: number;
}

/** Lambda starts Node 24 so: a file is what its name says it is. */
const asOnLambda = ["--no-experimental-require-module", "--no-experimental-detect-module"];

export class InitFailed extends Error {}

export async function runFunction({ name, folder, environment, memoryMegabytes = 1024 }: FunctionSettings): Promise<RunningFunction> {
  const api = await RuntimeApi.listen(name);
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...asOnLambda, ...runtimeClient().start, "index.handler"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...environment,
      PATH: process.env.PATH ?? "",
      TZ: ":UTC",
      LANG: "en_US.UTF-8",
      AWS_REGION: "us-east-1",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
      AWS_LAMBDA_LOG_GROUP_NAME: `/cte-partnerships/test/${name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: "test",
      AWS_LAMBDA_LOG_FORMAT: "JSON",
      AWS_LAMBDA_RUNTIME_API: api.address,
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: "index.handler",
    },
  });
  const log: string[] = [];
  collect(child, log);
  // Closed, and not only gone: what it wrote last may still be in the pipe.
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  void ended.then(() => api.crashed(`${name} ended: ${log.slice(-3).join(" ")}`));
  const stop = async () => {
    child.kill("SIGKILL");
    await ended;
    api.close();
  };
  const failure: Outcome | undefined = await api.initialised;
  if (failure && !failure.ok) {
    await stop();
    throw new InitFailed(failure.errorMessage);
  }
  return {
    invoke: (event) => api.invoke(event),
    log,
    initMilliseconds: performance.now() - startedAt,
    initCpuMilliseconds: cpuMilliseconds(child.pid),
    peakMegabytes: () => peakMegabytes(child.pid),
    stop,
  };
}

function collect(child: ChildProcess, log: string[]): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream?.setEncoding("utf8").on("data", (text: string) => {
      const lines = `${rest}${text}`.split("\n");
      rest = lines.pop() ?? "";
      log.push(...lines.filter((line) => line !== ""));
    });
  }
}

function fromProc(pid: number | undefined, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined;
  }
}

/** The kernel counts in hundredths of a second. */
function cpuMilliseconds(pid: number | undefined): number | undefined {
  const fields = fromProc(pid, "stat")
    ?.replace(/^.*\) /, "")
    .split(" ");
  return fields && (Number(fields[11]) + Number(fields[12])) * 10;
}

function peakMegabytes(pid: number | undefined): number | undefined {
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(fromProc(pid, "status") ?? "")?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
