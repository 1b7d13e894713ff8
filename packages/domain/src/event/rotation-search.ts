import { cheapestFlow, type FlowArc, type FlowNode, flowNode, lay } from "./cheapest-flow.ts";
import { mostWorth } from "./rotation-bound.ts";
import { weighAll } from "./rotation-exact.ts";
import { copyOf, emptyPlan, type Group, mayVisit, type Plan, type Problem, planBefore, type Row, type Speaker, worthOf } from "./rotation-plan.ts";
import { layOut } from "./rotation-start.ts";

/** How hard to look, in steps of work: there is no clock here, so that the same roster always gets the same timetable. */
export interface RotationEffort {
  /** Ways looked at in the networks of the search. */
  steps: number;
  /** Tries in a row that bring nothing before the search gives up. */
  idleTries: number;
  /** Cells (groups times slots) up to which every plan is weighed, and how many part plans at the most. */
  exactCells: number;
  exactPlans: number;
}

/** How hard it is looked by default: some tenths of a second at the most. */
export const defaultRotationEffort: RotationEffort = { steps: 8_000_000, idleTries: 100, exactCells: 24, exactPlans: 40_000 };

/** Above so many triples of group, slot and speaker the costlier of the two bounds is left out. */
const roughFrom = 20_000;

/** The best plan that was found, and whether none can be better. */
export interface Found {
  plan: Plan;
  isProvenBest: boolean;
}

/** The work done so far. */
interface Work {
  steps: number;
}

/** A good plan, and the best one where it is small, or where it reaches what no plan can exceed. */
export function search(problem: Problem, effort: RotationEffort): Found {
  const { groups, open, speakers } = problem;
  const most = mostWorth(problem, groups.length * open.length * speakers.length > roughFrom);
  const work: Work = { steps: 0 };
  const starts = [planBefore(problem), layOut(problem), emptyPlan(problem)];
  for (const start of starts) settle(problem, start, work);
  const best = starts.reduce((one, other) => (worthOf(problem, other) > worthOf(problem, one) ? other : one));
  const tried = vary(problem, best, most, effort, work);
  if (worthOf(problem, tried) >= most) return { plan: tried, isProvenBest: true };
  if (groups.length * open.length > effort.exactCells) return { plan: tried, isProvenBest: false };
  return weighAll(problem, tried, effort.exactPlans);
}

/** Empties two slots, fills them otherwise than before, settles, and keeps what is no worse: until nothing comes of it for a while. */
function vary(problem: Problem, start: Plan, most: number, { steps, idleTries }: RotationEffort, work: Work): Plan {
  const roll = dice(problem.open.length);
  let best = start;
  let worth = worthOf(problem, best);
  for (let idle = 0; worth < most && idle < idleTries && work.steps < steps; idle++) {
    const trial = copyOf(best);
    const slots = [0, 1].map(() => problem.open[roll(problem.open.length)]).filter((slot) => slot !== undefined);
    for (const slot of slots) for (const row of trial) row.cells[slot] = undefined;
    for (const slot of slots) reassign(problem, trial, slot, work, () => roll(4) === 0);
    const now = settle(problem, trial, work);
    if (now < worth) continue;
    if (now > worth) idle = -1;
    [best, worth] = [trial, now];
  }
  return best;
}

/** Numbers that look like chance and are always the same. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/**
 * Gives each group its place in one slot anew, all others staying: an assignment, so the best is found at once. `isBarred` keeps
 * a pair apart for this time.
 */
function reassign(problem: Problem, plan: Plan, slot: number, work: Work, isBarred: (group: Group, speaker: Speaker) => boolean = () => false): void {
  const [source, sink] = [flowNode(), flowNode()];
  const nodes: FlowNode[] = [source, sink];
  const places = problem.speakers
    .filter((speaker) => speaker.slots.has(slot))
    .map((speaker) => {
      const place = flowNode();
      nodes.push(place);
      lay(place, sink, speaker.groupsAtOnce, 0);
      return { speaker, place };
    });
  const pairs: { row: Row; speaker: Speaker; arc: FlowArc }[] = [];
  for (const row of plan) {
    row.cells[slot] = undefined;
    const at = flowNode();
    nodes.push(at);
    lay(source, at, 1, 0);
    lay(at, sink, 1, 0);
    const gainOf = gains(problem, row, slot);
    for (const { speaker, place } of places) {
      if (mayVisit(row, speaker, slot) && !isBarred(row.group, speaker)) pairs.push({ row, speaker, arc: lay(at, place, 1, -gainOf(speaker)) });
    }
  }
  work.steps += cheapestFlow(nodes, source, sink).steps;
  for (const { row, speaker, arc } of pairs) if (arc.room === 0) row.cells[slot] = speaker;
}

/** What a speaker in an empty cell adds to a row. */
function gains({ worth, minimum }: Problem, { group, cells }: Row, slot: number): (speaker: Speaker) => number {
  const isNeeded = cells.filter(Boolean).length < minimum;
  const before = cells.slice(0, slot).findLast(Boolean)?.roomId;
  const after = cells.slice(slot + 1).find(Boolean)?.roomId;
  const differs = (one: string | undefined, other: string | undefined) => (one !== undefined && other !== undefined && one !== other ? 1 : 0);
  const without = differs(before, after);
  return (speaker) =>
    (isNeeded ? worth.needed : 0) +
    (group.before[slot] === speaker ? worth.kept : 0) +
    worth.visit +
    (group.wanted.has(speaker) ? worth.wanted : 0) -
    (differs(before, speaker.roomId) + differs(speaker.roomId, after) - without);
}

/** Goes through the slots until none can be bettered by itself. */
function settle(problem: Problem, plan: Plan, work: Work): number {
  let worth = Number.NEGATIVE_INFINITY;
  for (;;) {
    for (const slot of problem.open) reassign(problem, plan, slot, work);
    const now = worthOf(problem, plan);
    if (now <= worth) return now;
    worth = now;
  }
}
