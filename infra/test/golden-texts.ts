import { createHash } from "node:crypto";
import { functionNames, policiesOf, resourcesOf } from "./find.ts";
import type { Statement } from "./iam.ts";
import type { Registered } from "./registered.ts";
import type { StageName } from "./stages.ts";

/** Every resource of a stage with what it is given, a line each: a change of infrastructure is a change of these files. */
export const resourceList = (stage: StageName): string => `${resourcesOf(stage).map(described).join("\n")}\n`;

function described({ type, name, inputs, isProtected, isRetained, provider }: Registered): string {
  const marks = [isProtected && "protected", isRetained && "retained", provider && `by ${provider}`].filter(Boolean).join(", ");
  // What a component is made of is listed by itself; a reference for `sst shell` repeats what it refers to.
  const lines = /^(sst:|pulumi:pulumi)/.test(type) ? [] : Object.entries(inputs).flatMap(([key, value]) => flat(key, value));
  return [`${type} ${name}${marks && ` (${marks})`}`, ...lines.map((line) => `  ${line}`)].join("\n");
}

function flat(path: string, value: unknown): string[] {
  // Policies of roles are in policies.txt, line by line.
  if (path === "inlinePolicies") return [];
  if (typeof value === "string" && value.length > 200 && !value.startsWith("{")) return [`${path} = ${value.length} characters, ${hashOf(value)}`];
  if (path === "dashboardBody")
    return (JSON.parse(String(value)) as { widgets: { properties: { title: string } }[] }).widgets.map(({ properties }) => `widget = ${properties.title}`);
  if (Array.isArray(value)) return value.length === 0 ? [`${path} = []`] : value.flatMap((inner, index) => flat(`${path}[${index}]`, inner));
  if (typeof value === "object" && value !== null)
    return Object.keys(value)
      .sort()
      .flatMap((key) => flat(`${path}.${key}`, (value as Record<string, unknown>)[key]));
  return [`${path} = ${String(value)}`];
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/**
 * What each function may do, a line for each action at each place. The tests of apps/api read this file, run each function's
 * code under it, and find out which of its lines nothing needs.
 */
export const policyTable = (stage: StageName): string =>
  `${functionNames
    .map((name) =>
      [
        name,
        ...policiesOf(stage, name)
          .flatMap(({ Statement }) => Statement)
          .flatMap(rows),
      ].join("\n"),
    )
    .join("\n\n")}\n`;

function rows({ Effect, Action, Resource, Condition = {} }: Statement): string[] {
  if (Effect !== "Allow") throw new Error("a denial has no place in this table");
  const leading = Condition["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"] ?? [];
  const others = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, values]) => (key === "dynamodb:LeadingKeys" ? [] : [`${operator} ${key} ${values.join(" ")}`])),
  );
  return Action.flatMap((action) =>
    Resource.map((resource) => `  ${action.padEnd(28)}  ${placeOf(resource).padEnd(24)}  ${[...leading, ...others].join(" ")}`.trimEnd()),
  );
}

/** A resource without its account, region and what SST makes of its name. */
const placeOf = (arn: string): string =>
  arn
    .replace(/^arn:aws:[a-z]+:[a-z0-9-]*:\d*:/, "")
    .replace(/^table\/[^/]+\/index\//, "index ")
    .replace(/^table\/[^/]+\/stream\/.*/, "stream")
    .replace(/^table\/[^/]+$/, "table")
    .replace(/^cte-partnerships-[a-z]+-(\w+?)(Queue)?-[a-z]+$/, "queue $1")
    .replace(/^configuration-set\/.*/, "configuration-set");
