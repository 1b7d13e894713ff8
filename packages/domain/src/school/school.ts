import * as z from "zod";
import { IsoDate } from "../shared/date.ts";
import { BoroughId, SchoolId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";
import { line, WebAddress } from "../shared/text.ts";

const facts = {
  title: line(140),
  boroughId: BoroughId,
  /** The code that the agency gives its schools, such as a DBN. An agency checks it by its own schema. */
  code: line(20).optional(),
  /** The school district within the agency, where it has several: some reports are told apart by it. */
  district: line(20).optional(),
  website: WebAddress.optional(),
};

/** A school as the office writes it down. */
export const SchoolInput = z.strictObject(facts);
export type SchoolInput = z.infer<typeof SchoolInput>;

const kept = { id: SchoolId, ...facts, version: z.int().min(1), createdAt: Instant };

/** A school with CTE programs. One that has closed is kept for the record. */
export const School = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("open"), ...kept }),
  z.strictObject({ status: z.literal("closed"), ...kept, closedOn: IsoDate }),
]);
export type School = z.infer<typeof School>;
