import type { Field, Path } from "../../lib/schema-field.ts";

/**
 * Facts as they stand in a form: a tree like that of the facts, in which numbers are the text that somebody is typing. What is absent
 * is not known. What does not fit its field stays as it came, so that it can be shown and told beside the field.
 */
export type Draft = unknown;

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);
const known = (entries: readonly (readonly [string, unknown])[]): Tree => Object.fromEntries(entries.filter(([, value]) => value !== undefined));

/** The form of some facts. Keys that the form has no field for are left out. */
export function draftOf(field: Field, facts: unknown): Draft {
  if (facts === undefined) return undefined;
  if (field.kind === "group" && isTree(facts)) {
    return known(field.parts.filter(({ key }) => Object.hasOwn(facts, key)).map((part) => [part.key, draftOf(part.field, facts[part.key])] as const));
  }
  if (field.kind === "list" && Array.isArray(facts)) return facts.map((item) => draftOf(field.item, item));
  if (field.kind === "number" && typeof facts === "number") return String(facts);
  if (field.kind === "json") return JSON.stringify(facts, null, 2);
  return facts;
}

const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** The facts that a form says, whether they fit or not: what cannot be read stays text, for the schema to refuse. */
export function rawFactsOf(field: Field, draft: Draft): unknown {
  if (draft === undefined) return undefined;
  if (field.kind === "group" && isTree(draft)) return known(field.parts.map((part) => [part.key, rawFactsOf(part.field, draft[part.key])] as const));
  // Nothing can be left out of a list: an empty row is a thing of which nothing is known, an empty line an empty text.
  if (field.kind === "list" && Array.isArray(draft)) return draft.map((item) => rawFactsOf(field.item, item) ?? (field.item.kind === "group" ? {} : ""));
  if (field.kind === "number" && typeof draft === "string") return number.test(draft.trim()) ? Number(draft) : draft;
  if (field.kind === "json" && typeof draft === "string") return parsed(draft);
  return draft;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What stands at a path of a form, or of facts. */
export function valueAt(whole: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return whole;
  if (Array.isArray(whole)) return valueAt(whole[Number(step)], rest);
  return isTree(whole) && Object.hasOwn(whole, String(step)) ? valueAt(whole[String(step)], rest) : undefined;
}

/**
 * The same with another value at a path; absent takes it out. A group that nothing is left in is not known any more, but a row of a
 * list stays where it is.
 */
export function withValueAt(whole: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === "number") {
    const list = Array.isArray(whole) ? [...whole] : [];
    list[step] = withValueAt(list[step], rest, value) ?? (rest.length > 0 ? {} : undefined);
    return list;
  }
  const tree = isTree(whole) ? whole : {};
  const changed = known(Object.entries({ ...tree, [step]: withValueAt(tree[step], rest, value) }));
  return Object.keys(changed).length === 0 ? undefined : changed;
}

/** The same without the row at a path. */
export function withoutRow(whole: unknown, path: Path): unknown {
  const list = valueAt(whole, path.slice(0, -1));
  return Array.isArray(list)
    ? withValueAt(
        whole,
        path.slice(0, -1),
        list.filter((_, index) => index !== path.at(-1)),
      )
    : whole;
}
