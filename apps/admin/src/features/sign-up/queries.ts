import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { messageApi } from "../../lib/api/message.ts";
import { type Marked, type Roster, type RosterRow, rosterApi } from "../../lib/api/roster.ts";
import { type People, withRows } from "./people.ts";

export const rosterKey = (sessionId: string) => ["roster", sessionId] as const;
export const peopleKey = (sessionId: string) => ["people", sessionId] as const;
export const messagesKey = (sessionId: string) => ["messages", sessionId] as const;

/** What a message says never changes. */
export const messageTextQuery = (sessionId: string, messageId: string) =>
  queryOptions({
    queryKey: ["message-text", sessionId, messageId],
    queryFn: ({ signal }) => messageApi.read(sessionId, messageId, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/**
 * A session's seats, asked for again and again: where nothing changed the answer is 304 and costs nothing. Where something
 * did, those who changed are fetched before it is told: seats and people that are shown together belong together, and where
 * the people do not come, the next question asks for both again. The first time people are on their way beside the seats, and
 * nobody waits for what changed between the two: taken without its mark, it is told with all that changed a second later.
 */
export const rosterQuery = (sessionId: string) =>
  queryOptions({
    queryKey: rosterKey(sessionId),
    queryFn: async ({ client, signal }): Promise<Marked<Roster>> => {
      const known = client.getQueryData<Marked<Roster>>(rosterKey(sessionId));
      const roster = await rosterApi.get(sessionId, known, signal);
      if (roster === known) return known;
      const isCaughtUp = known !== undefined && (await catchUp(client, sessionId, signal));
      return isCaughtUp ? roster : { body: roster.body, etag: undefined };
    },
    staleTime: 1_000,
    // Each follow-up is a try in itself.
    retry: false,
  });

/** Everybody of a session, page by page: each page is shown as soon as it is there. */
export const peopleQuery = (sessionId: string) =>
  queryOptions({
    queryKey: peopleKey(sessionId),
    queryFn: async ({ client, signal }): Promise<People> => {
      let people: People | undefined;
      for (let after: string | undefined; people?.isComplete !== true; ) {
        const page = await rosterApi.people(sessionId, after, signal);
        after = page.next;
        const known: People | undefined = people && client.getQueryData<People>(peopleKey(sessionId));
        people = {
          byPerson: withRows(known?.byPerson ?? new Map(), page.people),
          // Of the first page: whatever changed while the others were read is asked for too.
          since: known?.since ?? page.readAt,
          isComplete: after === undefined,
        };
        if (people.isComplete) break;
        client.setQueryData(peopleKey(sessionId), people);
        await drawn();
      }
      return people;
    },
    // Kept true by what changed, and never read anew by itself.
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });

/** Waits until the browser has drawn what it has, or was busy for a moment: the next page is larger, and nobody waits for it. */
const drawn = () =>
  new Promise<void>((resolve) => ("requestIdleCallback" in window ? requestIdleCallback(() => resolve(), { timeout: 300 }) : setTimeout(resolve, 0)));

/** Somebody's sign-up as it is known by now. */
export function personIn(client: QueryClient, sessionId: string, signUpId: string): RosterRow | undefined {
  const people = client.getQueryData<People>(peopleKey(sessionId));
  return people && [...people.byPerson.values()].find(({ id }) => id === signUpId);
}

/** Fetches who changed among those who are shown. False while the first of them are still on their way. */
async function catchUp(client: QueryClient, sessionId: string, signal: AbortSignal): Promise<boolean> {
  for (;;) {
    const known = client.getQueryData<People>(peopleKey(sessionId));
    if (!known) return client.isFetching({ queryKey: peopleKey(sessionId) }) === 0;
    const changes = await rosterApi.changes(sessionId, known.since, signal);
    if (changes.isTooLongAgo) {
      await client.fetchQuery({ ...peopleQuery(sessionId), staleTime: 0 });
      return true;
    }
    client.setQueryData<People>(
      peopleKey(sessionId),
      // As it stands by now: a page may have come meanwhile.
      (people) => people && { ...people, byPerson: withRows(people.byPerson, changes.people), since: changes.until },
    );
    if (!changes.hasMore) return true;
  }
}
