import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectForgettingIsHonest } from "../../test/forgetting.ts";
import { expectAllIsSaid } from "../../test/unsaid.ts";
import { evaluate } from "../rule/evaluate.ts";
import { explain, sayReason } from "../rule/explain.ts";
import { rulesOn, subject } from "../rule/rule.ts";
import { ActivityTypeId, BoroughId, CommissionId, OpportunityId, RequestId } from "../shared/id.ts";
import { Instant, Zone } from "../shared/instant.ts";
import { rankRequests } from "./matching.ts";
import { matchOffer, matchRequest } from "./matching-adapters.ts";
import { type Assignment, assignRequests } from "./matching-assignment.ts";
import { kilometresBetween } from "./matching-distance.ts";
import { MatchFacts, MatchOffer, MatchRequest } from "./matching-facts.ts";
import { defaultMatchingPolicy, type MatchingPolicy } from "./matching-policy.ts";
import { matching } from "./matching-rules.ts";
import { scoreMatch } from "./matching-score.ts";
import { matchingWords } from "./matching-words.ts";

const on = "2027-03-01";
const opp = (number: number) => OpportunityId.parse(`opp_${String(number).padStart(26, "0")}`);
const req = (number: number) => RequestId.parse(`req_${String(number).padStart(26, "0")}`);
const activity = (word: string) => ActivityTypeId.parse(`act_${word}`);
const sector = (word: string) => CommissionId.parse(`cms_${word}`);
const borough = (word: string) => BoroughId.parse(`bor_${word}`);

const offer: MatchOffer = {
  id: opp(1),
  activityTypeId: activity("career-day"),
  commissionIds: [sector("media"), sector("it")],
  clusterIds: ["digital-technology"],
  boroughIds: [borough("north"), borough("south")],
  days: [{ from: "2027-03-08", to: "2027-03-12" }],
  gradeBandIds: ["9-10", "11-12"],
  point: { latitude: 40.7128, longitude: -74.006 },
  groupSize: { min: 10, max: 40 },
  place: "school",
  isCleared: true,
};
const request: MatchRequest = {
  id: req(1),
  activityTypeId: activity("career-day"),
  commissionIds: [sector("it")],
  clusterIds: ["digital-technology", "construction"],
  boroughIds: [borough("south")],
  days: [{ from: "2027-03-12", to: "2027-03-19" }],
  gradeBandIds: ["9-10"],
  point: { latitude: 40.6782, longitude: -73.9442 },
  students: 30,
  places: ["school", "online"],
  needsClearance: true,
  requestedOn: "2027-02-14",
  pastMatches: 1,
};
const byDistance: MatchingPolicy = { ...defaultMatchingPolicy, reach: { by: "distance", kilometresAtMost: 6.5 }, field: "cluster" };
const verdictsOf = (facts: MatchFacts, policy = defaultMatchingPolicy) =>
  Object.fromEntries(evaluate(rulesOn(matching(policy), on), facts).findings.map(({ finding }) => [finding.ruleId.replace("matching.", ""), finding]));
const withoutId = <Row extends { id: string }>({ id: _, ...row }: Row) => row;
const facts = (offerOver: Partial<MatchOffer> = {}, requestOver: Partial<MatchRequest> = {}): MatchFacts => ({
  offer: withoutId({ ...offer, ...offerOver }),
  request: withoutId({ ...request, ...requestOver }),
});

