import * as z from "zod";
import { rowsIn } from "../reference/rows-in.ts";
import { IsoDate } from "../shared/date.ts";
import { hasEachOnce } from "../shared/is-each-once.ts";

/** What an agency's file says of an adult under one basis. */
export const ClearanceStatus = z.enum(["pending", "eligible", "ineligible"]);
export type ClearanceStatus = z.infer<typeof ClearanceStatus>;

/**
 * All that is ever kept of a clearance: its basis, its status, and the day of it. No number, no print, no finding: the schema
 * refuses them.
 */
export const ClearanceRecord = z.strictObject({
  basisId: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(60),
  status: ClearanceStatus,
  on: IsoDate,
});
export type ClearanceRecord = z.infer<typeof ClearanceRecord>;

/** In what part an adult comes: in a paid position of the school, sent by a firm under contract or placed by an organisation, or as a volunteer. */
export type AdultRole = "paid_by_school" | "staff_of_provider" | "placed" | "volunteer";

/** What is known of an adult's part in an activity, and of the file. */
export interface ClearanceFacts {
  hasDirectContact?: boolean | undefined;
  place?: "school" | "workplace" | "online" | undefined;
  role?: AdultRole | undefined;
  /** Days of a school year on which the adult serves, at this agency and in all. */
  daysPerSchoolYear?: number | undefined;
  /** An employee of the school is there, in person, all the time. */
  isSupervised?: boolean | undefined;
  /** What is on file now: one record for each basis. An empty list says that there is none. */
  records?: readonly { basisId?: string | undefined; status?: ClearanceStatus | undefined; on?: IsoDate | undefined }[] | undefined;
}

/** The form of these facts, with an agency's own bases. */
export const clearanceFacts = (basisIds: readonly string[]): z.ZodType<ClearanceFacts> =>
  z.strictObject({
    hasDirectContact: z.boolean().optional().meta({ title: "Meets students in person" }),
    place: z.enum(["school", "workplace", "online"]).optional().meta({ title: "Where" }),
    role: z.enum(["paid_by_school", "staff_of_provider", "placed", "volunteer"]).optional().meta({ title: "Comes as" }),
    daysPerSchoolYear: z.int().min(0).max(366).optional().meta({ title: "Days in a school year" }),
    isSupervised: z.boolean().optional().meta({ title: "An employee of the school is there all the time" }),
    records: z
      .array(
        z.strictObject({
          basisId: z
            .enum(basisIds)
            .optional()
            .meta({ title: "Basis", ...rowsIn("clearance_bases") }),
          status: ClearanceStatus.optional().meta({ title: "Status" }),
          on: IsoDate.optional().meta({ title: "As of" }),
        }),
      )
      .max(10)
      .refine(hasEachOnce("basisId"), "has two records of one basis: give the latest")
      .optional()
      .meta({ title: "What is on file" }),
  }) as unknown as z.ZodType<ClearanceFacts>;
