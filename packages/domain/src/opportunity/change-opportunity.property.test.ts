import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventId } from "../../test/examples.ts";
import { exampleOfferInput, exampleRequestInput, offerMoments, opportunityId, requestId } from "../../test/opportunity-examples.ts";
import { SchoolId } from "../shared/id.ts";
import { type Instant, minutesAfter } from "../shared/instant.ts";
import * as decide from "./change-opportunity.ts";
import { hasEnded, Opportunity, type OpportunityStatus, requestsInLine } from "./opportunity.ts";
import type { OpportunityChange, OpportunityRefusal } from "./opportunity-change.ts";

type Step = (opportunity: Opportunity, now: Instant) => { ok: true; value: OpportunityChange } | { ok: false; refusal: OpportunityRefusal };

interface Move {
  does: string;
  take: Step;
}

const make = {
  review: { does: "review", take: decide.reviewOffer },
  open: { does: "open", take: decide.openOpportunity },
  request: (who: number, id: number, lasts: number, students = 20): Move => ({
    does: "request",
    take: (one, now) =>
      decide.requestOpportunity(
        one,
        exampleRequestInput({ schoolId: SchoolId.parse(`sch_school-${who}`), students }),
        { id: requestId(id), expiresAt: minutesAfter(now, lasts) },
        now,
      ),
  }),
  match: (id: number, lasts: number): Move => ({
    does: "match",
    take: (one, now) => decide.matchOpportunity(one, requestId(id), minutesAfter(now, lasts), now),
  }),
  takeBack: (id: number): Move => ({ does: "take back", take: (one, now) => decide.withdrawRequest(one, requestId(id), now) }),
  schedule: (lasts: number): Move => ({
    does: "schedule",
    take: (one, now) => decide.scheduleOpportunity(one, { eventId: eventId(1), endsAt: minutesAfter(now, lasts) }, now),
  }),
  lapse: {
    does: "lapse",
    take: (one, now) => {
      const change = decide.lapseOpportunity(one, now);
      return change ? { ok: true, value: change } : { ok: false, refusal: { code: "opportunity_over", status: one.status } };
    },
  },
  giveBack: { does: "give back", take: decide.returnToPool },
  complete: { does: "complete", take: decide.completeOpportunity },
  decline: { does: "decline", take: (one, now) => decide.declineOffer(one, "No", now) },
  withdraw: { does: "withdraw", take: (one, now) => decide.withdrawOpportunity(one, "No", now) },
} as const satisfies Record<string, Move | ((...given: number[]) => Move)>;

const number = fc.integer({ min: 1, max: 3 });
const minutes = fc.integer({ min: -30, max: 600 });
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.constantFrom<Move>(make.review, make.open, make.lapse, make.giveBack, make.complete, make.complete),
  fc.tuple(number, number, minutes, fc.integer({ min: 3, max: 32 })).map((given) => make.request(...given)),
  fc.tuple(number, minutes).map((given) => make.match(...given)),
  number.map(make.takeBack),
  minutes.map(make.schedule),
);
const life = fc.array(
  fc.record({
    move: fc.oneof({ weight: 60, arbitrary: move }, { weight: 1, arbitrary: fc.constantFrom<Move>(make.decline, make.withdraw) }),
    after: fc.integer({ min: 0, max: 240 }),
  }),
  { minLength: 1, maxLength: 40, size: "max" },
);
const walk = (...moves: Move[]) => moves.map((one) => ({ move: one, after: 10 }));
/** Lives that random ones rarely are, so that every status is seen however few are tried. */
const lives = [
  walk(make.review, make.open, make.request(1, 1, 60), make.request(2, 2, 60), make.match(1, 60), make.schedule(5), make.complete),
  walk(make.request(1, 1, 60), make.match(1, 60), make.schedule(5), make.giveBack, make.request(1, 1, 60), make.takeBack(1), make.withdraw),
  walk(make.review, make.decline),
  [{ move: make.lapse, after: 6001 }],
];

