import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { allOf, functionNames, one } from "./find.ts";
import { root } from "./lay-down.ts";

const bundles = inject("evaluated").production.built;

describe("each function", () => {
  it.each(functionNames)("%s runs on nodejs24.x and arm64, logs JSON to a log of its own, and ends before the edge gives up", (name) => {
    for (const stage of ["production", "development"] as const) {
      const { inputs } = one(stage, "aws:lambda/function:Function", `${name}Function`);
      const log = one(stage, "aws:cloudwatch/logGroup:LogGroup", `${name}Log`);
      expect(inputs).toMatchObject({
        runtime: "nodejs24.x",
        architectures: ["arm64"],
        handler: "index.handler",
        loggingConfig: { logFormat: "JSON", logGroup: log.inputs.name },
      });
      expect(log.inputs.retentionInDays).toBe(stage === "production" ? 400 : 14);
      expect(log.isRetained).toBe(stage === "production");
      if (name.endsWith("Api")) expect(inputs.timeout).toBeLessThan(20);
    }
  });

  it("is one that apps/api builds, minified and with its source map beside it", () => {
    const build = readFileSync(join(root, "apps/api/build.mjs"), "utf8");
    const built = JSON.parse(/const functions = (\[.*?\])/.exec(build)?.[1] ?? "[]") as string[];
    expect(bundles.map(({ bundle }) => bundle).sort()).toEqual(built.map((name) => `apps/api/dist/lambda/${name}`).sort());
    for (const name of built) expect(existsSync(join(root, `apps/api/src/lambda/${name}.ts`)), name).toBe(true);
    expect(build).toMatch(/\n {4}minify: true,/);
    expect(build).toMatch(/\n {4}sourcemap: true,/);
  });

  it("of ours is among those that are looked at here; the rest are SST's signers at the edge", () => {
    const names = allOf("production", "aws:lambda/function:Function").map(({ name }) => name.replace(/Function$/, ""));
    expect(names.filter((name) => !(functionNames as readonly string[]).includes(name))).toEqual(["ConsoleRouterEdge", "PublicRouterEdge"]);
  });

  it("runs as many at once as the account lets it, but for the public one where the stage says so", () => {
    for (const { name, inputs } of allOf("production", "aws:lambda/function:Function"))
      expect(inputs.reservedConcurrentExecutions, name).toBe(name === "PublicApiFunction" ? 200 : undefined);
    expect(one("development", "aws:lambda/function:Function", "PublicApiFunction").inputs.reservedConcurrentExecutions).toBeUndefined();
  });
});
