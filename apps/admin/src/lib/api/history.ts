import { type AuditPage, historyClient } from "@cte-partnerships/api/client";
import { answer, options, origin, within } from "./answer.ts";

const history = historyClient(origin, options);

/** Whose history is asked for: an event, a session, or a sign-up in a session. */
export type HistoryOf = { eventId: string; sessionId?: never; signUpId?: never } | { eventId?: never; sessionId: string; signUpId?: string };

export const historyApi = {
  /** What happened to a sign-up, a session or an event within a year, latest first. */
  page: ({ eventId, sessionId, signUpId }: HistoryOf, cursor: string | undefined, signal?: AbortSignal) => {
    const query = cursor === undefined ? {} : { cursor };
    const of = history.sessions[":sessionId"];
    if (eventId !== undefined) return answer<AuditPage>(history.events[":eventId"].$get({ param: { eventId }, query }, within(signal)));
    if (signUpId === undefined) return answer<AuditPage>(of.$get({ param: { sessionId }, query }, within(signal)));
    return answer<AuditPage>(of["sign-ups"][":signUpId"].$get({ param: { sessionId, signUpId }, query }, within(signal)));
  },
};
