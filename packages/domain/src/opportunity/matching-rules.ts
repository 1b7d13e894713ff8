import { longStanding } from "../reference/long-standing.ts";
import type { Judgement } from "../rule/finding.ts";
import { any, decide, given, unknown } from "../rule/judge.ts";
import { type RuleRow, rule, type Subject, subject } from "../rule/rule.ts";
import { kilometresBetween } from "./matching-distance.ts";
import { MatchFacts } from "./matching-facts.ts";
import { defaultMatchingPolicy, type MatchingPolicy } from "./matching-policy.ts";

/** Lists of which one must be shared; an empty one stands for any. */
const share = (one: readonly string[], other: readonly string[]): boolean => one.length === 0 || other.length === 0 || one.some((id) => other.includes(id));

const activity = ({ offer, request }: MatchFacts): Judgement =>
  given(
    { "offer.activityTypeId": offer?.activityTypeId, "request.activityTypeId": request?.activityTypeId },
    ["offer.activityTypeId", "request.activityTypeId"],
    ({ "offer.activityTypeId": offered, "request.activityTypeId": asked }) => decide(offered === asked, "match_activity", { offered, asked }),
  );

/** Some span of the one meets some span of the other: from the later first day to the earlier last one there is a day. */
const days = ({ offer, request }: MatchFacts): Judgement =>
  given({ "offer.days": offer?.days, "request.days": request?.days }, ["offer.days", "request.days"], (known) => {
    const meetings = known["offer.days"].flatMap((one, index) =>
      known["request.days"].map((other, place) =>
        given(
          one,
          ["from", "to"],
          (here) =>
            given(
              other,
              ["from", "to"],
              (there) =>
                decide(
                  [here.to, there.to].every((last) => here.from <= last && there.from <= last),
                  "match_days",
                ),
              `request.days.${place}.`,
            ),
          `offer.days.${index}.`,
        ),
      ),
    );
    const joined = any(...meetings);
    return joined.verdict === "unknown" ? joined : { ...joined, because: decide(joined.verdict === "met", "match_days").because };
  });

const place = ({ offer, request }: MatchFacts): Judgement =>
  given({ "offer.place": offer?.place, "request.places": request?.places }, ["offer.place", "request.places"], (known) =>
    decide(known["request.places"].includes(known["offer.place"]), "match_place", { offered: known["offer.place"], asked: known["request.places"] }),
  );

/** Near enough to meet in person, or no need to. */
function reach({ offer, request }: MatchFacts, policy: MatchingPolicy["reach"]): Judgement {
  const online = given({ "offer.place": offer?.place }, ["offer.place"], (known) => decide(known["offer.place"] === "online", "match_online"));
  if (policy.by === "borough") {
    const boroughs = { "offer.boroughIds": offer?.boroughIds, "request.boroughIds": request?.boroughIds };
    const shared = given(boroughs, ["offer.boroughIds", "request.boroughIds"], ({ "offer.boroughIds": offered, "request.boroughIds": asked }) =>
      decide(share(offered, asked), "match_boroughs", { offered, asked }),
    );
    return any(online, shared);
  }
  const most = policy.kilometresAtMost;
  const points = {
    "offer.point.latitude": offer?.point?.latitude,
    "offer.point.longitude": offer?.point?.longitude,
    "request.point.latitude": request?.point?.latitude,
    "request.point.longitude": request?.point?.longitude,
  };
  const near = given(points, ["offer.point.latitude", "offer.point.longitude", "request.point.latitude", "request.point.longitude"], (known) => {
    const kilometres = kilometresBetween(
      { latitude: known["offer.point.latitude"], longitude: known["offer.point.longitude"] },
      { latitude: known["request.point.latitude"], longitude: known["request.point.longitude"] },
    );
    return decide(kilometres <= most, "match_distance", { kilometres, most });
  });
  return any(online, near);
}

const groupSize = ({ offer, request }: MatchFacts): Judgement =>
  given(
    { "offer.groupSize.min": offer?.groupSize?.min, "offer.groupSize.max": offer?.groupSize?.max, "request.students": request?.students },
    ["offer.groupSize.min", "offer.groupSize.max", "request.students"],
    ({ "offer.groupSize.min": min, "offer.groupSize.max": max, "request.students": students }) =>
      decide(min <= students && students <= max, "match_group_size", { students, min, max }),
  );

