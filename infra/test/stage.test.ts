import { afterEach, describe, expect, it, vi } from "vitest";

/** What a permanent stage is told; each test takes something away, or says it wrongly. */
const told = {
  PUBLIC_HOST: "events.example.org",
  CONSOLE_HOST: "console.example.org",
  MAIL_FROM: "office@example.org",
  ALARMS_TO: "one@example.org",
};

/** The stage as it is read from its environment. Nothing of a component is made by reading it. */
async function read(stage: string, environment: Readonly<Record<string, string>>) {
  vi.resetModules();
  vi.stubGlobal("$app", { name: "cte-partnerships", stage });
  for (const name of [...Object.keys(told), "MONTHLY_BUDGET_DOLLARS", "PUBLIC_CONCURRENCY", "MAIL_ZONE"]) vi.stubEnv(name, environment[name]);
  return await import("../stage.ts");
}

const without = (name: keyof typeof told) => Object.fromEntries(Object.entries(told).filter(([each]) => each !== name));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe("a permanent stage", () => {
  it.each(["staging", "production"])("%s is read where it is told all that it needs", async (stage) => {
    const { isPermanent, settings } = await read(stage, told);
    expect(isPermanent).toBe(true);
    expect(settings).toMatchObject({ alarmsTo: ["one@example.org"], mailFrom: "office@example.org", isMailZoneHere: true, monthlyBudgetDollars: 100 });
  });

  it.each(["PUBLIC_HOST", "CONSOLE_HOST", "MAIL_FROM", "ALARMS_TO"] as const)("is not deployed without %s, and says so by name", async (name) => {
    await expect(read("production", without(name))).rejects.toThrow(name);
  });

  it("is not deployed with the console on the public site's hostname", async () => {
    await expect(read("production", { ...told, CONSOLE_HOST: told.PUBLIC_HOST })).rejects.toThrow("hostname of its own");
  });

  it.each(["0", "-1", "ten", "1.5"])("is not deployed with %s for a number", async (value) => {
    await expect(read("production", { ...told, MONTHLY_BUDGET_DOLLARS: value })).rejects.toThrow("MONTHLY_BUDGET_DOLLARS");
    await expect(read("production", { ...told, PUBLIC_CONCURRENCY: value })).rejects.toThrow("PUBLIC_CONCURRENCY");
  });
});

describe("a stage of one's own", () => {
  it("needs an address to send from and nothing else", async () => {
    const { isPermanent, settings } = await read("dana", { MAIL_FROM: "dana@example.org" });
    expect(isPermanent).toBe(false);
    expect(settings).toMatchObject({ publicHost: undefined, consoleHost: undefined, alarmsTo: [] });
    await expect(read("dana", {})).rejects.toThrow("MAIL_FROM");
  });
});
