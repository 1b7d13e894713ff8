import {
  ActivityTypeId,
  addDays,
  BoroughId,
  CommissionId,
  type IsoDate,
  type OfferInput,
  type Opportunity,
  OpportunityId,
  type OpportunityStatus,
  PartnerId,
  RequestId,
  SchoolId,
  type SchoolRequest,
  type SchoolRequestInput,
} from "../src/index.ts";
import { at, eventId } from "./examples.ts";

/** Small examples of what partners offer and schools ask for. Firms and schools are invented. */

const ulid = (number: number) => String(number).padStart(26, "0");
export const opportunityId = (number = 1): OpportunityId => OpportunityId.parse(`opp_${ulid(number)}`);
export const requestId = (number = 1): RequestId => RequestId.parse(`req_${ulid(number)}`);
export const partnerId = (number = 1): PartnerId => PartnerId.parse(`prt_${ulid(number)}`);

/** The moments of the example opportunity. The event of a scheduled one is over by now. */
export const offerMoments = {
  offered: at("2027-01-11T15:00"),
  reviewed: at("2027-01-12T15:00"),
  opened: at("2027-01-13T15:00"),
  requested: at("2027-01-20T15:00"),
  now: at("2027-02-10T14:00"),
  requestExpires: at("2027-02-20T22:00"),
  holdUntil: at("2027-02-24T22:00"),
  offerExpires: at("2027-06-30T22:00"),
  eventEnds: at("2027-02-10T13:00"),
} as const;

const day: IsoDate = "2027-03-01";

export const exampleOfferInput = (override: Partial<OfferInput> = {}): OfferInput => ({
  partnerId: partnerId(),
  activityTypeId: ActivityTypeId.parse("act_workplace-tour"),
  title: "A tour of Example Engines",
  description: "See how engines are made.",
  commissionIds: [CommissionId.parse("cms_automotive-and-transportation")],
  boroughIds: [BoroughId.parse("bor_brooklyn")],
  groupSize: { min: 5, max: 30 },
  place: "workplace",
  days: [{ from: day, to: addDays(day, 30) }],
  expiresAt: offerMoments.offerExpires,
  ...override,
});

export const exampleRequestInput = (override: Partial<SchoolRequestInput> = {}): SchoolRequestInput => ({
  schoolId: SchoolId.parse("sch_harbor"),
  activityTypeId: ActivityTypeId.parse("act_workplace-tour"),
  commissionIds: [CommissionId.parse("cms_automotive-and-transportation")],
  boroughIds: [BoroughId.parse("bor_brooklyn")],
  students: 20,
  places: ["workplace"],
  days: [{ from: day, to: addDays(day, 13) }],
  note: "",
  ...override,
});

/** The request of the school with this number. */
export const exampleRequest = (number = 1, override: Partial<SchoolRequest> = {}): SchoolRequest => ({
  id: requestId(number),
  ...exampleRequestInput({ schoolId: SchoolId.parse(`sch_school-${number}`) }),
  requestedAt: offerMoments.requested,
  expiresAt: offerMoments.requestExpires,
  ...override,
});

const held = () => ({ id: opportunityId(), ...exampleOfferInput(), offeredAt: offerMoments.offered, version: 3 });
const open = () => ({ ...held(), reviewedAt: offerMoments.reviewed, openedAt: offerMoments.opened });
const matched = () => ({ ...open(), request: exampleRequest(1), matchedAt: offerMoments.requested });
const scheduled = () => ({ ...matched(), eventId: eventId(1), endsAt: offerMoments.eventEnds });
const ended = () => ({ ...held(), endedAt: offerMoments.requested });
const byStatus = {
  offered: () => ({ status: "offered", ...held() }),
  reviewed: () => ({ status: "reviewed", ...held(), reviewedAt: offerMoments.reviewed }),
  open: () => ({ status: "open", ...open() }),
  requested: () => ({ status: "requested", ...open(), requests: [exampleRequest(1), exampleRequest(2)] }),
  matched: () => ({ status: "matched", ...matched(), holdUntil: offerMoments.holdUntil, waiting: [exampleRequest(2)] }),
  scheduled: () => ({ status: "scheduled", ...scheduled() }),
  done: () => ({ status: "done", ...scheduled(), doneAt: offerMoments.eventEnds }),
  withdrawn: () => ({ status: "withdrawn", ...ended(), reason: "We have moved" }),
  declined: () => ({ status: "declined", ...ended(), reason: "No program in this field" }),
  expired: () => ({ status: "expired", ...ended() }),
} as const satisfies { [Status in OpportunityStatus]: () => Extract<Opportunity, { status: Status }> };

export const opportunityStatuses = Object.keys(byStatus) as OpportunityStatus[];

/** An opportunity in this status. */
export const exampleOpportunity = <Status extends OpportunityStatus = "offered">(
  status: Status = "offered" as Status,
  override: Partial<Extract<Opportunity, { status: Status }>> = {},
): Extract<Opportunity, { status: Status }> => ({ ...byStatus[status](), ...override }) as unknown as Extract<Opportunity, { status: Status }>;
