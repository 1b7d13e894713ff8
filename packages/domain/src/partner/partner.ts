import * as z from "zod";
import { IsoDate } from "../shared/date.ts";
import { BoroughId, CommissionId, PartnerId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";
import { isEachOnce } from "../shared/is-each-once.ts";
import { NaicsCode } from "../shared/naics-code.ts";
import { line, paragraphs, WebAddress } from "../shared/text.ts";
import { ZipCode } from "../shared/zip-code.ts";
import { PartnerKind } from "./partner-kind.ts";

const eachOnce = <Item extends z.ZodType<string>>(item: Item, max: number, what: string) =>
  z.array(item).max(max).refine(isEachOnce, `has the same ${what} twice`);

const facts = {
  name: line(140),
  /** Names that it goes by or went by: by these a list that is read in finds it again. */
  otherNames: eachOnce(line(140), 20, "name"),
  kind: PartnerKind,
  /** The commissions whose sector it works in. Sitting on one is the commission's to say. */
  commissionIds: eachOnce(CommissionId, 20, "commission"),
  boroughIds: eachOnce(BoroughId, 100, "borough"),
  naicsCode: NaicsCode.optional(),
  website: WebAddress.optional(),
  address: z
    .strictObject({
      street: line(120),
      city: line(80),
      /** Two letters, as the postal service writes them. */
      region: z.string().regex(/^[A-Z]{2}$/, "must be two capital letters such as NY"),
      postalCode: ZipCode,
    })
    .optional(),
  note: paragraphs(4000).optional(),
};

/** A partner as the office writes it down. */
export const PartnerInput = z.strictObject(facts);
export type PartnerInput = z.infer<typeof PartnerInput>;

const kept = { id: PartnerId, ...facts, version: z.int().min(1), createdAt: Instant };

/** An organisation that works with CTE programs, or may: prospect → active → paused or ended. Its people are contacts of their own. */
export const Partner = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("prospect"), ...kept }),
  z.strictObject({ status: z.literal("active"), ...kept, activeSince: IsoDate }),
  z.strictObject({ status: z.literal("paused"), ...kept, activeSince: IsoDate, pausedOn: IsoDate, reason: line(300).optional() }),
  z.strictObject({ status: z.literal("ended"), ...kept, endedOn: IsoDate, reason: line(300).optional() }),
]);
export type Partner = z.infer<typeof Partner>;
/** Where an organisation stands with the office. */
export type PartnerStatus = Partner["status"];
