import { closeEvent as close, type Event, type Result } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { changeEvent, type EventChange, type EventChangeRefusal } from "./change-event.ts";

/** Nobody more is taken in by the public form; seats stay as they are, and the line still moves up. */
export const closeEvent = (deps: Deps, asked: EventChange): Promise<Result<Event, EventChangeRefusal>> => changeEvent(deps, asked, "event.close", close);
