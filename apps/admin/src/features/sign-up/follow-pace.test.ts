import { expect, test } from "vitest";
import { paceAfter } from "./follow-pace.ts";

test("mails on their way are followed closely at first, and never more often the longer somebody looks", () => {
  expect([0, 29_999, 30_000, 179_999, 180_000, 3_600_000].map(paceAfter)).toEqual([2_000, 2_000, 6_000, 6_000, 20_000, 20_000]);
});

test("a quarter of an hour costs fewer than a hundred questions", () => {
  let asked = 0;
  for (let at = 0; at < 15 * 60_000; at += paceAfter(at)) asked += 1;
  expect(asked).toBeLessThan(100);
});
