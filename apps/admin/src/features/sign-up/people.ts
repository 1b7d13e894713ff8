import type { RosterRow } from "../../lib/api/roster.ts";

/** The people of a session as far as they are known here, by person: whoever signs up anew stands in their own place. */
export interface People {
  byPerson: ReadonlyMap<string, RosterRow>;
  /** What changed from this moment on is not in here yet. */
  since: string;
  /** Every page has come. */
  isComplete: boolean;
}

/** A sign-up's id is the person's key and then the moment (decision 005). */
const personOf = (id: string) => id.slice(4, 30);
const momentOf = (id: string) => id.slice(30);

const isNewer = (row: RosterRow, known: RosterRow): boolean => (row.id === known.id ? row.version > known.version : momentOf(row.id) > momentOf(known.id));

/** Rows put in among those that are known. Pages and changes come in any order: the newer of two always stays. */
export function withRows(byPerson: ReadonlyMap<string, RosterRow>, rows: readonly RosterRow[]): ReadonlyMap<string, RosterRow> {
  // The same map stands for "nothing changed": whatever is reckoned from it is not reckoned again.
  let next: Map<string, RosterRow> | undefined;
  for (const row of rows) {
    const person = personOf(row.id);
    const known = (next ?? byPerson).get(person);
    if (known && !isNewer(row, known)) continue;
    next ??= new Map(byPerson);
    next.set(person, row);
  }
  return next ?? byPerson;
}

/** A row as it is to be shown, where the one that stands here is of the same sign-up and the same version: anything newer is the truth already. */
export function withShown(byPerson: ReadonlyMap<string, RosterRow>, row: RosterRow): ReadonlyMap<string, RosterRow> {
  const known = byPerson.get(personOf(row.id));
  return known?.id === row.id && known.version === row.version ? new Map(byPerson).set(personOf(row.id), row) : byPerson;
}

/** By number, then by arrival. A place in line is where somebody stands now, and never worse than they were told. */
export function inOrder({ byPerson, isComplete }: Pick<People, "byPerson" | "isComplete">): RosterRow[] {
  const numberOf = (row: RosterRow) => row.number ?? Number.POSITIVE_INFINITY;
  const rows = [...byPerson.values()].sort((a, b) => numberOf(a) - numberOf(b) || (a.receivedAt < b.receivedAt ? -1 : 1));
  // While some are still missing nobody can say who is before whom.
  if (!isComplete) return rows;
  let inLine = 0;
  return rows.map((row) => {
    if (row.state !== "waitlisted") return row;
    inLine += 1;
    return row.place !== undefined && row.place <= inLine ? row : { ...row, place: inLine };
  });
}
