import { expect, test } from "vitest";
import type { RosterRow } from "../../lib/api/roster.ts";
import { badgesFor, forTheDoor } from "./at-the-door.ts";

const person = (name: string, state: RosterRow["state"], partySize = 1) => ({ id: `sgn_${name}`, name, state, partySize }) as RosterRow;

test("only those with a confirmed seat are printed for the door, by name whatever its case", () => {
  const people = [person("zoe", "confirmed"), person("Ben", "pending"), person("Ann", "confirmed"), person("Cat", "waitlisted"), person("Dan", "withdrawn")];
  expect(forTheDoor(people).map(({ name }) => name)).toEqual(["Ann", "zoe"]);
});

test("everybody of a party has a badge, and those who come along one to write on", () => {
  expect(badgesFor([person("Ann", "confirmed", 3)]).map(({ name, under }) => [name, under])).toEqual([
    ["Ann", ""],
    ["", "Guest of Ann"],
    ["", "Guest of Ann"],
  ]);
});
