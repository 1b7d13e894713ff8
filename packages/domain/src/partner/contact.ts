import * as z from "zod";
import { IsoDate } from "../shared/date.ts";
import { ContactId, PartnerId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";
import { isEachOnce } from "../shared/is-each-once.ts";
import { PhoneNumber } from "../shared/phone-number.ts";
import { EmailAddress, line } from "../shared/text.ts";

/** What somebody at a partner does with the schools. */
export const ContactRole = z.enum(["main", "commission_member", "speaker", "interviewer", "mentor", "host", "external_reviewer", "signatory"]);
export type ContactRole = z.infer<typeof ContactRole>;

/** What somebody's details may be used for, each agreed to on its own. */
export const ContactPurpose = z.enum(["invitations", "news", "sharing_with_schools", "public_listing"]);
export type ContactPurpose = z.infer<typeof ContactPurpose>;

/** A yes or a no of the person themselves, on a day. Nothing written down is no consent. */
export const Consent = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("given"), purpose: ContactPurpose, on: IsoDate }),
  z.strictObject({ status: z.literal("withdrawn"), purpose: ContactPurpose, on: IsoDate }),
]);
export type Consent = z.infer<typeof Consent>;

const facts = {
  partnerId: PartnerId,
  name: line(120),
  jobTitle: line(120).optional(),
  email: EmailAddress.optional(),
  phone: PhoneNumber.optional(),
  roles: z.array(ContactRole).max(ContactRole.options.length).refine(isEachOnce, "has the same role twice"),
  /** In the order in which they were said: the last on a purpose holds. */
  consents: z.array(Consent).max(100),
};

/** A person at a partner, as the office writes them down. */
export const ContactInput = z.strictObject(facts);
export type ContactInput = z.infer<typeof ContactInput>;

const kept = { id: ContactId, ...facts, version: z.int().min(1), createdAt: Instant };

/** A person at a partner. Never a student. Somebody who has left is kept for the record, and is written to no more. */
export const Contact = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("current"), ...kept }),
  z.strictObject({ status: z.literal("left"), ...kept, leftOn: IsoDate }),
]);
export type Contact = z.infer<typeof Contact>;

/**
 * Whether somebody's details may be used for a purpose on a day. The last word holds, and what was never said is no.
 *
 * @example
 * mayUseContact({ status: "current", consents: [{ status: "given", purpose: "news", on: "2026-09-01" }] }, "news", "2026-11-24") // true
 * mayUseContact({ status: "current", consents: [] }, "news", "2026-11-24") // false
 */
export function mayUseContact({ status, consents }: Pick<Contact, "status" | "consents">, purpose: ContactPurpose, on: IsoDate): boolean {
  const said = consents.filter((consent) => consent.purpose === purpose && consent.on <= on).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return status === "current" && said.at(-1)?.status === "given";
}
