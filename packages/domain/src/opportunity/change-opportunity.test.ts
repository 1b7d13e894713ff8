import { describe, expect, it } from "vitest";
import { eventId, frozen } from "../../test/examples.ts";
import {
  exampleOfferInput,
  exampleOpportunity,
  exampleRequest,
  exampleRequestInput,
  offerMoments,
  opportunityId,
  opportunityStatuses,
  requestId,
} from "../../test/opportunity-examples.ts";
import { ActivityTypeId, SchoolId } from "../shared/id.ts";
import { type Instant, minutesAfter } from "../shared/instant.ts";
import type { Result } from "../shared/result.ts";
import * as decide from "./change-opportunity.ts";
import { Opportunity, type OpportunityStatus } from "./opportunity.ts";
import type { OpportunityChange, OpportunityRefusal } from "./opportunity-change.ts";
import { opportunityLimits, type SchoolRequest } from "./school-request.ts";

type Changed = Result<OpportunityChange, OpportunityRefusal>;
const { now, requestExpires, holdUntil, offerExpires, eventEnds } = offerMoments;
const event = { eventId: eventId(1), endsAt: eventEnds };
const asked = { id: requestId(9), expiresAt: requestExpires };

/** Every decision: from which statuses it leads where, which code it refuses the others with, and whom it releases. */
const decisions: Record<
  string,
  {
    to: Partial<Record<OpportunityStatus, OpportunityStatus>>;
    code: string;
    make: (opportunity: Opportunity, now: Instant) => Changed;
    released?: Partial<Record<OpportunityStatus, number[]>>;
  }
> = {
  reviewOffer: { to: { offered: "reviewed" }, code: "opportunity_not_offered", make: decide.reviewOffer },
  declineOffer: {
    to: { offered: "declined", reviewed: "declined" },
    code: "opportunity_not_offered",
    make: (one, when) => decide.declineOffer(one, "No", when),
  },
  openOpportunity: { to: { reviewed: "open" }, code: "opportunity_not_reviewed", make: decide.openOpportunity },
  requestOpportunity: {
    to: { open: "requested", requested: "requested", matched: "matched" },
    code: "opportunity_not_open",
    make: (one, when) => decide.requestOpportunity(one, exampleRequestInput(), { ...asked, expiresAt: minutesAfter(when, 1) }, when),
  },
  matchOpportunity: {
    to: { requested: "matched" },
    code: "opportunity_not_requested",
    make: (one, when) => decide.matchOpportunity(one, requestId(1), minutesAfter(when, 1), when),
  },
  scheduleOpportunity: {
    to: { matched: "scheduled" },
    code: "opportunity_not_matched",
    make: (one, when) => decide.scheduleOpportunity(one, event, when),
    released: { matched: [2] },
  },
  completeOpportunity: { to: { scheduled: "done" }, code: "opportunity_not_scheduled", make: decide.completeOpportunity },
  returnToPool: {
    to: { matched: "requested", scheduled: "open" },
    code: "opportunity_not_held",
    make: decide.returnToPool,
    released: { matched: [1], scheduled: [1] },
  },
  withdrawOpportunity: {
    to: Object.fromEntries((["offered", "reviewed", "open", "requested", "matched", "scheduled"] as const).map((status) => [status, "withdrawn"])),
    code: "opportunity_over",
    make: (one, when) => decide.withdrawOpportunity(one, "We have moved", when),
    released: { requested: [1, 2], matched: [1, 2], scheduled: [1] },
  },
};
const names = Object.keys(decisions);
const decision = (name: string) => {
  const found = decisions[name];
  if (!found) throw new Error(name);
  return found;
};
const value = (result: Changed) => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const numbers = (requests: readonly SchoolRequest[]) => requests.map(({ id }) => Number(id.slice(4)));

