import { describe, expect, it } from "vitest";
import { isAllowed, type Policy } from "./iam.ts";

const policy = (over: object = {}): Policy => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: ["dynamodb:GetItem"],
      Resource: ["arn:table/one"],
      Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["EVT#*", "SLUG#*"] }, Null: { "dynamodb:LeadingKeys": ["false"] } },
      ...over,
    },
  ],
});
const asked = (keys: string[] | undefined, over: object = {}) => ({
  action: "dynamodb:GetItem",
  resource: "arn:table/one",
  ...(keys ? { context: { "dynamodb:LeadingKeys": keys } } : {}),
  ...over,
});

describe("IAM's evaluation", () => {
  it("allows what every key of a request fits, and nothing where one does not", () => {
    expect(isAllowed([policy()], asked(["EVT#1"]))).toBe(true);
    expect(isAllowed([policy()], asked(["EVT#1", "SLUG#a"]))).toBe(true);
    expect(isAllowed([policy()], asked(["EVT#1", "SID#1"]))).toBe(false);
    expect(isAllowed([policy()], asked(["XEVT#1"]))).toBe(false);
  });

  it("refuses a request without keys only because of `Null` (the control is without it)", () => {
    expect(isAllowed([policy()], asked(undefined))).toBe(false);
    const alone = policy({ Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["EVT#*"] } } });
    expect(isAllowed([alone], asked(undefined))).toBe(true);
  });

  it("knows wildcards in actions and resources, in any case for actions, and that a denial beats all", () => {
    const wide = policy({ Action: ["DynamoDB:*"], Resource: ["*"], Condition: {} });
    expect(isAllowed([wide], { action: "dynamodb:Scan", resource: "anything" })).toBe(true);
    expect(isAllowed([wide, policy({ Effect: "Deny", Condition: {} })], asked(["EVT#1"]))).toBe(false);
    expect(isAllowed([policy({ Condition: {} })], { action: "dynamodb:GetItem", resource: "arn:table/one/index/list" })).toBe(false);
  });

  it("throws where it does not know a condition", () => {
    expect(() => isAllowed([policy({ Condition: { DateLessThan: { "aws:CurrentTime": ["x"] } } })], asked(["EVT#1"]))).toThrow("DateLessThan");
  });
});
