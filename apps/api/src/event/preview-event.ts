import { accept, type Event, type EventInput, makeEvent, type Result, refuse } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { everySampleMail, type SampleMail } from "../mail/sample-mail.ts";
import { type ReferenceRefusal, refusalOfInput } from "./references.ts";
import { slugOf } from "./slug.ts";

/** The mails that an event can send; none while it has no session to tell of. */
export function previewMails(deps: Pick<Deps, "agency" | "config" | "now">, event: Event): SampleMail[] {
  const session = event.sessions.find(({ status }) => status === "scheduled");
  return session ? everySampleMail(deps, { event, session, at: deps.now() }) : [];
}

/** The draft that saving this would make: what stands in an editor, to be looked at. Nothing is kept of it. */
export function unsavedEvent(deps: Pick<Deps, "agency" | "ids" | "now">, input: EventInput): Result<Event, ReferenceRefusal> {
  const now = deps.now();
  const refusal = refusalOfInput(deps.agency, input, now);
  if (refusal) return refuse(refusal);
  const sessionIds = input.sessions.map(() => deps.ids.session());
  return accept(makeEvent(input, { eventId: deps.ids.event(), slug: slugOf(input), sessionIds }, now));
}
