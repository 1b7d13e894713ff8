import type { RosterRow } from "../../lib/api/roster.ts";

const inEnglish = new Intl.Collator("en-US", { sensitivity: "base", numeric: true });

/** Whoever is let in: those whose seat is confirmed, by name, as somebody at a door looks for them. */
export const forTheDoor = (people: readonly RosterRow[]): RosterRow[] =>
  people.filter(({ state }) => state === "confirmed").sort((a, b) => inEnglish.compare(a.name, b.name));

export interface Badge {
  key: string;
  name: string;
  under: string;
}

/** One badge for each person of a party: nobody knows the names of those who come along. */
export const badgesFor = (coming: readonly RosterRow[]): Badge[] =>
  coming.flatMap(({ id, name, affiliation, partySize }) =>
    Array.from({ length: partySize }, (_, index) =>
      index === 0 ? { key: id, name, under: affiliation ?? "" } : { key: `${id} ${index}`, name: "", under: `Guest of ${name}` },
    ),
  );
