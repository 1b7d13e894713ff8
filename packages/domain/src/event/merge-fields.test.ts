import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSame } from "../shared/same.ts";
import { type FieldConflict, mergeFields, orderOf, withField } from "./merge-fields.ts";

const event = {
  title: "Career Day",
  host: { kind: "office" } as Record<string, unknown>,
  contact: { title: "Desk", email: "desk@example.org" } as { title: string; email?: string },
  agenda: ["One", "Two"],
  sessions: [
    { id: "a", label: "Morning", capacity: 10 },
    { id: "b", label: "Noon", capacity: 20 },
    { id: "c", label: "Evening", capacity: 30 },
  ] as { id?: string; label: string; capacity: number }[],
};
type Example = typeof event;
const copyOf = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));
const change = (make: (copy: Example) => void): Example => {
  const copy = copyOf(event);
  make(copy);
  return copy;
};
const at = (things: Example["sessions"], index: number) => things[index] as Example["sessions"][number];
const paths = (changes: readonly { path: readonly string[] }[]) => changes.map(({ path }) => path.join("."));

describe("merging two people's changes", () => {
  it("keeps both where they changed different fields, inside a part and inside one session too", () => {
    const theirs = change((copy) => {
      copy.contact.title = "Front desk";
      at(copy.sessions, 1).capacity = 25;
    });
    const mine = change((copy) => {
      copy.contact.email = "front@example.org";
      at(copy.sessions, 1).label = "Midday";
      copy.title = "Career Week";
    });
    const { merged, conflicts, changes } = mergeFields(event, theirs, mine);
    expect(conflicts).toEqual([]);
    expect(merged.title).toBe("Career Week");
    expect(merged.contact).toEqual({ title: "Front desk", email: "front@example.org" });
    expect(merged.sessions[1]).toEqual({ id: "b", label: "Midday", capacity: 25 });
    expect(paths(changes)).toEqual(["contact.title", "sessions.b.capacity"]);
  });

  it("tells a conflict with all three values, lets mine stand, and puts theirs in its place when that is chosen", () => {
    const theirs = change((copy) => {
      at(copy.sessions, 0).capacity = 11;
    });
    const mine = change((copy) => {
      at(copy.sessions, 0).capacity = 12;
    });
    const { merged, conflicts } = mergeFields(event, theirs, mine);
    expect(conflicts).toEqual([{ path: ["sessions", "a", "capacity"], base: 10, theirs: 11, mine: 12 }]);
    expect(at(merged.sessions, 0).capacity).toBe(12);
    const [conflict] = conflicts as [FieldConflict];
    expect(withField(merged, conflict.path, conflict.theirs)).toEqual(theirs);
  });

  it("has no conflict where both did the same", () => {
    const both = change((copy) => {
      copy.title = "Career Week";
    });
    expect(mergeFields(event, both, copyOf(both))).toMatchObject({ merged: both, conflicts: [] });
  });

  it("knows sessions by id and not by place, and keeps what either added behind what it stood behind", () => {
    const theirs = change((copy) => void copy.sessions.splice(1, 0, { id: "n", label: "New", capacity: 1 }));
    const mine = change((copy) => {
      at(copy.sessions, 2).capacity = 33;
      copy.sessions.push({ label: "Mine", capacity: 2 });
      copy.sessions.unshift({ label: "First", capacity: 3 });
    });
    const { merged, conflicts } = mergeFields(event, theirs, mine);
    expect(conflicts).toEqual([]);
    expect(merged.sessions.map(({ label }) => label)).toEqual(["First", "Morning", "New", "Noon", "Evening", "Mine"]);
    expect(at(merged.sessions, 4).capacity).toBe(33);
  });

  it("takes a session out where one took it out and the other left it, and asks where the other changed it", () => {
    const without = change((copy) => void copy.sessions.splice(0, 1));
    const changed = change((copy) => {
      at(copy.sessions, 0).capacity = 12;
    });
    expect(
      mergeFields(
        event,
        without,
        change((copy) => {
          copy.title = "X";
        }),
      ).merged.sessions.map(({ id }) => id),
    ).toEqual(["b", "c"]);
    const mineGone = mergeFields(event, changed, without);
    expect(mineGone.conflicts).toEqual([{ path: ["sessions", "a"], base: event.sessions[0], theirs: changed.sessions[0], mine: undefined }]);
    expect(mineGone.merged.sessions.map(({ id }) => id)).toEqual(["b", "c"]);
    expect(withField(mineGone.merged, ["sessions", "a"], changed.sessions[0]).sessions.map(({ id }) => id)).toEqual(["b", "c", "a"]);
    const theirsGone = mergeFields(event, without, changed);
    expect(theirsGone.conflicts[0]).toMatchObject({ theirs: undefined, mine: changed.sessions[0] });
    expect(withField(theirsGone.merged, ["sessions", "a"], undefined)).toEqual(without);
  });

  it("takes over an order from whoever changed it, and asks where both did", () => {
    const order = (...ids: string[]) => change((copy) => void copy.sessions.sort((a, b) => ids.indexOf(a.id ?? "") - ids.indexOf(b.id ?? "")));
    const longer = change((copy) => {
      at(copy.sessions, 0).capacity = 99;
    });
    const idsOf = ({ sessions }: Example) => sessions.map(({ id }) => id);
    expect(idsOf(mergeFields(event, order("c", "b", "a"), longer).merged)).toEqual(["c", "b", "a"]);
    expect(idsOf(mergeFields(event, longer, order("c", "b", "a")).merged)).toEqual(["c", "b", "a"]);
    const both = mergeFields(event, order("c", "b", "a"), order("b", "a", "c"));
    expect(both.conflicts).toEqual([{ path: ["sessions", orderOf], base: ["a", "b", "c"], theirs: ["c", "b", "a"], mine: ["b", "a", "c"] }]);
    expect(idsOf(both.merged)).toEqual(["b", "a", "c"]);
    expect(idsOf(withField(both.merged, ["sessions", orderOf], ["c", "b", "a"]))).toEqual(["c", "b", "a"]);
  });

  it("takes a list of plain values, and things of two kinds, whole: their fields would not fit together", () => {
    const commission = change((copy) => {
      copy.host = { kind: "commission", commissionId: "cms_x" };
    });
    const school = change((copy) => {
      copy.host = { kind: "school", schoolId: "sch_x" };
    });
    expect(mergeFields(event, commission, school)).toMatchObject({ merged: { host: school.host }, conflicts: [{ path: ["host"] }] });
    expect(mergeFields(event, commission, school, { tags: [] }).merged.host, "a form that holds all kinds' fields").toHaveProperty("commissionId");
    const lists = mergeFields(
      event,
      change((copy) => void copy.agenda.push("Three")),
      change((copy) => void copy.agenda.push("Four")),
    );
    expect(paths(lists.conflicts)).toEqual(["agenda"]);
  });

  it("tells what came and what went, and drops a field that either took away", () => {
    const theirs = change((copy) => {
      delete copy.contact.email;
      copy.sessions.pop();
      copy.sessions.push({ id: "d", label: "Late", capacity: 1 });
      copy.sessions.reverse();
    });
    const { merged, changes } = mergeFields(
      event,
      theirs,
      change((copy) => {
        copy.title = "X";
      }),
    );
    expect(merged.contact).toEqual({ title: "Desk" });
    expect(paths(changes)).toEqual(["contact.email", "sessions.d", "sessions.c", "sessions.#order"]);
  });

  it("puts nothing on what every object has", () => {
    const hostile = JSON.parse('{ "title": "X", "__proto__": { "isPolluted": true } }');
    const { merged } = mergeFields<unknown>({ title: "A" }, { title: "A", note: 1 }, hostile);
    expect(merged).not.toHaveProperty("isPolluted");
    expect({}).not.toHaveProperty("isPolluted");
    expect(withField({}, ["constructor", "x"], 1)).toEqual({ constructor: { x: 1 } });
  });
});

