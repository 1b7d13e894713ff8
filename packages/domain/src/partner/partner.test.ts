import { describe, expect, it } from "vitest";
import { Partner, PartnerInput } from "./partner.ts";

const input = {
  name: "Harbor Ferry",
  otherNames: ["Harbor Ferries"],
  kind: "industry",
  commissionIds: ["cms_automotive-and-transportation"],
  boroughIds: ["bor_brooklyn"],
  naicsCode: "48–49",
  website: "https://ferry.example.org",
  address: { street: "1 Pier", city: "Brooklyn", region: "NY", postalCode: "112011234" },
};
const record = { id: "prt_00000000000000000000000001", ...input, version: 1, createdAt: "2026-11-24T14:00:00.000Z" };

describe("a partner", () => {
  it("is kept in one written form, and parsing it again changes nothing", () => {
    const parsed = PartnerInput.parse(input);
    expect(parsed).toMatchObject({ naicsCode: "48-49", address: { postalCode: "11201-1234" } });
    expect(PartnerInput.parse(parsed)).toEqual(parsed);
  });

  it.each([
    ["a key that there is not", { ...input, ssn: "0" }],
    ["a kind that there is not", { ...input, kind: "friend" }],
    ["the same commission twice", { ...input, commissionIds: ["cms_a", "cms_a"] }],
    ["no name", { ...input, name: " " }],
  ])("is refused with %s", (_, faulty) => {
    expect(PartnerInput.safeParse(faulty).success).toBe(false);
  });

  it.each([
    ["prospect", {}],
    ["active", { activeSince: "2026-09-01" }],
    ["paused", { activeSince: "2026-09-01", pausedOn: "2026-11-01" }],
    ["ended", { endedOn: "2026-11-01" }],
  ])("that is %s has the dates of that state and no others", (status, dates) => {
    expect(Partner.safeParse({ status, ...record, ...dates }).success).toBe(true);
    expect(Partner.safeParse({ status, ...record, ...dates, leftOn: "2026-11-01" }).success).toBe(false);
    if (Object.keys(dates).length > 0) expect(Partner.safeParse({ status, ...record }).success).toBe(false);
  });
});
