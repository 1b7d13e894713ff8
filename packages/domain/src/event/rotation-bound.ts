import { cheapestFlow, type FlowArc, type FlowNode, flowNode, lay } from "./cheapest-flow.ts";
import { emptyPlan, type Group, movesOn, type Plan, type Problem, type Row, type Speaker, worthOf } from "./rotation-plan.ts";

// Two looser questions whose best answers are quick to find. No plan can be worth more than either answer, so a plan worth as
// much is the best, and a minimum that either cannot reach is impossible.
//   by pair: who sees whom at all, slots left out, each speaker with the places of all of their slots together
//   by slot: who sees whom when, where a group may see a speaker again

/** A looser question as a network: groups on one side, places with speakers on the other. */
interface Network {
  nodes: FlowNode[];
  source: FlowNode;
  sink: FlowNode;
  groups: ReadonlyMap<Group, FlowNode>;
  pairs: readonly { group: Group; speaker: Speaker; arc: FlowArc }[];
}

/** A network in which each group is asked for so many visits at so much: the minimum first, then any more. */
function networkBy(
  way: "pair" | "slot",
  problem: Problem,
  plan: Plan,
  demands: (row: Row, seen: number) => readonly { visits: number; worth: number }[],
): Network {
  const { worth, open, speakers } = problem;
  const [source, sink] = [flowNode(), flowNode()];
  const nodes = [source, sink];
  const node = (): FlowNode => {
    const made = flowNode();
    nodes.push(made);
    return made;
  };
  // By pair there is one round with all slots in it, by slot one round for each.
  const rounds = way === "pair" ? [open] : open.map((slot) => [slot]);
  const places = rounds.map((slots) => ({
    slots,
    speakers: speakers.flatMap((speaker) => {
      const times = slots.filter((slot) => speaker.slots.has(slot)).length;
      if (times === 0) return [];
      const place = node();
      lay(place, sink, times * speaker.groupsAtOnce, 0);
      return [{ speaker, place }];
    }),
  }));
  const groups = new Map<Group, FlowNode>();
  const pairs: { group: Group; speaker: Speaker; arc: FlowArc }[] = [];
  for (const row of plan) {
    const { group, cells } = row;
    const at = node();
    groups.set(group, at);
    for (const { visits, worth: each } of demands(row, cells.filter(Boolean).length)) lay(source, at, visits, -each);
    for (const { slots, speakers: there } of places) {
      const inRound = node();
      lay(at, inRound, slots.length, 0);
      for (const { speaker, place } of there) {
        if (cells.includes(speaker) || !group.fitting.has(speaker)) continue;
        const isKept = slots.some((slot) => group.before[slot] === speaker);
        const gain = (isKept ? worth.kept : 0) + (group.wanted.has(speaker) ? worth.wanted : 0);
        pairs.push({ group, speaker, arc: lay(inRound, place, 1, -gain) });
      }
    }
  }
  return { nodes, source, sink, groups, pairs };
}

/** All that a group can be asked for: what it needs, and then more while slots are left. */
const everything =
  ({ minimum, open, worth }: Problem) =>
  (_: Row, seen: number) => {
    const needed = Math.min(open.length, Math.max(0, minimum - seen));
    return [
      { visits: needed, worth: worth.needed + worth.visit },
      { visits: open.length - needed, worth: worth.visit },
    ];
  };

/** The most that any plan can be worth. `isRough` leaves out the costlier of the two questions. */
export function mostWorth(problem: Problem, isRough = false): number {
  const plan = emptyPlan(problem);
  const ways = isRough ? (["pair"] as const) : (["pair", "slot"] as const);
  const flows = ways.map((way) => {
    const { nodes, source, sink } = networkBy(way, problem, plan, everything(problem));
    return cheapestFlow(nodes, source, sink, { onlyForGain: true });
  });
  const standing = worthOf(problem, plan) + plan.reduce((sum, { cells }) => sum + movesOn(cells), 0);
  const bounds = flows.map(({ cost }) => standing - cost);
  // By slot a group may see a wanted speaker again and again. Wishes are fewer than by pair, were they all that counted.
  const wishes = mostWishes(problem, plan);
  const most = Math.min(...bounds, ...bounds.map((bound) => bound - (bound % problem.worth.visit) + wishes * problem.worth.wanted));
  return most - fewestMoves(problem, most);
}

