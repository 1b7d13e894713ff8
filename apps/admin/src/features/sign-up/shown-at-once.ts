import type { QueryClient } from "@tanstack/react-query";
import type { RosterRow } from "../../lib/api/roster.ts";
import { type People, withShown } from "./people.ts";
import { peopleQuery, personIn } from "./queries.ts";
import type { Step } from "./row-actions.tsx";

const shownAs = { approve: "confirmed", decline: "declined", withdraw: "withdrawn" } as const satisfies Record<Step, RosterRow["state"]>;

/**
 * Shows somebody's sign-up as it will stand, before the server has said so. What comes from there later is newer, and stays;
 * the function that is handed back shows it as it stood, where nothing has come meanwhile.
 */
export function showAtOnce(client: QueryClient, sessionId: string, step: Step, person: RosterRow): () => void {
  const show = (row: RosterRow) => {
    client.setQueryData(peopleQuery(sessionId).queryKey, (people: People | undefined) => people && { ...people, byPerson: withShown(people.byPerson, row) });
  };
  show({ ...person, state: shownAs[step] });
  return () => {
    if (personIn(client, sessionId, person.id)?.version === person.version) show(person);
  };
}
