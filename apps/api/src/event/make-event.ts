import {
  type Actor,
  accept,
  type Event,
  type EventId,
  type EventInput,
  makeEvent as makeDraft,
  may,
  type NewIds,
  type Result,
  refuse,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { besideEvent } from "./beside-event.ts";
import { eventIdFor } from "./ids-by-request.ts";
import { type ReferenceRefusal, refusalOfInput } from "./references.ts";
import { slugOf } from "./slug.ts";
import { eventFrom, madeOnceWrite, newEventWrite, newSlugWrite } from "./store.ts";

const slugsTried = 5;

export interface Making {
  actor: Actor;
  input: EventInput;
  /** The same key by the same person for an event of the same title and day is the same request. */
  idempotencyKey?: string;
  /** Made as one of several: under an id that its place among them gives, so that it is made once. */
  series?: { eventId: EventId; place: NonNullable<NewIds["series"]> };
}

/** `made_and_discarded`: the same request made it already, and somebody has discarded it since. */
export type MakeRefusal = { code: "forbidden" } | { code: "made_and_discarded" } | ReferenceRefusal;

/** Makes a draft, in the name of a host for whom this actor may. */
export async function makeEvent(deps: Deps, { actor, input, idempotencyKey, series }: Making): Promise<Result<Event, MakeRefusal>> {
  const now = deps.now();
  if (!may(actor, "make_event", { kind: "event", host: input.host }, now)) return refuse({ code: "forbidden" });
  const refusal = refusalOfInput(deps.agency, input, now);
  if (refusal) return refuse(refusal);

  const change: Change = { by: { kind: "user", userId: actor.userId }, at: now, op: "event.make" };
  // Under an id that its request gives it is made once.
  const ownId = series?.eventId ?? (idempotencyKey === undefined ? undefined : eventIdFor(actor.userId, idempotencyKey, slugOf(input)));
  for (let attempt = 0; attempt < slugsTried; attempt++) {
    const slug = slugOf(input, attempt === 0 ? undefined : deps.ids.ulid().slice(-4));
    const ids = { eventId: ownId ?? deps.ids.event(), slug, sessionIds: input.sessions.map(() => deps.ids.session()) };
    const event = makeDraft(input, { ...ids, ...(series ? { series: series.place } : {}) }, now);
    const written = await write(deps, [
      newEventWrite(deps, event, change),
      newSlugWrite(deps, slug, event.id, change),
      ...(ownId ? [madeOnceWrite(deps, event.id, change)] : []),
      ...besideEvent(deps, undefined, event, change),
    ]);
    if (written.ok) return accept(event);
    const known = ownId && written.failed[0]?.item;
    if (known) return accept(eventFrom(known));
    if (ownId && written.failed[2]) return refuse({ code: "made_and_discarded" });
  }
  throw new Error("no free public address was found for an event");
}
