import * as z from "zod";
import type { ActivityType } from "../activity/activity-type.ts";
import { line } from "../shared/text.ts";

/** A detail's name, as the activity type's definition has it: `minutesPerRotation`. */
const DetailName = z.string().regex(/^(?!constructor$)[a-z][A-Za-z0-9]{0,39}$/, "must be a field's name");

/**
 * What an activity type asks about one such activity, by name. This schema only bounds them: what there is to be asked, and
 * what an answer may be, is the type's own to say. Counts, yes or no, and words about the work; nothing about a student.
 */
export const Details = z
  .record(
    DetailName,
    z.union([line(200), z.number(), z.boolean(), z.array(line(200)).max(40)], "must be words, a number, yes or no, or a list with something in each line"),
  )
  .refine((details) => Object.keys(details).length <= 40, "has room for at most 40 details");
export type Details = z.infer<typeof Details>;

/** What is wrong with one detail. `path` begins with `details`, as the event's own paths do. */
export interface DetailFault {
  path: (string | number)[];
  reason: "detail_missing" | "detail_unknown" | "detail_invalid";
  /** What the type's definition says: "must be at most 200". */
  message: string;
}

type Asking = Pick<ActivityType, "details">;

// A type makes its schema each time it is asked; a process has few types.
const schemas = /* @__PURE__ */ new WeakMap<Asking, z.ZodObject>();

function schemaOf(type: Asking): z.ZodObject {
  const known = schemas.get(type);
  if (known) return known;
  const made = type.details();
  schemas.set(type, made);
  return made;
}

/**
 * What is wrong with what was given about one activity, by its type's own definition: fields it does not have, values it does not
 * take, and what is still missing. A draft may lack what publishing asks for; the other two are wrong at any time.
 *
 * @param type absent where the agency has no such type: then nothing is known of its details
 * @example
 * faultsInDetails(tour, { students: 0 })[0] // { path: ["details", "students"], reason: "detail_invalid", message: "must be at least 1" }
 */
export function faultsInDetails(type: Asking | undefined, details: Details = {}): DetailFault[] {
  if (!type) return [];
  const parsed = schemaOf(type).safeParse(details);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue): DetailFault[] => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((name) => ({ path: ["details", name], reason: "detail_unknown", message: "is not asked of this kind of activity" }));
    const path = ["details", ...issue.path.map((part) => (typeof part === "symbol" ? String(part) : part))];
    const [name] = issue.path;
    const isMissing = issue.path.length === 1 && !Object.hasOwn(details, String(name));
    return [isMissing ? { path, reason: "detail_missing", message: "is needed" } : { path, reason: "detail_invalid", message: issue.message }];
  });
}

/**
 * What of an activity's details another type takes as well, and the names of what it does not: for whoever changes the type of an
 * event. A field stays where the other type asks for one of that name and takes the value.
 *
 * @example
 * detailsUnder(tour, { students: 20, firms: 3 }) // { kept: { students: 20 }, dropped: ["firms"] }
 */
export function detailsUnder(type: Asking | undefined, details: Details = {}): { kept: Details; dropped: string[] } {
  const wrong = new Set(faultsInDetails(type, details).flatMap(({ path, reason }) => (reason === "detail_missing" ? [] : [String(path[1])])));
  const kept = Object.fromEntries(Object.entries(details).filter(([name]) => type !== undefined && !wrong.has(name)));
  return { kept, dropped: Object.keys(details).filter((name) => !Object.hasOwn(kept, name)) };
}

/** A detail as people are told it: the label that its type gives it, and what was given. */
export interface ToldDetail {
  name: string;
  title: string;
  value: Details[string];
}

/**
 * The details that an event's page tells to whoever may sign up, in the type's own order: those that its definition marks so. The
 * others are for those who prepare it.
 *
 * @example
 * toldDetails(tour, { students: 20, stops: ["Assembly"] }) // [{ name: "stops", title: "What the group sees", value: ["Assembly"] }]
 */
export function toldDetails(type: Asking | undefined, details: Details = {}): ToldDetail[] {
  if (!type) return [];
  return Object.entries(schemaOf(type).shape).flatMap(([name, field]) => {
    const meta = metaOf(field as z.ZodType);
    const value = Object.hasOwn(details, name) ? details[name] : undefined;
    return meta?.isTold && value !== undefined ? [{ name, title: meta.title ?? name, value }] : [];
  });
}

/** What is said of a field, on it or inside what makes it optional. */
function metaOf(field: z.ZodType): { title?: string; isTold?: boolean } | undefined {
  return (field.meta() ?? (field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType).meta() : undefined)) as
    | { title?: string; isTold?: boolean }
    | undefined;
}
