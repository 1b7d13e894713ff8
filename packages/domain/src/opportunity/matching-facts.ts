import * as z from "zod";
import { rowsIn } from "../reference/rows-in.ts";
import { IsoDate } from "../shared/date.ts";
import { ActivityTypeId, BoroughId, CommissionId, OpportunityId, RequestId } from "../shared/id.ts";
import { MeetingPlace, opportunityLimits, StudentCount } from "./school-request.ts";

// Every fact may be missing: then it is asked for, and nothing is matched in the dark. Where "any" can be meant (sectors, clusters,
// boroughs) the list is empty and not missing; an empty list of grade bands names nobody, and is as good as missing.

const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "must be 1 to 60 lower-case letters, digits or -");
const named = (title: string) => ({ title });
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(60);

/** A point on the earth, in degrees. */
const Point = z.strictObject({
  latitude: z.number().min(-90).max(90).optional().meta(named("latitude in degrees")),
  longitude: z.number().min(-180).max(180).optional().meta(named("longitude in degrees")),
});

const Span = z.strictObject({ from: IsoDate.optional().meta(named("first day")), to: IsoDate.optional().meta(named("last day")) });

const both = {
  activityTypeId: ActivityTypeId.optional().meta({ ...named("activity type"), ...rowsIn("activity_types") }),
  commissionIds: list(CommissionId.meta(rowsIn("commissions")))
    .optional()
    .meta(named("sectors, none where any fits")),
  clusterIds: list(word.meta(rowsIn("career_clusters")))
    .optional()
    .meta(named("career clusters, none where any fits")),
  boroughIds: list(BoroughId.meta(rowsIn("boroughs")))
    .optional()
    .meta(named("boroughs, none where anywhere")),
  days: list(Span).optional().meta(named("days on which it could be")),
  gradeBandIds: list(word).optional().meta(named("grade bands")),
  point: Point.optional().meta(named("where on the map")),
};

const offer = {
  ...both,
  groupSize: z
    .strictObject({
      min: StudentCount.optional().meta(named("fewest students")),
      max: StudentCount.optional().meta(named("most students")),
    })
    .optional()
    .meta(named("group size")),
  place: MeetingPlace.optional().meta(named("where people meet")),
  isCleared: z.boolean().optional().meta(named("whether those who meet students are cleared")),
};

const request = {
  ...both,
  students: StudentCount.optional().meta(named("students")),
  places: z.array(MeetingPlace).max(3).optional().meta(named("places that would do")),
  needsClearance: z.boolean().optional().meta(named("whether a clearance is needed")),
  requestedOn: IsoDate.optional().meta(named("day of the request")),
  pastMatches: z.int().min(0).max(opportunityLimits.students).optional().meta(named("offers that the school had this year")),
};

/** What is known of an offer and a request, to see whether they fit. */
export const MatchFacts = z.strictObject({
  offer: z.strictObject(offer).optional().meta(named("the offer")),
  request: z.strictObject(request).optional().meta(named("the request")),
});
export type MatchFacts = z.infer<typeof MatchFacts>;

/** An offer to be matched: one slot of it, for one request. */
export const MatchOffer = z.strictObject({ id: OpportunityId, ...offer });
export type MatchOffer = z.infer<typeof MatchOffer>;

/** A request to be matched. */
export const MatchRequest = z.strictObject({ id: RequestId, ...request });
export type MatchRequest = z.infer<typeof MatchRequest>;
