import fc from "fast-check";
import { expect, it } from "vitest";
import type { EventRow } from "../../lib/api/event.ts";
import { type HeldEvents, withChanges } from "./held-events.ts";

const none: HeldEvents = { byId: new Map(), gone: new Map(), since: "0", from: "2024-11-26", isCut: false };
const row = (id: string, version: number) => ({ id, version }) as EventRow;

it("comes to the same events in whatever order answers arrive, however often", () => {
  const id = fc.constantFrom("a", "b", "c");
  // Each version of an event says one thing: that it stands so, or that it left.
  const said = fc.record({ id, version: fc.integer({ min: 1, max: 6 }), isGone: fc.boolean() });
  fc.assert(
    fc.property(
      fc.uniqueArray(said, { selector: (one) => `${one.id} ${one.version}`, maxLength: 15 }).chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(
            all.flatMap((one) => [one, one]),
            { minLength: all.length * 2, maxLength: all.length * 2 },
          ),
        ),
      ),
      ([all, told]) => {
        let held = none;
        for (const { id, version, isGone } of told) {
          held = withChanges(held, { rows: isGone ? [] : [row(id, version)], gone: isGone ? [{ id: id as never, version }] : [], since: "1" });
        }
        for (const id of ["a", "b", "c"]) {
          const last = all.filter((one) => one.id === id).sort((a, b) => b.version - a.version)[0];
          expect(held.byId.get(id)?.version).toBe(last && !last.isGone ? last.version : undefined);
        }
      },
    ),
  );
});

it("is the same object where nothing changed, so that nothing is drawn anew", () => {
  const held = withChanges(none, { rows: [row("a", 1)], gone: [], since: "1" });
  expect(withChanges(held, { rows: [row("a", 1)], gone: [], since: "1" })).toBe(held);
  expect(withChanges(held, { rows: [row("a", 1)], gone: [], since: "2" }).byId).toBe(held.byId);
});

it("keeps an event that was handed over within reach: it stands in the version in which it left", () => {
  const held = withChanges(none, { rows: [row("a", 2)], gone: [{ id: "a" as never, version: 2 }], since: "1" });
  expect(held.byId.get("a")?.version).toBe(2);
});
