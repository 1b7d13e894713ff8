import type { Language, Subject } from "@cte-partnerships/domain/rule";
import * as z from "zod";

interface Shape {
  type?: string;
  title?: string;
  const?: unknown;
  enum?: readonly unknown[];
  properties?: Readonly<Record<string, Shape>>;
  items?: Shape;
  anyOf?: readonly Shape[];
  oneOf?: readonly Shape[];
  pattern?: string;
}

/** One fact that may be given: where it stands (`partners.*.kind`), its label, and what it takes. */
export interface FactLine {
  path: string;
  title: string;
  takes: string;
}

const shapeOf = (subject: Subject): Shape => z.toJSONSchema(subject.facts, { io: "input", unrepresentable: "any" }) as Shape;
const choicesOf = ({ anyOf, oneOf }: Shape): readonly Shape[] => anyOf ?? oneOf ?? [];

/** A subject's facts as a file to fill in: everything there, nothing known. Each list of rows has a blank one, to be filled in and copied. */
export const factsTemplate = (subject: Subject): object => ({ subject: subject.id, facts: blank(shapeOf(subject)) });

function blank(shape: Shape): unknown {
  if (shape.properties) return Object.fromEntries(Object.entries(shape.properties).map(([key, inner]) => [key, blank(inner)]));
  if (shape.items) return isOfParts(shape.items) ? [blank(shape.items)] : null;
  const first = choicesOf(shape).find(isOfParts);
  return first ? blank(first) : null;
}
const isOfParts = (shape: Shape): boolean => shape.properties !== undefined || choicesOf(shape).some(isOfParts);

/** What a fact takes, said. What is written as it stands, such as `true`, is the same in every language. */
const takesWords = {
  en: { list: "a list", listOf: "a list of", object: "an object", integer: "a whole number", number: "a number", date: "a date", text: "text" },
  es: { list: "una lista", listOf: "una lista de", object: "un objeto", integer: "un número entero", number: "un número", date: "una fecha", text: "texto" },
} as const satisfies Record<Language, object>;

/** Every fact of a subject, in the order of its schema. */
export const factLines = (subject: Subject, language: Language = "en"): readonly FactLine[] => lines(shapeOf(subject), "", language);

function lines(shape: Shape, path: string, language: Language): FactLine[] {
  const under = (key: string) => (path === "" ? key : `${path}.${key}`);
  const inner = shape.items ? lines(shape.items, under("*"), language) : [];
  const members = Object.entries(shape.properties ?? {}).flatMap(([key, one]) => lines(one, under(key), language));
  const choices = choicesOf(shape).flatMap((one) => (one.properties ? lines({ ...one, title: "" }, path, language).filter((line) => line.path !== path) : []));
  // The whole, and a list's members, are told by what stands in them.
  const own = path === "" || path.endsWith("*") ? [] : [{ path, title: shape.title ?? "", takes: takes(shape, language) }];
  return distinct([...own, ...inner, ...members, ...choices]);
}

const distinct = (all: readonly FactLine[]): FactLine[] => [...new Map(all.map((line) => [line.path, line])).values()];

function takes(shape: Shape, language: Language): string {
  const says = takesWords[language];
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum) return shape.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (shape.items) return shape.items.properties ? says.list : `${says.listOf} ${takes(shape.items, language)}`;
  if (shape.properties) return says.object;
  const choices = choicesOf(shape);
  if (choices.length > 0) return [...new Set(choices.map((choice) => takes(choice, language)))].join(" | ");
  if (shape.type === "boolean") return "true | false";
  if (shape.type === "integer") return says.integer;
  if (shape.type === "number") return says.number;
  return shape.pattern?.includes("\\d{4}-") ? `${says.date}, "2026-11-24"` : says.text;
}
