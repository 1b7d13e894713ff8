import { BatchWriteCommand, type BatchWriteCommandOutput } from "@aws-sdk/lib-dynamodb";
import { type ActivityTypeId, type BoroughId, type CommissionId, type Event, Event as EventSchema, type Host, instantFrom } from "@cte-partnerships/domain";
import type { Deps } from "../../src/deps.ts";
import { besideEvent } from "../../src/event/beside-event.ts";
import { newEventWrite } from "../../src/event/store.ts";
import { makeSeats, newSeatsWrite } from "../../src/sign-up/seats-store.ts";
import type { Change } from "../../src/table/changes.ts";
import { isPassing } from "../../src/table/retry.ts";
import type { Item } from "../../src/table/transact.ts";
import { todayOf } from "../../src/today.ts";

const day = 86_400_000;
const hour = 3_600_000;
const itemsPerBatch = 25;
const batchesAtOnce = 8;

const pick = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value;
const things = ["Tour", "Mock Interviews", "Career Day", "Panel", "Workshop", "Open House", "Shadowing Day", "Breakfast"];
const firms = ["Acorn Robotics", "Blue Heron Hospital", "Cedar Print Works", "Delta Logistics", "Elm Street Bank", "Foxglove Labs", "Granite Studios"];
const places = ["Harbor High School", "Juniper Hall", "Kestrel Library", "Linden Campus", "Maple Center"];

interface Names {
  boroughs: readonly { id: BoroughId }[];
  commissions: readonly { id: CommissionId }[];
  activityTypes: readonly { id: ActivityTypeId }[];
}

/** An event like the office's own, three years around today: a third is over, a tenth are drafts. One or two sessions each. */
function eventAt(deps: Deps, { boroughs, commissions, activityTypes }: Names, index: number, now: number): Event {
  const { agency } = deps;
  // From two years ago to a year ahead, in no order.
  const startsAt = Math.floor((now + (((index * 7919) % 1095) - 730) * day) / day) * day + (14 + (index % 6)) * hour;
  const isOver = startsAt < now;
  const host: Host = index % 3 === 0 ? { kind: "office" } : { kind: "commission", commissionId: pick(commissions, index).id };
  const made = instantFrom(Math.min(now, startsAt) - 30 * day);
  const state = index % 10 === 9 ? "draft" : index % 17 === 16 ? "cancelled" : isOver ? "done" : index % 11 === 10 ? "closed" : "published";
  const event = {
    id: deps.ids.event(),
    slug: `seeded-${index}-${made.slice(0, 10)}`,
    title: `${pick(things, index)} at ${pick(firms, index >> 3)} ${index}`,
    activityTypeId: pick(activityTypes, index * 3 + (index >> 5)).id,
    description: "Partners tell what their work is like, and show where it is done. Bring questions; lunch is at noon. ".repeat(4),
    host,
    venue: {
      kind: "place",
      zone: agency.zone,
      place: {
        name: pick(places, index >> 2),
        street: `${index} Invented Street`,
        city: "New York",
        region: "NY",
        postalCode: "10001",
        boroughId: pick(boroughs, index).id,
      },
    },
    audience: "industry_partners",
    contact: { title: "Director of Industry Engagement" },
    signUpWindow: { opensAt: made, closesAt: instantFrom(startsAt - hour) },
    needsApproval: index % 4 === 0,
    oneSessionPerPerson: false,
    questions: [],
    sessions: Array.from({ length: 1 + (index % 2) }, (_, session) => ({
      id: deps.ids.session(),
      label: session === 0 ? "Morning" : "Afternoon",
      startsAt: instantFrom(startsAt + session * 3 * hour),
      endsAt: instantFrom(startsAt + (session * 3 + 2) * hour),
      capacity: 20 + (index % 40),
      sequence: 0,
      partySizeLimit: 4,
      waitlistLimit: 10,
      ...(state === "cancelled" ? { status: "cancelled", cancelledAt: made, reason: "Snow" } : { status: "scheduled" }),
    })),
    version: 1,
    createdAt: made,
    status: state,
    ...(state === "draft" ? {} : { publishedAt: made }),
    ...(state === "closed" ? { closedAt: made } : {}),
    ...(state === "done" ? { doneAt: instantFrom(startsAt + day) } : {}),
    ...(state === "cancelled" ? { cancelledAt: made, reason: "Snow" } : {}),
  };
  // Checked once and not for each: of 200,000 that would take a minute.
  return index === 0 ? EventSchema.parse(event) : (event as unknown as Event);
}

/** The items of one event, as its own writing would leave them. */
function itemsOf(deps: Deps, event: Event, now: number, hasSeats: boolean): Item[] {
  const at = event.status === "done" ? event.doneAt : instantFrom(Math.min(now, Date.parse(event.createdAt)));
  const change: Change = { by: { kind: "system", part: "bench" }, at, op: "event.seed" };
  const seats = event.status === "draft" || !hasSeats ? [] : event.sessions.map((session) => newSeatsWrite(deps, makeSeats(event, session), change));
  const writes = [newEventWrite(deps, event, change), ...besideEvent(deps, undefined, event, change), ...seats];
  return writes.flatMap(({ Put }) => (Put?.Item ? [Put.Item as Item] : []));
}

/** A busy emulator may take longer than a client waits. Writing the same again changes nothing. */
async function sendPatiently({ table }: Deps, command: BatchWriteCommand): Promise<BatchWriteCommandOutput> {
  for (let tries = 1; ; tries++) {
    try {
      return await table.client.send(command);
    } catch (error) {
      if (tries === 20 || !isPassing(error)) throw error;
    }
  }
}

async function writeBatch(deps: Deps, items: readonly Item[]): Promise<void> {
  let left: readonly Item[] = items;
  while (left.length > 0) {
    const requests = left.map((item) => ({ PutRequest: { Item: item } }));
    const { UnprocessedItems } = await sendPatiently(deps, new BatchWriteCommand({ RequestItems: { [deps.table.name]: requests } }));
    left = (UnprocessedItems?.[deps.table.name] ?? []).flatMap(({ PutRequest }) => (PutRequest?.Item ? [PutRequest.Item as Item] : []));
  }
}

/**
 * So many events at once, by batches and not by use cases: for measuring lists, not events. Their rows, months and seats are what
 * the use cases would have written.
 *
 * @param from the number of the first, so that a table can grow
 */
export async function seedEvents(deps: Deps, count: number, from = 0, { hasSeats = true } = {}): Promise<void> {
  const now = Date.parse(deps.now());
  const today = todayOf(deps);
  const { boroughs, commissions, activityTypes } = deps.agency;
  const names = { boroughs: boroughs.on(today), commissions: commissions.on(today), activityTypes: activityTypes.on(today) };
  const waiting: Item[] = [];
  let running: Promise<void>[] = [];
  for (let index = from; index < from + count; index++) {
    waiting.push(...itemsOf(deps, eventAt(deps, names, index, now), now, hasSeats));
    while (waiting.length >= itemsPerBatch) running.push(writeBatch(deps, waiting.splice(0, itemsPerBatch)));
    if (running.length < batchesAtOnce) continue;
    await Promise.all(running);
    running = [];
  }
  await Promise.all([...running, writeBatch(deps, waiting)]);
}
