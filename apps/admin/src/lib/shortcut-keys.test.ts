import fc from "fast-check";
import { expect, it } from "vitest";
import type { Command } from "./commands.ts";
import { stepOf } from "./shortcut-keys.ts";

const command = (id: string, keys: string, more: Partial<Command> = {}): Command => ({ id, title: id, group: "Go to", keys, run: () => undefined, ...more });
const all = [command("events", "g e"), command("calendar", "g c"), command("edit", "e"), command("new", "n")];

/** What is done by pressing these one after the other. */
function done(commands: readonly Command[], pressed: readonly string[]): string[] {
  const ids: string[] = [];
  let waiting = "";
  for (const key of pressed) {
    const step = stepOf(commands, waiting, key);
    waiting = step.waiting;
    if (step.command) ids.push(step.command.id);
  }
  return ids;
}

it("takes two keys one after the other for what they mean together, and a key alone for what it means alone", () => {
  expect(done(all, ["g", "e"])).toEqual(["events"]);
  expect(done(all, ["e"])).toEqual(["edit"]);
  expect(done(all, ["g", "e", "e"])).toEqual(["events", "edit"]);
});

it("does not swallow a key whose partner was another's", () => {
  expect(done(all, ["g", "n"])).toEqual(["new"]);
  expect(done(all, ["g", "x", "e"])).toEqual(["edit"]);
  expect(done(all, ["g", "g", "c"])).toEqual(["calendar"]);
});

it("lets a page's key go before the console's, unless it is not for this place", () => {
  expect(done([...all, command("edit this", "e")], ["e"])).toEqual(["edit this"]);
  expect(done([...all, command("edit this", "e", { isHere: () => false })], ["e"])).toEqual(["edit"]);
});

it("does nothing but what the keys before it say, for whatever is pressed", () => {
  const key = fc.constantFrom("g", "e", "c", "n", "x");
  fc.assert(
    fc.property(fc.array(key, { maxLength: 12 }), (pressed) => {
      const ids = done(all, pressed);
      // Each key is used once at most.
      const used = ids.reduce((sum, id) => sum + (all.find((one) => one.id === id)?.keys?.split(" ").length ?? 0), 0);
      expect(used).toBeLessThanOrEqual(pressed.length);
      expect(done(all, [...pressed, "x", "n"]).at(-1)).toBe("new");
    }),
  );
});
