/** What a JSON text says, with the place of each value in it; or where it breaks, and why. */
export type JsonText = { ok: true; value: unknown; places: ReadonlyMap<string, number> } | { ok: false; at: number; reason: string };

class Broken extends Error {
  readonly at: number;
  constructor(at: number, reason: string) {
    super(reason);
    this.at = at;
  }
}

const deepest = 200;
const literals = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** The next step of a JSON Pointer (RFC 6901). */
export const step = (pointer: string, key: string | number): string => `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/**
 * Reads JSON as `JSON.parse` does, and remembers where each value stands, so that what is wrong with a value can be told with
 * its line. A key that stands twice is refused: `JSON.parse` would take the last one and say nothing.
 */
export function readJson(text: string): JsonText {
  const places = new Map<string, number>();
  let at = 0;

  const broken = (reason: string): never => {
    throw new Broken(at, reason);
  };
  const skipSpace = () => {
    while (at < text.length && " \t\n\r".includes(text.charAt(at))) at++;
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const expectSign = (sign: string) => {
    skipSpace();
    if (text.charAt(at) !== sign)
      broken(at >= text.length ? `ends where ${sign} is expected` : `has ${JSON.stringify(text.charAt(at))} where ${sign} is expected`);
    at++;
  };
  const readString = (): string => {
    const start = at;
    const raw = take(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y);
    if (raw === undefined) {
      at = start;
      return broken("has a text that does not end, or holds a sign that must be escaped");
    }
    return JSON.parse(raw) as string;
  };
  const isNext = (sign: string): boolean => {
    skipSpace();
    if (text.charAt(at) !== sign) return false;
    at++;
    return true;
  };

  const readValue = (pointer: string, depth: number): unknown => {
    if (depth > deepest) broken(`is nested more than ${deepest} deep`);
    skipSpace();
    places.set(pointer, at);
    if (isNext("{")) return readObject(pointer, depth);
    if (isNext("[")) return readList(pointer, depth);
    if (text.charAt(at) === '"') return readString();
    const number = take(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    if (number !== undefined) return Number(number);
    const word = take(/[a-z]+/y) ?? "";
    if (literals.has(word)) return literals.get(word);
    at -= word.length;
    return broken(at >= text.length ? "ends where a value is expected" : "has something that is no value of JSON");
  };
  const readObject = (pointer: string, depth: number): unknown => {
    const entries = new Map<string, unknown>();
    if (isNext("}")) return {};
    do {
      skipSpace();
      const keyAt = at;
      if (text.charAt(at) !== '"') broken("needs a key in double quotes here");
      const key = readString();
      if (entries.has(key)) {
        at = keyAt;
        broken(`has the key ${JSON.stringify(key)} twice`);
      }
      expectSign(":");
      entries.set(key, readValue(step(pointer, key), depth + 1));
    } while (isNext(","));
    expectSign("}");
    // As JSON.parse does: "__proto__" becomes a key like any other.
    return Object.fromEntries(entries);
  };
  const readList = (pointer: string, depth: number): unknown => {
    const items: unknown[] = [];
    if (isNext("]")) return items;
    do items.push(readValue(step(pointer, items.length), depth + 1));
    while (isNext(","));
    expectSign("]");
    return items;
  };

  try {
    if (text.charCodeAt(0) === 0xfeff) at = 1;
    const value = readValue("", 0);
    skipSpace();
    if (at < text.length) broken("goes on behind its end");
    return { ok: true, value, places };
  } catch (error) {
    if (error instanceof Broken) return { ok: false, at: error.at, reason: error.message };
    throw error;
  }
}

/** `12:5`, line and column as editors count them. */
export function lineAndColumn(text: string, at: number): string {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
