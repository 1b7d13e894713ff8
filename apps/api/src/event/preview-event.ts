import { type Actor, accept, type Event, type EventId, type EventInput, makeEvent, type Result, refuse } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { everySampleMail, type SampleMail } from "../mail/sample-mail.ts";
import { findEventWithinReach } from "./get-event.ts";
import { type ReferenceRefusal, refusalOfInput } from "./references.ts";
import { slugOf } from "./slug.ts";

/** The mails that an event can send; none while it has no session to tell of. */
export function previewMails(deps: Pick<Deps, "agency" | "config" | "now">, event: Event): SampleMail[] {
  const session = event.sessions.find(({ status }) => status === "scheduled");
  return session ? everySampleMail(deps, { event, session, at: deps.now() }) : [];
}

export interface Unsaved {
  actor: Actor;
  input: EventInput;
  /** The event that is edited; absent for a new one. One that is out of reach is as good as none. */
  eventId?: EventId | undefined;
}

/** The draft that saving this would make: what stands in an editor, to be looked at. Nothing is kept of it. Refused as the save would be. */
export async function unsavedEvent(deps: Deps, { actor, input, eventId }: Unsaved): Promise<Result<Event, ReferenceRefusal>> {
  const now = deps.now();
  const before = eventId === undefined ? undefined : await findEventWithinReach(deps, actor, eventId);
  const refusal = refusalOfInput(deps.agency, input, now, before);
  if (refusal) return refuse(refusal);
  const sessionIds = input.sessions.map(() => deps.ids.session());
  return accept(makeEvent(input, { eventId: deps.ids.event(), slug: slugOf(input), sessionIds }, now));
}
