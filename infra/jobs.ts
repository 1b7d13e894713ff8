import { liveTable } from "./data.ts";
import { deadLettersOf } from "./dead-letters.ts";
import { deployedFunction } from "./deployed-function.ts";
import { mail } from "./email.ts";
import { receiving } from "./receiving.ts";
import { settings } from "./stage.ts";

const sourceMaps = { NODE_OPTIONS: "--enable-source-maps" };

const sendingTo = (queue: sst.aws.Queue) => ({ actions: ["sqs:SendMessage"], resources: [queue.arn] });

/** An hour's outage of the mail service is waited out: twenty tries, three minutes apart. Then a mail is dead and somebody is told. */
const mailTries = 20;
const mailsDeadLetter = deadLettersOf("Mails");
export const mails = new sst.aws.Queue("MailQueue", { visibilityTimeout: "3 minutes", dlq: { queue: mailsDeadLetter.arn, retry: mailTries } });

const streamDeadLetter = deadLettersOf("Stream");

/** Reads the table's stream: audit records, mails, fan-outs, and the settling of whoever was left unsettled. */
export const stream = deployedFunction("Stream", {
  bundle: "stream",
  timeout: "60 seconds",
  environment: { ...sourceMaps, MAIL_QUEUE_URL: mails.url },
  permissions: [
    sendingTo(mails),
    sendingTo(streamDeadLetter),
    {
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
      resources: [liveTable.streamArn],
    },
  ],
});

// No filter: a kind of item that somebody forgets in it would make neither a mail nor a record, and nobody would notice.
new aws.lambda.EventSourceMapping("StreamSource", {
  eventSourceArn: liveTable.streamArn,
  functionName: stream.deployed.arn,
  startingPosition: "TRIM_HORIZON",
  batchSize: 100,
  // By itself Lambda tries a record for a day and holds its shard up for as long.
  maximumRetryAttempts: 8,
  maximumRecordAgeInSeconds: 6 * 60 * 60,
  bisectBatchOnFunctionError: true,
  functionResponseTypes: ["ReportBatchItemFailures"],
  // Order is kept for each partition all the same.
  parallelizationFactor: 2,
  destinationConfig: { onFailure: { destinationArn: streamDeadLetter.arn } },
});

/** Sends the mails that wait in the queue. */
export const mailer = deployedFunction("Mailer", {
  bundle: "mailer",
  timeout: "30 seconds",
  environment: { ...sourceMaps, SES_CONFIGURATION_SET: mail.configSet, MAIL_MAX_RECEIVES: String(mailTries) },
  permissions: [
    receiving(mails),
    {
      // A finished message is checked under both names, whichever way it is sent.
      actions: ["ses:SendEmail", "ses:SendRawEmail"],
      resources: [mail.nodes.identity.arn, mail.nodes.configurationSet.arn],
      conditions: [{ test: "StringEquals", variable: "ses:FromAddress", values: [settings.mailFrom] }],
    },
  ],
});

new aws.lambda.EventSourceMapping("MailerSource", {
  eventSourceArn: mails.arn,
  functionName: mailer.deployed.arn,
  batchSize: 10,
  functionResponseTypes: ["ReportBatchItemFailures"],
  // Some thirteen mails a second, one after the other: below what a new account may send once it is out of the sandbox.
  scalingConfig: { maximumConcurrency: 2 },
});

const scheduleDeadLetter = deadLettersOf("Schedule");

/** Finishes what a crash left, each minute; compares seats and sign-ups, each night. */
export const schedule = deployedFunction("Schedule", {
  bundle: "schedule",
  timeout: "5 minutes",
  environment: { ...sourceMaps, MAIL_QUEUE_URL: mails.url },
  permissions: [sendingTo(mails), sendingTo(scheduleDeadLetter)],
  // The next minute's sweep is the next try; what failed is put aside and heard of.
  retries: 1,
  onFailure: scheduleDeadLetter.arn,
});

new sst.aws.CronV2("Sweep", {
  function: schedule.deployed,
  schedule: "rate(1 minute)",
  event: { task: "sweep" },
  retries: 1,
  dlq: scheduleDeadLetter.arn,
});

new sst.aws.CronV2("Reconcile", {
  function: schedule.deployed,
  schedule: "cron(30 3 * * ? *)",
  timezone: "America/New_York",
  event: { task: "reconcile" },
  retries: 3,
  dlq: scheduleDeadLetter.arn,
});
