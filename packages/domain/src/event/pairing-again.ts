import { accept, type Result, refuse } from "../shared/result.ts";
import { isSame } from "../shared/same.ts";
import { type Pairing, type PairingLack, pair } from "./pairing.ts";
import { type PairingFault, pairingFaults } from "./pairing-faults.ts";
import { type Interview, type InterviewChange, type InterviewRoster, pairingLimits } from "./pairing-input.ts";
import { movesBetween, outOrBack, withoutSlot } from "./roster-change.ts";
import { hasId } from "./roster-id.ts";

/** A timetable of interviews with the roster that it is for. */
export interface StandingPairing {
  roster: InterviewRoster;
  interviews: readonly Interview[];
}

/** What is otherwise for a seat: its interview before, after, or both. */
export interface PairingMove {
  groupId: string;
  seat: number;
  from?: { slotId: string; interviewerId: string };
  to?: { slotId: string; interviewerId: string };
}

/** The timetable after a change, and what the change moved. */
export interface PairingAgain {
  roster: InterviewRoster;
  pairing: Pairing;
  /** Interviews that stayed as they were. */
  kept: number;
  moved: readonly PairingMove[];
}

/** Why the timetable stays as it was. */
export type PairingChangeRefusal =
  | PairingLack
  | { code: "pairing_plan_invalid"; faults: readonly PairingFault[] }
  | { code: "roster_id_unknown"; id: string }
  | { code: "roster_id_taken"; id: string }
  | { code: "roster_full"; limit: number }
  | { code: "roster_slot_over"; id: string };

/**
 * The timetable after somebody dropped out, came back or joined, or a slot was lost: as many interviews as can be, of which as many as
 * can stay do (same seat, slot and interviewer), and the others as evenly shared as that leaves. Slots that are over stay as they were.
 *
 * @example
 * pairAgain({ roster: { slots: [], breakSlotIds: [], groups: [], interviewers: [], conflicts: [], everySeat: false }, interviews: [] }, { kind: "group_out", groupId: "g" }).refusal // { code: "roster_id_unknown", id: "g" }
 */
export function pairAgain(
  { roster, interviews }: StandingPairing,
  change: InterviewChange,
  { slotIdsOver = [] }: { slotIdsOver?: readonly string[] } = {},
): Result<PairingAgain, PairingChangeRefusal> {
  const faults = pairingFaults(roster, interviews);
  if (faults.length > 0) return refuse({ code: "pairing_plan_invalid", faults });
  const unknown = slotIdsOver.find((slotId) => !hasId(roster.slots, slotId));
  if (unknown !== undefined) return refuse({ code: "roster_id_unknown", id: unknown });
  const changed = changeInterviewRoster(roster, change, slotIdsOver);
  if (!changed.ok) return changed;
  // A seat or a slot that is gone is in no timetable any more; a seat, not even where its interview is over.
  const stands = interviews.filter(
    ({ slotId, groupId, seat }) =>
      hasId(changed.value.slots, slotId) && changed.value.groups.some(({ id, seatsOut }) => id === groupId && !seatsOut.includes(seat)),
  );
  const paired = pair(changed.value, stands, slotIdsOver);
  if (!paired.ok) return paired;
  const moved = movesBetween(interviews, paired.value.interviews, bySeat);
  return accept({ roster: changed.value, pairing: paired.value, kept: interviews.length - moved.filter(({ from }) => from !== undefined).length, moved });
}

const bySeat = {
  placeOf: ({ groupId, seat }: Interview) => ({ groupId, seat }),
  heldOf: ({ slotId, interviewerId }: Interview) => ({ slotId, interviewerId }),
  isSame,
};

/**
 * The roster after a change. What is over cannot be changed any more, and nobody joins one that has as many as `pairingLimits` allows.
 *
 * @example
 * changeInterviewRoster({ slots: [], breakSlotIds: [], groups: [], interviewers: [], conflicts: [], everySeat: false }, { kind: "interviewer_in", interviewer: { id: "i", slotIds: [], breakSlotIds: [] } }).value.interviewers // [{ id: "i", slotIds: [], breakSlotIds: [] }]
 */
export function changeInterviewRoster(
  roster: InterviewRoster,
  change: InterviewChange,
  slotIdsOver: readonly string[] = [],
): Result<InterviewRoster, PairingChangeRefusal> {
  const { slots, groups, interviewers } = roster;
  const unknown = (id: string) => refuse({ code: "roster_id_unknown" as const, id });
  const strangeIn = (slotIds: readonly string[]) => slotIds.find((id) => !hasId(slots, id));
  switch (change.kind) {
    case "interviewer_out":
    case "interviewer_back": {
      const coming = { id: change.interviewerId, slotIds: change.slotIds, isBack: change.kind === "interviewer_back" };
      const after = outOrBack(interviewers, coming, slots, slotIdsOver);
      return after.ok ? accept({ ...roster, interviewers: after.value }) : after;
    }
    case "interviewer_in": {
      if (hasId(interviewers, change.interviewer.id)) return refuse({ code: "roster_id_taken", id: change.interviewer.id });
      if (interviewers.length >= pairingLimits.interviewers) return refuse({ code: "roster_full", limit: pairingLimits.interviewers });
      const strange = strangeIn([...change.interviewer.slotIds, ...change.interviewer.breakSlotIds]);
      return strange === undefined ? accept({ ...roster, interviewers: [...interviewers, change.interviewer] }) : unknown(strange);
    }
    case "seat_out": {
      const group = groups.find(({ id }) => id === change.groupId);
      if (!group) return unknown(change.groupId);
      if (change.seat > group.seats || group.seatsOut.includes(change.seat)) return unknown(`${change.groupId} ${change.seat}`);
      return accept({ ...roster, groups: groups.map((one) => (one === group ? { ...one, seatsOut: [...one.seatsOut, change.seat] } : one)) });
    }
    case "group_out":
      if (!hasId(groups, change.groupId)) return unknown(change.groupId);
      return accept({
        ...roster,
        groups: groups.filter(({ id }) => id !== change.groupId),
        conflicts: roster.conflicts.filter(({ groupId }) => groupId !== change.groupId),
      });
    case "group_in": {
      if (hasId(groups, change.group.id)) return refuse({ code: "roster_id_taken", id: change.group.id });
      if (groups.length >= pairingLimits.groups) return refuse({ code: "roster_full", limit: pairingLimits.groups });
      const strange = strangeIn(change.group.slotIds);
      return strange === undefined ? accept({ ...roster, groups: [...groups, change.group] }) : unknown(strange);
    }
    case "slot_out": {
      const after = withoutSlot(slots, change.slotId, slotIdsOver);
      if (!after.ok) return after;
      const left = (slotIds: readonly string[]) => slotIds.filter((id) => id !== change.slotId);
      return accept({
        ...roster,
        slots: after.value,
        breakSlotIds: left(roster.breakSlotIds),
        groups: groups.map((group) => ({ ...group, slotIds: left(group.slotIds) })),
        interviewers: interviewers.map((one) => ({ ...one, slotIds: left(one.slotIds), breakSlotIds: left(one.breakSlotIds) })),
      });
    }
  }
}
