import * as z from "zod";

/** What a value may be chosen from, with how people call it. */
export interface Option {
  value: string;
  label: string;
}

/**
 * One field of a form, as its schema describes it: a fact of a rule's question, a detail of an activity. `rowsIn` is the table in
 * which the ids stand that it takes.
 */
export type Field =
  | { kind: "text"; most?: number; rowsIn?: string }
  | { kind: "day" }
  | { kind: "number"; isWhole: boolean; least?: number; most?: number }
  | { kind: "yes_no" }
  | { kind: "choice"; options: readonly Option[]; rowsIn?: string }
  /** Any number of some options; none of them is an answer too. */
  | { kind: "choices"; options: readonly Option[]; rowsIn?: string }
  | { kind: "group"; parts: readonly Part[] }
  | { kind: "list"; item: Field; least?: number; most?: number }
  /** What no other kind of field fits: written as JSON. */
  | { kind: "json" };

export interface Part {
  key: string;
  title: string;
  /** The schema takes nothing that lacks it. */
  isRequired: boolean;
  field: Field;
}

/** The part of JSON Schema that fields are made of. */
interface Shape {
  type?: string;
  title?: string;
  enum?: readonly unknown[];
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  items?: Shape;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  rowsIn?: string;
}

/** `approved_work_study` → `Approved work study` */
export const inWords = (word: string): string => {
  const text = word.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** The form that a schema of facts asks for. It knows no subject: whatever agency adds one gets its form. */
export function fieldOf(facts: z.ZodType): Field {
  return fieldFrom(z.toJSONSchema(facts, { io: "input", unrepresentable: "any" }) as Shape);
}

const tableOf = ({ rowsIn }: Shape) => rowsIn !== undefined && { rowsIn };
const isText = (value: unknown): value is string => typeof value === "string";
const optionsOf = (values: readonly string[]): Option[] => values.map((value) => ({ value, label: inWords(value) }));

function fieldFrom(shape: Shape): Field {
  if (shape.properties) {
    const parts = Object.entries(shape.properties).map(([key, inner]) => ({
      key,
      title: inWords(inner.title ?? key),
      isRequired: shape.required?.includes(key) ?? false,
      field: fieldFrom(inner),
    }));
    return { kind: "group", parts };
  }
  if (shape.enum?.every(isText)) return { kind: "choice", options: optionsOf(shape.enum), ...tableOf(shape) };
  if (shape.type === "array" && shape.items) {
    if (shape.items.enum?.every(isText)) return { kind: "choices", options: optionsOf(shape.items.enum), ...tableOf(shape.items) };
    return {
      kind: "list",
      item: fieldFrom(shape.items),
      ...(shape.minItems !== undefined && { least: shape.minItems }),
      ...(shape.maxItems !== undefined && { most: shape.maxItems }),
    };
  }
  if (shape.type === "boolean") return { kind: "yes_no" };
  if (shape.type === "integer" || shape.type === "number") return numberFrom(shape);
  if (shape.type === "string") {
    if (shape.format === "date" || shape.pattern?.startsWith("^\\d{4}-\\d")) return { kind: "day" };
    return { kind: "text", ...(shape.maxLength !== undefined && { most: shape.maxLength }), ...tableOf(shape) };
  }
  return { kind: "json" };
}

function numberFrom({ type, minimum, maximum }: Shape): Field {
  const isBound = (bound: number | undefined): bound is number => bound !== undefined && Number.isSafeInteger(bound) && Math.abs(bound) < 1e9;
  return { kind: "number", isWhole: type === "integer", ...(isBound(minimum) && { least: minimum }), ...(isBound(maximum) && { most: maximum }) };
}

export type Path = readonly (string | number)[];

/** The field that a path leads to. Absent where there is none. */
export function fieldAt(field: Field, [step, ...rest]: Path): Field | undefined {
  if (step === undefined) return field;
  if (field.kind === "group") {
    const part = field.parts.find(({ key }) => key === step);
    return part && fieldAt(part.field, rest);
  }
  return field.kind === "list" && typeof step === "number" ? fieldAt(field.item, rest) : undefined;
}

/** `meetings.0.heldOn` as steps: what is a number there is a place in a list. */
export const pathOf = (text: string): Path => text.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
export const pathText = (path: Path): string => path.join(".");
