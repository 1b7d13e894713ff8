import { expect, it } from "vitest";
import { askedFor } from "./queries.ts";

it("asks by the filters that there are, and by nothing else that stands in the address bar", () => {
  const search = { view: "week", on: "2026-12-09", borough: "bor_queens", host: undefined, utm_source: "newsletter" } as const;
  expect(askedFor(search, "America/New_York")).toEqual({ from: "2026-12-06", to: "2026-12-12", borough: "bor_queens" });
});
