import { Answers, EventId, Instant, line, Question, SessionId, SignUpId, SignUpInput, Zone } from "@cte-partnerships/domain";
import * as z from "zod";
import { EventStatus, SeatCounts } from "../event/contract.ts";
import { IdempotencyKey } from "./public-contract.ts";

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
  /** 1 for the next in line, as they were told; it may have got better since, by those before them who are in no more. */
  place: z.int().optional(),
  endedAt: Instant.optional(),
  version: z.int(),
});
export type RosterRow = z.infer<typeof RosterRow>;

/** A session with its seats. The people are asked for by themselves, page by page, by those who may see personal data. */
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
  /** Parties taken in and not settled yet; 200 stands for at least so many. */
  unsettled: z.int(),
  /** Whether this person may see who signed up, and not only how many. */
  showsPeople: z.boolean(),
  may: z.array(z.string()),
});
export type Roster = z.infer<typeof Roster>;

/** A page of a session's people, in no order that means anything. */
export const PeoplePage = z.object({
  people: z.array(RosterRow),
  /** The moment before the reading: changes since then are asked for from here. */
  readAt: Instant,
  /** Goes on from here; absent: these were the last. */
  next: z.string().optional(),
});
export type PeoplePage = z.infer<typeof PeoplePage>;

/** Who was taken in or changed since a moment. The same person's row replaces the one that is known. */
export const PeopleChanges = z.object({
  people: z.array(RosterRow),
  /** Where the next question begins. */
  until: Instant,
  /** There is more already: ask again at once. */
  hasMore: z.boolean().optional(),
  /** Nobody knows any more what changed since: read all pages anew. */
  isTooLongAgo: z.boolean(),
});
export type PeopleChanges = z.infer<typeof PeopleChanges>;

export const PeopleQuery = z.object({ after: z.string().max(400).optional() });
export const ChangesQuery = z.object({ since: Instant });

/** Version of the sign-up that the decision was made from. */
export const DecideInput = z.strictObject({ version: z.int().min(1) });
export const DeclineInput = z.strictObject({ version: z.int().min(1), reason: line(300).optional() });

/** What the office is told after it added somebody: the same path as the public's, so it may also be the line. */
export const Added = z.object({ state: z.union([SignUpState, z.literal("already_signed_up")]), id: SignUpId.optional(), place: z.int().optional() });
export type Added = z.infer<typeof Added>;

/** People to be signed up, each with a key of their own: sent again, nobody is added twice. One answer holds so many and no more. */
export const addedAtOnce = 50;
export const AddManyInput = z.strictObject({
  rows: z
    .array(z.strictObject({ key: IdempotencyKey, input: SignUpInput }))
    .min(1)
    .max(addedAtOnce)
    .refine((rows) => new Set(rows.map(({ key }) => key)).size === rows.length, "has the same key twice"),
  isPreview: z.boolean().optional(),
});
export type AddManyInput = z.infer<typeof AddManyInput>;

/** What became of each, in the order that was asked for; in a preview `foreseen` says that they would be taken in. */
export const AddedMany = z.object({
  outcomes: z.array(
    z.union([
      Added,
      z.object({ foreseen: z.literal("taken_in") }),
      z.object({
        refusal: z.string(),
        facts: z.record(z.string(), z.unknown()),
        errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
      }),
    ]),
  ),
});
export type AddedMany = z.infer<typeof AddedMany>;

/** A sign-up after the office decided on it. */
export const Decided = z.object({ id: SignUpId, state: SignUpState, version: z.int() });
export type Decided = z.infer<typeof Decided>;

/** Some people, each with the version that the decision on them was made from. One answer holds so many and no more. */
export const manyAtMost = 50;
/** A preview writes nothing, and is read in as many bounded steps. */
export const previewedAtMost = 500;
const Many = z
  .array(z.strictObject({ id: SignUpId, version: z.int().min(1) }))
  .min(1)
  .max(previewedAtMost);
const isPreview = z.boolean().optional();
const isWithinTime = ({ people, isPreview: changesNothing }: { people: readonly unknown[]; isPreview?: boolean | undefined }) =>
  changesNothing === true || people.length <= manyAtMost;
const tooMany = { path: ["people"], error: `has room for at most ${manyAtMost} people, but in a preview` };

export const DecideManyInput = z
  .strictObject({ step: z.enum(["approve", "decline"]), people: Many, reason: line(300).optional(), isPreview })
  .refine(isWithinTime, tooMany);
export const WithdrawManyInput = z.strictObject({ people: Many, isPreview }).refine(isWithinTime, tooMany);

const OutcomeOfOne = z.union([z.object({ id: SignUpId, state: SignUpState, version: z.int() }), z.object({ id: SignUpId, refusal: z.string() })]);

/** What became of each, in the order that was asked for. `not_reached`: the time was over before, and nothing was done about them. */
export const DecidedMany = z.object({ outcomes: z.array(OutcomeOfOne) });
export type DecidedMany = z.infer<typeof DecidedMany>;

/** What would become of each, whom a freed seat would go to, and the mail as the first of them would get it. */
export const DecisionPreview = DecidedMany.extend({
  movesUp: z.array(z.object({ id: SignUpId, state: z.enum(["confirmed", "pending"]) })),
  mail: z.object({ subject: z.string(), text: z.string() }).optional(),
});
export type DecisionPreview = z.infer<typeof DecisionPreview>;

export const ExportInput = z.strictObject({ after: z.string().max(400).optional() });

/** A part of a CSV file: put one behind the other they are the whole. */
export const ExportedPage = z.object({ csv: z.string(), next: z.string().optional() });
export type ExportedPage = z.infer<typeof ExportedPage>;
