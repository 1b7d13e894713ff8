import { cancelSession as cancel, type Event, type Result, type SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { cancelSeatsWrite } from "../sign-up/seats-store.ts";
import { changeEvent, type EventChange, type EventChangeRefusal } from "./change-event.ts";

/** One session does not happen. Its seats are marked with the event; its sign-ups follow from the stream. */
export const cancelSession = (
  deps: Deps,
  { sessionId, reason, ...asked }: EventChange & { sessionId: SessionId; reason: string },
): Promise<Result<Event, EventChangeRefusal>> =>
  changeEvent(
    deps,
    asked,
    "session.cancel",
    (event, now) => cancel(event, sessionId, reason, now),
    (_after, before, change) => (before.status === "draft" ? [] : [cancelSeatsWrite(deps, sessionId, change)]),
  );
