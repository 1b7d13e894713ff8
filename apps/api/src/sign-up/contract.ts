import { Answers, EventId, Instant, line, Question, SessionId, SignUpId, Zone } from "@cte-partnerships/domain";
import * as z from "zod";
import { EventStatus, SeatCounts } from "../event/contract.ts";

/** What the console is told of a session's sign-ups. */

export const SignUpState = z.enum(["received", "confirmed", "pending", "waitlisted", "refused", "declined", "withdrawn", "cancelled"]);
export type SignUpState = z.infer<typeof SignUpState>;

export const RosterRow = z.object({
  id: SignUpId,
  state: SignUpState,
  name: z.string(),
  email: z.string(),
  affiliation: z.string().optional(),
  partySize: z.int(),
  answers: Answers,
  receivedAt: Instant,
  /** The order in which the session settled; absent while received. */
  number: z.int().optional(),
  /** 1 for the next in line, as it now stands. */
  place: z.int().optional(),
  endedAt: Instant.optional(),
  version: z.int(),
});
export type RosterRow = z.infer<typeof RosterRow>;

/** A session with its roster. `people` is there only for those who may see personal data; counts are for all. */
export const Roster = z.object({
  event: z.object({
    id: EventId,
    title: z.string(),
    status: EventStatus,
    version: z.int(),
    zone: Zone,
    needsApproval: z.boolean(),
    questions: z.array(Question),
  }),
  session: z.object({ id: SessionId, label: z.string().optional(), startsAt: Instant, endsAt: Instant, partySizeLimit: z.int() }),
  seats: SeatCounts,
  /** Parties by state. */
  parties: z.record(SignUpState, z.int()),
  people: z.array(RosterRow).optional(),
  may: z.array(z.string()),
});
export type Roster = z.infer<typeof Roster>;

/** Version of the sign-up that the decision was made from. */
export const DecideInput = z.strictObject({ version: z.int().min(1) });
export const DeclineInput = z.strictObject({ version: z.int().min(1), reason: line(300).optional() });

/** What the office is told after it added somebody: the same path as the public's, so it may also be the line. */
export const Added = z.object({ state: z.union([SignUpState, z.literal("already_signed_up")]), id: SignUpId.optional(), place: z.int().optional() });
export type Added = z.infer<typeof Added>;

/** A sign-up after the office decided on it. */
export const Decided = z.object({ id: SignUpId, state: SignUpState, version: z.int() });
export type Decided = z.infer<typeof Decided>;