describe("every decision about an opportunity", () => {
  it.each(names.flatMap((name) => opportunityStatuses.map((status) => [name, status] as const)))(
    "%s: from %s it leads where the life goes on, or is refused with the status as it is",
    (name, status) => {
      const { to, code, make, released = {} } = decision(name);
      const before = frozen(exampleOpportunity(status) as Opportunity);
      const result = make(before, now);
      const next = to[status];
      if (next === undefined) {
        const expected = status === "expired" ? { code: "opportunity_expired", expiredAt: offerMoments.requested } : { code, status };
        expect(result).toEqual({ ok: false, refusal: expected });
        return;
      }
      const { opportunity, released: told } = value(result);
      expect(opportunity.status).toBe(next);
      expect(opportunity.version).toBe(before.version + 1);
      expect(Opportunity.parse(opportunity)).toEqual(opportunity);
      expect(numbers(told)).toEqual(released[status] ?? []);
      const { id, partnerId, title, offeredAt, expiresAt } = opportunity;
      expect({ id, partnerId, title, offeredAt, expiresAt }).toEqual({
        id: before.id,
        partnerId: before.partnerId,
        title: before.title,
        offeredAt: before.offeredAt,
        expiresAt: before.expiresAt,
      });
    },
  );

  it.each(names.filter((name) => name !== "completeOpportunity"))("%s: the offer is over at the moment that it expires, and not before", (name) => {
    const { to, make } = decision(name);
    const status = (Object.keys(to) as OpportunityStatus[])[0] ?? "offered";
    const far = minutesAfter(offerExpires, 60 * 24);
    // What is held or scheduled goes on; so its own deadline lies beyond.
    const requests = [exampleRequest(1, { expiresAt: far }), exampleRequest(2, { expiresAt: far })];
    const before = { ...exampleOpportunity(status), ...(status === "requested" && { requests }), ...(status === "matched" && { holdUntil: far }) };
    const pooled = !["matched", "scheduled"].includes(status);
    expect(make(before, minutesAfter(offerExpires, -1)).ok).toBe(true);
    const result = make(before, offerExpires);
    if (pooled && name !== "matchOpportunity") expect(result).toEqual({ ok: false, refusal: { code: "opportunity_expired", expiredAt: offerExpires } });
    else if (name === "matchOpportunity") expect(result.ok).toBe(false);
    else expect(result.ok).toBe(true);
  });
});

describe("an offer", () => {
  it("begins as offered, and must not be over already", () => {
    const made = decide.makeOffer(exampleOfferInput(), opportunityId(), now);
    expect(made).toEqual({ ok: true, value: { status: "offered", id: opportunityId(), ...exampleOfferInput(), offeredAt: now, version: 1 } });
    expect(decide.makeOffer(exampleOfferInput({ expiresAt: now }), opportunityId(), now)).toEqual({
      ok: false,
      refusal: { code: "offer_expiry_not_ahead", expiresAt: now },
    });
  });

  it("keeps the moments and the reasons of what was decided", () => {
    expect(value(decide.reviewOffer(exampleOpportunity("offered"), now)).opportunity).toMatchObject({ reviewedAt: now });
    expect(value(decide.openOpportunity(exampleOpportunity("reviewed"), now)).opportunity).toMatchObject({ openedAt: now });
    expect(value(decide.declineOffer(exampleOpportunity("offered"), "Why", now)).opportunity).toMatchObject({ endedAt: now, reason: "Why" });
    expect(value(decide.withdrawOpportunity(exampleOpportunity("open"), "Why", now)).opportunity).toMatchObject({ endedAt: now, reason: "Why" });
    expect(value(decide.completeOpportunity(exampleOpportunity("scheduled"), eventEnds)).opportunity).toMatchObject({ doneAt: eventEnds });
  });
});

describe("asking for it", () => {
  const ask = (
    override: Parameters<typeof exampleRequestInput>[0] = {},
    given: Partial<typeof asked> = {},
    from: Opportunity = exampleOpportunity("requested"),
  ) => decide.requestOpportunity(from, exampleRequestInput(override), { ...asked, ...given }, now);

  it("puts the school at the end of the line", () => {
    const { opportunity } = value(ask());
    expect(opportunity).toMatchObject({ status: "requested", requests: [{ id: requestId(1) }, { id: requestId(2) }, { id: requestId(9), requestedAt: now }] });
  });

  it.each([
    [{ students: 4 }, {}, { code: "request_group_outside", students: 4, min: 5, max: 30 }],
    [{ students: 5 }, {}, undefined],
    [{ students: 30 }, {}, undefined],
    [{ students: 31 }, {}, { code: "request_group_outside", students: 31, min: 5, max: 30 }],
    [{}, { expiresAt: now }, { code: "request_expiry_not_ahead", expiresAt: now }],
    [{}, { expiresAt: minutesAfter(now, 1) }, undefined],
    [{ activityTypeId: ActivityTypeId.parse("act_mock-interview") }, {}, { code: "request_activity_differs", activityTypeId: "act_workplace-tour" }],
    [{ schoolId: SchoolId.parse("sch_school-2") }, {}, { code: "request_repeated", schoolId: "sch_school-2" }],
    [{}, { id: requestId(2) }, { code: "request_repeated", schoolId: "sch_harbor" }],
  ])("%j %j: %j", (override, given, refusal) => {
    const result = ask(override, given);
    if (refusal) expect(result).toEqual({ ok: false, refusal });
    else expect(result.ok).toBe(true);
  });

  it("is refused to the school that has it already", () => {
    expect(ask({ schoolId: SchoolId.parse("sch_school-1") }, {}, exampleOpportunity("matched"))).toMatchObject({ refusal: { code: "request_repeated" } });
  });

  it("is refused where the line is full", () => {
    const line = (length: number) => exampleOpportunity("requested", { requests: Array.from({ length }, (_, index) => exampleRequest(index + 100)) });
    expect(ask({}, {}, line(opportunityLimits.requests - 1)).ok).toBe(true);
    expect(ask({}, {}, line(opportunityLimits.requests))).toEqual({ ok: false, refusal: { code: "requests_full", limit: opportunityLimits.requests } });
  });

  it("is open again to a school whose request has lapsed, which is released with it", () => {
    const { opportunity, released } = value(
      decide.requestOpportunity(
        exampleOpportunity("requested"),
        exampleRequestInput({ schoolId: SchoolId.parse("sch_school-1") }),
        { id: requestId(9), expiresAt: minutesAfter(requestExpires, 60) },
        requestExpires,
      ),
    );
    expect(opportunity).toMatchObject({ status: "requested", requests: [{ id: requestId(9) }] });
    expect(numbers(released)).toEqual([1, 2]);
  });
});

