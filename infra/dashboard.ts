import { adminApi } from "./admin.ts";
import { logged, loggedNamespace } from "./alarms.ts";
import { publicApi } from "./api.ts";
import { liveTable } from "./data.ts";
import { deadLetters } from "./dead-letters.ts";
import { consoleRouter, publicRouter } from "./edge.ts";
import { bounces } from "./email.ts";
import { firewallMetric } from "./firewall.ts";
import { mailer, mails, schedule, stream } from "./jobs.ts";
import { region } from "./stage.ts";

/** One page that says whether the system is well, from what a visitor meets down to what is put aside. */

type Metric = [namespace: string, metric: string, ...rest: unknown[]];

const functions = { PublicApi: publicApi, AdminApi: adminApi, Stream: stream, Mailer: mailer, Schedule: schedule, Bounces: bounces };

const names = $resolve({
  functions: $resolve(Object.values(functions).map(({ deployed }) => deployed.name)),
  queues: $resolve(deadLetters.map(({ queue }) => queue.nodes.queue.name)),
  mails: mails.nodes.queue.name,
  table: liveTable.name,
  publicEdge: publicRouter.nodes.cdn.apply((cdn) => cdn.nodes.distribution.id),
  consoleEdge: consoleRouter.nodes.cdn.apply((cdn) => cdn.nodes.distribution.id),
});

new aws.cloudwatch.Dashboard("Dashboard", {
  dashboardName: `${$app.name}-${$app.stage}`,
  dashboardBody: names.apply(({ functions: [publicName, adminName, streamName, ...workers], queues, mails: mailsName, table, publicEdge, consoleEdge }) => {
    const all = [publicName, adminName, streamName, ...workers];
    const ofFunctions = (metric: string, of = all) => of.map((name): Metric => ["AWS/Lambda", metric, "FunctionName", name]);
    const ofEdges = (metric: string) => [publicEdge, consoleEdge].map((id): Metric => ["AWS/CloudFront", metric, "DistributionId", id, "Region", "Global"]);
    const ofTable = (metric: string): Metric => ["AWS/DynamoDB", metric, "TableName", table];
    return JSON.stringify({
      widgets: laidOut([
        chart("Requests at the edge", ofEdges("Requests")),
        chart("Broken answers, per cent", ofEdges("5xxErrorRate"), "Average"),
        chart("Firewall: blocked, and what would have been", firewalls),
        chart("Public site: how long, milliseconds", percentiles(publicName)),
        chart("Console: how long, milliseconds", percentiles(adminName)),
        chart("At once", ofFunctions("ConcurrentExecutions"), "Maximum"),
        chart("Errors and turned away", [...ofFunctions("Errors"), ...ofFunctions("Throttles")]),
        chart("Table: units a minute", [ofTable("ConsumedReadCapacityUnits"), ofTable("ConsumedWriteCapacityUnits")]),
        chart("Table: turned away", [ofTable("ReadThrottleEvents"), ofTable("WriteThrottleEvents")]),
        chart("Stream: behind by, milliseconds", ofFunctions("IteratorAge", [streamName]), "Maximum"),
        chart("Mails that wait", [["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", mailsName]], "Maximum"),
        chart(
          "Put aside",
          queues.map((name): Metric => ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", name]),
          "Maximum",
        ),
        chart(
          "Mail: sent, bounced, complained of",
          ["Send", "Bounce", "Complaint"].map((metric): Metric => ["AWS/SES", metric]),
        ),
        chart(
          "From the log",
          [...logged.map(({ name }) => name), "Reconciled"].map((name): Metric => [loggedNamespace, name]),
        ),
      ]),
    });
  }),
});

/** The edge's own region has no name among these dimensions; one with it stays empty. */
const firewalls = ["PublicRouter", "ConsoleRouter"].flatMap((edge) =>
  ["BlockedRequests", "CountedRequests"].map((metric): Metric => ["AWS/WAFV2", metric, "WebACL", firewallMetric(edge), "Rule", "ALL"]),
);

const percentiles = (name: string | undefined): Metric[] =>
  ["p50", "p95", "p99"].map((stat) => ["AWS/Lambda", "UrlRequestLatency", "FunctionName", name, { stat }]);

function chart(title: string, metrics: Metric[], stat = "Sum") {
  return { type: "metric", properties: { title, metrics, stat, period: 60, region, view: "timeSeries" } };
}

const columns = 2;

function laidOut(widgets: ReturnType<typeof chart>[]) {
  const width = 24 / columns;
  return widgets.map((widget, index) => ({ ...widget, x: (index % columns) * width, y: Math.floor(index / columns) * 6, width, height: 6 }));
}
