import { resolve } from "node:path";
import { Plain } from "./plain.ts";

export interface Options {
  port: number;
  /** Where the data are kept between starts. */
  folder: string;
  /** Keeps nothing: the database in memory, keys of this start alone. */
  isInMemory: boolean;
  /** Begins again: what was kept is removed first. */
  isReset: boolean;
  isRateLimited: boolean;
  hasDemonstration: boolean;
  /** Lines of the log go to stdout instead of a file. */
  isLogPrinted: boolean;
  /** Parts that stay away, for trials of what happens without them. */
  without: ReadonlySet<string>;
}

const flags = ["--memory", "--reset", "--port"];

/** What the command line and the environment ask for. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): Options {
  const words = argv.flatMap((word) => (word.startsWith("--port=") ? ["--port", word.slice("--port=".length)] : [word])).filter((word) => word !== "--");
  let port = env.PORT || "3000";
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (!flags.includes(word)) throw new Plain(`"${word}" is no option: there are --memory, --reset, --dev and --port.`);
    if (word === "--port") port = words[++index] ?? "";
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Plain(`"${port}" is no port: give a number up to 65535.`);
  return {
    port: Number(port),
    folder: resolve(env.LOCAL_FOLDER || ".local"),
    isInMemory: words.includes("--memory"),
    isReset: words.includes("--reset"),
    isRateLimited: env.RATE_LIMIT !== "off",
    hasDemonstration: env.DEMO !== "off",
    isLogPrinted: env.LOG === "stdout",
    without: new Set((env.WITHOUT ?? "").split(",").filter(Boolean)),
  };
}
