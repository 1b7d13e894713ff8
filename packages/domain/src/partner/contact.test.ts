import { describe, expect, it } from "vitest";
import { Contact, ContactInput, mayUseContact } from "./contact.ts";

const ulid = "00000000000000000000000001";
const input = { partnerId: `prt_${ulid}`, name: " Ada  Example", email: "Ada@Example.org", phone: "212-555-0100", roles: ["speaker"], consents: [] };
const record = { id: `con_${ulid}`, ...input, version: 1, createdAt: "2026-11-24T14:00:00.000Z" };
const given = { status: "given", purpose: "news", on: "2026-09-01" } as const;
const withdrawn = { status: "withdrawn", purpose: "news", on: "2026-10-01" } as const;

describe("a contact", () => {
  it("is kept in one written form", () => {
    expect(ContactInput.parse(input)).toMatchObject({ name: "Ada Example", email: "ada@example.org", phone: "+12125550100" });
  });

  it.each([
    ["a key that there is not", { ...input, birthday: "2000-01-01" }],
    ["no partner", { ...input, partnerId: undefined }],
    ["another kind's id", { ...input, partnerId: `con_${ulid}` }],
    ["a role twice", { ...input, roles: ["speaker", "speaker"] }],
    ["a consent to nothing in particular", { ...input, consents: [{ status: "given", on: "2026-09-01" }] }],
  ])("is refused with %s", (_, faulty) => {
    expect(ContactInput.safeParse(faulty).success).toBe(false);
  });

  it("has left on a day, or is current and has none", () => {
    expect(Contact.safeParse({ status: "left", ...record, leftOn: "2026-11-01" }).success).toBe(true);
    expect(Contact.safeParse({ status: "left", ...record }).success).toBe(false);
    expect(Contact.safeParse({ status: "current", ...record, leftOn: "2026-11-01" }).success).toBe(false);
  });
});

describe("what a contact agreed to", () => {
  const may = (consents: Contact["consents"], on: `${number}-${number}-${number}` = "2026-11-24", status: Contact["status"] = "current") =>
    mayUseContact({ status, consents }, "news", on);

  it("is nothing until it is said, and from the day that it is said", () => {
    expect([may([]), may([given]), may([given], "2026-08-31"), may([given], "2026-09-01")]).toEqual([false, true, false, true]);
  });

  it("holds for its own purpose alone", () => {
    expect(mayUseContact({ status: "current", consents: [given] }, "public_listing", "2026-11-24")).toBe(false);
  });

  it("ends on the day that it is withdrawn, in whichever order it was written down", () => {
    expect([may([given, withdrawn]), may([withdrawn, given]), may([given, withdrawn], "2026-09-30"), may([given, withdrawn], "2026-10-01")]).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it("is what was said last, where both were said on one day", () => {
    const sameDay = { ...withdrawn, on: given.on } as const;
    expect([may([given, sameDay]), may([sameDay, given])]).toEqual([false, true]);
  });

  it("ends when they leave", () => {
    expect(may([given], "2026-11-24", "left")).toBe(false);
  });
});
