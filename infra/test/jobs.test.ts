import { describe, expect, it } from "vitest";
import { allOf, one } from "./find.ts";

const mapping = (name: string) => one("production", "aws:lambda/eventSourceMapping:EventSourceMapping", `${name}Source`).inputs;
const timeoutOf = (name: string) => one("production", "aws:lambda/function:Function", `${name}Function`).inputs.timeout as number;
const deadLetterArn = (name: string) => expect.stringContaining(`${name}DeadLetterQueue`);

describe("queues and stream", () => {
  it("each give up after so many tries, one message at a time, into dead letters of their own", () => {
    const mappings = allOf("production", "aws:lambda/eventSourceMapping:EventSourceMapping");
    expect(mappings.map(({ name }) => name)).toEqual(["BouncesSource", "MailerSource", "StreamSource"]);
    for (const { name, inputs } of mappings) expect(inputs.functionResponseTypes, name).toEqual(["ReportBatchItemFailures"]);

    expect(mapping("Stream")).toMatchObject({
      maximumRetryAttempts: 8,
      maximumRecordAgeInSeconds: 21_600,
      bisectBatchOnFunctionError: true,
      destinationConfig: { onFailure: { destinationArn: deadLetterArn("Stream") } },
    });
    for (const [queue, deadLetter, tries] of [
      ["MailQueueQueue", "Mails", 20],
      ["BounceQueueQueue", "Bounces", 5],
    ] as const) {
      const { redrivePolicy } = one("production", "aws:sqs/queue:Queue", queue).inputs;
      expect(JSON.parse(String(redrivePolicy))).toEqual({ deadLetterTargetArn: deadLetterArn(deadLetter), maxReceiveCount: tries });
    }
  });

  it("keep a message hidden for six times as long as its function may take, as Lambda asks", () => {
    for (const [queue, name] of [
      ["MailQueueQueue", "Mailer"],
      ["BounceQueueQueue", "Bounces"],
    ] as const) {
      expect(one("production", "aws:sqs/queue:Queue", queue).inputs.visibilityTimeoutSeconds).toBeGreaterThanOrEqual(6 * timeoutOf(name));
    }
  });

  it("keep dead letters for as long as there is, and nothing is read from them by itself", () => {
    const deadLetters = allOf("production", "aws:sqs/queue:Queue").filter(({ name }) => name.includes("DeadLetter"));
    expect(deadLetters.map(({ name }) => name)).toEqual(["BouncesDeadLetterQueue", "MailsDeadLetterQueue", "ScheduleDeadLetterQueue", "StreamDeadLetterQueue"]);
    for (const { inputs } of deadLetters) expect(inputs.messageRetentionSeconds).toBe(1_209_600);
  });

  it("tell the mailer how often a message comes, so that it marks a mail as dead on the last", () => {
    const { variables } = one("production", "aws:lambda/function:Function", "MailerFunction").inputs.environment as { variables: Record<string, string> };
    expect(variables.MAIL_MAX_RECEIVES).toBe("20");
  });

  it("read the stream from its beginning and without a filter: no change goes by unseen", () => {
    expect(mapping("Stream").startingPosition).toBe("TRIM_HORIZON");
    expect(mapping("Stream").filterCriteria).toBeUndefined();
  });

  it("send no faster than a new account may", () => {
    expect(mapping("Mailer").scalingConfig).toEqual({ maximumConcurrency: 2 });
  });
});

describe("the schedule", () => {
  it("sweeps each minute and compares each night, with bounded tries and dead letters both at the start and after", () => {
    const schedule = (name: string) => one("production", "aws:scheduler/schedule:Schedule", `${name}Schedule`).inputs;
    expect(schedule("Sweep")).toMatchObject({
      scheduleExpression: "rate(1 minute)",
      state: "ENABLED",
      target: { input: '{"task":"sweep"}', retryPolicy: { maximumRetryAttempts: 1 }, deadLetterConfig: { arn: deadLetterArn("Schedule") } },
    });
    expect(schedule("Reconcile")).toMatchObject({
      scheduleExpression: "cron(30 3 * * ? *)",
      scheduleExpressionTimezone: "America/New_York",
      target: { input: '{"task":"reconcile"}', retryPolicy: { maximumRetryAttempts: 3 }, deadLetterConfig: { arn: deadLetterArn("Schedule") } },
    });
    // The scheduler only starts the function; what fails in it is Lambda's to try again and to put aside.
    expect(allOf("production", "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").map(({ inputs }) => inputs)).toEqual([
      {
        functionName: expect.stringContaining("ScheduleFunction"),
        maximumRetryAttempts: 1,
        destinationConfig: { onFailure: { destination: deadLetterArn("Schedule") } },
      },
    ]);
  });
});
