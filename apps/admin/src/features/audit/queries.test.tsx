import { expect, it } from "vitest";
import { askedIn } from "./queries.ts";

it("asks by the filters that there are, and by nothing else that stands in the address bar", () => {
  const search = { op: "event", from: "2026-12-09", by: undefined, utm_source: "newsletter" } as const;
  expect(askedIn(search as never)).toEqual({ op: "event", from: "2026-12-09" });
});
