import { shape } from "../apps/api/src/table/shape.ts";
import { adminApi } from "./admin.ts";
import { publicApi } from "./api.ts";
import { liveTable } from "./data.ts";
import { deadLetters } from "./dead-letters.ts";
import { consoleRouter, publicRouter } from "./edge.ts";
import { bounces } from "./email.ts";
import { mailer, mails, schedule, stream } from "./jobs.ts";
import { settings } from "./stage.ts";

/** What somebody is told of. What to do about each is in docs/operations.md, under the same name. */
export const alarmTopic = new sst.aws.SnsTopic("Alarms");
settings.alarmsTo.forEach((endpoint, index) => {
  new aws.sns.TopicSubscription(`AlarmsTo${index + 1}`, { topic: alarmTopic.arn, protocol: "email", endpoint });
});

const { accountId } = aws.getCallerIdentityOutput({});

new aws.sns.TopicPolicy("AlarmsPolicy", {
  arn: alarmTopic.arn,
  policy: aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        actions: ["sns:Publish"],
        resources: [alarmTopic.arn],
        principals: [{ type: "Service", identifiers: ["cloudwatch.amazonaws.com", "budgets.amazonaws.com"] }],
        conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] }],
      },
    ],
  }).json,
});

interface Watched {
  says: string;
  namespace: string;
  metric: string;
  dimensions?: Record<string, $util.Input<string>>;
  statistic?: string;
  /** Rings at this many, or above. */
  atLeast?: number;
  /** Rings below this many: for what must not fall silent. */
  below?: number;
  periodSeconds?: number;
  /** So many of the last so many periods. */
  of?: [bad: number, periods: number];
}

function alarm(
  name: string,
  { says, namespace, metric, dimensions, statistic = "Sum", atLeast, below, periodSeconds = 300, of: [bad, periods] = [1, 1] }: Watched,
): void {
  new aws.cloudwatch.MetricAlarm(name, {
    name: `${$app.name}-${$app.stage}-${name}`,
    // It comes by mail at night: what to do stands beside it.
    alarmDescription: `${says} What to do: docs/operations.md, "Alarms", ${name}.`,
    namespace,
    metricName: metric,
    ...(dimensions ? { dimensions } : {}),
    ...(statistic.startsWith("p") ? { extendedStatistic: statistic } : { statistic }),
    period: periodSeconds,
    evaluationPeriods: periods,
    datapointsToAlarm: bad,
    threshold: atLeast ?? below ?? 1,
    comparisonOperator: below === undefined ? "GreaterThanOrEqualToThreshold" : "LessThanThreshold",
    treatMissingData: below === undefined ? "notBreaching" : "breaching",
    alarmActions: [alarmTopic.arn],
    okActions: [alarmTopic.arn],
  });
}

for (const { name, queue } of deadLetters) {
  alarm(name, {
    says: `Something was put aside in ${name}: what followed from it has not happened.`,
    namespace: "AWS/SQS",
    metric: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: queue.nodes.queue.name },
    statistic: "Maximum",
    periodSeconds: 60,
  });
}

const functions = { PublicApi: publicApi, AdminApi: adminApi, Stream: stream, Mailer: mailer, Schedule: schedule, Bounces: bounces };
for (const [name, { deployed }] of Object.entries(functions)) {
  const isWeb = name.endsWith("Api");
  const dimensions = { FunctionName: deployed.name };
  alarm(`${name}Errors`, {
    says: `${name} crashed or ran out of time.`,
    namespace: "AWS/Lambda",
    metric: "Errors",
    dimensions,
    atLeast: isWeb ? 5 : 1,
    of: isWeb ? [1, 1] : [2, 3],
  });
  alarm(`${name}Throttles`, { says: `${name} was asked for more at once than the account allows.`, namespace: "AWS/Lambda", metric: "Throttles", dimensions });
  if (isWeb) {
    alarm(`${name}5xx`, {
      says: `${name} answered that something is broken.`,
      namespace: "AWS/Lambda",
      metric: "Url5xxCount",
      dimensions,
      atLeast: 5,
      of: [2, 3],
    });
    alarm(`${name}Slow`, {
      says: `One in a hundred answers of ${name} took two seconds or more.`,
      namespace: "AWS/Lambda",
      metric: "UrlRequestLatency",
      dimensions,
      statistic: "p99",
      atLeast: 2000,
      of: [3, 3],
    });
  }
}

