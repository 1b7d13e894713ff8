import * as z from "zod";
import { hasEachOnce } from "../shared/is-each-once.ts";
import { line } from "../shared/text.ts";
import { rosterIds as ids, knowsAll, RosterId, whole } from "./roster-id.ts";

/** How large a roster may be, so that the time it takes is bounded. */
export const rosterLimits = { groups: 60, speakers: 80, slots: 20, groupSize: 500 } as const;

/** A time of the day in which each group is at one place. */
export const RotationSlot = z.strictObject({ id: RosterId, label: line(80).optional() });
export type RotationSlot = z.infer<typeof RotationSlot>;

/** Students who go round together: a label and how many, and nobody's name. */
export const RotationGroup = z.strictObject({
  id: RosterId,
  label: line(80).optional(),
  size: whole(1, rosterLimits.groupSize),
  /** Speakers whom this group would rather see. */
  wantedSpeakerIds: ids(rosterLimits.speakers),
});
export type RotationGroup = z.infer<typeof RotationGroup>;

/** Somebody who speaks in a room, in the slots that they can be there. */
export const RotationSpeaker = z.strictObject({
  id: RosterId,
  roomId: RosterId,
  slotIds: ids(rosterLimits.slots),
  /** Groups that it takes at one time: 1 where each has the speaker for itself. */
  groupsAtOnce: whole(1, rosterLimits.groups),
  /** The largest group that it takes; any size where it is left out. */
  groupSizeAtMost: whole(1, rosterLimits.groupSize).optional(),
});
export type RotationSpeaker = z.infer<typeof RotationSpeaker>;

/** Who is there on a career day, and when: groups go round, speakers stay. */
export const Roster = z
  .strictObject({
    slots: z.array(RotationSlot).max(rosterLimits.slots),
    groups: z.array(RotationGroup).max(rosterLimits.groups),
    speakers: z.array(RotationSpeaker).max(rosterLimits.speakers),
    /** Speakers whom every group sees at the least. */
    minimumSpeakers: whole(0, rosterLimits.slots),
  })
  .refine(({ slots }) => hasEachOnce("id")(slots), { path: ["slots"], error: "names one twice" })
  .refine(({ groups }) => hasEachOnce("id")(groups), { path: ["groups"], error: "names one twice" })
  .refine(({ speakers }) => hasEachOnce("id")(speakers), { path: ["speakers"], error: "names one twice" })
  .refine(({ slots, speakers }) => knowsAll(slots, speakers, "slotIds"), { path: ["speakers"], error: "names a slot that the roster has not" })
  .refine(({ speakers, groups }) => knowsAll(speakers, groups, "wantedSpeakerIds"), { path: ["groups"], error: "names a speaker that the roster has not" });
export type Roster = z.infer<typeof Roster>;

/** One group with one speaker, in a slot and a room. */
export const RotationVisit = z.strictObject({ slotId: RosterId, groupId: RosterId, speakerId: RosterId, roomId: RosterId });
export type RotationVisit = z.infer<typeof RotationVisit>;

/**
 * What happens to a roster once it has a timetable. A speaker who is out or back for some slots only names them; all are meant
 * where they are left out.
 */
export const RosterChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("speaker_out"), speakerId: RosterId, slotIds: ids(rosterLimits.slots).optional() }),
  z.strictObject({ kind: z.literal("speaker_back"), speakerId: RosterId, slotIds: ids(rosterLimits.slots).optional() }),
  z.strictObject({ kind: z.literal("speaker_in"), speaker: RotationSpeaker }),
  z.strictObject({ kind: z.literal("group_out"), groupId: RosterId }),
  z.strictObject({ kind: z.literal("group_in"), group: RotationGroup }),
  z.strictObject({ kind: z.literal("slot_out"), slotId: RosterId }),
]);
export type RosterChange = z.infer<typeof RosterChange>;
