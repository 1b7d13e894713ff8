import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RosterRow } from "../../lib/api/roster.ts";
import { heldRows } from "../../ui/held-rows.ts";
import { piecesOf } from "../../ui/use-window.ts";
import { inOrder, type People, withRows } from "./people.ts";
import { partiesInViews, rowsIn, type Wanted } from "./roster-rows.ts";

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

const wantedIn = (view: Wanted["view"], more: Partial<Wanted> = {}): Wanted => ({ view, ...more });

describe("a roster's views", () => {
  test("show each person in the view of their state, and count them so", () => {
    expect(ids(rowsIn(people, wantedIn("all")))).toEqual(["a", "b", "c", "e"]);
    expect(ids(rowsIn(people, wantedIn("decide")))).toEqual(["b"]);
    expect(ids(rowsIn(people, wantedIn("waiting")))).toEqual(["c", "e"]);
    expect(ids(rowsIn(people, wantedIn("ended")))).toEqual(["d"]);
    expect(partiesInViews(people)).toEqual({ all: 4, decide: 1, confirmed: 1, waiting: 2, ended: 1 });
  });

  test("find people whatever the accents, by every word", () => {
    expect(ids(rowsIn(people, wantedIn("all", { q: "nunez jose" })))).toEqual(["b"]);
    expect(ids(rowsIn(people, wantedIn("all", { q: "nunez maria" })))).toEqual([]);
  });

  test("find people by what they answered, and those who left it out", () => {
    const answered = [
      person("a", "confirmed", { answers: { diet: "vegan", bring: ["slides", "robot"], bus: true } }),
      person("b", "confirmed", { answers: { diet: "none", bus: false } }),
      person("c", "confirmed", { answers: { diet: "" } }),
    ];
    const by = (answers: string) => ids(rowsIn(answered, wantedIn("all", { answers })));
    expect(by("diet:vegan")).toEqual(["a"]);
    expect(by("diet:none"), "an option of that word, or no answer: whoever reads the address bar means either").toEqual(["b", "c"]);
    expect(by("bring:robot")).toEqual(["a"]);
    expect(by("bus:no")).toEqual(["b"]);
    expect(by("bus:yes,diet:vegan")).toEqual(["a"]);
    expect(by("constructor:none"), "what every object has is no answer").toEqual(["a", "b", "c"]);
    expect(by("nonsense")).toEqual(["a", "b", "c"]);
  });

  test("are sorted by any column, up and down, and whoever lacks it comes last", () => {
    const rows = [person("a", "confirmed", { affiliation: "Zenith" }), person("b", "confirmed"), person("c", "confirmed", { affiliation: "Acme" })];
    const by = (sort: string) => ids(rowsIn(rows, wantedIn("all", { sort })));
    expect(by("affiliation")).toEqual(["c", "a", "b"]);
    expect(by("-affiliation")).toEqual(["a", "c", "b"]);
    expect(by("__proto__")).toEqual(["a", "b", "c"]);
  });
});

describe("people who come in pages and changes", () => {
  const key = (digit: string) => digit.repeat(26);
  const signUp = (who: string, moment: string, version: number, more: Partial<RosterRow> = {}) =>
    person(`sgn_${key(who)}${key(moment)}`, "confirmed", { version, ...more });

  test("are the same whatever came first: of two rows of one person the newer stays", () => {
    const rows = fc.array(fc.record({ who: fc.constantFrom("1", "2", "3"), moment: fc.constantFrom("a", "b"), version: fc.integer({ min: 1, max: 4 }) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, fc.array(fc.nat(11)), (drawn, cuts) => {
        const all = drawn.map(({ who, moment, version }) => signUp(who, moment, version));
        const known = (order: readonly RosterRow[]) => {
          let byPerson: People["byPerson"] = new Map();
          for (let from = 0, step = 0; from < order.length; step++) {
            const size = 1 + ((cuts[step] ?? 0) % 3);
            byPerson = withRows(byPerson, order.slice(from, from + size));
            from += size;
          }
          return [...byPerson].map(([who, { id, version }]) => `${who} ${id} ${version}`).sort();
        };
        expect(known(all.toReversed())).toEqual(known(all));
      }),
    );
  });

  test("stay the very same where nothing is new, so that nothing is drawn again", () => {
    const known = withRows(new Map(), [signUp("1", "a", 2)]);
    expect(withRows(known, [signUp("1", "a", 2), signUp("1", "a", 1)])).toBe(known);
  });

  test("stand in line where they stand now, and never worse than they were told", () => {
    const waiting = (id: string, number: number, place: number) => signUp(id, "a", 1, { state: "waitlisted", number, place });
    const byPerson = withRows(new Map(), [waiting("1", 7, 1), waiting("2", 5, 3), waiting("3", 6, 4)]);
    const places = (isComplete: boolean) => inOrder({ byPerson, isComplete }).map(({ number, place }) => [number, place]);
    expect(places(true)).toEqual([
      [5, 1],
      [6, 2],
      [7, 1],
    ]);
    expect(places(false), "while pages are still to come nobody can say").toEqual([
      [5, 3],
      [6, 4],
      [7, 1],
    ]);
  });
});

describe("rows that are pointed at", () => {
  const id = fc.integer({ min: 0, max: 30 }).map(String);
  const some = fc.uniqueArray(id, { maxLength: 20 });

  test("keep their order while they exist; nobody comes between them, and whoever is new waits, once", () => {
    fc.assert(
      fc.property(some, some, some, (shown, wantedIds, others) => {
        const all = [...new Set([...wantedIds, ...others])].map((name) => person(name, "confirmed"));
        const wanted = all.filter((row) => wantedIds.includes(row.id));
        const { rows, fresh } = heldRows(shown, wanted, all);
        expect(ids(rows)).toEqual(shown.filter((name) => all.some((row) => row.id === name)));
        expect(ids(fresh)).toEqual(ids(wanted).filter((name) => !shown.includes(name)));
      }),
    );
  });

  test("show what is true of them now, also where they left the view", () => {
    const now = [person("b", "confirmed"), person("f", "pending")];
    const { rows, fresh } = heldRows(["b"], rowsIn(now, wantedIn("decide")), now);
    expect(rows.map(({ id: name, state }) => [name, state])).toEqual([["b", "confirmed"]]);
    expect(ids(fresh)).toEqual(["f"]);
  });
});

describe("a long table", () => {
  test("stands for each row exactly once, drawn or as a gap, and always draws the one with the focus", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(60), fc.option(fc.nat(600), { nil: undefined }), (count, from, size, focused) => {
        const seen = { from: Math.min(from, count), to: Math.min(from + size, count) };
        const pieces = piecesOf(count, seen, focused);
        let next = 0;
        for (const piece of pieces) {
          if ("row" in piece) expect(piece.row).toBe(next++);
          else next += piece.gap;
        }
        expect(next).toBe(count);
        const drawn = pieces.flatMap((piece) => ("row" in piece ? [piece.row] : []));
        if (focused !== undefined && focused < count) expect(drawn).toContain(focused);
        expect(drawn.length).toBeLessThanOrEqual(size + 1);
      }),
    );
  });
});