const things = fc.uniqueArray(
  fc.record({ id: fc.constantFrom("a", "b", "c", "d", "e"), n: fc.integer({ min: 0, max: 3 }), m: fc.integer({ min: 0, max: 3 }) }),
  {
    selector: ({ id }) => id,
  },
);
const small = fc.integer({ min: 0, max: 2 });
const version = fc.record(
  { title: small, part: fc.record({ x: small, y: small }), list: fc.array(small, { maxLength: 2 }), things },
  { requiredKeys: ["title", "things"] },
);
const unordered = ({ things: all, ...rest }: { things: readonly { id: string }[] }) => ({ ...rest, things: all.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });

describe("merging, whatever was changed", () => {
  it("is the other's version where I changed nothing, and mine where they did not", () => {
    fc.assert(
      fc.property(version, version, (base, changed) => {
        expect(mergeFields(base, changed, base)).toMatchObject({ merged: changed, conflicts: [] });
        expect(mergeFields(base, base, changed)).toMatchObject({ merged: changed, conflicts: [], changes: [] });
      }),
    );
  });

  it("finds the same conflicts from either side, and differs only in them and in where new things stand", () => {
    fc.assert(
      fc.property(version, version, version, (base, theirs, mine) => {
        const [one, other] = [mergeFields(base, theirs, mine), mergeFields(base, mine, theirs)];
        expect(paths(one.conflicts).sort()).toEqual(paths(other.conflicts).sort());
        const givenIn = one.conflicts.reduce((merged, { path, theirs: value }) => withField(merged, path, value), one.merged);
        expect(isSame(unordered(givenIn), unordered(other.merged))).toBe(true);
      }),
    );
  });

  it("loses no change: each of mine is in it, and each of theirs that is in no conflict", () => {
    fc.assert(
      fc.property(version, version, version, (base, theirs, mine) => {
        const { merged, conflicts, changes } = mergeFields(base, theirs, mine);
        const isIn = (path: readonly string[]) =>
          conflicts.some(
            (conflict) => conflict.path.every((part, index) => part === path[index]) || path.every((part, index) => part === conflict.path[index]),
          );
        for (const { path, theirs: value } of changes) {
          if (path.includes(orderOf) || isIn(path)) continue;
          expect(isSame(valueAt(merged, path), value), `${path.join(".")} of theirs`).toBe(true);
        }
        for (const { path, theirs: value } of mergeFields(base, mine, base).changes) {
          if (path.includes(orderOf) || isIn(path)) continue;
          expect(isSame(valueAt(merged, path), value), `${path.join(".")} of mine`).toBe(true);
        }
      }),
    );
  });
});

const valueAt = (whole: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, part) => (Array.isArray(value) ? value.find((thing) => thing.id === part) : (value as Record<string, unknown> | undefined)?.[part]),
    whole,
  );
