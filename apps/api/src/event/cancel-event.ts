import { cancelEvent as cancel, type Event, type Result, sessionsToCome } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { cancelSeatsWrite } from "../sign-up/seats-store.ts";
import { changeEvent, type EventChange, type EventChangeRefusal } from "./change-event.ts";

/**
 * The event does not happen: it and the seats of all its sessions still to come are marked in one transaction, so nobody is settled into
 * it from that moment. Those who had signed up are cancelled and told in pages, from the stream.
 */
export const cancelEvent = (deps: Deps, { reason, ...asked }: EventChange & { reason: string }): Promise<Result<Event, EventChangeRefusal>> =>
  changeEvent(
    deps,
    asked,
    "event.cancel",
    (event, now) => cancel(event, reason, now),
    (after, before, change) => (before.status === "draft" ? [] : sessionsToCome(after, change.at).map((session) => cancelSeatsWrite(deps, session.id, change))),
  );
