import { describe, expect, inject, it } from "vitest";
import { policyTable, resourceList } from "./golden-texts.ts";
import { canary, type StageName, stages } from "./stages.ts";

const names = Object.keys(stages) as StageName[];

describe("the program, evaluated", () => {
  it.each(names)("makes the same of the stage %s each time, to the byte", (name) => {
    const [first, second] = inject("texts")[name];
    expect(first.length).toBeGreaterThan(10_000);
    expect(first === second).toBe(true);
  });

  it.each(["production", "development"] as const)("makes of the stage %s what its golden list says", async (name) => {
    await expect(resourceList(name)).toMatchFileSnapshot(`./golden/${name}.txt`);
  });

  it("lets each function do what the golden table says", async () => {
    process.stdout.write(`\n${policyTable("production")}\n`);
    await expect(policyTable("production")).toMatchFileSnapshot("./golden/policies.txt");
  });

  it("lets them do the same on every stage", () => {
    const anywhere = (name: StageName) =>
      policyTable(name)
        .replaceAll(stages[name].stage, "STAGE")
        .replaceAll(/ +(identity|configuration-set).*/g, " mail");
    for (const name of names) expect(anywhere(name)).toBe(anywhere("production"));
  });

  it("shows no value of a secret anywhere", () => {
    for (const name of names) expect(inject("texts")[name][0]).not.toContain(canary);
  });
});
