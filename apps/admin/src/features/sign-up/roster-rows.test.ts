import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RosterRow } from "../../lib/api.ts";
import { heldRows, partiesIn, rowsIn } from "./roster-rows.ts";

const person = (id: string, state: RosterRow["state"], more: Partial<RosterRow> = {}) =>
  ({
    id,
    state,
    name: `Name ${id}`,
    email: `${id}@example.org`,
    partySize: 1,
    answers: {},
    receivedAt: "2026-11-01T00:00:00.000Z",
    version: 1,
    ...more,
  }) as RosterRow;

const people = [
  person("a", "confirmed"),
  person("b", "pending", { name: "José Núñez" }),
  person("c", "waitlisted"),
  person("d", "withdrawn"),
  person("e", "received"),
];
const ids = (rows: readonly RosterRow[]) => rows.map((row) => row.id as string);

describe("a roster's views", () => {
  test("show each person in the view of their state", () => {
    expect(ids(rowsIn("all", people, undefined))).toEqual(["a", "b", "c", "e"]);
    expect(ids(rowsIn("decide", people, undefined))).toEqual(["b"]);
    expect(ids(rowsIn("waiting", people, undefined))).toEqual(["c", "e"]);
    expect(ids(rowsIn("ended", people, undefined))).toEqual(["d"]);
  });

  test("find people whatever the accents, by every word", () => {
    expect(ids(rowsIn("all", people, "nunez jose"))).toEqual(["b"]);
    expect(ids(rowsIn("all", people, "nunez maria"))).toEqual([]);
  });

  test("are counted from the parties by state, with or without the people", () => {
    expect(partiesIn("all", { confirmed: 3, pending: 2, waitlisted: 1, withdrawn: 7 })).toBe(6);
    expect(partiesIn("ended", {})).toBe(0);
  });
});

describe("rows that are pointed at", () => {
  const id = fc.integer({ min: 0, max: 30 }).map(String);
  const some = fc.uniqueArray(id, { maxLength: 20 });

  test("keep their order while they exist, and what is new comes after them, once", () => {
    fc.assert(
      fc.property(some, some, some, (shown, wantedIds, others) => {
        const all = [...new Set([...wantedIds, ...others])].map((name) => person(name, "confirmed"));
        const wanted = all.filter((row) => wantedIds.includes(row.id));
        const held = ids(heldRows(shown, wanted, all));
        const kept = shown.filter((name) => all.some((row) => row.id === name));
        expect(held.slice(0, kept.length)).toEqual(kept);
        expect(held).toHaveLength(new Set(held).size);
        for (const name of wantedIds) expect(held).toContain(name);
      }),
    );
  });

  test("show what is true of them now, also where they left the view", () => {
    const now = [person("b", "confirmed"), person("f", "pending")];
    expect(heldRows(["b"], rowsIn("decide", now, undefined), now).map(({ id: name, state }) => [name, state])).toEqual([
      ["b", "confirmed"],
      ["f", "pending"],
    ]);
  });
});
