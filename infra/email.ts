import { deadLettersOf } from "./dead-letters.ts";
import { deployedFunction } from "./deployed-function.ts";
import { receiving } from "./receiving.ts";
import { isPermanent, settings } from "./stage.ts";

const domain = settings.mailFrom.slice(settings.mailFrom.lastIndexOf("@") + 1);

/** What the mail service tells of bounces and complaints, on its way to those who note them. */
const mailEvents = new sst.aws.SnsTopic("MailEvents");

/** Who sends: the whole domain on a permanent stage, the one address on any other. */
export const mail = new sst.aws.Email("Mail", {
  sender: isPermanent ? domain : settings.mailFrom,
  ...(isPermanent && !settings.isMailZoneHere ? { dns: false as const } : {}),
  ...(isPermanent
    ? {
        // Whoever receives a mail in the office's name that the office did not send is told to put it aside.
        dmarc: "v=DMARC1; p=quarantine; adkim=s; aspf=r",
        mailFrom: { domain: `bounces.${domain}` },
      }
    : {}),
  events: [{ name: "Bounces", types: ["bounce", "complaint"], topic: mailEvents.arn }],
  transform: {
    configurationSet: (args) => {
      // Names and places are in these mails: they go over TLS or not at all.
      args.deliveryOptions = { tlsPolicy: "REQUIRE" };
      args.reputationOptions = { reputationMetricsEnabled: true };
      args.suppressionOptions = { suppressedReasons: ["BOUNCE", "COMPLAINT"] };
    },
  },
});

const { accountId } = aws.getCallerIdentityOutput({});

new aws.sns.TopicPolicy("MailEventsPolicy", {
  arn: mailEvents.arn,
  policy: aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        actions: ["sns:Publish"],
        resources: [mailEvents.arn],
        principals: [{ type: "Service", identifiers: ["ses.amazonaws.com"] }],
        conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] }],
      },
    ],
  }).json,
});

const bouncesDeadLetter = deadLettersOf("Bounces");
const bouncesQueue = new sst.aws.Queue("BounceQueue", { visibilityTimeout: "3 minutes", dlq: { queue: bouncesDeadLetter.arn, retry: 5 } });

// SST's own subscription would let any topic of any account write to the queue, and so anybody have any address suppressed.
new aws.sqs.QueuePolicy("BouncesQueuePolicy", {
  queueUrl: bouncesQueue.url,
  policy: aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        actions: ["sqs:SendMessage"],
        resources: [bouncesQueue.arn],
        principals: [{ type: "Service", identifiers: ["sns.amazonaws.com"] }],
        conditions: [{ test: "ArnEquals", variable: "aws:SourceArn", values: [mailEvents.arn] }],
      },
    ],
  }).json,
});
new aws.sns.TopicSubscription("MailEventsToBounces", { topic: mailEvents.arn, protocol: "sqs", endpoint: bouncesQueue.arn, rawMessageDelivery: true });

/** Notes who gets no more mails. */
export const bounces = deployedFunction("Bounces", {
  bundle: "bounces",
  timeout: "30 seconds",
  environment: { NODE_OPTIONS: "--enable-source-maps" },
  permissions: [receiving(bouncesQueue)],
});

new aws.lambda.EventSourceMapping("BouncesSource", {
  eventSourceArn: bouncesQueue.arn,
  functionName: bounces.deployed.arn,
  batchSize: 10,
  functionResponseTypes: ["ReportBatchItemFailures"],
});
