import type { Command } from "./commands.ts";

/** What a pressed key comes to: a command, or the first half of one, or nothing. */
export interface Step {
  command?: Command;
  /** The first of two keys, while the second is waited for. */
  waiting: string;
}

/** A later command with the same keys goes before an earlier one: a page's before the console's. */
export function stepOf(commands: readonly Command[], waiting: string, key: string): Step {
  const typed = waiting === "" ? key : `${waiting} ${key}`;
  const command = commands.findLast(({ keys, isHere }) => keys === typed && (isHere?.() ?? true));
  if (command) return { command, waiting: "" };
  if (commands.some(({ keys }) => keys?.startsWith(`${typed} `))) return { waiting: typed };
  // The second key meant something else: it may mean something by itself.
  return waiting === "" ? { waiting: "" } : stepOf(commands, "", key);
}

const isTypedInto = "input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset]), textarea, select, [contenteditable=true]";
/** Where keys have a meaning of their own: a menu's and a list's options are gone through by them. */
const hasOwnKeys = "[role=menu], [role=listbox], [role=combobox], [role=textbox], [role=dialog]";

/** The key as the commands name it, or undefined where it is none of theirs: held together with another, repeated, or typed into something. */
export function keyOf(event: KeyboardEvent): string | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return undefined;
  if (event.key.length !== 1 || event.key === " ") return undefined;
  const isLetter = event.key.toLowerCase() !== event.key.toUpperCase();
  if (isLetter && event.shiftKey) return undefined;
  if (event.target instanceof Element && event.target.closest(`${isTypedInto}, ${hasOwnKeys}`)) return undefined;
  // Behind a dialog nothing is done.
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return undefined;
  return event.key.toLowerCase();
}
