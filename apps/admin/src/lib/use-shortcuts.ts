import { useEffect, useSyncExternalStore } from "react";
import { commandsNow } from "./commands.ts";
import { keyOf, stepOf } from "./shortcut-keys.ts";
import { watched } from "./watched.ts";

/** So long the second of two keys is waited for. */
const waitMilliseconds = 1_500;
const storedUnder = "console-shortcuts";

const readStored = (): boolean => {
  try {
    return localStorage.getItem(storedUnder) !== "off";
  } catch {
    return true;
  }
};

/** Keys of one character can be switched off, and stay off in this browser: whoever speaks to their machine presses them by accident (WCAG 2.1.4). */
const isOn = watched(typeof localStorage === "undefined" ? true : readStored());

export const useShortcutsSetting = () => useSyncExternalStore(isOn.subscribe, isOn.get);

export function setShortcuts(on: boolean): void {
  isOn.set(on);
  try {
    if (on) localStorage.removeItem(storedUnder);
    else localStorage.setItem(storedUnder, "off");
  } catch {
    // A browser that keeps nothing: it holds for as long as the console is open.
  }
}

/** Listens for the keys of what can be done now. Once, in the console's frame. */
export function useShortcuts(): void {
  useEffect(() => {
    let waiting = { keys: "", until: 0 };
    const press = (event: KeyboardEvent) => {
      if (!isOn.get()) return;
      const key = keyOf(event);
      if (key === undefined) return;
      const { command, waiting: keys } = stepOf(commandsNow(), Date.now() < waiting.until ? waiting.keys : "", key);
      waiting = { keys, until: Date.now() + waitMilliseconds };
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
