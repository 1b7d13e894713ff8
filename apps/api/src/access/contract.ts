import { Grant, UserId } from "@cte-partnerships/domain";
import * as z from "zod";

const Titled = z.object({ id: z.string(), title: z.string() });

/** Who is signed in, what they may do, and the agency's names for everything that the console shows. */
export const Me = z.object({
  user: z.object({ id: UserId, name: z.string() }),
  grants: z.array(Grant),
  /** Actions that the person may do somewhere: what the navigation shows. */
  may: z.array(z.string()),
  /** Hosts in whose name this person may make events. */
  mayHost: z.array(z.object({ host: z.string(), title: z.string() })),
  agency: z.object({
    title: z.string(),
    office: z.string(),
    zone: z.string(),
    boroughs: z.array(Titled),
    commissions: z.array(Titled),
    schools: z.array(Titled.extend({ boroughId: z.string() })),
    activityTypes: z.array(Titled.extend({ description: z.string(), purpose: z.string() })),
  }),
  publicOrigin: z.string(),
});
export type Me = z.infer<typeof Me>;
