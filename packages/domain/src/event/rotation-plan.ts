import type { Roster, RotationVisit } from "./rotation-input.ts";

// The shape that the search works on. Slots are numbers in their order; a group's row has a speaker or nothing in each.

/** A speaker, and the numbers of the slots that they can be there. */
export interface Speaker {
  id: string;
  roomId: string;
  slots: ReadonlySet<number>;
  groupsAtOnce: number;
  sizeAtMost: number;
}

/** Whom a group sees in a slot. */
export type Cell = Speaker | undefined;

/** A group as the search sees it, with whom it saw in the plan before. */
export interface Group {
  id: string;
  wanted: ReadonlySet<Speaker>;
  /** Speakers that take a group of this size. */
  fitting: ReadonlySet<Speaker>;
  before: readonly Cell[];
}

/** A group's way through the day. */
export interface Row {
  group: Group;
  cells: Cell[];
}

/** Every group's way. */
export type Plan = readonly Row[];

/** What is to be planned. Slots that are over are not open: they stay as they were. */
export interface Problem {
  slotCount: number;
  open: readonly number[];
  groups: readonly Group[];
  speakers: readonly Speaker[];
  minimum: number;
  worth: Worth;
}

/**
 * How much each thing counts. One number, in which no lesser thing can outweigh a greater one: first that every group sees its
 * minimum, then that visits stay as they were, then visits, then wanted ones, and last the fewest moves from room to room.
 * Exact in whole numbers: 60 groups in 20 slots come to 3 in 10^15.
 */
export interface Worth {
  needed: number;
  kept: number;
  visit: number;
  wanted: number;
}

/** A problem from a roster, and from the plan before where there is one. */
export function problemOf(roster: Roster, before: readonly RotationVisit[] = [], slotIdsOver: readonly string[] = []): Problem {
  const slotIds = roster.slots.map(({ id }) => id);
  const speakers = roster.speakers.map(
    (speaker): Speaker => ({
      id: speaker.id,
      roomId: speaker.roomId,
      slots: new Set(speaker.slotIds.map((id) => slotIds.indexOf(id))),
      groupsAtOnce: speaker.groupsAtOnce,
      sizeAtMost: speaker.groupSizeAtMost ?? Number.POSITIVE_INFINITY,
    }),
  );
  const seenBefore = new Map(before.map(({ groupId, slotId, speakerId }) => [`${groupId} ${slotId}`, speakerId]));
  const groups = roster.groups.map(({ id, size, wantedSpeakerIds }): Group => {
    const fitting = new Set(speakers.filter(({ sizeAtMost }) => size <= sizeAtMost));
    return {
      id,
      wanted: new Set(speakers.filter((speaker) => wantedSpeakerIds.includes(speaker.id))),
      fitting,
      before: slotIds.map((slotId, slot) => {
        const speaker = speakers.find((one) => one.id === seenBefore.get(`${id} ${slotId}`));
        return speaker?.slots.has(slot) ? speaker : undefined;
      }),
    };
  });
  const base = groups.length * slotIds.length + 1;
  return {
    slotCount: slotIds.length,
    open: slotIds.flatMap((id, slot) => (slotIdsOver.includes(id) ? [] : [slot])),
    groups,
    speakers,
    minimum: roster.minimumSpeakers,
    worth: { needed: base ** 4, kept: base ** 3, visit: base ** 2, wanted: base },
  };
}

/** Nothing but what is over. */
export const emptyPlan = ({ groups, open }: Problem): Plan =>
  groups.map((group) => ({ group, cells: group.before.map((speaker, slot) => (open.includes(slot) ? undefined : speaker)) }));

/** The plan as it was, as far as it still can be. */
export const planBefore = ({ groups }: Problem): Plan => groups.map((group) => ({ group, cells: [...group.before] }));

/** Another plan with the same visits. */
export const copyOf = (plan: Plan): Plan => plan.map(({ group, cells }) => ({ group, cells: [...cells] }));

/** Whether a group may see a speaker in a slot, as far as the two are concerned: it is there, takes the size, and was not seen yet. */
export const mayVisit = ({ group, cells }: Row, speaker: Speaker, slot: number): boolean =>
  speaker.slots.has(slot) && group.fitting.has(speaker) && !cells.includes(speaker);

/** Moves from room to room on a way. */
export function movesOn(cells: readonly Cell[]): number {
  const rooms = cells.flatMap((speaker) => (speaker ? [speaker.roomId] : []));
  return rooms.filter((room, index) => index > 0 && room !== rooms[index - 1]).length;
}

/** How much a row is worth. */
export function worthOfRow({ worth, minimum }: Problem, { group, cells }: Row): number {
  const seen = cells.filter((speaker) => speaker !== undefined);
  const kept = cells.filter((speaker, slot) => speaker !== undefined && speaker === group.before[slot]).length;
  return (
    worth.needed * Math.min(minimum, seen.length) +
    worth.kept * kept +
    worth.visit * seen.length +
    worth.wanted * seen.filter((speaker) => group.wanted.has(speaker)).length -
    movesOn(cells)
  );
}

/** How much a plan is worth. */
export const worthOf = (problem: Problem, plan: Plan): number => plan.reduce((sum, row) => sum + worthOfRow(problem, row), 0);
