import fc from "fast-check";
import { expect, it } from "vitest";
import { type Command, commandGroups } from "../../lib/commands.ts";
import { commandsFor, inGroups } from "./command-search.ts";

const command = (title: string, more: Partial<Command> = {}): Command => ({ id: title, title, group: "Go to", run: () => undefined, ...more });
const titles = (typed: string, commands: Command[]) => commandsFor(typed, commands).map(({ title }) => title);

const some = [
  command("Rules", { words: "law policy" }),
  command("Events: upcoming"),
  command("New event"),
  command("Dark colors", { group: "Console", words: "night" }),
  command("Down the list", { group: "Lists", isOnlyKeys: true }),
];

it("lists everything that is done by more than keys while nothing is typed", () => {
  expect(titles("  ", some)).toEqual(["Rules", "Events: upcoming", "New event", "Dark colors"]);
});

it("finds by any words, in any order and letters, those whose name begins so first", () => {
  expect(titles("ev", some)).toEqual(["Events: upcoming", "New event"]);
  expect(titles("event NEW", some)).toEqual(["New event"]);
  expect(titles("law", some)).toEqual(["Rules"]);
  expect(titles("nïght", some)).toEqual(["Dark colors"]);
  expect(titles("event horoscope", some)).toEqual([]);
});

it("stands each command under its heading, once, and makes no heading for nothing", () => {
  const any = fc.array(fc.record({ id: fc.uuid(), group: fc.constantFrom(...commandGroups) }), { maxLength: 12 });
  fc.assert(
    fc.property(any, (each) => {
      const commands = each.map(({ id, group }) => command(id, { group }));
      const groups = inGroups(commands);
      expect(groups.flatMap((part) => part.commands).sort((a, b) => a.id.localeCompare(b.id))).toEqual([...commands].sort((a, b) => a.id.localeCompare(b.id)));
      expect(groups.every((part) => part.commands.length > 0)).toBe(true);
    }),
  );
});
