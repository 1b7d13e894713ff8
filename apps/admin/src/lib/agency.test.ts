import type { Agency } from "@cte-partnerships/domain/agency";
import { expect, it } from "vitest";
import { agency, subjects } from "./agency.ts";

it("shows the rules and commissions of the agency that is deployed, and of no other", async () => {
  // By a name that the compiler does not follow: the API's source is of another world than the browser's.
  const door: string = "@cte-partnerships/api/local";
  const { agency: deployed } = (await import(door)) as { agency: Agency };
  expect([agency.id, agency.title]).toEqual([deployed.id, deployed.title]);
  expect(agency.commissions.ids()).toEqual(deployed.commissions.ids());
  expect(subjects.length).toBeGreaterThan(0);
});
