import * as z from "zod/mini";

/** As of which day the commissions are shown. */
export const CommissionSearch = z.object({ on: z.catch(z.optional(z.iso.date()), undefined) });
