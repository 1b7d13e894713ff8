import { isSame } from "../shared/same.ts";

/**
 * Where a field stands: names of fields, and inside a list of things that have ids a thing's id in place of its position, since
 * positions move: `["sessions", "ses_…", "startsAt"]`. The order of such a list stands at `[…, "#order"]`, as a list of ids.
 */
export type FieldPath = readonly string[];

/** A field that the other one changed. A value that is `undefined` is not there: the field, or the thing in a list, came or went. */
export interface FieldChange {
  path: FieldPath;
  base: unknown;
  theirs: unknown;
}

/** A field that both changed, each to something else. */
export interface FieldConflict extends FieldChange {
  mine: unknown;
}

/** Two people's changes of one thing, put together. */
export interface FieldMerge<Value> {
  /** What both made of it. Where they are in conflict, mine stands: `withField` puts theirs in its place. */
  merged: Value;
  conflicts: FieldConflict[];
  /** All that the other one changed, in conflict or not, field by field. */
  changes: FieldChange[];
}

/** How a merge goes where fields hang together. */
export interface MergeOptions {
  /**
   * Fields that say what a thing is. Two things that differ there have nothing to do with each other, and are taken whole: a host
   * that is a school has no use for a commission's id. None for a form that holds the fields of every kind side by side.
   */
  tags?: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** What both changed lies in the two versions that were made from one; whoever asks decides on what is in conflict. */
interface Merging {
  tags: readonly string[];
  conflicts: FieldConflict[];
}

/** The last part of the path at which the order of a list stands. */
export const orderOf = "#order";

/**
 * Two people's changes of the same thing, put together field by field: plain values such as an event, or what its form holds. A
 * thing in a list is known by its `id`; one without an id is a new one. Lists of plain values are one field. A thing that the other
 * one took out and this one changed is a conflict, and comes back under its old id.
 *
 * @param base what both began from
 * @param theirs what the other one made of it
 * @param mine what this one made of it
 * @example
 * mergeFields({ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 3 }).merged // { a: 2, b: 3 }
 * mergeFields({ a: 1 }, { a: 2 }, { a: 3 }).conflicts // [{ path: ["a"], base: 1, theirs: 2, mine: 3 }]
 */
export function mergeFields<Value>(base: Value, theirs: Value, mine: Value, { tags = ["kind", "status"] }: MergeOptions = {}): FieldMerge<Value> {
  const merging: Merging = { tags, conflicts: [] };
  const merged = merge(merging, [], base, theirs, mine) as Value;
  return { merged, conflicts: merging.conflicts, changes: changesBetween(tags, [], base, theirs) };
}

function merge(merging: Merging, path: FieldPath, base: unknown, theirs: unknown, mine: unknown): unknown {
  if (isSame(base, mine)) return theirs;
  if (isSame(base, theirs) || isSame(theirs, mine)) return mine;
  // What both added has no base: it is compared field by field all the same.
  if (isFields(theirs) && isFields(mine) && isOneKind(merging.tags, theirs, mine)) {
    return mergeRecords(merging, path, isFields(base) ? base : {}, theirs, mine);
  }
  if (isThings(theirs) && isThings(mine) && (isThings(base) || base === undefined)) return mergeThings(merging, path, base ?? [], theirs, mine);
  merging.conflicts.push({ path, base, theirs, mine });
  return mine;
}

function mergeRecords(merging: Merging, path: FieldPath, base: Fields, theirs: Fields, mine: Fields): Fields {
  const names = namesIn(theirs, mine, base);
  const merged = names.map((name) => [name, merge(merging, [...path, name], own(base, name), own(theirs, name), own(mine, name))] as const);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

function mergeThings(merging: Merging, path: FieldPath, base: readonly Fields[], theirs: readonly Fields[], mine: readonly Fields[]): Fields[] {
  const [was, first, second] = [byId(base), byId(theirs), byId(mine)];
  const kept = new Map<unknown, Fields>();
  for (const id of new Set([...first.keys(), ...second.keys()])) {
    const thing = merge(merging, [...path, id], was.get(id), first.get(id), second.get(id));
    if (thing !== undefined) kept.set(id, thing as Fields);
  }
  for (const thing of [...theirs, ...mine]) if (idOf(thing) === undefined) kept.set(thing, thing);

  const inAll = (things: readonly Fields[]) => things.flatMap((thing) => idOf(thing) ?? []).filter((id) => was.has(id) && first.has(id) && second.has(id));
  const [before, others, own] = [inAll(base), inAll(theirs), inAll(mine)];
  const isReordered = { theirs: !isSame(before, others), mine: !isSame(before, own) };
  if (isReordered.theirs && isReordered.mine && !isSame(others, own)) {
    merging.conflicts.push({ path: [...path, orderOf], base: before, theirs: others, mine: own });
  }
  const [leading, following] = isReordered.mine ? [mine, theirs] : [theirs, mine];
  return inOrder(leading.map(tokenOf), following.map(tokenOf)).flatMap((token): Fields[] => {
    const thing = kept.get(token);
    return thing ? [thing] : [];
  });
}

/** The leading order, and what only the other one has behind what stands before it there. */
function inOrder(leading: readonly unknown[], following: readonly unknown[]): unknown[] {
  const order = [...leading];
  following.forEach((token, index) => {
    if (order.includes(token)) return;
    const before = following.slice(0, index).findLast((each) => order.includes(each));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, token);
  });
  return order;
}

function changesBetween(tags: readonly string[], path: FieldPath, base: unknown, theirs: unknown): FieldChange[] {
  if (isSame(base, theirs)) return [];
  if (isFields(base) && isFields(theirs) && isOneKind(tags, base, theirs)) {
    return namesIn(theirs, base).flatMap((name) => changesBetween(tags, [...path, name], own(base, name), own(theirs, name)));
  }
  if (isThings(base) && isThings(theirs) && theirs.every((thing) => idOf(thing) !== undefined)) {
    const [was, now] = [byId(base), byId(theirs)];
    const changed = [...new Set([...now.keys(), ...was.keys()])].flatMap((id) => changesBetween(tags, [...path, id], was.get(id), now.get(id)));
    const [before, after] = [[...was.keys()].filter((id) => now.has(id)), [...now.keys()].filter((id) => was.has(id))];
    return isSame(before, after) ? changed : [...changed, { path: [...path, orderOf], base: before, theirs: after }];
  }
  return [{ path, base, theirs }];
}

/**
 * The same with another value in one field: what somebody chose where a merge found a conflict. `undefined` takes it out; a thing
 * that is in its list no more comes back at the end.
 *
 * @example
 * withField({ a: 3 }, ["a"], 2) // { a: 2 }
 * withField({ list: [{ id: "x", n: 1 }] }, ["list", "x", "n"], 2) // { list: [{ id: "x", n: 2 }] }
 */
export function withField<Value>(whole: Value, path: FieldPath, value: unknown): Value {
  return put(whole, path, value) as Value;
}

function put(whole: unknown, [name, ...rest]: FieldPath, value: unknown): unknown {
  if (name === undefined) return value;
  if (isThings(whole)) return name === orderOf ? reordered(whole, value as readonly string[]) : putThing(whole, name, rest, value);
  const fields = isFields(whole) ? whole : {};
  const inside = put(own(fields, name), rest, value);
  return Object.fromEntries([
    ...Object.entries(fields).filter(([each]) => each !== name || inside !== undefined),
    ...(inside === undefined ? [] : [[name, inside]]),
  ]);
}

function putThing(things: readonly Fields[], id: string, rest: FieldPath, value: unknown): unknown[] {
  const isThere = things.some((thing) => idOf(thing) === id);
  if (!isThere) return rest.length === 0 && value !== undefined ? [...things, value] : [...things];
  return things.flatMap((thing) => {
    if (idOf(thing) !== id) return [thing];
    const inside = put(thing, rest, value);
    return inside === undefined ? [] : [inside];
  });
}

/** Those that the order names change places among themselves; all others stay where they are. */
function reordered(things: readonly Fields[], order: readonly string[]): unknown[] {
  const known = byId(things);
  const next = order.flatMap((id) => known.get(id) ?? []).values();
  return things.map((thing) => (order.includes(idOf(thing) ?? "") ? (next.next().value ?? thing) : thing));
}

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
/** A list of things and not of plain values, in which no id stands twice. */
const isThings = (value: unknown): value is readonly Fields[] => {
  if (!Array.isArray(value) || !value.every(isFields)) return false;
  const ids = value.flatMap((thing) => idOf(thing) ?? []);
  return new Set(ids).size === ids.length;
};
const idOf = ({ id }: Fields): string | undefined => (typeof id === "string" && id !== "" ? id : undefined);
/** What a thing is known by while lists are put in order: its id, or itself. */
const tokenOf = (thing: Fields): unknown => idOf(thing) ?? thing;
const byId = (things: readonly Fields[]) => new Map(things.flatMap((thing) => (idOf(thing) === undefined ? [] : [[idOf(thing) as string, thing] as const])));
const isOneKind = (tags: readonly string[], one: Fields, other: Fields): boolean => tags.every((tag) => own(one, tag) === own(other, tag));
const namesIn = (...records: readonly Fields[]): string[] => [...new Set(records.flatMap((record) => Object.keys(record)))];
const own = (record: Fields, name: string): unknown => (Object.hasOwn(record, name) ? record[name] : undefined);
