import { knownFacts, type Subject } from "@cte-partnerships/domain/rule";
import { IsoDate } from "@cte-partnerships/domain/shared";
import { Stop } from "./exit-code.ts";
import { factLines } from "./facts-template.ts";
import { type JsonText, lineAndColumn, readJson, step } from "./json-text.ts";
import { nearest } from "./nearest.ts";
import { plainly } from "./plainly.ts";

/** One thing to check: facts that fit their subject. */
export interface Asked {
  subject: Subject;
  facts: object;
  on?: IsoDate;
  label?: string;
}

interface Reading {
  subjects: readonly Subject[];
  /** From the command line: what the facts are about, where the file does not say. */
  subjectId?: string | undefined;
  /** How the file is called in what is told about it. */
  name: string;
}

type Told = (pointer: string, message: string) => string;
type Read = { ok: true; asked: Asked } | { ok: false; lines: readonly string[] };
interface Issue {
  path: readonly PropertyKey[];
  message: string;
  code: string;
  keys?: readonly string[];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const wrapping = new Set(["subject", "facts", "on", "label", "$schema"]);

/** Reads a file of facts, and stops with every fault at its line where there is one. */
export function readFacts(text: string, reading: Reading): { asked: readonly Asked[]; isList: boolean } {
  const json = readJson(text);
  if (!json.ok) throw new Stop("data", `${reading.name}:${lineAndColumn(text, json.at)}: ${json.reason}`);
  const told = tellerOf(text, json, reading.name);
  const isList = Array.isArray(json.value);
  const reads = isList ? (json.value as unknown[]).map((one, index) => readOne(one, step("", index), reading, told)) : [readOne(json.value, "", reading, told)];
  const lines = reads.flatMap((one) => (one.ok ? [] : one.lines));
  if (reads.length === 0) lines.push(told("", "is an empty list: there is nothing to check"));
  if (lines.length > 0) throw new Stop("data", ...lines);
  return { asked: reads.flatMap((one) => (one.ok ? [one.asked] : [])), isList };
}

function tellerOf(text: string, json: Extract<JsonText, { ok: true }>, name: string): Told {
  // What is missing has no place of its own: it is told at what it is missing from.
  const placeOf = (pointer: string): number => json.places.get(pointer) ?? (pointer === "" ? 0 : placeOf(pointer.slice(0, pointer.lastIndexOf("/"))));
  return (pointer, message) => `${name}:${lineAndColumn(text, placeOf(pointer))}: ${pointer || "/"}: ${message}`;
}

function readOne(value: unknown, pointer: string, { subjects, subjectId }: Reading, told: Told): Read {
  const fault = (where: string, message: string): Read => ({ ok: false, lines: [told(where, message)] });
  if (!isObject(value)) return fault(pointer, 'must be an object: { "subject": "…", "facts": { … } }');
  const isWrapped = "facts" in value || "subject" in value;
  if (!isWrapped && !subjectId) return fault(pointer, 'does not say what it is about: give "subject" and "facts", or --subject');

  const foreign = isWrapped ? Object.keys(value).find((key) => !wrapping.has(key)) : undefined;
  if (foreign !== undefined) return fault(step(pointer, foreign), 'stands beside "facts": facts belong into it');
  const id = isWrapped ? (value.subject ?? subjectId) : subjectId;
  if (id === undefined) return fault(pointer, 'has no "subject"');
  if (subjectId !== undefined && id !== subjectId) return fault(step(pointer, "subject"), `is not the subject asked for, ${subjectId}`);
  const subject = subjects.find((one) => one.id === id);
  if (!subject) {
    const ids = subjects.map((one) => one.id);
    return fault(step(pointer, "subject"), `is no subject.${typeof id === "string" ? nearest(id, ids) : ""} There are ${ids.join(", ")}.`);
  }

  const { on, label } = isWrapped ? value : {};
  const day = on === undefined || on === null ? undefined : IsoDate.safeParse(on);
  if (day && !day.success) return fault(step(pointer, "on"), day.error.issues[0]?.message ?? "must be a date");
  if (label !== undefined && typeof label !== "string") return fault(step(pointer, "label"), "must be text");
  const at = isWrapped ? step(pointer, "facts") : pointer;
  const facts = subject.facts.safeParse(knownFacts(isWrapped ? value.facts : value), { error: plainly });
  if (!facts.success) return { ok: false, lines: (facts.error.issues as readonly Issue[]).flatMap((issue) => faultsOf(issue, subject, at, told)) };
  return { ok: true, asked: { subject, facts: facts.data, ...(day?.success && { on: day.data }), ...(label !== undefined && { label }) } };
}

function faultsOf({ path, message, code, keys }: Issue, subject: Subject, at: string, told: Told): string[] {
  const pointer = path.reduce<string>((whole, key) => step(whole, String(key)), at);
  if (code !== "unrecognized_keys" || !keys) return [told(pointer, message)];
  const names = factLines(subject).map((line) => line.path.slice(line.path.lastIndexOf(".") + 1));
  return keys.map((key) => told(step(pointer, key), `is no fact of ${subject.id}.${nearest(key, names)} \`facts ${subject.id}\` shows them`));
}