/** Where each status may lead in one decision, what time did before it included. */
const leadsTo: Record<OpportunityStatus, readonly OpportunityStatus[]> = {
  offered: ["reviewed", "declined", "withdrawn", "expired"],
  reviewed: ["open", "declined", "withdrawn", "expired"],
  open: ["requested", "withdrawn", "expired"],
  requested: ["requested", "open", "matched", "withdrawn", "expired"],
  matched: ["matched", "requested", "open", "scheduled", "withdrawn", "expired"],
  scheduled: ["done", "open", "withdrawn", "expired"],
  done: [],
  withdrawn: [],
  declined: [],
  expired: [],
};

/** An offer that stands so many minutes; in the pool already, since few random walks get that far. */
function begun(stands: number, isOpen: boolean): { one: Opportunity; now: Instant } {
  const now = offerMoments.offered;
  const made = decide.makeOffer(exampleOfferInput({ expiresAt: minutesAfter(now, stands) }), opportunityId(), now);
  if (!made.ok) throw new Error(made.refusal.code);
  return { one: isOpen ? { ...made.value, status: "open", reviewedAt: now, openedAt: now } : made.value, now };
}

const known = (one: Opportunity) => [...requestsInLine(one), ...("request" in one ? [one.request] : [])].map(({ id }) => id as string);

describe("whatever is done in whatever order at whatever time", () => {
  it("no opportunity is ever in a state that its schema does not know, or comes from where nothing leads to it", () => {
    const seen = new Set<OpportunityStatus>();
    fc.assert(
      fc.property(life, fc.integer({ min: 300, max: 6000 }), fc.boolean(), (steps, stands, isOpen) => {
        let { now, one } = begun(stands, isOpen);
        for (const { move: made, after } of steps) {
          now = minutesAfter(now, after);
          const result = made.take(one, now);
          if (!result.ok) {
            expect(result.refusal.code).toMatch(/^(?:opportunity|offer|requests?)_[a-z_]+$/);
            continue;
          }
          const { opportunity, released } = result.value;
          seen.add(opportunity.status);
          expect(Opportunity.parse(opportunity)).toEqual(opportunity);
          expect([...leadsTo[one.status]]).toContain(opportunity.status);
          expect(opportunity.version).toBe(one.version + 1);
          // Nobody stands in line whose time is over, and nobody is lost: each stands, has the slot, or was released.
          for (const request of requestsInLine(opportunity)) expect(request.expiresAt > now).toBe(true);
          const [before, after_] = [known(one), known(opportunity)];
          for (const id of before) expect(after_.includes(id) || released.some((request) => request.id === id)).toBe(true);
          expect(new Set(after_).size).toBe(after_.length);
          one = opportunity;
        }
      }),
      { examples: lives.flatMap((one) => [true, false].map((isOpen): [typeof one, number, boolean] => [one, 6000, isOpen])) },
    );
    // The test is worth something only where it has been everywhere.
    expect([...seen].sort()).toEqual(["declined", "done", "expired", "matched", "open", "requested", "reviewed", "scheduled", "withdrawn"]);
  });

  it("an expired request gives the slot back to the pool, as long as the offer stands", () => {
    fc.assert(
      fc.property(life, (steps) => {
        let { now, one } = begun(60 * 24 * 60, true);
        for (const { move: made, after } of steps) {
          now = minutesAfter(now, after);
          const result = made.take(one, now);
          if (result.ok) one = result.value.opportunity;
        }
        // Every request and hold of these lives is over a day later, and the offer is not.
        const later = minutesAfter(now, 24 * 60);
        const after = decide.lapseOpportunity(one, later)?.opportunity ?? one;
        if (hasEnded(one) || ["offered", "reviewed", "scheduled"].includes(one.status)) expect(after).toBe(one);
        else expect(after.status).toBe("open");
        expect(decide.lapseOpportunity(after, later)).toBeUndefined();
      }),
    );
  });
});
