import { type Actor, accept, type Event, type EventInput, makeEvent as makeDraft, may, type Result, refuse } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { type ReferenceRefusal, unknownReferences } from "./references.ts";
import { slugOf } from "./slug.ts";
import { newEventWrite, newSlugWrite } from "./store.ts";

const slugsTried = 5;

/** Makes a draft, in the name of a host for whom this actor may. */
export async function makeEvent(
  deps: Deps,
  { actor, input }: { actor: Actor; input: EventInput },
): Promise<Result<Event, { code: "forbidden" } | ReferenceRefusal>> {
  const now = deps.now();
  const paths = unknownReferences(deps.agency, input);
  if (paths.length > 0) return refuse({ code: "reference_unknown", paths });
  if (!may(actor, "make_event", { kind: "event", host: input.host }, now)) return refuse({ code: "forbidden" });

  const change: Change = { by: { kind: "user", userId: actor.userId }, at: now, op: "event.make" };
  for (let attempt = 0; attempt < slugsTried; attempt++) {
    const slug = slugOf(input, attempt === 0 ? undefined : deps.ids.ulid().slice(-4));
    const event = makeDraft(input, { eventId: deps.ids.event(), slug, sessionIds: input.sessions.map(() => deps.ids.session()) }, now);
    const written = await write(deps, [newEventWrite(deps, event, change), newSlugWrite(deps, slug, event.id, change)]);
    if (written.ok) return accept(event);
  }
  throw new Error("no free public address was found for an event");
}