/** Wishes that could come true, if nothing else counted. */
function mostWishes(problem: Problem, plan: Plan): number {
  const onlyWishes = { ...problem, worth: { needed: 0, kept: 0, visit: 0, wanted: 1 } };
  const { nodes, source, sink } = networkBy("pair", onlyWishes, plan, everything(onlyWishes));
  const before = plan.reduce((sum, { group, cells }) => sum + cells.filter((speaker) => speaker && group.wanted.has(speaker)).length, 0);
  return before - cheapestFlow(nodes, source, sink, { onlyForGain: true }).cost;
}

/** The visits in a worth without moves. */
const visitsIn = ({ worth }: Problem, amount: number): number => Math.floor((amount % worth.kept) / worth.visit);

/** Moves that so many visits take at the least: a group that has seen everybody in a room has to leave it. */
function fewestMoves(problem: Problem, most: number): number {
  const inRoom = mostInARoom(problem);
  const begun = problem.groups.length * inRoom;
  return Math.max(0, Math.ceil((visitsIn(problem, most) - begun) / inRoom));
}

/** Speakers in the fullest room, at least one. */
export const mostInARoom = ({ speakers }: Problem): number =>
  Math.max(1, ...speakers.map(({ roomId }) => speakers.filter((other) => other.roomId === roomId).length));

/** Who sees whom where slots are left out: the best choice of pairs, to be laid out in slots. */
export function bestPairs(problem: Problem): ReadonlyMap<Group, ReadonlySet<Speaker>> {
  const { nodes, source, sink, pairs } = networkBy("pair", problem, emptyPlan(problem), everything(problem));
  cheapestFlow(nodes, source, sink, { onlyForGain: true });
  const chosen = pairs.filter(({ arc }) => arc.room === 0);
  return new Map(problem.groups.map((group) => [group, new Set(chosen.filter((pair) => pair.group === group).map(({ speaker }) => speaker))]));
}

/** What is too little for the minimum: of what these groups need so much, there is so much, and it is short by so much. */
export type RotationLack =
  | { code: "rotation_lacks_slots"; groupIds: readonly string[]; need: number; have: number; short: number }
  | { code: "rotation_lacks_speakers"; groupIds: readonly string[]; need: number; have: number; short: number }
  | { code: "rotation_lacks_speaker_slots"; groupIds: readonly string[]; need: number; have: number; short: number };

/** Why no plan can give every group its minimum, where that can be told without a search: the plainest reason first. */
export function lackIn(problem: Problem): RotationLack | undefined {
  const { minimum, open } = problem;
  const plan = emptyPlan(problem);
  const seen = ({ cells }: Row) => cells.filter(Boolean).length;
  const within = ({ group, cells }: Row) =>
    problem.speakers.filter((speaker) => group.fitting.has(speaker) && !cells.includes(speaker) && open.some((slot) => speaker.slots.has(slot))).length;
  return (
    worst("rotation_lacks_slots", plan, minimum, (row) => seen(row) + open.length) ??
    worst("rotation_lacks_speakers", plan, minimum, (row) => seen(row) + within(row)) ??
    overbooked("pair", problem, plan) ??
    overbooked("slot", problem, plan)
  );
}

function worst(code: RotationLack["code"], plan: Plan, need: number, haveOf: (row: Row) => number): RotationLack | undefined {
  const have = Math.min(...plan.map(haveOf));
  if (have >= need) return undefined;
  return { code, groupIds: plan.filter((row) => haveOf(row) === have).map(({ group }) => group.id), need, have, short: need - have };
}

/** Groups that together need more speaker slots than there are for them: after Hall, the side of the source of the narrowest cut. */
function overbooked(way: "pair" | "slot", problem: Problem, plan: Plan): RotationLack | undefined {
  const needOf = (seen: number) => Math.max(0, problem.minimum - seen);
  const network = networkBy(way, problem, plan, (_, seen) => [{ visits: needOf(seen), worth: 0 }]);
  const { amount } = cheapestFlow(network.nodes, network.source, network.sink);
  const needs = plan.map(({ group, cells }) => ({ group, need: needOf(cells.filter(Boolean).length) }));
  const sum = (of: typeof needs) => of.reduce((total, { need }) => total + need, 0);
  const short = sum(needs) - amount;
  if (short === 0) return undefined;
  const among = needs.filter(({ group }) => network.groups.get(group)?.via !== undefined);
  return { code: "rotation_lacks_speaker_slots", groupIds: among.map(({ group }) => group.id), need: sum(among), have: sum(among) - short, short };
}
