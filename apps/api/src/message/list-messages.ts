import type { Event, SessionId } from "@cte-partnerships/domain";
import { readUsers } from "../access/user-store.ts";
import type { Deps } from "../deps.ts";
import type { MessageList } from "./contract.ts";
import { listMessages as listStored } from "./store.ts";

/** What was written to a session's people, latest first, with what has become of its mails. What it says is asked for by itself. */
export async function listMessages(deps: Deps, { event, sessionId }: { event: Event; sessionId: SessionId }): Promise<MessageList> {
  const now = deps.now();
  const stored = (await listStored(deps, event.id)).filter(({ head }) => head.sessionIds.includes(sessionId) && now < head.forgottenAt);
  const users = await readUsers(
    deps,
    stored.map(({ head }) => head.writtenBy),
  );
  return {
    messages: stored.map(({ head: { id, subject, people, isPeopleExact, writtenAt, writtenBy, reach, states }, count: { finishedAt, ...count } }) => {
      const name = users.get(writtenBy)?.name;
      return {
        id,
        subject,
        people,
        isPeopleExact,
        writtenAt,
        ...(name === undefined ? {} : { writtenBy: name }),
        reach,
        ...(states === undefined ? {} : { states }),
        ...count,
        isFinished: finishedAt !== undefined,
      };
    }),
  };
}
