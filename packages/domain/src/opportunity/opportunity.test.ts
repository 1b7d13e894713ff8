import { describe, expect, it } from "vitest";
import {
  exampleOfferInput,
  exampleOpportunity,
  exampleRequest,
  exampleRequestInput,
  offerMoments,
  opportunityStatuses,
} from "../../test/opportunity-examples.ts";
import { hasEnded, OfferInput, Opportunity, requestsInLine } from "./opportunity.ts";
import { opportunityLimits, SchoolRequestInput } from "./school-request.ts";

const faultIn = (schema: { safeParse: typeof OfferInput.safeParse } | { safeParse: typeof SchoolRequestInput.safeParse }, input: unknown) =>
  schema.safeParse(input).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("an offer as it is sent", () => {
  it("is taken as it is, and nothing that nobody asked for", () => {
    expect(OfferInput.parse(exampleOfferInput())).toEqual(exampleOfferInput());
    expect(OfferInput.safeParse({ ...exampleOfferInput(), student: "x" }).success).toBe(false);
  });

  it.each([
    [{ groupSize: { min: 6, max: 5 } }, ["groupSize.max: must not be smaller than the smallest group"]],
    [{ groupSize: { min: 5, max: 5 } }, undefined],
    [{ groupSize: { min: 0, max: 5 } }, ["groupSize.min: must be at least 1"]],
    [{ groupSize: { min: 1, max: opportunityLimits.students + 1 } }, ["groupSize.max: must be at most 1000"]],
    [{ days: [] }, ["days: is needed"]],
    [{ days: [{ from: "2027-03-02" as const, to: "2027-03-01" as const }] }, ["days.0.to: must not be before the first day"]],
    [{ days: [{ from: "2027-03-02" as const, to: "2027-03-02" as const }] }, undefined],
    [{ commissionIds: [...exampleOfferInput().commissionIds, ...exampleOfferInput().commissionIds] }, ["commissionIds: names one twice"]],
    [{ boroughIds: [] }, undefined],
    [{ title: " " }, ["title: is needed"]],
  ])("%j: %j", (override, faults) => {
    expect(faultIn(OfferInput, { ...exampleOfferInput(), ...override })).toEqual(faults);
  });
});

describe("a school's request as it is sent", () => {
  it.each([
    [{}, undefined],
    [{ students: 0 }, ["students: must be at least 1"]],
    [{ students: 2.5 }, ["students: must be a whole number"]],
    [{ places: [] }, ["places: is needed"]],
    [{ places: ["school" as const, "school" as const] }, ["places: names one twice"]],
    [{ studentNames: ["x"] }, [': Unrecognized key: "studentNames"']],
  ])("%j: %j", (override, faults) => {
    expect(faultIn(SchoolRequestInput, { ...exampleRequestInput(), ...override })).toEqual(faults);
  });
});

describe("an opportunity", () => {
  it.each(opportunityStatuses)("that is %s is kept as it is", (status) => {
    expect(Opportunity.parse(exampleOpportunity(status))).toEqual(exampleOpportunity(status));
  });

  it("has no request twice, and none at all is another status", () => {
    const twice = { ...exampleOpportunity("requested"), requests: [exampleRequest(1), exampleRequest(1)] };
    expect([twice, { ...exampleOpportunity("requested"), requests: [] }].map((one) => Opportunity.safeParse(one).success)).toEqual([false, false]);
  });

  it("keeps nothing of another status", () => {
    expect(Opportunity.safeParse({ ...exampleOpportunity("open"), requests: [] }).success).toBe(false);
    expect(Opportunity.safeParse({ ...exampleOpportunity("offered"), openedAt: offerMoments.now }).success).toBe(false);
  });

  it("has ended where nothing can follow", () => {
    expect(opportunityStatuses.filter((status) => hasEnded({ status }))).toEqual(["done", "withdrawn", "declined", "expired"]);
  });

  it("has a line while it is in the pool or held for one school", () => {
    const lines = opportunityStatuses.map((status) => requestsInLine(exampleOpportunity(status)).length);
    expect(Object.fromEntries(opportunityStatuses.map((status, index) => [status, lines[index]]).filter(([, length]) => length))).toEqual({
      requested: 2,
      matched: 1,
    });
  });
});
