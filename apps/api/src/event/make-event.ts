import { createHash } from "node:crypto";
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
import { sign } from "../secrets.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { besideEvent } from "./beside-event.ts";
import { type ReferenceRefusal, refusalOfInput } from "./references.ts";
import { slugOf } from "./slug.ts";
import { eventFrom, findEventBySlug, madeOnceWrite, newEventWrite, newSlugWrite } from "./store.ts";

const slugsTried = 5;

export interface Making {
  actor: Actor;
  input: EventInput;
  /** The same key by the same person for an event of the same title and day is the same request. */
  idempotencyKey?: string;
  /** Made as one of several: under an id that its place among them gives, so that it is made once. */
  series?: { eventId: EventId; place: NonNullable<NewIds["series"]> };
}

/** `event_unknown`: as one of several it was made already, and somebody has discarded it since. */
export type MakeRefusal = { code: "forbidden" } | { code: "event_unknown" } | ReferenceRefusal;

/** Makes a draft, in the name of a host for whom this actor may. */
export async function makeEvent(deps: Deps, { actor, input, idempotencyKey, series }: Making): Promise<Result<Event, MakeRefusal>> {
  const now = deps.now();
  if (!may(actor, "make_event", { kind: "event", host: input.host }, now)) return refuse({ code: "forbidden" });
  const refusal = refusalOfInput(deps.agency, input, now);
  if (refusal) return refuse(refusal);

  const change: Change = { by: { kind: "user", userId: actor.userId }, at: now, op: "event.make" };
  const keyHash =
    idempotencyKey === undefined ? undefined : sign(deps.secrets.forms[0]?.key ?? "", "make event", actor.userId, idempotencyKey).toString("base64url");
  for (let attempt = 0; attempt < slugsTried; attempt++) {
    const slug = slugOf(input, attempt === 0 ? undefined : suffixOf(attempt));
    const ids = { eventId: series?.eventId ?? deps.ids.event(), slug, sessionIds: input.sessions.map(() => deps.ids.session()) };
    const event = makeDraft(input, { ...ids, ...(series ? { series: series.place } : {}) }, now);
    const written = await write(deps, [
      newEventWrite(deps, event, change),
      newSlugWrite(deps, slug, event.id, change, keyHash),
      ...(series ? [madeOnceWrite(deps, event.id, change)] : []),
      ...besideEvent(deps, undefined, event, change),
    ]);
    if (written.ok) return accept(event);
    // Made already, as the same one of the same series.
    const known = series && written.failed[0]?.item;
    if (known) return accept(eventFrom(known));
    if (series && written.failed[2]) return refuse({ code: "event_unknown" });
    // A repetition of a request whose answer was lost meets its own slug.
    const taken = written.failed[1]?.item;
    const own = keyHash !== undefined && taken?.keyHash === keyHash ? await findEventBySlug(deps, slug) : undefined;
    if (own) return accept(own);
  }
  throw new Error("no free public address was found for an event");

  /** A repetition tries the same addresses in the same order, and so finds its own also where the first was somebody else's. */
  function suffixOf(attempt: number): string {
    if (keyHash === undefined) return deps.ids.ulid().slice(-4);
    return createHash("sha256").update(`${keyHash}\n${attempt}`).digest("hex").slice(0, 4);
  }
}
