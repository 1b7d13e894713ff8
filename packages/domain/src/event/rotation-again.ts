import { accept, type Result, refuse } from "../shared/result.ts";
import { movesBetween, outOrBack, withoutSlot } from "./roster-change.ts";
import { hasId } from "./roster-id.ts";
import { type Rotation, type RotationRefusal, solve } from "./rotation.ts";
import { type RotationFault, rotationFaults } from "./rotation-faults.ts";
import { type Roster, type RosterChange, type RotationVisit, rosterLimits } from "./rotation-input.ts";
import { problemOf } from "./rotation-plan.ts";
import { defaultRotationEffort, type RotationEffort } from "./rotation-search.ts";

/** A timetable with the roster that it is for. */
export interface StandingRotation {
  roster: Roster;
  visits: readonly RotationVisit[];
}

/** What is otherwise for a group in a slot: before, after, or both, by the speaker's id. */
export interface RotationMove {
  slotId: string;
  groupId: string;
  from?: string;
  to?: string;
}

/** The timetable after a change, and what the change moved. */
export interface RotationAgain {
  roster: Roster;
  rotation: Rotation;
  /** Visits that stayed as they were. */
  kept: number;
  moved: readonly RotationMove[];
}

/** Why the timetable stays as it was. */
export type RotationChangeRefusal =
  | RotationRefusal
  | { code: "rotation_plan_invalid"; faults: readonly RotationFault[] }
  | { code: "roster_id_unknown"; id: string }
  | { code: "roster_id_taken"; id: string }
  | { code: "roster_full"; limit: number }
  | { code: "roster_slot_over"; id: string };

/**
 * The timetable after somebody dropped out, came back or joined, or a slot was lost. As many visits as can stay, do: in the same
 * slot with the same speaker, as far as every group still sees its minimum. Then come visits, wishes and moves as with `rotate`.
 * Slots that are over stay as they were (a group that left is gone from them too). Whoever would rather have a new day than the
 * old one mended asks `rotate` with the roster.
 *
 * @example
 * rotateAgain({ roster: { slots: [{ id: "nine" }], groups: [], speakers: [], minimumSpeakers: 0 }, visits: [] }, { kind: "speaker_out", speakerId: "s" }).refusal // { code: "roster_id_unknown", id: "s" }
 */
export function rotateAgain(
  { roster, visits }: StandingRotation,
  change: RosterChange,
  { slotIdsOver = [], effort = defaultRotationEffort }: { slotIdsOver?: readonly string[]; effort?: RotationEffort } = {},
): Result<RotationAgain, RotationChangeRefusal> {
  // A minimum that was not reached before is no fault of the plan: it is asked for again below.
  const faults = rotationFaults({ ...roster, minimumSpeakers: 0 }, visits);
  if (faults.length > 0) return refuse({ code: "rotation_plan_invalid", faults });
  const unknown = slotIdsOver.find((slotId) => !hasId(roster.slots, slotId));
  if (unknown !== undefined) return refuse({ code: "roster_id_unknown", id: unknown });
  const changed = changeRoster(roster, change, slotIdsOver);
  if (!changed.ok) return changed;
  const solved = solve(changed.value, problemOf(changed.value, visits, slotIdsOver), effort);
  if (!solved.ok) return solved;
  const moved = movesBetween(visits, solved.value.visits, byGroup);
  return accept({ roster: changed.value, rotation: solved.value, kept: visits.length - moved.filter(({ from }) => from !== undefined).length, moved });
}

const byGroup = {
  placeOf: ({ slotId, groupId }: RotationVisit) => ({ slotId, groupId }),
  heldOf: ({ speakerId }: RotationVisit) => speakerId,
  isSame: (one: string, other: string) => one === other,
};

/**
 * The roster after a change. What is over cannot be changed any more, and nobody joins one that has as many as `rosterLimits` allows.
 *
 * @example
 * changeRoster({ slots: [{ id: "nine" }, { id: "ten" }], groups: [], speakers: [], minimumSpeakers: 0 }, { kind: "slot_out", slotId: "ten" }).value.slots // [{ id: "nine" }]
 */
export function changeRoster(roster: Roster, change: RosterChange, slotIdsOver: readonly string[] = []): Result<Roster, RotationChangeRefusal> {
  const { slots, groups, speakers } = roster;
  const unknown = (id: string) => refuse({ code: "roster_id_unknown" as const, id });
  switch (change.kind) {
    case "speaker_out":
    case "speaker_back": {
      const coming = { id: change.speakerId, slotIds: change.slotIds, isBack: change.kind === "speaker_back" };
      const after = outOrBack(speakers, coming, slots, slotIdsOver);
      return after.ok ? accept({ ...roster, speakers: after.value }) : after;
    }
    case "speaker_in": {
      if (hasId(speakers, change.speaker.id)) return refuse({ code: "roster_id_taken", id: change.speaker.id });
      if (speakers.length >= rosterLimits.speakers) return refuse({ code: "roster_full", limit: rosterLimits.speakers });
      const strange = change.speaker.slotIds.find((id) => !hasId(slots, id));
      return strange === undefined ? accept({ ...roster, speakers: [...speakers, change.speaker] }) : unknown(strange);
    }
    case "group_out":
      return hasId(groups, change.groupId) ? accept({ ...roster, groups: groups.filter(({ id }) => id !== change.groupId) }) : unknown(change.groupId);
    case "group_in": {
      if (hasId(groups, change.group.id)) return refuse({ code: "roster_id_taken", id: change.group.id });
      if (groups.length >= rosterLimits.groups) return refuse({ code: "roster_full", limit: rosterLimits.groups });
      const strange = change.group.wantedSpeakerIds.find((id) => !hasId(speakers, id));
      return strange === undefined ? accept({ ...roster, groups: [...groups, change.group] }) : unknown(strange);
    }
    case "slot_out": {
      const after = withoutSlot(slots, change.slotId, slotIdsOver);
      if (!after.ok) return after;
      return accept({
        ...roster,
        slots: after.value,
        speakers: speakers.map((speaker) => ({ ...speaker, slotIds: speaker.slotIds.filter((id) => id !== change.slotId) })),
      });
    }
  }
}
