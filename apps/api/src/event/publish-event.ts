import { dateIn, type Event, publishEvent as publish, type Result } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { makeSeats, newSeatsWrite } from "../sign-up/seats-store.ts";
import { activityTypeOf } from "./activity-type-of.ts";
import { changeEvent, type EventChange, type EventChangeRefusal } from "./change-event.ts";

/** From now on the public sees it: the event and one seat item a session, in one transaction. */
export const publishEvent = (deps: Deps, asked: EventChange): Promise<Result<Event, EventChangeRefusal>> =>
  changeEvent(
    deps,
    asked,
    "event.publish",
    (event, now) => publish(event, now, activityTypeOf(deps.agency, event, dateIn(deps.agency.zone, now))),
    (after, _before, change) => after.sessions.map((session) => newSeatsWrite(deps, makeSeats(after, session), change)),
  );
