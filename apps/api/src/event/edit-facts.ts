import { type Event, isSame, type Question } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findTraces, type Traces } from "./traces-store.ts";

/**
 * What an edit must respect. A draft was never open to anybody, so nothing needs to be looked up.
 *
 * @param after the questions as they are to be: what was answered matters only of those that change; absent: of all
 */
export async function findEditFacts(deps: Pick<Deps, "table">, event: Event, after?: readonly Question[], most?: number): Promise<Traces> {
  if (event.status === "draft") return { sessionsWithSignUps: new Set(), answeredQuestions: new Set(), unsureQuestions: new Set() };
  const stays = (question: Question) => after?.some((given) => isSame(given, question)) ?? false;
  return findTraces(
    deps,
    event.sessions.map((session) => session.id),
    event.questions.filter((question) => !stays(question)).map((question) => question.id),
    most,
  );
}