alarm("StreamIteratorAge", {
  says: "What follows from changes (mails, audit records) is more than two minutes behind.",
  namespace: "AWS/Lambda",
  metric: "IteratorAge",
  dimensions: { FunctionName: stream.deployed.name },
  statistic: "Maximum",
  atLeast: 120_000,
  periodSeconds: 60,
  of: [3, 5],
});
alarm("SweepSilent", {
  says: "The sweeper, which runs each minute, has not run for ten.",
  namespace: "AWS/Lambda",
  metric: "Invocations",
  dimensions: { FunctionName: schedule.deployed.name },
  below: 1,
  of: [2, 2],
});
alarm("MailsLate", {
  says: "A mail has waited for half an hour.",
  namespace: "AWS/SQS",
  metric: "ApproximateAgeOfOldestMessage",
  dimensions: { QueueName: mails.nodes.queue.name },
  statistic: "Maximum",
  atLeast: 1800,
});

for (const [name, router] of [
  ["Public", publicRouter],
  ["Console", consoleRouter],
] as const) {
  alarm(`${name}Edge5xx`, {
    says: `One in twenty answers of the ${name.toLowerCase()} edge says that something is broken.`,
    namespace: "AWS/CloudFront",
    metric: "5xxErrorRate",
    dimensions: { DistributionId: router.nodes.cdn.apply((cdn) => cdn.nodes.distribution.id), Region: "Global" },
    statistic: "Average",
    atLeast: 5,
    of: [2, 3],
  });
}

for (const metric of ["ReadThrottleEvents", "WriteThrottleEvents"]) {
  for (const index of [undefined, shape.list.name, shape.host.name]) {
    alarm(`Table${metric.replace("Events", "s")}${index ? `Of${index === shape.list.name ? "List" : "Host"}` : ""}`, {
      says: "The table turned requests away: too much at once on one partition, or more than it has grown to.",
      namespace: "AWS/DynamoDB",
      metric,
      dimensions: { TableName: liveTable.name, ...(index ? { GlobalSecondaryIndexName: index } : {}) },
      atLeast: 10,
    });
  }
}

alarm("MailBounceRate", {
  says: "One mail in forty bounces. Amazon stops sending at one in ten.",
  namespace: "AWS/SES",
  metric: "Reputation.BounceRate",
  statistic: "Average",
  atLeast: 0.025,
  periodSeconds: 3600,
});
alarm("MailComplaintRate", {
  says: "One mail in two thousand is called spam. Amazon stops sending at one in two hundred.",
  namespace: "AWS/SES",
  metric: "Reputation.ComplaintRate",
  statistic: "Average",
  atLeast: 0.0005,
  periodSeconds: 3600,
});

/** What the log alone knows. The messages are those of the code; a test looks for each of them there. */
export const loggedNamespace = `${$app.name}/${$app.stage}`;
export const logged = [
  {
    name: "SeatsDrifted",
    log: schedule.log,
    message: "seats drifted from their sign-ups",
    says: "Seats and sign-ups of a session disagreed. They were repaired; the reason was not.",
  },
  { name: "MailsGivenUp", log: mailer.log, message: "a mail was given up", says: "A mail was tried for the last time." },
  { name: "PublicApiUnexpected", log: publicApi.log, message: "unexpected", says: "The public site met an error that nobody thought of." },
  { name: "AdminApiUnexpected", log: adminApi.log, message: "unexpected", says: "The console met an error that nobody thought of." },
  {
    name: "SignInBroken",
    log: adminApi.log,
    message: "the OpenID provider does not know the console",
    says: "The provider takes the console's name or secret no more: nobody can sign in.",
  },
  {
    name: "AuditTouched",
    log: stream.log,
    message: "an audit record was changed",
    says: "An audit record was changed or removed, which nothing of ours does.",
  },
] as const;

for (const { name, log, message, says } of logged) {
  counted(name, log, message);
  alarm(name, { says, namespace: loggedNamespace, metric: name });
}

// Silence is bad news too: the nightly comparison tells of itself.
counted("Reconciled", schedule.log, "reconciled");
alarm("ReconcileSilent", {
  says: "Seats and sign-ups were not compared for a day.",
  namespace: loggedNamespace,
  metric: "Reconciled",
  below: 1,
  periodSeconds: 86_400,
});

function counted(name: string, log: aws.cloudwatch.LogGroup, message: string): void {
  new aws.cloudwatch.LogMetricFilter(`${name}Lines`, {
    name: `${$app.name}-${$app.stage}-${name}`,
    logGroupName: log.name,
    pattern: `{ $.message = "${message}" }`,
    metricTransformation: { name, namespace: loggedNamespace, value: "1" },
  });
}
