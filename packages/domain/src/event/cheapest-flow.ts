/** A place in a network that goods flow through. */
export interface FlowNode {
  arcs: FlowArc[];
  distance: number;
  via: FlowArc | undefined;
  isQueued: boolean;
  /** Whether a way through it is being tried, or was tried in vain, in this round. */
  isTried: boolean;
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
export const flowNode = (): FlowNode => ({ arcs: [], distance: 0, via: undefined, isQueued: false, isTried: false });

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
 * next unit would gain nothing. Rounds of cheapest paths: costs rise from round to round, so both ends are exact. The network
 * must have no cycle of negative cost. Whole numbers stay exact.
 */
export function cheapestFlow(nodes: readonly FlowNode[], source: FlowNode, sink: FlowNode, { onlyForGain = false } = {}): Flow {
  const flow: Flow = { amount: 0, cost: 0, steps: 0 };
  for (;;) {
    measure(nodes, source, flow);
    if (sink.via === undefined || (onlyForGain && sink.distance >= 0)) return flow;
    const amount = send(source, sink, Number.POSITIVE_INFINITY, flow);
    flow.amount += amount;
    flow.cost += amount * sink.distance;
  }
}

/**
 * How far everything is from the source over ways with room (Bellman and Ford, with a queue). Afterwards a node with `via` can be
 * reached, which after a full flow marks the side of the source of the narrowest cut.
 */
function measure(nodes: readonly FlowNode[], source: FlowNode, flow: Flow): void {
  for (const node of nodes) {
    node.distance = Number.POSITIVE_INFINITY;
    node.via = undefined;
    node.isTried = false;
  }
  source.distance = 0;
  const queue = [source];
  // An array grows while it is read: that is the queue.
  for (const node of queue) {
    node.isQueued = false;
    for (const arc of node.arcs) {
      flow.steps += 1;
      const distance = node.distance + arc.cost;
      if (arc.room === 0 || distance >= arc.to.distance) continue;
      arc.to.distance = distance;
      arc.to.via = arc;
      if (arc.to.isQueued) continue;
      arc.to.isQueued = true;
      queue.push(arc.to);
    }
  }
}

/** Sends up to so much over cheapest paths, many at once. What is passed over in this round is found in the next. */
function send(node: FlowNode, sink: FlowNode, most: number, flow: Flow): number {
  if (node === sink) return most;
  node.isTried = true;
  let sent = 0;
  for (const arc of node.arcs) {
    flow.steps += 1;
    if (arc.room === 0 || arc.to.isTried || arc.to.distance !== node.distance + arc.cost) continue;
    const amount = send(arc.to, sink, Math.min(most - sent, arc.room), flow);
    arc.room -= amount;
    arc.back.room += amount;
    sent += amount;
    if (sent === most) {
      node.isTried = false;
      return sent;
    }
  }
  return sent;
}
