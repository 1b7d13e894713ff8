import { type Actor, accept, dateIn, type Event, type EventInput, makeEvent as makeDraft, may, type Result, refuse } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { sign } from "../secrets.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { besideEvent } from "./beside-event.ts";
import { type ReferenceRefusal, unknownReferences } from "./references.ts";
import { slugOf } from "./slug.ts";
import { findEventBySlug, newEventWrite, newSlugWrite } from "./store.ts";

const slugsTried = 5;

/**
 * Makes a draft, in the name of a host for whom this actor may.
 *
 * @param idempotencyKey the same key by the same person for an event of the same title and day is the same request
 */
export async function makeEvent(
  deps: Deps,
  { actor, input, idempotencyKey }: { actor: Actor; input: EventInput; idempotencyKey?: string },
): Promise<Result<Event, { code: "forbidden" } | ReferenceRefusal>> {
  const now = deps.now();
  if (!may(actor, "make_event", { kind: "event", host: input.host }, now)) return refuse({ code: "forbidden" });
  const paths = unknownReferences(deps.agency, input, dateIn(deps.agency.zone, now));
  if (paths.length > 0) return refuse({ code: "reference_unknown", paths });

  const change: Change = { by: { kind: "user", userId: actor.userId }, at: now, op: "event.make" };
  const keyHash =
    idempotencyKey === undefined ? undefined : sign(deps.secrets.forms[0]?.key ?? "", "make event", actor.userId, idempotencyKey).toString("base64url");
  for (let attempt = 0; attempt < slugsTried; attempt++) {
    const slug = slugOf(input, attempt === 0 ? undefined : deps.ids.ulid().slice(-4));
    const event = makeDraft(input, { eventId: deps.ids.event(), slug, sessionIds: input.sessions.map(() => deps.ids.session()) }, now);
    const written = await write(deps, [
      newEventWrite(deps, event, change),
      newSlugWrite(deps, slug, event.id, change, keyHash),
      ...besideEvent(deps, undefined, event, change),
    ]);
    if (written.ok) return accept(event);
    // A repetition of a request whose answer was lost meets its own slug.
    const taken = written.failed[1]?.item;
    const own = keyHash !== undefined && taken?.keyHash === keyHash ? await findEventBySlug(deps, slug) : undefined;
    if (own) return accept(own);
  }
  throw new Error("no free public address was found for an event");
}