describe("what must fit", () => {
  const all = ["activity", "days", "place", "reach", "group-size", "grades", "clearance", "field"];

  it("is met by a request that fits in everything, by either policy", () => {
    for (const policy of [defaultMatchingPolicy, byDistance]) {
      expect(Object.entries(verdictsOf(facts(), policy)).map(([id, { verdict }]) => [id, verdict])).toEqual(all.map((id) => [id, "met"]));
    }
  });

  it("is not known of a request of which nothing is known, and asks for everything", () => {
    const { verdict, findings, missing } = evaluate(rulesOn(matching(), on), {});
    expect([verdict, ...findings.map(({ finding }) => finding.verdict)]).toEqual(Array(all.length + 1).fill("unknown"));
    expect(missing).toContain("offer.groupSize.min");
    expect(missing).toContain("request.needsClearance");
  });

  it.each<[string, Partial<MatchOffer>, Partial<MatchRequest>]>([
    ["activity", {}, { activityTypeId: activity("workplace-tour") }],
    ["days", {}, { days: [{ from: "2027-03-13", to: "2027-03-19" }] }],
    ["days", {}, { days: [{ from: "2027-03-01", to: "2027-03-07" }] }],
    ["days", {}, { days: [] }],
    ["days", {}, { days: [{ from: "2027-03-12", to: "2027-03-08" }] }],
    ["days", { days: [{ from: "2027-03-19", to: "2027-03-12" }] }, {}],
    ["place", { place: "workplace" }, {}],
    ["reach", {}, { boroughIds: [borough("east")] }],
    ["group-size", {}, { students: 9 }],
    ["group-size", {}, { students: 41 }],
    ["grades", { gradeBandIds: ["11-12"] }, {}],
    ["grades", {}, { gradeBandIds: ["9-10", "6-8"] }],
    ["clearance", { isCleared: false }, {}],
    ["field", {}, { commissionIds: [sector("construction")] }],
  ])("%s is unmet by what does not fit, and nothing else is", (id, offerOver, requestOver) => {
    const verdicts = verdictsOf(facts(offerOver, requestOver));
    expect(Object.entries(verdicts).flatMap(([rule, { verdict }]) => (verdict === "met" ? [] : [[rule, verdict]]))).toEqual([[id, "unmet"]]);
  });

  it.each<[string, Partial<MatchOffer>, Partial<MatchRequest>]>([
    [
      "days",
      {
        days: [
          { from: "2027-01-01", to: "2027-01-02" },
          { from: "2027-03-19", to: "2027-04-01" },
        ],
      },
      {},
    ],
    ["reach", { boroughIds: [] }, {}],
    ["reach", {}, { boroughIds: [] }],
    ["reach", { place: "online", boroughIds: [borough("east")] }, {}],
    ["group-size", {}, { students: 10 }],
    ["group-size", {}, { students: 40 }],
    ["grades", { gradeBandIds: ["9-10"] }, {}],
    ["clearance", { isCleared: false }, { needsClearance: false }],
    ["field", { commissionIds: [] }, {}],
    ["field", {}, { commissionIds: [] }],
  ])("%s is met at its bounds, and by lists that stand for any", (id, offerOver, requestOver) => {
    expect(verdictsOf(facts(offerOver, requestOver))[id]?.verdict).toBe("met");
  });

  it.each<[string, string[], Partial<MatchOffer>, Partial<MatchRequest>]>([
    ["activity", ["request.activityTypeId"], {}, { activityTypeId: undefined }],
    ["days", ["offer.days.0.to"], { days: [{ from: "2027-03-08" }] }, {}],
    ["days", ["request.days.1.from"], {}, { days: [{ from: "2027-03-13", to: "2027-03-13" }, { to: "2027-03-08" }] }],
    ["place", ["offer.place"], { place: undefined }, {}],
    ["reach", ["offer.boroughIds"], { boroughIds: undefined }, {}],
    ["group-size", ["offer.groupSize.max"], { groupSize: { min: 1 } }, {}],
    ["grades", ["request.gradeBandIds"], {}, { gradeBandIds: ["k-5"] }],
    ["grades", ["offer.gradeBandIds"], { gradeBandIds: ["constructor"] }, {}],
    ["grades", ["request.gradeBandIds"], {}, { gradeBandIds: [] }],
    ["grades", ["offer.gradeBandIds", "request.gradeBandIds"], { gradeBandIds: [] }, { gradeBandIds: [] }],
    ["clearance", ["offer.isCleared"], { isCleared: undefined }, {}],
    ["clearance", ["request.needsClearance"], { isCleared: false }, { needsClearance: undefined }],
    ["field", ["offer.commissionIds"], { commissionIds: undefined }, {}],
  ])("%s is not known without %j", (id, missing, offerOver, requestOver) => {
    const finding = verdictsOf(facts(offerOver, requestOver))[id];
    expect([finding?.verdict, finding?.missing]).toEqual(["unknown", missing]);
  });

  it("is by distance and by cluster where the agency says so", () => {
    const far = verdictsOf(facts({ clusterIds: ["agriculture"] }), { ...byDistance, reach: { by: "distance", kilometresAtMost: 6.4 } });
    expect(far.reach?.because).toEqual([
      { code: "match_online", verdict: "unmet", facts: {} },
      { code: "match_distance", verdict: "unmet", facts: { kilometres: 6.5, most: 6.4 } },
    ]);
    expect(far.field?.because).toEqual([{ code: "match_cluster", verdict: "unmet", facts: { offered: ["agriculture"], asked: request.clusterIds } }]);
    expect(verdictsOf(facts({ point: { latitude: 40 } }), byDistance).reach?.missing).toEqual(["offer.point.longitude"]);
  });

  it("is not known of a band that an agency wrote the wrong way round", () => {
    const gradeBands = { ...defaultMatchingPolicy.gradeBands, "9-10": { lowest: 10, highest: 9 } };
    expect(verdictsOf(facts(), { ...defaultMatchingPolicy, gradeBands }).grades).toMatchObject({
      verdict: "unknown",
      missing: ["offer.gradeBandIds", "request.gradeBandIds"],
    });
  });

  const anyList = (...words: string[]) => fc.option(fc.subarray(words), { nil: undefined });
  const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
  const day = fc.constantFrom("2027-03-01", "2027-03-05", "2027-03-08", "2027-03-12") as fc.Arbitrary<`${number}-${number}-${number}`>;
  const both = {
    activityTypeId: maybe(fc.constantFrom(activity("career-day"), activity("workplace-tour"))),
    commissionIds: anyList("cms_it", "cms_media") as fc.Arbitrary<CommissionId[] | undefined>,
    clusterIds: anyList("construction", "agriculture"),
    boroughIds: anyList("bor_north", "bor_south") as fc.Arbitrary<BoroughId[] | undefined>,
    days: maybe(fc.array(fc.record({ from: day, to: day }, { requiredKeys: [] }), { maxLength: 3 })),
    gradeBandIds: anyList("9-10", "11-12", "elsewhere"),
    point: maybe(fc.record({ latitude: fc.constantFrom(40.6, 40.7), longitude: fc.constantFrom(-74, -73.9) }, { requiredKeys: [] })),
  };
  const place = fc.constantFrom("school" as const, "workplace" as const, "online" as const);
  const anyOffer = fc.record({
    ...both,
    groupSize: maybe(fc.record({ min: fc.integer({ min: 1, max: 20 }), max: fc.integer({ min: 10, max: 40 }) }, { requiredKeys: [] })),
    place: maybe(place),
    isCleared: maybe(fc.boolean()),
  });
  const anyRequest = fc.record({
    ...both,
    students: maybe(fc.integer({ min: 1, max: 45 })),
    places: maybe(fc.subarray(["school", "workplace", "online"] as const).map((list) => [...list])),
    needsClearance: maybe(fc.boolean()),
    requestedOn: maybe(day),
    pastMatches: maybe(fc.nat({ max: 5 })),
  });
  const anyFacts: fc.Arbitrary<MatchFacts> = fc.record({ offer: anyOffer, request: anyRequest });

  it("never turns to met because something is known less, by either policy", () => {
    for (const policy of [defaultMatchingPolicy, byDistance]) expectForgettingIsHonest(matching(policy).rules.on(on), anyFacts, on);
  });

  it("has words for every rule, fact and reason, in English and Spanish", () => {
    for (const policy of [defaultMatchingPolicy, byDistance]) expectAllIsSaid(matching(policy), matchingWords, anyFacts, [on]);
    expect(explain(evaluate(rulesOn(matching(), on), facts({}, { students: 50 })), { words: matchingWords })).toContain(
      "50 students do not fit: the offer is for 10 to 40.",
    );
  });

  const requests = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), anyRequest), { selector: ([number]) => number, minLength: 1, maxLength: 6 });
  const fitting = fc.record({
    students: fc.integer({ min: 10, max: 40 }),
    pastMatches: fc.nat({ max: 2 }),
    requestedOn: fc.constantFrom("2027-02-14", "2027-02-27") as fc.Arbitrary<`${number}-${number}-${number}`>,
  });
  const fittingRequests = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), fitting), { selector: ([number]) => number, minLength: 1, maxLength: 8 })
    .map((list) => list.map(([number, over]) => ({ ...request, ...over, id: req(number) })));
  const someRequests = fc
    .tuple(requests, fittingRequests)
    .map(([any, fits]) => [...fits, ...any.map(([number, over]) => ({ ...over, id: req(number + 100) }))] as MatchRequest[]);
  const ranked = (list: readonly MatchRequest[]) => {
    const ranking = rankRequests(offer, list, { on });
    if (!ranking.ok) throw new Error(ranking.refusal.code);
    return ranking.value;
  };

  it("a ranking is a total order: by score, and of the same score by id; every request is in one list, and none matched without all facts", () => {
    fc.assert(
      fc.property(someRequests, (list) => {
        const { matched, cannotTell, ruledOut } = ranked(list);
        expect([...matched, ...cannotTell, ...ruledOut].map(({ requestId }) => requestId).toSorted()).toEqual(list.map(({ id }) => id).toSorted());
        for (const [index, one] of matched.entries()) {
          const next = matched[index + 1];
          if (next) expect(one.score > next.score || (one.score === next.score && one.requestId < next.requestId)).toBe(true);
          expect(one.score).toBe(one.reasons.reduce((sum, { points }) => sum + points, 0));
          const known = list.find(({ id }) => id === one.requestId);
          expect(evaluate(rulesOn(matching(), on), { offer, request: known }).verdict).toBe("met");
        }
        for (const { missing } of cannotTell) expect(missing).not.toEqual([]);
        for (const { because } of ruledOut) expect(because.map(({ verdict }) => verdict)).toEqual(because.map(() => "unmet"));
      }),
    );
  });

  it("a ranking does not change for the others when one more comes or one goes, nor with the order of asking", () => {
    fc.assert(
      fc.property(someRequests, fc.nat(), fc.func(fc.integer()), (list, pick, key) => {
        const gone = list[pick % list.length];
        const before = ranked(list);
        const after = ranked(list.filter((one) => one !== gone));
        const others = <Row extends { requestId: string }>(rows: readonly Row[]) => rows.filter(({ requestId }) => requestId !== gone?.id);
        expect(after).toEqual({
          offerId: before.offerId,
          matched: others(before.matched),
          cannotTell: others(before.cannotTell),
          ruledOut: others(before.ruledOut),
        });
        expect(ranked(list.toSorted((one, other) => key(one.id) - key(other.id)))).toEqual(before);
      }),
    );
  });

  const offers = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 20, max: 40 }), fc.subarray(["cms_it", "cms_media"])), {
      selector: ([number]) => number,
      minLength: 1,
      maxLength: 6,
    })
    .map((list) =>
      list.map(
        ([number, max, commissionIds]): MatchOffer => ({
          ...offer,
          id: opp(number),
          groupSize: { min: 10, max },
          commissionIds: commissionIds as CommissionId[],
        }),
      ),
    );
  const assigned = (some: readonly MatchOffer[], list: readonly MatchRequest[]): Assignment => {
    const assignment = assignRequests(some, list, { on });
    if (!assignment.ok) throw new Error(assignment.refusal.code);
    return assignment.value;
  };
  /** What each would rather have, told apart from how it is assigned: the score of every pair that fits. */
  const scoresOf = (some: readonly MatchOffer[], list: readonly MatchRequest[]) =>
    some.flatMap((one) => {
      const ranking = rankRequests(one, list, { on });
      return ranking.ok ? ranking.value.matched.map(({ requestId, score }) => ({ offerId: one.id as string, requestId: requestId as string, score })) : [];
    });
  type Pair = ReturnType<typeof scoresOf>[number];
  const isPreferred = (one: Pair, other: Pair | undefined, side: "offerId" | "requestId") =>
    !other || one.score > other.score || (one.score === other.score && one[side] < other[side]);

  it("an assignment is stable: no offer and request would both rather have one another", () => {
    fc.assert(
      fc.property(offers, someRequests, (some, list) => {
        const { assigned: pairs, unassigned, openOfferIds } = assigned(some, list);
        expect(new Set(pairs.map(({ offerId }) => offerId)).size).toBe(pairs.length);
        expect(new Set(pairs.map(({ requestId }) => requestId)).size).toBe(pairs.length);
        const scores = scoresOf(some, list);
        for (const pair of pairs) expect(scores).toContainEqual({ offerId: pair.offerId, requestId: pair.requestId, score: pair.score });
        const blocking = scores.filter(
          (one) =>
            isPreferred(
              one,
              pairs.find(({ offerId }) => offerId === one.offerId),
              "requestId",
            ) &&
            isPreferred(
              one,
              pairs.find(({ requestId }) => requestId === one.requestId),
              "offerId",
            ),
        );
        expect(blocking).toEqual([]);
        expect([...pairs.map(({ requestId }) => requestId), ...unassigned.map(({ requestId }) => requestId)].toSorted()).toEqual(
          list.map(({ id }) => id).toSorted(),
        );
        expect([...pairs.map(({ offerId }) => offerId), ...openOfferIds].toSorted()).toEqual(some.map(({ id }) => id).toSorted());
      }),
    );
  });

  /** Deferred acceptance after Gale and Shapley, one side proposing. */
  function deferred(scores: readonly Pair[], by: "offerId" | "requestId"): string[] {
    const to = by === "offerId" ? "requestId" : "offerId";
    const held = new Map<string, Pair>();
    const lists = new Map([...new Set(scores.map((pair) => pair[by]))].map((id) => [id, scores.filter((pair) => pair[by] === id)]));
    for (const list of lists.values()) list.sort((one, other) => (isPreferred(one, other, to) ? -1 : 1));
    const free = [...lists.keys()];
    for (let proposer = free.pop(); proposer !== undefined; proposer = free.pop()) {
      const next = lists.get(proposer)?.shift();
      if (!next) continue;
      const holds = held.get(next[to]);
      if (isPreferred(next, holds, by)) {
        held.set(next[to], next);
        if (holds) free.push(holds[by]);
      } else free.push(proposer);
    }
    return [...held.values()].map(({ offerId, requestId }) => `${offerId} ${requestId}`).toSorted();
  }

  it("an assignment is the one that deferred acceptance comes to, whichever side proposes", () => {
    fc.assert(
      fc.property(offers, someRequests, (some, list) => {
        const scores = scoresOf(some, list);
        const pairs = assigned(some, list)
          .assigned.map(({ offerId, requestId }) => `${offerId} ${requestId}`)
          .toSorted();
        expect(pairs).toEqual(deferred(scores, "offerId"));
        expect(pairs).toEqual(deferred(scores, "requestId"));
      }),
    );
  });

  it("an assignment does not depend on the order that anything is given in", () => {
    fc.assert(
      fc.property(offers, someRequests, fc.func(fc.integer()), (some, list, key) => {
        const shuffled = <Row extends { id: string }>(rows: readonly Row[]) => rows.toSorted((one, other) => key(one.id) - key(other.id));
        expect(assigned(shuffled(some), shuffled(list))).toEqual(assigned(some, list));
      }),
    );
  });
});

