import { type Contact, type ContactPurpose, mayUseContact, type Partner } from "@cte-partnerships/domain/partner";
import type { IsoDate } from "@cte-partnerships/domain/shared";
import ICAL from "ical.js";

type Property = [name: string, parameters: Record<string, string>, type: string, ...values: (string | string[])[]];

/** What a partner's cards say besides the partner itself. */
export interface CardFacts {
  partner: Partner;
  /** The sectors it works in, in words: the titles of its commissions. */
  sectors: readonly string[];
}

const card = (kind: "individual" | "org", properties: readonly Property[]): string => {
  const head: Property[] = [
    ["version", {}, "text", "4.0"],
    ["prodid", {}, "text", "-//CTE Partnerships//Partners//EN"],
    ["kind", {}, "text", kind],
  ];
  // The library does not count the space that continues a folded line.
  const { foldLength } = ICAL;
  ICAL.foldLength = 74;
  try {
    return `${new ICAL.Component(["vcard", [...head, ...properties], []]).toString()}\r\n`;
  } finally {
    ICAL.foldLength = foldLength;
  }
};

// Ids and telephone numbers say of which type they are: without it an id is read as an address, and a number as text.
const uid = (id: string): Property => ["uid", { value: "text" }, "text", id];

const sharedProperties = ({ partner, sectors }: CardFacts): Property[] => [
  ["org", {}, "text", [partner.name]],
  ...(partner.website ? ([["url", { type: "work" }, "uri", partner.website]] satisfies Property[]) : []),
  ...(partner.address
    ? // Post box and extended address, which the format asks to leave empty, then street, city, region, code and country.
      ([
        [
          "adr",
          { type: "work" },
          "text",
          ["", "", partner.address.street, partner.address.city, partner.address.region, partner.address.postalCode, "United States"],
        ],
      ] satisfies Property[])
    : []),
  ...(sectors.length > 0 ? ([["categories", {}, "text", ...sectors]] satisfies Property[]) : []),
];

/** A partner as a card (vCard 4.0, RFC 6350). The office's note is left out: cards are passed on. */
export const partnerCard = (facts: CardFacts): string =>
  card("org", [uid(facts.partner.id), ["fn", {}, "text", facts.partner.name], ...sharedProperties(facts)]);

function contactCard(contact: Contact, facts: CardFacts): string {
  const optional: Property[] = [];
  if (contact.jobTitle) optional.push(["title", {}, "text", contact.jobTitle]);
  if (contact.email) optional.push(["email", { type: "work" }, "text", contact.email]);
  if (contact.phone) optional.push(["tel", { type: "work", value: "uri" }, "uri", `tel:${contact.phone}`]);
  return card("individual", [uid(contact.id), ["fn", {}, "text", contact.name], ...optional, ...sharedProperties(facts)]);
}

/** For what, and on which day, people's details are asked for. */
export interface CardPurpose {
  purpose: ContactPurpose;
  on: IsoDate;
}

/**
 * The cards of a partner's people, one after the other in one file, of those alone who agreed that their details are used for
 * this purpose and have not taken it back. An empty text where nobody did.
 */
export const contactCards = (contacts: readonly Contact[], facts: CardFacts, { purpose, on }: CardPurpose): string =>
  contacts
    .filter((contact) => contact.partnerId === facts.partner.id && mayUseContact(contact, purpose, on))
    .map((contact) => contactCard(contact, facts))
    .join("");
