import * as z from "zod";
import { hasEachOnce, isEachOnce } from "../shared/is-each-once.ts";
import { line } from "../shared/text.ts";
import { hasId, rosterIds as ids, knowsAll, RosterId, whole } from "./roster-id.ts";

/** How large a timetable of interviews may be, so that the time it takes is bounded. */
export const pairingLimits = { groups: 40, interviewers: 100, slots: 24, seats: 500, conflicts: 4000 } as const;

/** A time in which an interviewer talks with one student. */
export const InterviewSlot = z.strictObject({ id: RosterId, label: line(80).optional() });
export type InterviewSlot = z.infer<typeof InterviewSlot>;

const seat = whole(1, pairingLimits.seats);

/** Students as places 1 to `seats` of a group, and nobody's name. */
export const InterviewGroup = z.strictObject({
  id: RosterId,
  label: line(80).optional(),
  seats: seat,
  /** Places whose student is not there. */
  seatsOut: z.array(seat).max(pairingLimits.seats).refine(isEachOnce, "names one twice"),
  /** Slots in which the group is there. */
  slotIds: ids(pairingLimits.slots),
});
export type InterviewGroup = z.infer<typeof InterviewGroup>;

/** Somebody who interviews one student at a time, in the slots that they are there and do not rest. */
export const Interviewer = z.strictObject({
  id: RosterId,
  slotIds: ids(pairingLimits.slots),
  breakSlotIds: ids(pairingLimits.slots),
  /** Interviews in the whole day; as many as slots where it is left out. */
  interviewsAtMost: whole(0, pairingLimits.slots).optional(),
});
export type Interviewer = z.infer<typeof Interviewer>;

/** Who is there for mock interviews, and when. */
export const InterviewRoster = z
  .strictObject({
    slots: z.array(InterviewSlot).max(pairingLimits.slots),
    /** Breaks for everybody: lunch. */
    breakSlotIds: ids(pairingLimits.slots),
    groups: z.array(InterviewGroup).max(pairingLimits.groups),
    interviewers: z.array(Interviewer).max(pairingLimits.interviewers),
    /** Who must not meet: an interviewer and a group with somebody whom they know. */
    conflicts: z.array(z.strictObject({ interviewerId: RosterId, groupId: RosterId })).max(pairingLimits.conflicts),
    /** Whether a timetable that leaves a seat without an interview is none. */
    everySeat: z.boolean(),
  })
  .refine(({ slots }) => hasEachOnce("id")(slots), { path: ["slots"], error: "names one twice" })
  .refine(({ groups }) => hasEachOnce("id")(groups), { path: ["groups"], error: "names one twice" })
  .refine(({ interviewers }) => hasEachOnce("id")(interviewers), { path: ["interviewers"], error: "names one twice" })
  .refine((roster) => knowsAll(roster.slots, [roster], "breakSlotIds"), { path: ["breakSlotIds"], error: "names a slot that the roster has not" })
  .refine(({ slots, groups }) => knowsAll(slots, groups, "slotIds"), { path: ["groups"], error: "names a slot that the roster has not" })
  .refine(({ groups }) => groups.every(({ seats, seatsOut }) => seatsOut.every((one) => one <= seats)), {
    path: ["groups"],
    error: "names a seat that the group has not",
  })
  .refine(({ slots, interviewers }) => knowsAll(slots, interviewers, "slotIds") && knowsAll(slots, interviewers, "breakSlotIds"), {
    path: ["interviewers"],
    error: "names a slot that the roster has not",
  })
  .refine(
    ({ conflicts, interviewers, groups }) => conflicts.every(({ interviewerId, groupId }) => hasId(interviewers, interviewerId) && hasId(groups, groupId)),
    { path: ["conflicts"], error: "names somebody whom the roster has not" },
  );
export type InterviewRoster = z.infer<typeof InterviewRoster>;

/** One interview: a slot, who asks, and the seat that is asked. */
export const Interview = z.strictObject({ slotId: RosterId, interviewerId: RosterId, groupId: RosterId, seat });
export type Interview = z.infer<typeof Interview>;

/** What happens to a roster once it has a timetable. Slots that are not named are all meant. */
export const InterviewChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("interviewer_out"), interviewerId: RosterId, slotIds: ids(pairingLimits.slots).optional() }),
  z.strictObject({ kind: z.literal("interviewer_back"), interviewerId: RosterId, slotIds: ids(pairingLimits.slots).optional() }),
  z.strictObject({ kind: z.literal("interviewer_in"), interviewer: Interviewer }),
  z.strictObject({ kind: z.literal("seat_out"), groupId: RosterId, seat }),
  z.strictObject({ kind: z.literal("group_out"), groupId: RosterId }),
  z.strictObject({ kind: z.literal("group_in"), group: InterviewGroup }),
  z.strictObject({ kind: z.literal("slot_out"), slotId: RosterId }),
]);
export type InterviewChange = z.infer<typeof InterviewChange>;
