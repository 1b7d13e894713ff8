import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allOf, functionNames, one } from "./find.ts";
import { root } from "./lay-down.ts";

interface Alarm {
  name: string;
  metricName: string;
  namespace: string;
  dimensions?: Record<string, string>;
  threshold: number;
  evaluationPeriods: number;
  period: number;
  alarmDescription: string;
  alarmActions: string[];
  treatMissingData: string;
  comparisonOperator: string;
}

const alarms = allOf("production", "aws:cloudwatch/metricAlarm:MetricAlarm").map(({ name, inputs }) => ({
  ...(inputs as unknown as Alarm),
  logicalName: name,
}));
const alarmNames = alarms.map(({ logicalName }) => logicalName);
const on = (metricName: string, dimension?: string, value?: RegExp) =>
  alarms.filter((alarm) => alarm.metricName === metricName && (dimension === undefined || value?.test(alarm.dimensions?.[dimension] ?? "")));

describe("alarms", () => {
  it("ring for every queue of dead letters, by its own name, at the first message", () => {
    const queues = allOf("production", "aws:sqs/queue:Queue").filter(({ name }) => name.includes("DeadLetter"));
    expect(queues.length).toBe(4);
    for (const { inputs } of queues) {
      const found = alarms.filter(({ dimensions }) => dimensions?.QueueName === inputs.name);
      expect(found, String(inputs.name)).toMatchObject([
        { metricName: "ApproximateNumberOfMessagesVisible", threshold: 1, comparisonOperator: "GreaterThanOrEqualToThreshold" },
      ]);
    }
  });

  it.each(functionNames)("ring when %s fails or is turned away", (name) => {
    for (const metric of ["Errors", "Throttles"]) expect(on(metric, "FunctionName", new RegExp(`-${name}Function-`)), metric).toHaveLength(1);
  });

  it("ring when the stream is behind, seats drift, answers are broken or slow, the table turns away, or silence falls", () => {
    expect(on("IteratorAge", "FunctionName", /-StreamFunction-/)).toHaveLength(1);
    expect(on("SeatsDrifted")).toHaveLength(1);
    expect(on("Url5xxCount")).toHaveLength(2);
    expect(on("5xxErrorRate")).toHaveLength(2);
    expect(on("WriteThrottleEvents")).toHaveLength(3);
    expect(on("Invocations")).toMatchObject([{ treatMissingData: "breaching", comparisonOperator: "LessThanThreshold" }]);
    expect(on("Reconciled")).toMatchObject([{ treatMissingData: "breaching" }]);
    expect(on("Reputation.BounceRate")).toHaveLength(1);
  });

  it("ring for money: at four fifths spent, and when the month looks like ending above", () => {
    expect(one("production", "aws:budgets/budget:Budget", "Budget").inputs).toMatchObject({
      limitAmount: "250",
      limitUnit: "USD",
      notifications: [
        { threshold: 80, notificationType: "ACTUAL" },
        { threshold: 100, notificationType: "FORECASTED" },
      ],
    });
  });

  it("are each heard by all who shall hear them, say in a sentence what is wrong and where it stands what to do, and look no further back than CloudWatch does", () => {
    for (const alarm of alarms) {
      expect(alarm.alarmActions, alarm.name).toEqual([expect.stringContaining("AlarmsTopic")]);
      expect(alarm.alarmDescription).toMatch(/^[A-Z].*\. What to do: docs\/operations\.md, "Alarms", \w+\.$/);
      expect(alarm.alarmDescription).toContain(`"Alarms", ${alarm.logicalName}.`);
      expect(alarm.evaluationPeriods * alarm.period, alarm.name).toBeLessThanOrEqual(86_400);
    }
    expect(
      allOf("production", "aws:sns/topicSubscription:TopicSubscription")
        .filter(({ inputs }) => inputs.protocol === "email")
        .map(({ inputs }) => inputs.endpoint),
    ).toEqual(["one@example.org", "two@example.org"]);
  });

  it("that look into the log look for what the code says", () => {
    const sources = readdirSync(join(root, "apps/api/src"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
      .map((path) => readFileSync(join(root, "apps/api/src", path), "utf8"))
      .join("\n");
    const filters = allOf("production", "aws:cloudwatch/logMetricFilter:LogMetricFilter");
    expect(filters.length).toBeGreaterThan(4);
    for (const { name, inputs } of filters) {
      const message = /^\{ \$\.message = "(.*)" \}$/.exec(String(inputs.pattern))?.[1] ?? "";
      expect(sources, name).toMatch(new RegExp(`log\\.(info|error)\\("${message}"`));
    }
  });

  it("are each explained where one looks for help, with what to do, and no other is", () => {
    const operations = readFileSync(join(root, "docs/operations.md"), "utf8");
    const [, section = ""] = /\n## Alarms\n([\s\S]*?)\n## /.exec(operations) ?? [];
    const rows = [...section.matchAll(/^\| (`.*?) \| (.+?) \| (.+?) \|$/gm)];
    const explained = rows.flatMap(([, names = ""]) => [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(explained.sort()).toEqual([...alarmNames].sort());
    for (const [, names, happened = "", todo = ""] of rows) expect([happened.length > 10, todo.length > 10], names).toEqual([true, true]);
  });

  it("are left out on a stage of one's own", () => {
    for (const type of ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:budgets/budget:Budget", "aws:cloudwatch/dashboard:Dashboard"])
      expect(allOf("development", type)).toEqual([]);
  });
});

describe("the dashboard", () => {
  it("shows every function, every queue of dead letters, both edges and firewalls, the table and the mails", () => {
    const body = String(one("production", "aws:cloudwatch/dashboard:Dashboard", "Dashboard").inputs.dashboardBody);
    for (const name of [
      ...functionNames.map((each) => `${each}Function`),
      "BouncesDeadLetterQueue",
      "MailsDeadLetterQueue",
      "ScheduleDeadLetterQueue",
      "StreamDeadLetterQueue",
      "PublicRouterCdnDistribution",
      "ConsoleRouterCdnDistribution",
      "TableTable",
      "AWS/SES",
      ...allOf("production", "aws:wafv2/webAcl:WebAcl").map(({ inputs }) => String((inputs.visibilityConfig as { metricName: string }).metricName)),
    ]) {
      expect(body, name).toContain(name);
    }
    expect((JSON.parse(body) as { widgets: unknown[] }).widgets.length).toBeGreaterThan(10);
  });
});
