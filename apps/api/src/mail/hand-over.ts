import { EventId, Host, minutesAfter } from "@cte-partnerships/domain";
import * as z from "zod";
import type { Deps } from "../deps.ts";
import { hostWord } from "../event/store.ts";
import type { TableChange } from "../table/table-change.ts";
import { type FailedOfEvent, listFailedOfEvent, moveFailedMail } from "./hand-over-store.ts";
import { failedMailsLookedBackDays } from "./store.ts";

const EventImage = z.object({ id: EventId, host: Host });

/** A hand-over of an event to another host, where a change is one. Pure. */
export function handOverIn({ before, after }: TableChange): FailedOfEvent | undefined {
  if (before?._t !== "event" || after?._t !== "event") return undefined;
  const [from, to] = [EventImage.parse(before), EventImage.parse(after)];
  return hostWord(from.host) === hostWord(to.host) ? undefined : { eventId: to.id, from: from.host, to: to.host };
}

/**
 * Mails of an event that reached nobody stand among those of its host, and go with it: whoever has the event now is told of people
 * who wait for a word since before. Done again it changes nothing; a mail that was tried anew meanwhile stays where it is.
 */
export async function handOverFailedMails(deps: Deps, handOver: FailedOfEvent): Promise<void> {
  const since = minutesAfter(deps.now(), -failedMailsLookedBackDays * 24 * 60);
  for await (const mailIds of listFailedOfEvent(deps, handOver, since)) {
    for (const mailId of mailIds) await moveFailedMail(deps, mailId, handOver);
  }
}
