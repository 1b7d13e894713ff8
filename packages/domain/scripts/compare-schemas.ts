/** How much a change asks of those who use the package, from the least to the most. */
export const levels = ["patch", "minor", "major"] as const;
export type Level = (typeof levels)[number];

/** A change to a published schema: where, what, and what version it makes. */
export interface SchemaChange {
  at: string;
  what: string;
  level: Level;
}

/**
 * `input` is only sent to us. `kept` is what we give out and what others keep and read again, so it may become neither wider
 * nor narrower without notice.
 */
type Use = "input" | "kept";
type Schema = { readonly [keyword: string]: unknown };
interface Place {
  at: string;
  use: Use;
  /** The files that the two stand in, for their `$ref`s. */
  roots: readonly [Schema, Schema];
  /** Pairs of references on the way here: a schema that holds itself is compared once. */
  seen: ReadonlySet<string>;
}

/** Tells of a value, and asks nothing of it. */
const annotations = new Set(["$schema", "$id", "$defs", "title", "description", "examples", "deprecated", "id", "readOnly", "writeOnly"]);
const lowerBounds = new Set(["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"]);
const upperBounds = new Set(["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"]);
const handled = new Set([
  "type",
  "enum",
  "const",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "prefixItems",
  "propertyNames",
  "anyOf",
  "oneOf",
  "allOf",
  "$ref",
]);

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value);
const written = (value: unknown): string => JSON.stringify(value);
const under = (place: Place, step: string): Place => ({ ...place, at: `${place.at}/${step}` });
const changed = ({ at }: Place, level: Level, what: string): SchemaChange => ({ at, what, level });

/** Fewer values are taken than before: whoever sent them, or kept them, is refused. */
const narrowed = (place: Place, what: string) => changed(place, "major", what);
/** A value that there was not before: whoever switches on it does not know it. Nobody who sends is troubled. */
const gained = (place: Place, what: string) => changed(place, place.use === "input" ? "minor" : "major", what);
/** The same kind of value within wider bounds. */
const widened = (place: Place, what: string) => changed(place, "minor", what);

/** The schemas of one release and of the next, file name to content; the highest level is what the next release must be. */
export function compareSchemas(before: ReadonlyMap<string, Schema>, after: ReadonlyMap<string, Schema>): readonly SchemaChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((file) => {
    const [was, is] = [before.get(file), after.get(file)];
    if (!was) return [{ at: file, what: "is new", level: "minor" as const }];
    if (!is) return [{ at: file, what: "is gone", level: "major" as const }];
    return compare(was, is, { at: file, use: file.endsWith("-input.json") ? "input" : "kept", roots: [was, is], seen: new Set() });
  });
}

/** The highest of some levels; `undefined` where there is none. */
export const highest = (all: readonly Level[]): Level | undefined => levels.findLast((level) => all.includes(level));

function compare(was: Schema, is: Schema, place: Place): SchemaChange[] {
  if (typeof was.$ref === "string" || typeof is.$ref === "string") return compareReferences(was, is, place);
  const keywords = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return [
    ...compareValues(was, is, place),
    ...compareProperties(was, is, place),
    ...compareMembers(was, is, place),
    ...(["items", "propertyNames", "additionalProperties"] as const).flatMap((keyword) => compareInner(was[keyword], is[keyword], under(place, keyword))),
    ...keywords.flatMap((keyword) => compareKeyword(keyword, was[keyword], is[keyword], place)),
  ];
}

function compareReferences(was: Schema, is: Schema, place: Place): SchemaChange[] {
  const pair = `${was.$ref} ${is.$ref}`;
  if (place.seen.has(pair)) return [];
  const [first, second] = [resolve(was, place.roots[0]), resolve(is, place.roots[1])];
  return compare(first, second, { ...place, seen: new Set([...place.seen, pair]) });
}

function resolve(schema: Schema, root: Schema): Schema {
  const { $ref, ...beside } = schema;
  if (typeof $ref !== "string") return schema;
  const target = $ref
    .split("/")
    .slice(1)
    .reduce<unknown>((at, key) => (isSchema(at) ? at[key] : undefined), root);
  if (!isSchema(target)) throw new Error(`${$ref} leads nowhere`);
  return resolve({ ...target, ...beside }, root);
}

/** Which values there are: `type`, `enum` and `const` are all lists of what may stand here. */
function compareValues(was: Schema, is: Schema, place: Place): SchemaChange[] {
  const valuesOf = ({ enum: options, const: one }: Schema): readonly string[] | undefined =>
    Array.isArray(options) ? options.map(written) : one === undefined ? undefined : [written(one)];
  const typesOf = ({ type }: Schema): readonly string[] | undefined => (type === undefined ? undefined : [type].flat().map(String));
  return [...compareLists(typesOf(was), typesOf(is), place, "type"), ...compareLists(valuesOf(was), valuesOf(is), place, "value")];
}

