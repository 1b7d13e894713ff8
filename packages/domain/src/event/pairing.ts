import { accept, type Result, refuse } from "../shared/result.ts";
import { cheapestFlow, type FlowArc, type FlowNode, flowNode, lay } from "./cheapest-flow.ts";
import type { Interview, InterviewGroup, InterviewRoster } from "./pairing-input.ts";

/** These groups need so many interviews, there are so many for them, and it is short by so many. */
export type PairingLack = { code: "pairing_lacks_interviews"; groupIds: readonly string[]; need: number; have: number; short: number };

/** A timetable of interviews, each one interviewer with one seat. */
export interface Pairing {
  /** In order of the slots, and of the interviewers within one. */
  interviews: readonly Interview[];
  /** Seats without an interview. */
  unpaired: readonly { groupId: string; seat: number }[];
  /** Interviews of each interviewer, in the order of the roster. */
  loads: readonly { interviewerId: string; interviews: number }[];
  /** Why seats are left, where some are. */
  lack?: PairingLack;
}

/**
 * Lays out mock interviews: each seat has one, each interviewer one seat at a time, with everybody's availability, breaks and
 * conflicts. No timetable has more interviews; and among those with as many, none shares them out more evenly: whoever has most
 * has as few as can be, then the next. Refused only where every seat must have one and cannot.
 *
 * @example
 * pairInterviews({ slots: [{ id: "nine" }], breakSlotIds: [], groups: [{ id: "g", seats: 2, seatsOut: [], slotIds: ["nine"] }], interviewers: [{ id: "i", slotIds: ["nine"], breakSlotIds: [] }], conflicts: [], everySeat: true }).refusal // { code: "pairing_lacks_interviews", groupIds: ["g"], need: 2, have: 1, short: 1 }
 */
export function pairInterviews(roster: InterviewRoster): Result<Pairing, PairingLack> {
  return pair(roster, [], []);
}

/** Keeping one interview outweighs any fairness: the squares of all loads stay below this. */
const keeping = 1_000_000;

interface Cell {
  slotId: string;
  interviewerId: string;
  /** The group that had this cell before, as far as that seat is still there. */
  before: Interview | undefined;
  arcs: { group: InterviewGroup; arc: FlowArc }[];
}

/**
 * The same, with as many of the interviews before as can stay where no seat loses by it. Those in slots that are over stand.
 *
 * Seats of a group are alike until they have an interview, so units flow from group to cell (an interviewer in a slot) to
 * interviewer. The k-th interview of somebody costs 2k - 1: loads come to the least sum of squares, which for flows is also the
 * most even sharing in every other sense.
 */
export function pair(roster: InterviewRoster, before: readonly Interview[], slotIdsOver: readonly string[]): Result<Pairing, PairingLack> {
  const over = before.filter(({ slotId }) => slotIdsOver.includes(slotId));
  const [source, sink] = [flowNode(), flowNode()];
  const nodes: FlowNode[] = [source, sink];
  const node = (): FlowNode => {
    const made = flowNode();
    nodes.push(made);
    return made;
  };
  const groups = roster.groups.map((group) => {
    const seats = seatsOf(group).filter((seat) => !over.some((one) => one.groupId === group.id && one.seat === seat));
    const at = node();
    lay(source, at, seats.length, 0);
    return { group, at, seats };
  });
  const cells: Cell[] = [];
  for (const { id: interviewerId, slotIds, breakSlotIds, interviewsAtMost = slotIds.length } of roster.interviewers) {
    const done = over.filter((one) => one.interviewerId === interviewerId).length;
    const at = node();
    for (let load = done + 1; load <= interviewsAtMost; load++) lay(at, sink, 1, 2 * load - 1);
    for (const { id: slotId } of roster.slots) {
      if (!slotIds.includes(slotId) || [...breakSlotIds, ...roster.breakSlotIds, ...slotIdsOver].includes(slotId)) continue;
      const cell: Cell = { slotId, interviewerId, before: standingAt(roster, before, slotId, interviewerId), arcs: [] };
      const inCell = node();
      lay(inCell, at, 1, 0);
      for (const { group, at: from } of groups) {
        if (!group.slotIds.includes(slotId) || roster.conflicts.some((one) => one.interviewerId === interviewerId && one.groupId === group.id)) continue;
        cell.arcs.push({ group, arc: lay(from, inCell, 1, cell.before?.groupId === group.id ? -keeping : 0) });
      }
      cells.push(cell);
    }
  }
  const { amount } = cheapestFlow(nodes, source, sink);
  const need = groups.reduce((sum, { seats }) => sum + seats.length, 0);
  // The groups on the side of the source of the narrowest cut are those that share too few interviews.
  const among = groups.filter(({ at }) => at.via !== undefined);
  const needAmong = among.reduce((sum, { seats }) => sum + seats.length, 0);
  const short = need - amount;
  const lack: PairingLack = { code: "pairing_lacks_interviews", groupIds: among.map(({ group }) => group.id), need: needAmong, have: needAmong - short, short };
  if (short > 0 && roster.everySeat) return refuse(lack);
  const interviews = inOrder(roster, [...over, ...seated(cells, groups)]);
  const isPaired = (groupId: string, seat: number) => interviews.some((one) => one.groupId === groupId && one.seat === seat);
  return accept({
    interviews,
    unpaired: roster.groups.flatMap((group) =>
      seatsOf(group)
        .filter((seat) => !isPaired(group.id, seat))
        .map((seat) => ({ groupId: group.id, seat })),
    ),
    loads: roster.interviewers.map(({ id }) => ({ interviewerId: id, interviews: interviews.filter((one) => one.interviewerId === id).length })),
    ...(short > 0 ? { lack } : {}),
  });
}

const seatsOf = ({ seats, seatsOut }: InterviewGroup): number[] =>
  Array.from({ length: seats }, (_, index) => index + 1).filter((seat) => !seatsOut.includes(seat));

function standingAt(roster: InterviewRoster, before: readonly Interview[], slotId: string, interviewerId: string): Interview | undefined {
  const one = before.find((interview) => interview.slotId === slotId && interview.interviewerId === interviewerId);
  const group = roster.groups.find(({ id }) => id === one?.groupId);
  return one && group && seatsOf(group).includes(one.seat) ? one : undefined;
}

/** Gives seats to the cells that a group got: a seat that was there before stays, the others follow in order. */
function seated(cells: readonly Cell[], groups: readonly { group: InterviewGroup; seats: readonly number[] }[]): Interview[] {
  return groups.flatMap(({ group, seats }) => {
    const got = cells.filter(({ arcs }) => arcs.some((one) => one.group === group && one.arc.room === 0));
    const stays = got.flatMap(({ before }) => (before?.groupId === group.id ? [before] : []));
    const free = seats.filter((seat) => !stays.some((one) => one.seat === seat));
    const fresh = got.filter(({ before }) => before?.groupId !== group.id);
    return [
      ...stays,
      ...fresh.flatMap(({ slotId, interviewerId }, index): Interview[] => {
        const seat = free[index];
        return seat === undefined ? [] : [{ slotId, interviewerId, groupId: group.id, seat }];
      }),
    ];
  });
}

function inOrder({ slots, interviewers }: InterviewRoster, interviews: readonly Interview[]): Interview[] {
  return slots.flatMap(({ id: slotId }) =>
    interviewers.flatMap(({ id: interviewerId }) => interviews.filter((one) => one.slotId === slotId && one.interviewerId === interviewerId)),
  );
}
