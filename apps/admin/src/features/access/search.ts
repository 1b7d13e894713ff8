import * as z from "zod/mini";

const word = z.catch(z.optional(z.string().check(z.maxLength(100))), undefined);

export const AccessSearch = z.object({ q: word });

/** Of whom or what, and on which day. */
export const CouldSeeSearch = z.object({
  of: z.catch(z.optional(z.string().check(z.regex(/^(usr|evt|cms|sch)_[a-z0-9-]{1,80}$/))), undefined),
  on: z.catch(z.optional(z.iso.date()), undefined),
});
