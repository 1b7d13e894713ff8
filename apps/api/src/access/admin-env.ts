import type { Event, SessionId } from "@cte-partnerships/domain";
import type { HttpEnv } from "../http/frame.ts";
import type { SignedIn } from "./find-actor.ts";

/** What the console's routes find in their context: who asks, and what the policy found for them. */
export interface AdminEnv {
  Variables: HttpEnv["Variables"] & {
    actor: SignedIn;
    /** There where the route's policy is about an event or one of its sessions. */
    event: Event;
    sessionId: SessionId;
  };
  Bindings: HttpEnv["Bindings"];
}