function compareLists(was: readonly string[] | undefined, is: readonly string[] | undefined, place: Place, kind: string): SchemaChange[] {
  if (!was && !is) return [];
  if (!was) return [narrowed(place, `takes only the ${kind}s ${is?.join(", ")}`)];
  if (!is) return [gained(place, `takes any ${kind}`)];
  const covers = (all: readonly string[], one: string) => all.includes(one) || (one === "integer" && all.includes("number"));
  return [
    ...was.filter((one) => !covers(is, one)).map((one) => narrowed(place, `no longer takes the ${kind} ${one}`)),
    ...is.filter((one) => !covers(was, one)).map((one) => gained(place, `has the new ${kind} ${one}`)),
  ];
}

function compareProperties(was: Schema, is: Schema, place: Place): SchemaChange[] {
  const [before, after] = [was, is].map(({ properties }) => (isSchema(properties) ? properties : {})) as [Schema, Schema];
  const [needed, needs] = [was, is].map(({ required }) => new Set(Array.isArray(required) ? (required as string[]) : [])) as [Set<string>, Set<string>];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const here = under(place, name);
    const [first, second] = [before[name], after[name]];
    if (!isSchema(first)) return [needs.has(name) ? narrowed(here, "is new and required") : widened(here, "is new and optional")];
    if (!isSchema(second)) return [narrowed(here, "is gone")];
    const becameRequired = needs.has(name) && !needed.has(name) ? [narrowed(here, "became required")] : [];
    const becameOptional = needed.has(name) && !needs.has(name) ? [gained(here, "may be left out now")] : [];
    return [...becameRequired, ...becameOptional, ...compare(first, second, here)];
  });
}

/** Members of a union are told apart by the value that each has for itself, as `status: "draft"`. */
function compareMembers(was: Schema, is: Schema, place: Place): SchemaChange[] {
  const membersOf = (schema: Schema) => ["anyOf", "oneOf"].flatMap((keyword) => (Array.isArray(schema[keyword]) ? (schema[keyword] as Schema[]) : []));
  const keyed = (members: readonly Schema[], root: Schema) => new Map(members.map((member, index) => [keyOf(resolve(member, root), index), member]));
  const [before, after] = [keyed(membersOf(was), place.roots[0]), keyed(membersOf(is), place.roots[1])];
  if (before.size === 0 && after.size > 0 && !handledAlone(was)) return [narrowed(place, "became a choice")];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [first, second] = [before.get(key), after.get(key)];
    if (!first) return [gained(under(place, key), "is a new member of the choice")];
    if (!second) return [narrowed(under(place, key), "is no member of the choice any more")];
    return compare(first, second, under(place, key));
  });
}

/** Whether a schema says nothing of its own values, so that a choice in its place says all there is to say. */
const handledAlone = (schema: Schema): boolean => ["type", "enum", "const", "$ref"].some((keyword) => schema[keyword] !== undefined);

function keyOf(member: Schema, index: number): string {
  const constants = Object.entries(isSchema(member.properties) ? member.properties : {}).flatMap(([name, inner]) =>
    isSchema(inner) && inner.const !== undefined ? [`${name}=${written(inner.const)}`] : [],
  );
  if (constants.length > 0) return constants.join(",");
  return typeof member.type === "string" && member.type !== "object" ? member.type : String(index);
}

function compareInner(was: unknown, is: unknown, place: Place): SchemaChange[] {
  if (isSchema(was) && isSchema(is)) return compare(was, is, place);
  // Absent and `true` both mean: whatever there is.
  const [first, second] = [was ?? true, is ?? true];
  if (written(first) === written(second)) return [];
  if (first === true || second === false) return [narrowed(place, "takes less than before")];
  return [second === true || first === false ? widened(place, "takes more than before") : changed(place, "major", "takes something else")];
}

function compareKeyword(keyword: string, was: unknown, is: unknown, place: Place): SchemaChange[] {
  if (handled.has(keyword) && keyword !== "prefixItems" && keyword !== "allOf") return [];
  if (written(was) === written(is)) return [];
  const here = under(place, keyword);
  const told = `${was === undefined ? "was not there" : `was ${written(was)}`}, ${is === undefined ? "is gone" : `is ${written(is)}`}`;
  if (keyword === "$defs") return [];
  if (annotations.has(keyword)) return [changed(here, "patch", told)];
  if (is === undefined) return [keyword === "default" ? changed(here, "major", told) : widened(here, told)];
  if (was === undefined) return [keyword === "default" ? widened(here, told) : narrowed(here, told)];
  if (lowerBounds.has(keyword)) return [Number(is) > Number(was) ? narrowed(here, told) : widened(here, told)];
  if (upperBounds.has(keyword)) return [Number(is) < Number(was) ? narrowed(here, told) : widened(here, told)];
  // Two patterns cannot be compared by a machine: whoever is sure that the new one takes all that the old one took says so in the changeset.
  return [changed(here, "major", told)];
}
