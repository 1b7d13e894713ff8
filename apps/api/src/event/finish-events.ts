import { finishEvent } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { besideEvent } from "./beside-event.ts";
import { forgetEvent } from "./cached.ts";
import { findEventsToFinish } from "./find-events.ts";
import { changedEventWrite } from "./store.ts";

/** Files every event whose sessions are over as done. One that somebody changes at the same moment waits for the next round. */
export async function finishEvents(deps: Deps): Promise<{ finished: number }> {
  const now = deps.now();
  const change: Change = { by: { kind: "system", part: "schedule" }, at: now, op: "event.finish" };
  let finished = 0;
  for (const event of await findEventsToFinish(deps, now)) {
    const done = finishEvent(event, now);
    if (!done) continue;
    const written = await write(deps, [changedEventWrite(deps, done, event.version, change), ...besideEvent(deps, event, done, change)]);
    if (!written.ok) continue;
    forgetEvent(deps, done);
    finished += 1;
  }
  return { finished };
}