describe("taking a request back", () => {
  it.each([
    ["requested", [exampleRequest(1), exampleRequest(2)], 1, { status: "requested", requests: [exampleRequest(2)] }],
    ["requested", [exampleRequest(1)], 1, { status: "open" }],
  ] as const)("leaves the others in line, and the last one leaves it open", (status, requests, number, after) => {
    const { opportunity, released } = value(decide.withdrawRequest(exampleOpportunity(status, { requests: [...requests] }), requestId(number), now));
    expect(opportunity).toMatchObject(after);
    expect(numbers(released)).toEqual([number]);
  });

  it("gives the slot back where the school had it, and leaves it where another one has it", () => {
    const back = value(decide.withdrawRequest(exampleOpportunity("matched"), requestId(1), now));
    expect(back.opportunity).toMatchObject({ status: "requested", requests: [{ id: requestId(2) }] });
    expect(numbers(back.released)).toEqual([1]);
    const waits = value(decide.withdrawRequest(exampleOpportunity("matched"), requestId(2), now));
    expect(waits.opportunity).toMatchObject({ status: "matched", waiting: [] });
    expect(numbers(waits.released)).toEqual([2]);
  });

  it("is refused for one that nobody knows, that has lapsed, or that is over", () => {
    expect(decide.withdrawRequest(exampleOpportunity("requested"), requestId(7), now)).toMatchObject({ refusal: { code: "request_unknown" } });
    expect(decide.withdrawRequest(exampleOpportunity("scheduled"), requestId(1), now)).toMatchObject({ refusal: { code: "request_unknown" } });
    expect(decide.withdrawRequest(exampleOpportunity("requested"), requestId(1), requestExpires)).toEqual({
      ok: false,
      refusal: { code: "request_expired", expiredAt: requestExpires },
    });
    expect(decide.withdrawRequest(exampleOpportunity("done"), requestId(1), now)).toMatchObject({ refusal: { code: "opportunity_over", status: "done" } });
  });
});

describe("matching", () => {
  it("gives the slot to one school and keeps the others in line, in their order", () => {
    const before = exampleOpportunity("requested", { requests: [exampleRequest(3), exampleRequest(1), exampleRequest(2)] });
    expect(value(decide.matchOpportunity(before, requestId(1), holdUntil, now)).opportunity).toMatchObject({
      request: { id: requestId(1) },
      matchedAt: now,
      holdUntil,
      waiting: [{ id: requestId(3) }, { id: requestId(2) }],
    });
  });

  it("is refused for one that nobody knows, one that has lapsed, and a hold that is over already", () => {
    const match = (id: ReturnType<typeof requestId>, hold: Instant, when: Instant) => decide.matchOpportunity(exampleOpportunity("requested"), id, hold, when);
    expect(match(requestId(7), holdUntil, now)).toEqual({ ok: false, refusal: { code: "request_unknown", requestId: requestId(7) } });
    expect(match(requestId(1), holdUntil, requestExpires)).toEqual({ ok: false, refusal: { code: "request_expired", expiredAt: requestExpires } });
    expect(match(requestId(1), holdUntil, minutesAfter(requestExpires, -1)).ok).toBe(true);
    expect(match(requestId(1), now, now)).toEqual({ ok: false, refusal: { code: "request_hold_not_ahead", holdUntil: now } });
  });

  it("outlives the expiry of the request and of the offer, up to the end of the hold", () => {
    const held = exampleOpportunity("matched", { holdUntil: minutesAfter(offerExpires, 60), waiting: [] });
    expect(decide.lapseOpportunity(held, minutesAfter(offerExpires, 59))).toBeUndefined();
    expect(decide.lapseOpportunity(held, minutesAfter(offerExpires, 60))).toMatchObject({ opportunity: { status: "expired", endedAt: offerExpires } });
  });
});

