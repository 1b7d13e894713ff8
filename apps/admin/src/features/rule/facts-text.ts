import { knownFacts, type Subject } from "@cte-partnerships/domain/rule";
import type { IsoDate } from "@cte-partnerships/domain/shared";

/** Facts as the command line takes them: `cte-partnerships check <file>`. */
export const factsText = (subject: Pick<Subject, "id">, on: IsoDate, facts: unknown): string => JSON.stringify({ subject: subject.id, on, facts }, null, 2);

/** What a pasted text says, or why it cannot be read. */
export type ReadText = { ok: true; facts: unknown; on?: string } | { ok: false; message: string };

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads what was pasted: facts alone, or a file of the command line. Whether they fit is the schema's to say. */
export function readFactsText(text: string, subject: Pick<Subject, "id" | "title">): ReadText {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, message: `This is no JSON: ${(error as Error).message}` };
  }
  if (Array.isArray(value)) return { ok: false, message: "This is a list. Paste one case of it." };
  if (!isTree(value)) return { ok: false, message: 'This must be an object: { "subject": "…", "facts": { … } }, or the facts alone.' };
  if (!("facts" in value) && !("subject" in value)) return { ok: true, facts: knownFacts(value) };
  if (value.subject !== undefined && value.subject !== subject.id) {
    return { ok: false, message: `These facts are about another question: ${String(value.subject)}, and not ${subject.id}.` };
  }
  return { ok: true, facts: knownFacts(value.facts ?? {}), ...(typeof value.on === "string" && { on: value.on }) };
}

const mark = "facts=";

/** Facts for the part of an address that no server is sent. */
export function factsToHash(facts: unknown): string {
  if (facts === undefined || (isTree(facts) && Object.keys(facts).length === 0)) return "";
  const bytes = new TextEncoder().encode(JSON.stringify(facts));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return mark + text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The facts in an address. Nothing where there are none, or somebody cut it short. */
export function factsFromHash(hash: string): unknown {
  if (!hash.startsWith(mark)) return undefined;
  try {
    const text = atob(hash.slice(mark.length).replaceAll("-", "+").replaceAll("_", "/"));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(text, (sign) => sign.charCodeAt(0))));
  } catch {
    return undefined;
  }
}
