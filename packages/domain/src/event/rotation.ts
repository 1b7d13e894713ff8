import { accept, type Result, refuse } from "../shared/result.ts";
import { lackIn, type RotationLack } from "./rotation-bound.ts";
import type { Roster, RotationVisit } from "./rotation-input.ts";
import { movesOn, type Plan, type Problem, problemOf } from "./rotation-plan.ts";
import { defaultRotationEffort, type RotationEffort, search } from "./rotation-search.ts";

/** A career day's timetable. */
export interface Rotation {
  /** In order of the slots, and of the groups within one. */
  visits: readonly RotationVisit[];
  /** Groups without a speaker in a slot. */
  idle: readonly { slotId: string; groupId: string }[];
  wantedVisits: number;
  /** How often a group goes to another room between two visits. */
  roomMoves: number;
  /** Whether it is proven that none can be better. Where not, none better was found. */
  isProvenBest: boolean;
}

/**
 * Why there is no timetable: what is too little, or that none was found. `isProven` says that there is none; where not, the
 * search ended before it knew.
 */
export type RotationRefusal = RotationLack | { code: "rotation_not_found"; groupIds: readonly string[]; need: number; isProven: boolean };

/**
 * Lays out a career day: each group is at one place in a slot, sees a speaker once at the most, and sees its minimum. Among all
 * such plans one with the most visits, among those the most wanted ones, among those the fewest moves between rooms. It is the
 * best where the roster is small, or where it reaches a bound that no plan can pass (`isProvenBest`); always valid; always the
 * same for the same roster; and ends after a bounded number of steps.
 *
 * @example
 * rotate({ slots: [{ id: "nine" }], groups: [{ id: "g", size: 20, wantedSpeakerIds: [] }], speakers: [{ id: "s", roomId: "r", slotIds: ["nine"], groupsAtOnce: 1 }], minimumSpeakers: 1 }).value.visits // [{ slotId: "nine", groupId: "g", speakerId: "s", roomId: "r" }]
 * rotate({ slots: [{ id: "nine" }], groups: [{ id: "g", size: 20, wantedSpeakerIds: [] }], speakers: [], minimumSpeakers: 1 }).refusal // { code: "rotation_lacks_speakers", groupIds: ["g"], need: 1, have: 0, short: 1 }
 */
export function rotate(roster: Roster, effort: RotationEffort = defaultRotationEffort): Result<Rotation, RotationRefusal> {
  return solve(roster, problemOf(roster), effort);
}

/** The timetable of a problem, or why there is none. */
export function solve(roster: Roster, problem: Problem, effort: RotationEffort): Result<Rotation, RotationRefusal> {
  const lack = lackIn(problem);
  if (lack) return refuse(lack);
  const { plan, isProvenBest } = search(problem, effort);
  const need = problem.minimum;
  const below = plan.filter(({ cells }) => cells.filter(Boolean).length < need).map(({ group }) => group.id);
  if (below.length > 0) return refuse({ code: "rotation_not_found", groupIds: below, need, isProven: isProvenBest });
  return accept(told(roster, plan, isProvenBest));
}

function told({ slots }: Roster, plan: Plan, isProvenBest: boolean): Rotation {
  const cells = slots.flatMap(({ id: slotId }, slot) => plan.map(({ group, cells: way }) => ({ slotId, groupId: group.id, group, speaker: way[slot] })));
  return {
    visits: cells.flatMap(({ slotId, groupId, speaker }) => (speaker ? [{ slotId, groupId, speakerId: speaker.id, roomId: speaker.roomId }] : [])),
    idle: cells.flatMap(({ slotId, groupId, speaker }) => (speaker ? [] : [{ slotId, groupId }])),
    wantedVisits: cells.filter(({ group, speaker }) => speaker && group.wanted.has(speaker)).length,
    roomMoves: plan.reduce((sum, { cells: way }) => sum + movesOn(way), 0),
    isProvenBest,
  };
}
