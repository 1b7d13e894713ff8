import { inject } from "vitest";
import type { Policy } from "./iam.ts";
import type { Registered } from "./registered.ts";
import type { StageName } from "./stages.ts";

export const resourcesOf = (stage: StageName): Registered[] => inject("evaluated")[stage].resources;

/** All of a type, such as `aws:sqs/queue:Queue`. */
export const allOf = (stage: StageName, type: string): Registered[] => resourcesOf(stage).filter((resource) => resource.type === type);

/** The one of this type and name; throws where there is none. */
export function one(stage: StageName, type: string, name: string): Registered {
  const found = allOf(stage, type).find((resource) => resource.name === name);
  if (!found) throw new Error(`the stage ${stage} has no ${type} ${name}`);
  return found;
}

export const functionNames = ["PublicApi", "AdminApi", "Stream", "Mailer", "Schedule", "Bounces"] as const;
export type FunctionName = (typeof functionNames)[number];

/** What the role of a function, or of another part, lets it do. */
export function policiesOf(stage: StageName, name: string): Policy[] {
  const { inlinePolicies, managedPolicyArns } = one(stage, "aws:iam/role:Role", `${name}Role`).inputs as {
    inlinePolicies?: { policy: string }[];
    managedPolicyArns?: string[];
  };
  if (managedPolicyArns?.length) throw new Error(`${name} has a policy of Amazon's, which is not evaluated here: ${managedPolicyArns.join()}`);
  return (inlinePolicies ?? []).map(({ policy }) => JSON.parse(policy));
}

export const tableArn = (stage: StageName): string =>
  `arn:aws:dynamodb:us-east-1:123456789012:table/${String(one(stage, "aws:dynamodb/table:Table", "TableTable").inputs.name)}`;
