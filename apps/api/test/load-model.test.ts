import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { district, opening, prices, quotas, units, worstOpening } from "../bench/rig/load-model/assumptions.ts";
import { costOf, monthOf, openingOf, standingCost, yearOf } from "../bench/rig/load-model/model.ts";
import { loadModel, openingTable } from "../bench/rig/load-model/tables.ts";

const nothing = { signUps: 0, pages: 0, mails: 0, consoleRequests: 0 };
const million = 1_000_000;

describe("the load model", () => {
  it("adds up what a page costs, as by hand", () => {
    const table = 6 * 0.125;
    const functionRuns = 0.2 + 0.01 * 13.3334;
    const edge = 0.6 + 1 + 0.6 + 8 * 0.085;
    const log = 0.5;
    expect(costOf({ ...nothing, pages: million })).toBeCloseTo(table + functionRuns + edge + log, 6);
  });

  it("adds up what a sign-up and its mail cost, as by hand", () => {
    const table = (6 + 4 + 4) * 0.625 + 3 * 0.125;
    const functionRuns = 5 * 0.2 + (0.025 + 2 * 0.011 + 0.15) * 13.3334;
    const edge = 0.6 + 1 + 0.6 + 8 * 0.085;
    const mail = 100 + 4 * 0.4;
    const log = 5 * 0.5;
    expect(costOf({ ...nothing, signUps: million, mails: million })).toBeCloseTo(table + functionRuns + edge + mail + log, 6);
  });

  it("costs nothing for nothing, and for each of two what two cost together", () => {
    expect(costOf(nothing)).toBe(0);
    const [one, other] = [
      { ...nothing, pages: 7, signUps: 3 },
      { ...nothing, mails: 5, consoleRequests: 11 },
    ];
    const both = { pages: 7, signUps: 3, mails: 5, consoleRequests: 11 };
    expect(costOf(both)).toBeCloseTo(costOf(one) + costOf(other), 12);
  });

  it("grows with districts as deployments do: each has its own", () => {
    const [one, hundred] = [monthOf(1), monthOf(100)];
    expect(hundred.dollars).toBeCloseTo(100 * one.dollars, 6);
    expect(hundred.standingDollars).toBeCloseTo(100 * standingCost(), 6);
    expect(one.requests * 12).toBeCloseTo(yearOf(1).pages + yearOf(1).signUps + yearOf(1).consoleRequests, 4);
    // The hundredth part of a year in one hour, in seconds.
    expect(one.mailsPerSecond).toBeCloseTo((district.signUpsPerYear.value * district.mailsPerSignUp.value * 0.01) / 3600, 9);
  });

  it("reckons an opening by what arrives while one is at work", () => {
    const wants = openingOf({ people: 6000, withinSeconds: 60, pagesEach: 3, shareAtFavourite: 0.5 });
    expect(wants.signUpsPerSecond).toBe(100);
    expect(wants.requestsPerSecond).toBe(400);
    expect(wants.atOnce).toBeCloseTo(300 * 0.01 + 100 * 0.6, 9);
    expect(wants.writtenPerSecond).toBeCloseTo(100 * 10 + 14 * 4, 9);
    expect(wants.seatsPartition).toBeCloseTo(300, 9);
    expect(wants.favouritePartition).toBeCloseTo(50 * 3, 9);
    expect(wants.minutesUntilLastMail).toBeCloseTo(6000 / 14 / 60, 9);
  });

  it("says enough where it is, and what to do where it is not", () => {
    const favourite = (table: string) => table.split("\n").find((line) => line.includes("favourite session"));
    expect(favourite(openingTable(opening))).toMatch(/enough/);
    expect(favourite(openingTable(worstOpening))).not.toMatch(/enough/);
  });

  it("says of every figure where it is from, and calls nothing shown that is not", () => {
    for (const [name, { value, from, source }] of Object.entries({ ...district, ...units, ...prices, ...quotas })) {
      expect(value, name).toBeGreaterThan(0);
      expect(source, name).not.toBe("");
      if (from === "cited") expect(source, name).toMatch(/\w\.\w/);
      if (source.includes("from memory")) expect(from, name).toBe("assumed");
    }
  });

  it("is kept in docs/benchmarks.md as it is now", () => {
    const text = readFileSync(join(import.meta.dirname, "../../../docs/benchmarks.md"), "utf8");
    const kept = text.slice(text.indexOf("<!-- bench:load-model -->"), text.indexOf("<!-- /bench:load-model -->"));
    expect(kept).toContain(loadModel());
  });
});
