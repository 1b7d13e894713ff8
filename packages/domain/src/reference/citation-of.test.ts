import { expect, it } from "vitest";
import { citationOf } from "./citation-of.ts";
import type { Source } from "./source.ts";

const source = { authority: "state_law", citation: "A law", retrievedOn: "2026-11-01", confidence: "verified" } as const satisfies Source;
const row = { id: "a", label: "A", ...source, from: "2020-01-01" } as const;

it("a rule cites what its row comes from and when it holds, and nothing else of it", () => {
  expect(citationOf(row)).toStrictEqual({ ...source, from: "2020-01-01" });
  expect(citationOf({ ...row, url: "https://example.org", to: "2022-08-31" })).toStrictEqual({
    ...source,
    url: "https://example.org",
    from: "2020-01-01",
    to: "2022-08-31",
  });
});
