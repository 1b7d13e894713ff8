import { type Command, commandGroups } from "../../lib/commands.ts";

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** How well a command fits what was typed, the less the better; undefined where one of the words is nowhere in it. */
function rankOf({ title, words = "", group }: Command, typed: readonly string[]): number | undefined {
  const [name, all] = [plain(title), plain(`${title} ${words} ${group}`)];
  if (!typed.every((word) => all.includes(word))) return undefined;
  const first = typed[0] ?? "";
  if (name.startsWith(first)) return 0;
  return name.split(/\s+/).some((word) => word.startsWith(first)) ? 1 : 2;
}

/** What can be done now and fits what was typed: as it comes where nothing was typed, and the best first otherwise. */
export function commandsFor(typed: string, commands: readonly Command[]): Command[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return commands
    .filter(({ isOnlyKeys }) => isOnlyKeys !== true)
    .flatMap((command) => {
      const rank = rankOf(command, words);
      return rank === undefined ? [] : [{ command, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ command }) => command);
}

/** Under their headings, the headings in their order; none that has nothing under it. */
export const inGroups = (commands: readonly Command[]): { group: string; commands: Command[] }[] =>
  commandGroups.map((group) => ({ group, commands: commands.filter((command) => command.group === group) })).filter((part) => part.commands.length > 0);