describe("scheduling and completing", () => {
  it("keeps the event and its end, and cannot be done before", () => {
    expect(value(decide.scheduleOpportunity(exampleOpportunity("matched"), event, now)).opportunity).toMatchObject(event);
    expect(decide.completeOpportunity(exampleOpportunity("scheduled"), minutesAfter(eventEnds, -1))).toEqual({
      ok: false,
      refusal: { code: "opportunity_event_not_over", endsAt: eventEnds },
    });
  });

  it("is too late once the hold is over", () => {
    expect(decide.scheduleOpportunity(exampleOpportunity("matched"), event, holdUntil)).toEqual({
      ok: false,
      refusal: { code: "opportunity_not_matched", status: "open" },
    });
  });

  it("a slot that falls through after the offer's time expires instead of going back", () => {
    const { opportunity } = value(decide.returnToPool(exampleOpportunity("scheduled"), offerExpires));
    expect(opportunity).toMatchObject({ status: "expired", endedAt: offerExpires });
  });
});

describe("what time does alone", () => {
  const lapse = (status: OpportunityStatus, when: Instant) => decide.lapseOpportunity(exampleOpportunity(status), when);

  it.each([
    ["offered", minutesAfter(offerExpires, -1), undefined, []],
    ["offered", offerExpires, "expired", []],
    ["reviewed", offerExpires, "expired", []],
    ["open", offerExpires, "expired", []],
    ["requested", minutesAfter(requestExpires, -1), undefined, []],
    ["requested", requestExpires, "open", [1, 2]],
    ["requested", offerExpires, "expired", [1, 2]],
    ["matched", minutesAfter(requestExpires, -1), undefined, []],
    ["matched", requestExpires, "matched", [2]],
    ["matched", holdUntil, "open", [1, 2]],
    ["scheduled", offerExpires, undefined, []],
    ["done", offerExpires, undefined, []],
    ["withdrawn", offerExpires, undefined, []],
    ["declined", offerExpires, undefined, []],
    ["expired", offerExpires, undefined, []],
  ] as const)("%s at %s: %s, releasing %j", (status, when, after, released) => {
    const change = lapse(status, when);
    expect(change?.opportunity.status).toBe(after);
    expect(numbers(change?.released ?? [])).toEqual(released);
    if (change) expect(change.opportunity.version).toBe(4);
  });

  it("who waits behind a match lapses at the moment of the expiry, and is in line no more", () => {
    const change = decide.lapseOpportunity(exampleOpportunity("matched"), requestExpires);
    expect(change).toMatchObject({ opportunity: { status: "matched", waiting: [] }, released: [{ id: requestId(2) }] });
  });

  it("one that lapsed says when, one that nobody knows is unknown, and the others can still be chosen", () => {
    const early = minutesAfter(requestExpires, -60);
    const requests = [exampleRequest(1, { expiresAt: early }), exampleRequest(2, { expiresAt: requestExpires }), exampleRequest(3, { expiresAt: holdUntil })];
    const mixed = exampleOpportunity("requested", { requests });
    for (const ask of [
      (id: ReturnType<typeof requestId>) => decide.withdrawRequest(mixed, id, requestExpires),
      (id: ReturnType<typeof requestId>) => decide.matchOpportunity(mixed, id, holdUntil, requestExpires),
    ]) {
      expect([1, 2].map((number) => ask(requestId(number)))).toEqual([
        { ok: false, refusal: { code: "request_expired", expiredAt: early } },
        { ok: false, refusal: { code: "request_expired", expiredAt: requestExpires } },
      ]);
      expect(ask(requestId(7))).toEqual({ ok: false, refusal: { code: "request_unknown", requestId: requestId(7) } });
      expect(ask(requestId(3)).ok).toBe(true);
    }
  });

  it("an expired request leaves the others in line", () => {
    const mixed = exampleOpportunity("requested", { requests: [exampleRequest(1), exampleRequest(2, { expiresAt: holdUntil })] });
    expect(decide.lapseOpportunity(mixed, requestExpires)).toMatchObject({
      opportunity: { status: "requested", requests: [{ id: requestId(2) }] },
      released: [{ id: requestId(1) }],
    });
  });
});
