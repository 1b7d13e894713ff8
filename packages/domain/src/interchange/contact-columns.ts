import { type Contact, ContactPurpose, mayUseContact } from "../partner/contact.ts";
import type { IsoDate } from "../shared/date.ts";
import { phoneInWords } from "../shared/phone-number.ts";
import { column } from "./csv.ts";

const agreed = (contact: Contact, on: IsoDate) => ContactPurpose.options.filter((purpose) => mayUseContact(contact, purpose, on));

/**
 * Partners' people as a table with their personal data, and what each had agreed to on a day. Whoever hands it on asks first
 * whether the purpose is among it.
 *
 * @example
 * contactColumns("2026-11-24").map(({ id }) => id).includes("email") // true
 */
// @__NO_SIDE_EFFECTS__
export const contactColumns = (on: IsoDate) =>
  [
    column("contact_id", "text", ({ id }: Contact) => id),
    column("partner_id", "text", ({ partnerId }: Contact) => partnerId),
    column("status", "text", ({ status }: Contact) => status),
    column("name", "text", ({ name }: Contact) => name),
    column("job_title", "text", ({ jobTitle }: Contact) => jobTitle),
    column("email", "text", ({ email }: Contact) => email),
    // As people read it: with its + in front it would have to be defused.
    column("phone", "text", ({ phone }: Contact) => phone && phoneInWords(phone)),
    column("roles", "list", ({ roles }: Contact) => roles),
    column("agreed_purposes", "list", (contact: Contact) => agreed(contact, on)),
  ] as const;

/**
 * The same without personal data: which partners have people, in which roles, and how they may be reached. There is no id in
 * it, since that leads back to a person.
 *
 * @example
 * contactColumnsWithoutPersonalData("2026-11-24").map(({ id }) => id).includes("email") // false
 */
// @__NO_SIDE_EFFECTS__
export const contactColumnsWithoutPersonalData = (on: IsoDate) =>
  [
    column("partner_id", "text", ({ partnerId }: Contact) => partnerId),
    column("status", "text", ({ status }: Contact) => status),
    column("roles", "list", ({ roles }: Contact) => roles),
    column("has_email", "yes_no", ({ email }: Contact) => email !== undefined),
    column("has_phone", "yes_no", ({ phone }: Contact) => phone !== undefined),
    column("agreed_purposes", "list", (contact: Contact) => agreed(contact, on)),
  ] as const;
