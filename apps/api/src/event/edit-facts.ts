import type { EditFacts, Event } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findTraces } from "./store.ts";

/** What an edit must respect. A draft was never open to anybody, so nothing needs to be looked up. */
export async function findEditFacts(deps: Pick<Deps, "table">, event: Event): Promise<EditFacts> {
  if (event.status === "draft") return { sessionsWithSignUps: new Set(), answeredQuestions: new Set() };
  return findTraces(
    deps,
    event.sessions.map((session) => session.id),
    event.questions.map((question) => question.id),
  );
}
