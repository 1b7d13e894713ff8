/** IAM's evaluation, as far as our policies go: what it does not know it refuses to judge, rather than to be wrong. */

export interface Statement {
  Effect: "Allow" | "Deny";
  Action: string[];
  Resource: string[];
  Condition?: Record<string, Record<string, string[]>>;
}

export interface Policy {
  Version: string;
  Statement: Statement[];
}

export interface Asked {
  action: string;
  resource: string;
  /** What is known of the request, by condition key; a key that is absent is absent from the request. */
  context?: Record<string, readonly string[]>;
}

/** Whether any of these policies allows it, and none denies it. */
export function isAllowed(policies: readonly Policy[], asked: Asked): boolean {
  const matching = policies.flatMap(({ Statement }) => Statement).filter((statement) => matches(statement, asked));
  return matching.some(({ Effect }) => Effect === "Allow") && !matching.some(({ Effect }) => Effect === "Deny");
}

const matches = ({ Action, Resource, Condition = {} }: Statement, { action, resource, context = {} }: Asked): boolean =>
  Action.some((pattern) => isLike(pattern.toLowerCase(), action.toLowerCase())) &&
  Resource.some((pattern) => isLike(pattern, resource)) &&
  Object.entries(Condition).every(([operator, keys]) => Object.entries(keys).every(([key, wanted]) => judge(operator, context[key], wanted)));

/** `told` is what the request says under the condition's key. */
function judge(operator: string, told: readonly string[] | undefined, wanted: readonly string[]): boolean {
  switch (operator) {
    case "Null":
      return wanted.includes(String(told === undefined));
    case "ForAllValues:StringLike":
      // Holds for no values as well: that is why `Null` stands beside it.
      return (told ?? []).every((value) => wanted.some((pattern) => isLike(pattern, value)));
    case "StringEquals":
      return told?.every((value) => wanted.includes(value)) ?? false;
    default:
      throw new Error(`the condition ${operator} is not known here`);
  }
}

function isLike(pattern: string, text: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "s").test(text);
}
