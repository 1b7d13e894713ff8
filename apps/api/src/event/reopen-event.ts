import { type Event, type Result, reopenEvent as reopen } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { changeEvent, type EventChange, type EventChangeRefusal } from "./change-event.ts";

/** The public form takes people in again, within the event's window. */
export const reopenEvent = (deps: Deps, asked: EventChange): Promise<Result<Event, EventChangeRefusal>> => changeEvent(deps, asked, "event.reopen", reopen);
