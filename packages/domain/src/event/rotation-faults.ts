import type { Roster, RotationVisit } from "./rotation-input.ts";

/** What is wrong with a timetable: which rule, and where. */
export interface RotationFault {
  code:
    | "rotation_visit_unknown"
    | "rotation_speaker_not_there"
    | "rotation_room_differs"
    | "rotation_group_too_large"
    | "rotation_group_in_two_places"
    | "rotation_seen_twice"
    | "rotation_speaker_overfull"
    | "rotation_below_minimum";
  facts: Readonly<Record<string, string | number>>;
}

/**
 * What is wrong with a timetable for this roster, made by whomever; nothing where it is valid. It knows nothing of how a
 * timetable is made, so it can be asked about ours as well.
 *
 * @example
 * rotationFaults({ slots: [{ id: "a" }], groups: [{ id: "g", size: 20, wantedSpeakerIds: [] }], speakers: [], minimumSpeakers: 1 }, []) // [{ code: "rotation_below_minimum", facts: { groupId: "g", need: 1, have: 0 } }]
 */
export function rotationFaults({ slots, groups, speakers, minimumSpeakers }: Roster, visits: readonly RotationVisit[]): RotationFault[] {
  const faults: RotationFault[] = [];
  const fault = (code: RotationFault["code"], facts: RotationFault["facts"]) => faults.push({ code, facts });
  const count = new Map<string, number>();
  const times = (...key: string[]): number => {
    const now = (count.get(key.join(" ")) ?? 0) + 1;
    count.set(key.join(" "), now);
    return now;
  };
  for (const { slotId, groupId, speakerId, roomId } of visits) {
    const group = groups.find(({ id }) => id === groupId);
    const speaker = speakers.find(({ id }) => id === speakerId);
    if (!group || !speaker || !slots.some(({ id }) => id === slotId)) {
      fault("rotation_visit_unknown", { slotId, groupId, speakerId });
      continue;
    }
    if (!speaker.slotIds.includes(slotId)) fault("rotation_speaker_not_there", { slotId, speakerId });
    if (speaker.roomId !== roomId) fault("rotation_room_differs", { slotId, speakerId, roomId });
    if (speaker.groupSizeAtMost !== undefined && group.size > speaker.groupSizeAtMost) {
      fault("rotation_group_too_large", { groupId, speakerId, have: group.size, most: speaker.groupSizeAtMost });
    }
    if (times("place", groupId, slotId) === 2) fault("rotation_group_in_two_places", { groupId, slotId });
    if (times("seen", groupId, speakerId) === 2) fault("rotation_seen_twice", { groupId, speakerId });
    if (times("full", speakerId, slotId) === speaker.groupsAtOnce + 1) fault("rotation_speaker_overfull", { speakerId, slotId, most: speaker.groupsAtOnce });
  }
  for (const { id } of groups) {
    const have = new Set(visits.filter(({ groupId }) => groupId === id).map(({ speakerId }) => speakerId)).size;
    if (have < minimumSpeakers) fault("rotation_below_minimum", { groupId: id, need: minimumSpeakers, have });
  }
  return faults;
}