describe("a score", () => {
  it("says what each of its points is for", () => {
    const { score, reasons } = scoreMatch(offer, request, on, defaultMatchingPolicy);
    expect(reasons.map(({ criterion, points, most, facts }) => [criterion, points, most, facts])).toEqual([
      ["sectors", 15, 15, { shared: 1, asked: 1 }],
      ["clusters", 5, 10, { shared: 1, asked: 2 }],
      ["days", 1, 10, { days: 1, most: 10 }],
      ["filling", 11, 15, { students: 30, most: 40 }],
      ["near", 10, 10, { shared: ["bor_south"] }],
      ["waiting", 10, 20, { days: 15, most: 30 }],
      ["fewer", 10, 20, { have: 1 }],
    ]);
    expect(score).toBe(62);
    const said = (["en", "es"] as const).map((language) => reasons.map((reason) => sayReason(reason, { words: matchingWords, language })));
    for (const sentence of said.flat()) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
    expect(said[0]?.[3]).toBe("30 of 40 places are used.");
  });

  it("gives nothing for what is not known, and says what that is", () => {
    const { score, reasons } = scoreMatch({ id: opp(1) }, { id: req(1) }, on, defaultMatchingPolicy);
    expect(score).toBe(0);
    expect(reasons.map(({ code, verdict, points, facts }) => [code, verdict, points, facts.missing])).toEqual([
      ["not_known", "unknown", 0, ["offer.commissionIds", "request.commissionIds"]],
      ["not_known", "unknown", 0, ["offer.clusterIds", "request.clusterIds"]],
      ["not_known", "unknown", 0, ["offer.days", "request.days"]],
      ["not_known", "unknown", 0, ["offer.groupSize.max", "request.students"]],
      ["not_known", "unknown", 0, ["offer.boroughIds", "request.boroughIds"]],
      ["not_known", "unknown", 0, ["request.requestedOn"]],
      ["not_known", "unknown", 0, ["request.pastMatches"]],
    ]);
  });

  const pointsOf = (offerOver: Partial<MatchOffer>, requestOver: Partial<MatchRequest>) =>
    Object.fromEntries(
      scoreMatch({ ...offer, ...offerOver }, { ...request, ...requestOver }, on, defaultMatchingPolicy).reasons.map((one) => [one.criterion, one]),
    );

  it("keeps to its bounds", () => {
    const most = pointsOf(
      { days: [{ from: "2027-03-01", to: "2027-03-31" }] },
      { days: [{ from: "2027-03-01", to: "2027-03-31" }], students: 90, requestedOn: "2026-01-01", pastMatches: 0, clusterIds: [] },
    );
    expect(Object.values(most).map(({ points, most: limit }) => points - limit)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    const least = pointsOf(
      { commissionIds: [], clusterIds: [], days: [{ from: "2027-05-01", to: "2027-05-02" }], boroughIds: [] },
      { requestedOn: "2027-03-02", pastMatches: 60, students: 1 },
    );
    expect(Object.values(least).map(({ points, verdict }) => [points, verdict])).toEqual([
      [0, "unmet"],
      [0, "unmet"],
      [0, "unmet"],
      [0, "met"],
      [0, "unmet"],
      [0, "unmet"],
      [0, "met"],
    ]);
    expect(pointsOf({ days: [{ from: "2027-03-08" }] }, {}).days?.points).toBe(0);
    const never = { ...defaultMatchingPolicy, daysAtMost: 0, waitingDaysAtMost: 0 };
    const { score } = scoreMatch({ ...offer, days: [] }, { ...request, requestedOn: on }, on, never);
    expect(score).toBe(15 + 5 + 10 + 11 + 10 + 20 + 10);
    expect(pointsOf({ days: [{ from: "2027-03-01", to: "2027-03-31" }] }, { days: [{ from: "2027-03-10", to: "2027-03-11" }] }).days?.facts.days).toBe(2);
  });
});

describe("days in common", () => {
  const inMarch = (first: number, last: number) => ({
    from: `2027-03-${String(first).padStart(2, "0")}` as `${number}-${number}-${number}`,
    to: `2027-03-${String(last).padStart(2, "0")}` as `${number}-${number}-${number}`,
  });
  const spans = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 })).map(([first, last]) => inMarch(first, last)),
    { maxLength: 4 },
  );

  it("are counted once each, however spans overlap", () => {
    fc.assert(
      fc.property(spans, spans, (offered, asked) => {
        const within = (list: typeof offered, { from }: { from: string }) => list.some((span) => span.from <= from && from <= span.to);
        const expected = Array.from({ length: 31 }, (_, index) => inMarch(index + 1, index + 1)).filter((day) => within(offered, day) && within(asked, day));
        const { reasons } = scoreMatch({ ...offer, days: offered }, { ...request, days: asked }, on, defaultMatchingPolicy);
        expect(reasons.find(({ criterion }) => criterion === "days")?.facts.days).toBe(expected.length);
      }),
    );
  });
});

