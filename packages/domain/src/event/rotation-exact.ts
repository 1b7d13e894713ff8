import { mostInARoom } from "./rotation-bound.ts";
import { copyOf, emptyPlan, type Group, mayVisit, movesOn, type Plan, type Problem, type Row, type Speaker, worthOf, worthOfRow } from "./rotation-plan.ts";

/**
 * Weighs every plan, slot by slot and group by group, and leaves a branch where even its best case would be no better than the
 * best plan so far. Says that the best is proven where it came to an end.
 */
export function weighAll(problem: Problem, start: Plan, plansAtMost: number): { plan: Plan; isProvenBest: boolean } {
  const plan = emptyPlan(problem);
  const cells = problem.open.flatMap((slot) => plan.map((row) => ({ slot, row })));
  const inRoom = mostInARoom(problem);
  let best = start;
  let worth = worthOf(problem, start);
  let plans = 0;

  const weigh = (index: number): void => {
    plans += 1;
    if (plans > plansAtMost) return;
    const cell = cells[index];
    if (!cell) {
      const now = worthOf(problem, plan);
      if (now > worth) [best, worth] = [copyOf(plan), now];
      return;
    }
    if (bestCase(problem, plan, cells.slice(index), inRoom) <= worth) return;
    const { row, slot } = cell;
    for (const speaker of choices(problem, plan, row, slot)) {
      row.cells[slot] = speaker;
      weigh(index + 1);
    }
    row.cells[slot] = undefined;
    weigh(index + 1);
  };
  weigh(0);
  return { plan: best, isProvenBest: plans <= plansAtMost };
}

/** Whom a group may see in a slot: first whom it saw there before, then whom it wants, then the others. */
function choices({ speakers }: Problem, plan: Plan, row: Row, slot: number): Speaker[] {
  const hasPlace = (speaker: Speaker) => plan.filter(({ cells }) => cells[slot] === speaker).length < speaker.groupsAtOnce;
  const rank = ({ before, wanted }: Group, speaker: Speaker) => (before[slot] === speaker ? 0 : wanted.has(speaker) ? 1 : 2);
  return speakers.filter((speaker) => mayVisit(row, speaker, slot) && hasPlace(speaker)).sort((one, other) => rank(row.group, one) - rank(row.group, other));
}

/**
 * More than a part plan can come to: each group by itself takes all that it could still see, and together no more than there are
 * places for.
 */
function bestCase(problem: Problem, plan: Plan, cellsLeft: readonly { row: Row; slot: number }[], inRoom: number): number {
  const { worth, minimum, speakers } = problem;
  let sum = 0;
  let visits = 0;
  for (const row of plan) {
    const slots = cellsLeft.filter((cell) => cell.row === row).map(({ slot }) => slot);
    const unseen = speakers.filter((speaker) => slots.some((slot) => mayVisit(row, speaker, slot)));
    const usable = slots.filter((slot) => unseen.some((speaker) => speaker.slots.has(slot))).length;
    const more = Math.min(usable, unseen.length);
    const seen = row.cells.filter(Boolean).length;
    const kept = slots.filter((slot) => row.group.before[slot] !== undefined).length;
    const wanted = Math.min(more, unseen.filter((speaker) => row.group.wanted.has(speaker)).length);
    const moves = movesOn(row.cells);
    const movesAtLeast = Math.max(moves, Math.ceil((seen + more) / inRoom) - 1);
    sum += worthOfRow(problem, row) + moves - movesAtLeast;
    sum += worth.needed * (Math.min(minimum, seen + more) - Math.min(minimum, seen)) + worth.kept * kept + worth.visit * more + worth.wanted * wanted;
    visits += more;
  }
  const places = [...new Set(cellsLeft.map(({ slot }) => slot))].reduce((total, slot) => total + placesIn(speakers, plan, slot), 0);
  // Each visit too many was counted with a move at the most.
  return sum - Math.max(0, visits - places) * (worth.visit - 1);
}

/** Places with speakers in a slot that no group has yet. */
const placesIn = (speakers: readonly Speaker[], plan: Plan, slot: number): number => {
  const all = speakers.filter((speaker) => speaker.slots.has(slot)).reduce((sum, { groupsAtOnce }) => sum + groupsAtOnce, 0);
  return all - plan.filter(({ cells }) => cells[slot] !== undefined).length;
};
