import type * as z from "zod";

const kinds: Readonly<Record<string, string>> = {
  array: "a list, in [ ]",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
  object: "an object, in { }",
  string: "text, in double quotes",
};

/**
 * What is wrong with a value, for whoever does not write TypeScript. A schema that says it itself is left to: this stands where it
 * says nothing, in place of zod's own words.
 */
export function plainly(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type") return issue.input === undefined ? "is needed" : `must be ${kinds[issue.expected] ?? issue.expected}`;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}`;
  if (issue.code === "too_small") return `must ${bound(issue.origin, issue.inclusive === false ? "more than" : "at least", issue.minimum)}`;
  if (issue.code === "too_big") return `must ${bound(issue.origin, issue.inclusive === false ? "less than" : "at most", issue.maximum)}`;
  return undefined;
}

function bound(origin: string, side: string, limit: number | bigint): string {
  if (origin === "array") return `have ${side} ${limit} in it`;
  return `be ${side} ${limit}${origin === "string" ? " characters" : ""}`;
}