describe("a ranking and an assignment", () => {
  it("list a request with a missing fact as one that cannot be told, with the fact, and one that a rule bars with the rule", () => {
    const list = [request, { ...request, id: req(2), students: undefined }, { ...request, id: req(3), students: 50, gradeBandIds: undefined }];
    const ranking = rankRequests(offer, list, { on });
    expect(ranking.ok && [ranking.value.matched.map(({ requestId }) => requestId), ranking.value.cannotTell, ranking.value.ruledOut]).toEqual([
      [req(1)],
      [{ requestId: req(2), missing: ["request.students"] }],
      [{ requestId: req(3), because: [{ code: "match_group_size", verdict: "unmet", facts: { students: 50, min: 10, max: 40 } }] }],
    ]);
  });

  it("say why a request got nothing", () => {
    const list = [
      { ...request, pastMatches: 0 },
      { ...request, id: req(2) },
      { ...request, id: req(3), students: 50 },
      { ...request, id: req(4), students: undefined },
    ];
    const made = assignRequests([offer, { ...offer, id: opp(2), activityTypeId: activity("internship") }], list, { on });
    expect(made.ok && { ...made.value, assigned: made.value.assigned.map(({ offerId, requestId, score }) => [offerId, requestId, score]) }).toEqual({
      assigned: [[opp(1), req(1), 72]],
      unassigned: [
        { requestId: req(2), code: "match_all_taken", facts: { fitting: 1, untold: 0 } },
        { requestId: req(3), code: "match_nothing_fits", facts: { fitting: 0, untold: 0 } },
        { requestId: req(4), code: "match_cannot_tell", facts: { fitting: 0, untold: 1 } },
      ],
      openOfferIds: [opp(2)],
      cannotTell: [],
    });
    const open = assignRequests([offer], [{ ...request, id: req(4), students: undefined }], { on });
    expect(open.ok && open.value.cannotTell).toEqual([{ offerId: opp(1), requestId: req(4), missing: ["request.students"] }]);
    // Whoever got something is not asked for more, though another offer is left of which it cannot be told.
    const served = assignRequests([offer, { ...offer, id: opp(2), isCleared: undefined }], [request], { on });
    expect(served.ok && [served.value.openOfferIds, served.value.cannotTell]).toEqual([[opp(2)], []]);
  });

  it("take nothing twice", () => {
    const refusal = (id: string) => ({ ok: false, refusal: { code: "match_id_repeated", id } });
    expect(rankRequests(offer, [request, request], { on })).toEqual(refusal(req(1)));
    expect(assignRequests([offer], [request, request], { on })).toEqual(refusal(req(1)));
    expect(assignRequests([offer, offer], [request], { on })).toEqual(refusal(opp(1)));
  });

  it("follow an agency's own rules and weights", () => {
    const everything = matching();
    const loose = subject({ ...everything, rules: everything.rules.on(on).filter(({ id }) => id !== "matching.group-size") });
    const crowd = { ...request, students: 50 };
    const ranking = rankRequests(offer, [crowd], {
      on,
      subject: loose,
      policy: { ...defaultMatchingPolicy, weights: { ...defaultMatchingPolicy.weights, fewer: 100 } },
    });
    expect(ranking.ok && ranking.value.matched[0]?.reasons.find(({ criterion }) => criterion === "fewer")?.points).toBe(50);
    const advised = subject({
      ...everything,
      rules: everything.rules.on(on).map((one) => (one.id === "matching.group-size" ? { ...one, force: "advised" as const } : one)),
    });
    const told = rankRequests(offer, [{ ...crowd, gradeBandIds: ["6-8"] }], { on, subject: advised });
    expect(told.ok && told.value.ruledOut[0]?.because.map(({ code }) => code)).toEqual(["match_grades"]);
  });

  it("take opportunities and requests as they stand, and leave open what these do not say", () => {
    const opportunity = {
      id: opp(1),
      activityTypeId: activity("career-day"),
      commissionIds: [],
      boroughIds: [],
      groupSize: { min: 5, max: 30 },
      place: "school" as const,
      days: [{ from: "2027-03-08" as const, to: "2027-03-12" as const }],
    };
    const asked = { ...opportunity, id: req(1), students: 20, places: ["school" as const], requestedAt: Instant.parse("2027-03-01T03:00:00.000Z") };
    const zone = Zone.parse("America/New_York");
    const open = rankRequests(matchOffer(opportunity), [matchRequest(asked, zone)], { on });
    expect(open.ok && open.value.cannotTell[0]?.missing).toEqual(["offer.gradeBandIds", "request.gradeBandIds", "request.needsClearance", "offer.isCleared"]);
    const known = rankRequests(
      matchOffer(opportunity, { gradeBandIds: ["9-10"], isCleared: true }),
      [matchRequest(asked, zone, { gradeBandIds: ["9-10"], needsClearance: true })],
      { on },
    );
    expect(known.ok && known.value.matched[0]?.reasons.find(({ criterion }) => criterion === "waiting")?.facts).toEqual({ days: 1, most: 30 });
  });

  it("take no facts that they do not know", () => {
    expect(MatchOffer.safeParse(offer).error).toBeUndefined();
    expect(MatchRequest.safeParse(request).error).toBeUndefined();
    expect(MatchFacts.safeParse({ offer: { ...withoutId(offer), contact: "Ada" } }).success).toBe(false);
    expect(MatchRequest.safeParse({ ...request, studentIds: ["1"] }).success).toBe(false);
  });

  it("measure distance as the crow flies", () => {
    const [harbor, hill] = [
      { latitude: 40.7128, longitude: -74.006 },
      { latitude: 40.6782, longitude: -73.9442 },
    ];
    expect(kilometresBetween(harbor, hill)).toBe(6.5);
    expect(kilometresBetween(hill, harbor)).toBe(6.5);
    expect(kilometresBetween(harbor, harbor)).toBe(0);
    expect(kilometresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(Math.PI * 6371, 0);
  });
});
