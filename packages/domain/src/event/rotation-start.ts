import { cheapestFlow, type FlowArc, flowNode, lay } from "./cheapest-flow.ts";
import { bestPairs } from "./rotation-bound.ts";
import { emptyPlan, mayVisit, type Plan, type Problem, type Row, type Speaker } from "./rotation-plan.ts";

/**
 * Chooses first who sees whom at all, and then lays the pairs out in slots. In each slot those come first who cannot wait:
 * groups and speakers with as many pairs left as slots. Where everybody is there all day, this places every pair, as each
 * bipartite graph can be coloured in as many colours as its largest degree (König).
 */
export function layOut(problem: Problem): Plan {
  const plan = emptyPlan(problem);
  const left = new Map([...bestPairs(problem)].map(([group, speakers]) => [group, new Set(speakers)]));
  const urgent = problem.groups.length + 1;
  problem.open.forEach((slot, index) => {
    const slotsLeft = problem.open.slice(index);
    const [source, sink] = [flowNode(), flowNode()];
    const nodes = [source, sink];
    const places = problem.speakers
      .filter((speaker) => speaker.slots.has(slot))
      .map((speaker) => {
        const place = flowNode();
        nodes.push(place);
        const pairsLeft = [...left.values()].filter((speakers) => speakers.has(speaker)).length;
        const later = (slotsLeft.filter((one) => speaker.slots.has(one)).length - 1) * speaker.groupsAtOnce;
        const pressing = Math.min(speaker.groupsAtOnce, Math.max(0, pairsLeft - later));
        lay(place, sink, pressing, -urgent);
        lay(place, sink, speaker.groupsAtOnce - pressing, 0);
        return { speaker, place };
      });
    const laid: { row: Row; speaker: Speaker; arc: FlowArc }[] = [];
    for (const row of plan) {
      const at = flowNode();
      nodes.push(at);
      const pairsLeft = left.get(row.group) ?? new Set<Speaker>();
      lay(source, at, 1, pairsLeft.size >= slotsLeft.length ? -urgent : 0);
      for (const { speaker, place } of places) {
        if (pairsLeft.has(speaker) && mayVisit(row, speaker, slot)) laid.push({ row, speaker, arc: lay(at, place, 1, -1) });
      }
    }
    cheapestFlow(nodes, source, sink, { onlyForGain: true });
    for (const { row, speaker, arc } of laid) {
      if (arc.room > 0) continue;
      row.cells[slot] = speaker;
      left.get(row.group)?.delete(speaker);
    }
  });
  return plan;
}
