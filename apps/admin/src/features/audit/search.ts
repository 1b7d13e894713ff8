import * as z from "zod/mini";

const code = z.catch(z.optional(z.string().check(z.regex(/^[a-z0-9_:.-]{1,80}$/i))), undefined);
const date = z.catch(z.optional(z.iso.date()), undefined);

/** The log's filters as they stand in the address bar. What makes no sense there is dropped, never an error. */
export const AuditSearch = z.object({ subject: code, by: code, op: code, from: date, to: date });
export type AuditSearch = z.infer<typeof AuditSearch>;