/** Every grade of the request is one of the offer's. A list that names no grade, or a band that the agency does not have, says nothing. */
function grades({ offer, request }: MatchFacts, bands: MatchingPolicy["gradeBands"]): Judgement {
  const facts = { "offer.gradeBandIds": offer?.gradeBandIds, "request.gradeBandIds": request?.gradeBandIds };
  return given(facts, ["offer.gradeBandIds", "request.gradeBandIds"], ({ "offer.gradeBandIds": offered, "request.gradeBandIds": asked }) => {
    const [served, needed] = [gradesIn(offered, bands), gradesIn(asked, bands)];
    if (!served || !needed) return unknown([...(served ? [] : ["offer.gradeBandIds"]), ...(needed ? [] : ["request.gradeBandIds"])]);
    return decide(
      needed.every((grade) => served.includes(grade)),
      "match_grades",
      { offered, asked },
    );
  });
}

/** The grades in some bands; nothing where there is none, or where one of the bands has none or is not there. */
function gradesIn(ids: readonly string[], bands: MatchingPolicy["gradeBands"]): readonly number[] | undefined {
  const each = ids.map((id) => {
    const { lowest = 0, highest = -1 } = (Object.hasOwn(bands, id) && bands[id]) || {};
    return lowest <= highest ? Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index) : [];
  });
  return each.length > 0 && each.every((some) => some.length > 0) ? each.flat() : undefined;
}

const clearance = ({ offer, request }: MatchFacts): Judgement =>
  any(
    given({ "request.needsClearance": request?.needsClearance }, ["request.needsClearance"], (known) =>
      decide(!known["request.needsClearance"], "match_no_clearance_needed"),
    ),
    given({ "offer.isCleared": offer?.isCleared }, ["offer.isCleared"], (known) => decide(known["offer.isCleared"], "match_cleared")),
  );

function field({ offer, request }: MatchFacts, by: MatchingPolicy["field"]): Judgement {
  const code = `match_${by}`;
  if (by === "sector") {
    const facts = { "offer.commissionIds": offer?.commissionIds, "request.commissionIds": request?.commissionIds };
    return given(facts, ["offer.commissionIds", "request.commissionIds"], ({ "offer.commissionIds": offered, "request.commissionIds": asked }) =>
      decide(share(offered, asked), code, { offered, asked }),
    );
  }
  const facts = { "offer.clusterIds": offer?.clusterIds, "request.clusterIds": request?.clusterIds };
  return given(facts, ["offer.clusterIds", "request.clusterIds"], ({ "offer.clusterIds": offered, "request.clusterIds": asked }) =>
    decide(share(offered, asked), code, { offered, asked }),
  );
}

/**
 * Whether a request fits an offer at all: what no score can make up for. Each is the office's policy, and an agency may switch it
 * off or add its own.
 *
 * @example
 * evaluate(rulesOn(matching(), "2026-11-24"), { offer: { activityTypeId: "act_career-day" }, request: { activityTypeId: "act_workplace-tour" } }).verdict // "unmet"
 */
// @__NO_SIDE_EFFECTS__
export function matching(policy: MatchingPolicy = defaultMatchingPolicy): Subject<MatchFacts> {
  const shared = {
    force: "required",
    authority: "office_policy",
    citation: "Matching policy of the office; the default is this package's",
    retrievedOn: "2026-11-01",
    confidence: "verified",
    // A policy of this package has no first day of its own: it is meant for any day that is asked about.
    from: longStanding,
  } as const;
  const rows: readonly RuleRow<MatchFacts>[] = [
    { ...shared, id: "matching.activity", title: "The request is for the activity that is offered", judge: activity },
    { ...shared, id: "matching.days", title: "There is a day that suits both", judge: days },
    { ...shared, id: "matching.place", title: "The place is one that would do", judge: place },
    { ...shared, id: "matching.reach", title: "It is near enough, or online", judge: (facts) => reach(facts, policy.reach) },
    { ...shared, id: "matching.group-size", title: "The group is neither too small nor too large", judge: groupSize },
    { ...shared, id: "matching.grades", title: "The offer is for the students' grades", judge: (facts) => grades(facts, policy.gradeBands) },
    { ...shared, id: "matching.clearance", title: "Where a clearance is needed, there is one", judge: clearance },
    { ...shared, id: "matching.field", title: "Offer and request share a field", judge: (facts) => field(facts, policy.field) },
  ];
  return subject({ id: "matching", title: "Does this request fit this offer?", facts: MatchFacts, rules: rows.map(rule) });
}
