import { type ComponentType, useEffect, useId, useRef, useSyncExternalStore } from "react";
import { watched } from "./watched.ts";

/** The headings that commands stand under, in the order in which they are listed. */
export const commandGroups = ["This page", "Lists", "Recently opened", "Go to", "Console"] as const;
export type CommandGroup = (typeof commandGroups)[number];

/**
 * Something that can be done now. The palette (Ctrl K), the keys and the list of keys (`?`) are all made from these: a key that
 * is not here does nothing, and one that is here is told.
 */
export interface Command {
  /** Unique among all that can be done at the same time. */
  id: string;
  /** As a button would say it. */
  title: string;
  group: CommandGroup;
  run: () => void;
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  /** A key as it is typed (`e`, `?`), or two after one another (`g e`). */
  keys?: string;
  /** Other words that it is found by. */
  words?: string;
  /** Only for keys, such as going down a list: nobody would look for it among what can be done. */
  isOnlyKeys?: boolean;
  /** Done in this place and nowhere else: asked when its key is pressed. */
  isHere?: () => boolean;
}

const known = watched<ReadonlyMap<string, readonly Command[]>>(new Map());

/** What is told of commands; `run` is always the latest one. */
const lookOf = (commands: readonly Command[]) => JSON.stringify(commands.map(({ id, title, group, keys, words }) => [id, title, group, keys, words]));

/** A page says nothing of where it stands: it is the one that is open. */
export type OwnCommand = Omit<Command, "group"> & { group?: CommandGroup };

/** What can be done while the component that calls this is shown. */
export function useCommands(own: readonly OwnCommand[]): void {
  const commands = own.map((command): Command => ({ group: "This page", ...command }));
  const from = useId();
  const latest = useRef(commands);
  latest.current = commands;
  const look = lookOf(commands);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew when something that is told of them has changed
  useEffect(() => {
    const told = latest.current.map((command) => ({
      ...command,
      run: () => latest.current.find(({ id }) => id === command.id)?.run(),
    }));
    known.set(new Map(known.get()).set(from, told));
  }, [from, look]);
  useEffect(
    () => () => {
      const left = new Map(known.get());
      left.delete(from);
      known.set(left);
    },
    [from],
  );
}

/** Everything that can be done now: what stands under an id later takes the place of what stood there before. */
export const commandsNow = (): readonly Command[] => {
  const byId = new Map<string, Command>();
  for (const commands of known.get().values()) for (const command of commands) byId.set(command.id, command);
  return [...byId.values()];
};

export function useCommandsNow(): readonly Command[] {
  useSyncExternalStore(known.subscribe, known.get);
  return commandsNow();
}
