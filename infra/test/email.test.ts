import { describe, expect, it } from "vitest";
import { allOf, one } from "./find.ts";

const statements = (type: string, name: string) => JSON.parse(String(one("production", type, name).inputs.policy)).Statement as Record<string, unknown>[];

describe("mail", () => {
  it("comes from a domain that the office proves, with bounces at a name below it", () => {
    expect(one("production", "aws:sesv2/emailIdentity:EmailIdentity", "MailIdentity").inputs).toMatchObject({ emailIdentity: "example.org" });
    expect(one("production", "aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes", "MailMailFrom").inputs).toMatchObject({
      mailFromDomain: "bounces.example.org",
    });
    const records = allOf("production", "aws:route53/record:Record").map(({ inputs }) => JSON.stringify(inputs.records));
    expect(records.join()).toContain("v=DMARC1; p=quarantine; adkim=s; aspf=r");
    expect(one("development", "aws:sesv2/emailIdentity:EmailIdentity", "MailIdentity").inputs).toMatchObject({ emailIdentity: "dana@example.org" });
  });

  it("goes over TLS or not at all, under a configuration set that counts and remembers", () => {
    expect(one("production", "aws:sesv2/configurationSet:ConfigurationSet", "MailConfig").inputs).toMatchObject({
      deliveryOptions: { tlsPolicy: "REQUIRE" },
      reputationOptions: { reputationMetricsEnabled: true },
      suppressionOptions: { suppressedReasons: ["BOUNCE", "COMPLAINT"] },
    });
    const { variables } = one("production", "aws:lambda/function:Function", "MailerFunction").inputs.environment as { variables: Record<string, string> };
    expect(variables.SES_CONFIGURATION_SET).toBe(one("production", "aws:sesv2/configurationSet:ConfigurationSet", "MailConfig").inputs.configurationSetName);
  });

  it("that bounces or is complained of is told to the queue of those who note it, whole", () => {
    const topic = { topicArn: expect.stringContaining("MailEventsTopic") };
    expect(one("production", "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", "MailEventBounces").inputs).toMatchObject({
      eventDestination: { enabled: true, matchingEventTypes: ["BOUNCE", "COMPLAINT"], snsDestination: topic },
    });
    expect(one("production", "aws:sns/topicSubscription:TopicSubscription", "MailEventsToBounces").inputs).toMatchObject({
      protocol: "sqs",
      rawMessageDelivery: true,
      endpoint: expect.stringContaining("BounceQueueQueue"),
    });
  });

  it("is suppressed by nobody else: the topic hears this account's mail service, the queue hears this topic", () => {
    expect(statements("aws:sns/topicPolicy:TopicPolicy", "MailEventsPolicy")).toEqual([
      expect.objectContaining({
        Action: ["sns:Publish"],
        Principal: { Service: ["ses.amazonaws.com"] },
        Condition: { StringEquals: { "aws:SourceAccount": ["123456789012"] } },
      }),
    ]);
    expect(statements("aws:sqs/queuePolicy:QueuePolicy", "BouncesQueuePolicy")).toEqual([
      expect.objectContaining({
        Action: ["sqs:SendMessage"],
        Principal: { Service: ["sns.amazonaws.com"] },
        Condition: { ArnEquals: { "aws:SourceArn": [expect.stringContaining("MailEventsTopic")] } },
      }),
    ]);
    expect(allOf("production", "aws:sqs/queuePolicy:QueuePolicy")).toHaveLength(1);
  });
});
