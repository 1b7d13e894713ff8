import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("the program fits the types of SST's components and of the providers that they stand on", async () => {
  const compiler = promisify(execFile)(join(import.meta.dirname, "../node_modules/.bin/tsc"), ["-p", join(import.meta.dirname, "../tsconfig.json")]);
  await expect(compiler.catch(({ stdout }: { stdout: string }) => Promise.reject(new Error(stdout)))).resolves.toMatchObject({ stdout: "" });
});
