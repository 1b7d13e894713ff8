import { expect, test } from "vitest";
import { sampleMe } from "../../test/sample-event.ts";
import { hostInWords } from "./host.ts";

test("a host is told within a sentence with one article, and a commission by more than its subject", () => {
  const { agency } = sampleMe;
  const office = { kind: "office" } as const;
  const commission = (title: string) =>
    hostInWords({ ...agency, commissions: [{ id: "cms_1", title }] as never }, { kind: "commission", commissionId: "cms_1" as never });
  expect([hostInWords({ ...agency, office: "Office of Industry Partnerships" }, office), hostInWords({ ...agency, office: "The Office" }, office)]).toEqual([
    "the Office of Industry Partnerships",
    "the Office",
  ]);
  expect(["Healthcare", "Construction Council", "The Trades Board"].map(commission)).toEqual([
    "the Healthcare commission",
    "the Construction Council",
    "the Trades Board",
  ]);
});
