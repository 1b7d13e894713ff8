import { type Actor, copyOfEvent, type Event, type Result } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { CloneInput } from "./copy-contract.ts";
import { type MakeRefusal, makeEvent } from "./make-event.ts";

/** Makes a draft like an event that the actor may see, for the same host: where they may make none for it, they are refused. */
export function cloneEvent(
  deps: Deps,
  { actor, event, wanted, idempotencyKey }: { actor: Actor; event: Event; wanted: CloneInput; idempotencyKey?: string | undefined },
): Promise<Result<Event, MakeRefusal>> {
  const copy = copyOfEvent(event, wanted.shiftDays);
  const input = wanted.title === undefined ? copy : { ...copy, title: wanted.title };
  return makeEvent(deps, { actor, input, ...(idempotencyKey === undefined ? {} : { idempotencyKey: `clone ${event.id} ${idempotencyKey}` }) });
}
