/** A place in a network that goods flow through. */
export interface FlowNode {
  arcs: FlowArc[];
  distance: number;
  via: FlowArc | undefined;
  isQueued: boolean;
}

/** A way from one place to the next: how much more may pass, and what one unit costs. Negative cost is gain. */
export interface FlowArc {
  from: FlowNode;
  to: FlowNode;
  room: number;
  cost: number;
  /** The same way backwards: its room is what passes now. */
  back: FlowArc;
}

/**
 * A place without ways.
 */
export const flowNode = (): FlowNode => ({ arcs: [], distance: 0, via: undefined, isQueued: false });

/**
 * Lays a way for so many units at a cost each.
 */
export function lay(from: FlowNode, to: FlowNode, room: number, cost: number): FlowArc {
  const arc = { from, to, room, cost } as FlowArc;
  const back: FlowArc = { from: to, to: from, room: 0, cost: -cost, back: arc };
  arc.back = back;
  from.arcs.push(arc);
  to.arcs.push(back);
  return arc;
}

/** What came through, for how much, and how many ways were looked at: the measure of work, since there is no clock here. */
export interface Flow {
  amount: number;
  cost: number;
  steps: number;
}

/**
 * Sends as much as can pass from source to sink, as cheaply as that much can pass; or, where only gain is wanted, stops when the
 * next unit would gain nothing. Successive cheapest paths: costs rise from path to path, so both ends are exact. The network
 * must have no cycle of negative cost. Whole numbers stay exact.
 */
export function cheapestFlow(nodes: readonly FlowNode[], source: FlowNode, sink: FlowNode, { onlyForGain = false } = {}): Flow {
  const flow: Flow = { amount: 0, cost: 0, steps: 0 };
  for (;;) {
    flow.steps += findPaths(nodes, source);
    if (sink.via === undefined || (onlyForGain && sink.distance >= 0)) return flow;
    const path = pathTo(sink);
    const amount = Math.min(...path.map(({ room }) => room));
    for (const arc of path) {
      arc.room -= amount;
      arc.back.room += amount;
    }
    flow.amount += amount;
    flow.cost += amount * sink.distance;
  }
}

/**
 * Cheapest paths from the source over ways with room (Bellman and Ford, with a queue). Afterwards a node with `via` can be
 * reached, which after a full flow marks the side of the source of the narrowest cut.
 */
function findPaths(nodes: readonly FlowNode[], source: FlowNode): number {
  for (const node of nodes) {
    node.distance = Number.POSITIVE_INFINITY;
    node.via = undefined;
  }
  source.distance = 0;
  const queue = [source];
  let steps = 0;
  // An array grows while it is read: that is the queue.
  for (const node of queue) {
    node.isQueued = false;
    for (const arc of node.arcs) {
      steps += 1;
      const distance = node.distance + arc.cost;
      if (arc.room === 0 || distance >= arc.to.distance) continue;
      arc.to.distance = distance;
      arc.to.via = arc;
      if (arc.to.isQueued) continue;
      arc.to.isQueued = true;
      queue.push(arc.to);
    }
  }
  return steps;
}

function pathTo(sink: FlowNode): FlowArc[] {
  const path: FlowArc[] = [];
  for (let arc = sink.via; arc; arc = arc.from.via) path.push(arc);
  return path;
}
