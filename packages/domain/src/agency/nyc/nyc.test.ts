import { describe, expect, it } from "vitest";
import { ActivityTypeId, BoroughId, CommissionId } from "../../shared/id.ts";
import { Zone } from "../../shared/instant.ts";
import { nyc } from "./index.ts";

describe("New York City's data", () => {
  it.each(nyc.commissions)("$id is a commission's id", ({ id }) => {
    expect(CommissionId.parse(id)).toBe(id);
  });

  it.each(nyc.boroughs)("$id is a borough's id", ({ id }) => {
    expect(BoroughId.parse(id)).toBe(id);
  });

  it.each(nyc.activityTypes)("$id is an activity type's id", ({ id }) => {
    expect(ActivityTypeId.parse(id)).toBe(id);
  });

  it("keeps a zone that exists", () => {
    expect(Zone.parse(nyc.zone)).toBe(nyc.zone);
  });
});
