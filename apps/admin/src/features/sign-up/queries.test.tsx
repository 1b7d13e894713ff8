import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Marked, type PeoplePage, type Roster, type RosterRow, rosterApi } from "../../lib/api/roster.ts";
import type { People } from "./people.ts";
import { peopleKey, peopleQuery, rosterQuery } from "./queries.ts";

const sessionId = "ses_1";
const row = (person: string, version: number) => ({ id: `sgn_${person.repeat(26)}${"0".repeat(26)}`, version, state: "confirmed" }) as unknown as RosterRow;

/** What the server has: who changed is told with every question, and the roster's mark moves with it. */
let changes = 0;
let client: QueryClient;

beforeEach(() => {
  changes = 0;
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  vi.spyOn(rosterApi, "get").mockImplementation(async (_id, known): Promise<Marked<Roster>> => {
    const etag = `"${changes}"`;
    return known?.etag === etag ? known : { body: { unsettled: changes } as Roster, etag };
  });
  vi.spyOn(rosterApi, "changes").mockImplementation(async () => ({ people: [row("A", 1 + changes)], until: "u", isTooLongAgo: false }) as never);
});
afterEach(() => vi.restoreAllMocks());

const ask = () => client.fetchQuery({ ...rosterQuery(sessionId), staleTime: 0 });
const versionOfA = () => [...(client.getQueryData<People>(peopleKey(sessionId))?.byPerson.values() ?? [])][0]?.version;

/** People who come when they are let go: read before whatever changes until then. */
function heldPeople() {
  const letGo = Promise.withResolvers<void>();
  vi.spyOn(rosterApi, "people").mockImplementation(async (): Promise<PeoplePage> => {
    const people = [row("A", 1 + changes)];
    await letGo.promise;
    return { people, readAt: "2026-11-01T00:00:00.000Z" } as PeoplePage;
  });
  const asked = client.fetchQuery(peopleQuery(sessionId));
  const come = async () => {
    letGo.resolve();
    await asked;
  };
  return { come };
}

test("the first seats wait for no question about who changed", async () => {
  const people = heldPeople();
  await people.come();
  await ask();
  expect(rosterApi.changes).not.toHaveBeenCalled();
});

test("who changed between the reading of the people and of the seats is told by the next question, whichever came first", async () => {
  const people = heldPeople();
  changes = 1;
  await ask();
  // A second question, and still nobody of the first page is there.
  await ask();
  await people.come();
  expect(versionOfA(), "the control: the page was read before the change").toBe(1);
  await ask();
  expect(versionOfA()).toBe(2);
});

test("from then on a question where nothing changed costs one small answer", async () => {
  const people = heldPeople();
  await people.come();
  await ask();
  await ask();
  vi.mocked(rosterApi.changes).mockClear();
  await ask();
  expect(rosterApi.changes).not.toHaveBeenCalled();
  expect(vi.mocked(rosterApi.get).mock.lastCall?.[1]?.etag).toBe('"0"');
});

test("where nobody may be seen, the mark is remembered by the second question", async () => {
  await ask();
  await ask();
  await ask();
  expect(rosterApi.changes).not.toHaveBeenCalled();
  expect(vi.mocked(rosterApi.get).mock.lastCall?.[1]?.etag).toBe('"0"');
});
