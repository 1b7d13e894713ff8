import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { exampleContact, examplePartner } from "../test/examples.ts";
import { contactCards, partnerCard } from "./vcard.ts";

const facts = { partner: examplePartner(), sectors: ["Construction & Sustainability", "Automotive, Transportation; more"] };
const sharing = { purpose: "sharing_with_schools", on: "2026-11-24" } as const;
const consent = (status: "given" | "withdrawn", on: string, purpose = "sharing_with_schools") => ({ status, purpose, on });

const read = (file: string) => {
  const parsed = ICAL.parse(file) as unknown[];
  const cards = (typeof parsed[0] === "string" ? [parsed] : parsed) as never[];
  return cards.map((jCard) => {
    const card = new ICAL.Component(jCard);
    const value = (name: string) => card.getFirstPropertyValue(name);
    return { card, value, names: card.getAllProperties().map(({ name }) => name) };
  });
};

describe("a partner's cards", () => {
  it("are what the golden files say", async () => {
    await expect(partnerCard(facts)).toMatchFileSnapshot("../test/golden/partner.vcf");
    const contacts = [exampleContact(1), exampleContact(2, { name: "Ada Example", jobTitle: undefined, phone: undefined })];
    await expect(contactCards(contacts, facts, sharing)).toMatchFileSnapshot("../test/golden/contacts.vcf");
  });

  it.each([
    ["nobody asked", [], false],
    ["a yes", [consent("given", "2026-09-01")], true],
    ["a yes of today", [consent("given", "2026-11-24")], true],
    ["a yes that comes only tomorrow", [consent("given", "2026-11-25")], false],
    ["a yes to something else", [consent("given", "2026-09-01", "news")], false],
    ["a yes taken back", [consent("given", "2026-09-01"), consent("withdrawn", "2026-10-01")], false],
    ["a yes taken back and given again", [consent("given", "2026-09-01"), consent("withdrawn", "2026-10-01"), consent("given", "2026-11-01")], true],
  ])("hold a person only with their consent to the purpose: %s", (_, consents, isThere) => {
    expect(contactCards([exampleContact(1, { consents })], facts, sharing) !== "").toBe(isThere);
  });

  it("leave out who has left, and who is another partner's", () => {
    expect(contactCards([exampleContact(1, { status: "left", leftOn: "2026-10-01" })], facts, sharing)).toBe("");
    expect(contactCards([exampleContact(1, { partnerId: `prt_${"2".padStart(26, "0")}` })], facts, sharing)).toBe("");
  });

  it("never hold the office's note", () => {
    expect(partnerCard(facts) + contactCards([exampleContact(1)], facts, sharing)).not.toContain("fair");
  });

  it("read back as they were, in lines of at most 75 octets that end in CR LF", () => {
    const tricky = 'Ünïcödé 王小明 👩‍🏫, a;b\\c "d" '.repeat(4).trim();
    const file = contactCards(
      [exampleContact(1, { name: tricky, jobTitle: tricky })],
      { partner: examplePartner({ name: tricky }), sectors: [tricky, "b"] },
      sharing,
    );
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const [one] = read(file);
    for (const name of ["fn", "title"]) expect(one?.value(name)).toBe(tricky);
    expect([one?.value("org")].flat()).toEqual([tricky]);
    expect(one?.card.getFirstProperty("categories")?.getValues()).toEqual([tricky, "b"]);
    expect(file.replaceAll("\r\n ", "")).toContain("\r\nTEL;TYPE=work;VALUE=uri:tel:+12125550100;ext=12\r\n");
    expect(one?.value("tel")).toBe("tel:+12125550100;ext=12");
    expect(one?.value("version")).toBe("4.0");
    expect(one?.card.getFirstProperty("adr")?.getFirstValue()).toEqual(["", "", "1 Example Pier, 2nd floor", "Brooklyn", "NY", "11201", "United States"]);
  });

  it("stay one card with the same properties, whatever stands in their texts", () => {
    const plain = read(partnerCard({ partner: examplePartner(), sectors: ["a"] }))[0]?.names;
    for (const hostile of ["a\\nEND:VCARD", "END:VCARD;BEGIN:VCARD", "a:b;c=d,e", "\\", "a\\;", "^n^'"]) {
      const cards = read(partnerCard({ partner: examplePartner({ name: hostile }), sectors: [hostile] }));
      expect(cards).toHaveLength(1);
      expect(cards[0]?.names).toEqual(plain);
      expect(cards[0]?.value("fn")).toBe(hostile);
    }
  });
});
