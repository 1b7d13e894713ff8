import * as z from "zod";
import { line } from "../shared/text.ts";

/** How large a roster may be, so that the time it takes is bounded. */
export const rosterLimits = { groups: 60, speakers: 80, slots: 20, groupSize: 500 } as const;

/** What a roster calls its groups, speakers, slots and rooms: 1 to 40 lower-case letters, digits, - or _. Never a person's name. */
export const RosterId = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "must be 1 to 40 lower-case letters, digits, - or _");
export type RosterId = z.infer<typeof RosterId>;

const whole = (min: number, max: number) => z.int("must be a whole number").min(min, `must be at least ${min}`).max(max, `must be at most ${max}`);
const ids = (max: number) => z.array(RosterId).max(max).refine(hasNoTwice, "names one twice");

function hasNoTwice(list: readonly string[]): boolean {
  return new Set(list).size === list.length;
}

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
  .refine(({ slots }) => hasNoTwice(slots.map(({ id }) => id)), { path: ["slots"], error: "names one twice" })
  .refine(({ groups }) => hasNoTwice(groups.map(({ id }) => id)), { path: ["groups"], error: "names one twice" })
  .refine(({ speakers }) => hasNoTwice(speakers.map(({ id }) => id)), { path: ["speakers"], error: "names one twice" })
  .refine(({ slots, speakers }) => knows(slots, speakers, "slotIds"), { path: ["speakers"], error: "names a slot that the roster has not" })
  .refine(({ speakers, groups }) => knows(speakers, groups, "wantedSpeakerIds"), { path: ["groups"], error: "names a speaker that the roster has not" });
export type Roster = z.infer<typeof Roster>;

function knows<Key extends string>(among: readonly { id: string }[], rows: readonly Record<Key, readonly string[]>[], key: Key): boolean {
  const known = new Set(among.map(({ id }) => id));
  return rows.every((row) => row[key].every((id) => known.has(id)));
}

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
