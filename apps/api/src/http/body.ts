import type { Context } from "hono";
import type * as z from "zod";
import { type FieldError, fieldErrorsOf } from "./field-errors.ts";

/** What was sent cannot be read as what the route takes. The frame answers it 400, with what is wrong beside each field. */
export class Malformed extends Error {
  override readonly name = "Malformed";
  readonly errors: FieldError[];
  constructor(errors: FieldError[]) {
    super("the request is malformed");
    this.errors = errors;
  }
}

const mediaType = (c: Context): string => (c.req.header("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";

export const isJson = (c: Context): boolean => mediaType(c) === "application/json";
export const isForm = (c: Context): boolean => mediaType(c) === "application/x-www-form-urlencoded";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The body as text. Throws `Malformed` where it is not UTF-8. */
export async function bodyText(c: Context): Promise<string> {
  const bytes = await c.req.arrayBuffer();
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Malformed([{ path: "", message: "must be UTF-8" }]);
  }
}

/** The body as JSON that a strict schema accepts. Throws `Malformed` for anything else, unknown fields included. */
export async function readJson<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> {
  const text = await bodyText(c);
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    throw new Malformed([{ path: "", message: "must be JSON" }]);
  }
  return parseSent(schema, sent);
}

/** Throws `Malformed` where the schema does not accept what was sent. */
export function parseSent<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const parsed = schema.safeParse(sent);
  if (!parsed.success) throw new Malformed(fieldErrorsOf(parsed.error));
  return parsed.data;
}
