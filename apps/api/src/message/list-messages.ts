import type { Event, SessionId } from "@cte-partnerships/domain";
import { readUsers } from "../access/user-store.ts";
import type { Deps } from "../deps.ts";
import type { MessageList } from "./contract.ts";
import { listMessages as listStored } from "./store.ts";

/** What was written to a session's people, latest first, with what has become of its mails. */
export async function listMessages(deps: Deps, { event, sessionId }: { event: Event; sessionId: SessionId }): Promise<MessageList> {
  const stored = (await listStored(deps, event.id)).filter(({ message }) => message.sessionIds.includes(sessionId));
  const users = await readUsers(
    deps,
    stored.map(({ message }) => message.writtenBy),
  );
  return {
    messages: stored.map(({ message: { id, subject, text, people, writtenAt, writtenBy, reach, audience }, count: { finishedAt, ...count } }) => {
      const name = users.get(writtenBy)?.name;
      return {
        id,
        subject,
        text,
        people,
        writtenAt,
        ...(name === undefined ? {} : { writtenBy: name }),
        reach,
        ...(audience.kind === "states" ? { states: audience.states } : {}),
        ...count,
        isFinished: finishedAt !== undefined,
      };
    }),
  };
}
