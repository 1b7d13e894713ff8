import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { district, opening, pollsAMonth, prices, quotas, standing, units, worstOpening } from "../bench/rig/load-model/assumptions.ts";
import { costOf, monthOf, openingOf, standingCost, yearOf } from "../bench/rig/load-model/model.ts";
import { loadModel, openingTable } from "../bench/rig/load-model/tables.ts";
import { rules } from "../src/rate/allow.ts";

const nothing = { signUps: 0, pages: 0, mails: 0, consoleRequests: 0 };
const million = 1_000_000;
const root = join(import.meta.dirname, "../../..");

describe("the load model", () => {
  it("adds up what a page costs, as by hand", () => {
    const table = 6 * 0.125;
    const functionRuns = 0.2 + 0.01 * 13.3334;
    const edge = 0.6 + 1 + 0.1 + 0.03 + 0.6 + 8 * 0.085;
    const log = 0.5;
    expect(costOf({ ...nothing, pages: million })).toBeCloseTo(table + functionRuns + edge + log, 6);
  });

  it("adds up what a sign-up and its mail cost, as by hand", () => {
    const table = (6 + 4 + 4) * 0.625 + 3 * 0.125;
    const functionRuns = 5 * 0.2 + (0.025 + 2 * 0.011 + 0.15) * 13.3334;
    const edge = 0.6 + 1 + 0.1 + 0.03 + 0.6 + 8 * 0.085;
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
    const wants = openingOf({ people: 6000, withinSeconds: 60, pagesEach: 3, shareAtFavourite: 0.5, behindOneAddress: 300 });
    expect(wants.signUpsPerSecond).toBe(100);
    expect(wants.requestsPerSecond).toBe(400);
    expect(wants.atOnce).toBeCloseTo(300 * 0.01 + 100 * 0.6, 9);
    // Two mailers, one mail after the other, each 150 ms: below the 14 a second that the mail service takes.
    expect(wants.writtenPerSecond).toBeCloseTo(100 * 10 + 13 * 4, 9);
    expect(wants.seatsPartition).toBeCloseTo(300, 9);
    expect(wants.favouritePartition).toBeCloseTo(50 * 3, 9);
    expect(wants.minutesUntilLastMail).toBeCloseTo(6000 / 13 / 60, 9);
    expect(wants.ofOneAddress).toEqual({ requests: 1200, signUps: 300, signUpsInOneMinute: 300 });
  });

  it("says enough where it is, and what to do where it is not", () => {
    const favourite = (table: string) => table.split("\n").find((line) => line.includes("favourite session"));
    expect(favourite(openingTable(opening))).toMatch(/enough/);
    expect(favourite(openingTable(worstOpening))).not.toMatch(/enough/);
  });

  it("says of every figure where it is from, and calls nothing shown that is not", () => {
    for (const [name, { value, from, source }] of Object.entries({ ...district, ...units, pollsAMonth, ...prices, ...quotas })) {
      expect(value, name).toBeGreaterThan(0);
      expect(source, name).not.toBe("");
      if (from === "cited") expect(source, name).toMatch(/\w\.\w/);
      if (source.includes("from memory")) expect(from, name).toBe("assumed");
    }
  });

  it("takes for measured what docs/benchmarks.md has: units as they are, times for a processor of half the speed", () => {
    const text = readFileSync(join(root, "docs/benchmarks.md"), "utf8");
    /** The figures of a row, told by how it begins. */
    const row = (start: string) => {
      const line = text.split("\n").find((each) => each.startsWith(`| ${start}`)) ?? "";
      return line
        .split("|")
        .slice(start.split("|").length + 1, -1)
        .map(Number);
    };
    const unitsOf = (what: string) => row(what).slice(0, 2);
    expect(unitsOf("an event's page, six sessions")).toEqual([0, units.pageRead.value]);
    // The list's one page of it, and the seats of its six sessions.
    expect(unitsOf("the list, one event of six sessions")[1]).toBeCloseTo(units.listRead.value + 6 * units.seatsRead.value, 0);
    expect(unitsOf("a sign-up, alone")[0]).toBe(units.signUpWritten.value);
    expect(unitsOf("what follows from a sign-up")[0]).toBe(units.followUpWritten.value);
    expect(unitsOf("a mail sent")).toEqual([units.mailWritten.value, units.mailRead.value]);
    for (const [called, { value }] of [
      ["public | an event's page", units.pageMilliseconds],
      ["public | a sign-up (JSON)", units.signUpMilliseconds],
      ["stream | one sign-up's change", units.followUpMilliseconds],
    ] as const) {
      const [, , , , warm = Number.NaN] = row(called);
      // Half as much or twice as much is another machine, or a busy one; more is another program.
      expect([called, (2 * warm) / value > 0.5, (2 * warm) / value < 2]).toEqual([called, true, true]);
    }
  });

  it("counts what stands there, and knows the limits, as the deployment's own list has them", () => {
    const list = readFileSync(join(root, "infra/test/golden/production.txt"), "utf8");
    const made = (type: string) => list.split("\n").filter((line) => line.startsWith(type)).length;
    expect(made("aws:cloudwatch/metricAlarm:")).toBe(standing.alarms);
    expect(made("aws:cloudwatch/logMetricFilter:")).toBe(standing.loggedMetrics);
    const queuesRead = list.split("\n").filter((line) => /^ {2}eventSourceArn = arn:aws:sqs:/.test(line));
    expect(queuesRead.length).toBe(standing.polledQueues);
    const [, firewall = ""] = /\naws:wafv2\/webAcl:WebAcl PublicRouterWaf(.*(?:\n {2}.*)*)/.exec(list) ?? [];
    const limits = [...firewall.matchAll(/rateBasedStatement\.limit = (\d+)/g)].map(([, limit]) => Number(limit));
    expect(limits).toEqual([quotas.firewallPerAddress.value, quotas.firewallChangesPerAddress.value]);
    expect(firewall.match(/rules\[\d\]\.name = /g)).toHaveLength(4);
    expect(made("aws:wafv2/webAcl:")).toBe(2);
    expect(list).toContain(`scalingConfig.maximumConcurrency = ${Math.round((quotas.mailerPerSecond.value * units.mailMilliseconds.value) / 1000)}`);
    expect(rules.signUpsOfClient).toMatchObject({ cap: quotas.signUpsPerAddress.value, windowSeconds: 60 });
  });

  it("is what docs/cost-and-limits.md says in words", () => {
    const text = readFileSync(join(root, "docs/cost-and-limits.md"), "utf8");
    /** To two digits, as one says it. */
    const about = (figure: number) => Number(figure.toPrecision(2)).toLocaleString("en-US");
    const cents = (figure: number) => `$${Number(figure.toPrecision(2)).toFixed(2)}`;
    const inWords = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    const day = monthOf(1);
    const [all, worst] = [openingOf(opening), openingOf(worstOpening)];
    const perMillion = (work: Partial<typeof nothing>) => costOf({ ...nothing, ...work }) * million;
    const table = (units.signUpWritten.value + units.followUpWritten.value + units.mailWritten.value) * prices.millionWriteUnits.value;
    const inSight = costOf({ ...nothing, consoleRequests: (50 * 2 * 3600 * 200) / 12 });
    const partition = quotas.partitionWrites.value;
    for (const said of [
      `| a page | ${cents(perMillion({ pages: 1 }))} a million`,
      `| $${about(perMillion({ signUps: 1, mails: 1 }))} a million: $${about(prices.thousandMails.value * 1000)} of it the mail, $${Math.round(table + units.mailRead.value * prices.millionReadUnits.value)} the table |`,
      `| a rush of 10,000 people | ${cents(costOf({ signUps: 10_000, pages: 40_000, mails: 10_000, consoleRequests: 0 }))} |`,
      `| a stage in a month in which nobody comes | $${about(standingCost())}:`,
      `| ${cents(costOf({ ...nothing, consoleRequests: 8 * 3600 }))} |`,
      `| $${about(day.dollars + day.standingDollars)}, and $${about(inSight)} more where fifty people keep one in sight for two hours a day, 200 days a year |`,
      `| ${about(partition / units.rushedSessionPartition.value)} sign-ups a second at one session |`,
      `| ${about(quotas.partitionReads.value / units.seatsRead.value)} pages a second |`,
      `| ${about(quotas.partitionReads.value / units.listRead.value)} lists a second |`,
      `| some ${about(partition / 2)} mails a second made and sent.`,
      `| ${about(partition)} a second; the same |`,
      `${about(quotas.mailsPerSecond.value)} a second is told of`,
      `20,000 mails take ${Math.round(all.minutesUntilLastMail)} minutes`,
      `| some ${about(quotas.newTableWrites.value / (units.signUpWritten.value + units.followUpWritten.value))} sign-ups a second |`,
      `${about(quotas.firewallPerAddress.value)} requests in five minutes, ${about(quotas.firewallChangesPerAddress.value)} of them posts`,
      `| ${quotas.signUpsPerAddress.value} sign-ups a minute`,
      `is some ${inWords[Math.round(day.requestsPerSecond)]} requests and ${inWords[Math.round(day.writtenPerSecond)]} write units a second`,
      `wants some ${Math.round(monthOf(100).mailsPerSecond)} mails a second, above the ${quotas.mailsPerSecond.value}`,
      `some ${about(worst.writtenPerSecond)} write and ${about(worst.requestsPerSecond * units.pageRead.value)} read units a second`,
    ])
      expect(text.includes(said), said).toBe(true);
  });

  it("is kept in docs/benchmarks.md as it is now", () => {
    const text = readFileSync(join(root, "docs/benchmarks.md"), "utf8");
    const kept = text.slice(text.indexOf("<!-- bench:load-model -->"), text.indexOf("<!-- /bench:load-model -->"));
    expect(kept).toContain(loadModel());
  });
});
