import type { Subject } from "@cte-partnerships/domain/rule";
import { type Path, pathText } from "../../lib/schema-field.ts";
import { valueAt, withValueAt } from "./draft.ts";

export interface Fault {
  path: Path;
  message: string;
}

export interface Checked {
  /** What can be judged: the facts without those that do not fit, which are not known then. */
  facts: object;
  faults: readonly Fault[];
  /** Paths of what is not among the subject's facts. */
  strayPaths: readonly string[];
}

interface Issue {
  code: string;
  path: readonly PropertyKey[];
  message: string;
  keys?: readonly string[];
  expected?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  origin?: string;
}

/** Holds what a form or a text says to the subject's schema. One fact that does not fit leaves the others judged. */
export function checkFacts({ facts: schema }: Pick<Subject, "facts">, raw: unknown): Checked {
  const faults: Fault[] = [];
  const strayPaths: string[] = [];
  let rest: unknown = raw ?? {};
  // Each turn takes something out, so it ends; and it takes out more than what is wrong only where that cannot be told.
  for (let turn = 0; turn < 1000; turn++) {
    const told = schema.safeParse(rest);
    if (told.success) return { facts: told.data, faults, strayPaths };
    const issues = told.error.issues as readonly Issue[];
    for (const issue of issues) {
      const path = pathIn(issue);
      if (issue.code === "unrecognized_keys") strayPaths.push(...(issue.keys ?? []).map((key) => pathText([...path, key])));
      else if (!faults.some((known) => pathText(known.path) === pathText(path))) faults.push({ path, message: messageOf(issue) });
    }
    rest = issues.reduce<unknown>(without, rest) ?? {};
  }
  return { facts: {}, faults, strayPaths };
}

const pathIn = ({ path }: Issue): Path => path.map((step) => (typeof step === "number" ? step : String(step)));

function without(rest: unknown, issue: Issue): unknown {
  const path = pathIn(issue);
  if (issue.code === "unrecognized_keys") return (issue.keys ?? []).reduce<unknown>((left, key) => withoutAt(left, [...path, key]), rest);
  // A list with an entry that does not fit is not known as a whole: without that entry it would be another list.
  const lastKey = path.findLastIndex((step) => typeof step === "string");
  return withoutAt(rest, path.slice(0, lastKey + 1));
}

function withoutAt(whole: unknown, path: Path): unknown {
  if (path.length === 0) return undefined;
  return valueAt(whole, path) === undefined ? whole : withValueAt(whole, path, undefined);
}

function messageOf({ code, message, expected, minimum, maximum, origin }: Issue): string {
  if (code === "invalid_type") {
    if (expected === "int") return "Must be a whole number";
    if (expected === "number") return "Must be a number";
    if (expected === "boolean") return "Must be yes or no: true or false";
    if (expected === "array") return "Must be a list";
    if (expected === "object") return "Must be a group of facts";
    return "Must be text";
  }
  if (code === "invalid_value") return "Must be one of those that can be chosen";
  const unit = origin === "string" ? " signs" : origin === "array" ? " entries" : "";
  if (code === "too_small") return `Must be ${minimum}${unit} or more`;
  if (code === "too_big") return `Must be ${maximum}${unit} or fewer`;
  return message.charAt(0).toUpperCase() + message.slice(1);
}
