import { instantFrom, minutesAfter } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { freshTable, patient, testDeps } from "../../test/deps.ts";
import { type Allowed, allow, rules } from "./allow.ts";

const rule = { name: "test", cap: 10, windowSeconds: 60 };
const counted = (all: readonly Allowed[]) => all.filter((one) => one.isAllowed).length;

describe("allow", () => {
  it("lets exactly the cap through of 200 at once, and again in the next window", async () => {
    const deps = await testDeps({ table: await freshTable(undefined, patient) });
    deps.clock.set(instantFrom(Date.UTC(2026, 10, 24, 12, 0, 20)));
    const rush = () => Promise.all(Array.from({ length: 200 }, () => allow(deps, [{ rule, who: "203.0.113.9" }])));
    const first = await rush();
    expect(counted(first)).toBe(10);
    expect(first.find((one) => !one.isAllowed)).toEqual({ isAllowed: false, retryAfterSeconds: 40 });
    expect(await allow(deps, [{ rule, who: "203.0.113.10" }])).toEqual({ isAllowed: true });
    deps.clock.set(minutesAfter(deps.now(), 1));
    expect(counted(await rush())).toBe(10);
  });

  it("lets everybody through where limits are switched off (control)", async () => {
    const deps = await testDeps({ table: await freshTable(undefined, patient) });
    const off = { ...deps, config: { ...deps.config, isRateLimited: false } };
    expect(counted(await Promise.all(Array.from({ length: 50 }, () => allow(off, [{ rule, who: "x" }]))))).toBe(50);
  });

  it("keeps who was counted as a keyed hash only", async () => {
    const deps = await testDeps({ table: await freshTable(undefined, patient) });
    await allow(deps, [{ rule, who: "canary@firm.example" }]);
    const items = await allItems(deps);
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain("canary");
  });

  it("has room for a school of 300 people behind one address", () => {
    expect(rules.signUpsOfClient.cap / (rules.signUpsOfClient.windowSeconds / 60)).toBeGreaterThanOrEqual(300);
  });
});
