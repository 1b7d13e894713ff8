import { useSyncExternalStore } from "react";
import { watched } from "./watched.ts";

/** So long something waits before it is sent, or can be taken back after it was done. */
export const undoSeconds = 10;

/** Something that can be taken back for a while: done already, or held back in this window until the time is over. */
export interface Undoable {
  id: number;
  /** `Sign-ups are closed.`, or `The sign-up of Rosa Example is withdrawn`, which it will be. */
  says: string;
  /** In milliseconds, by this machine's clock. */
  until: number;
  undo: () => void;
  /** Only for what is held back: does it before the time is over. */
  now?: () => void;
}

const all = watched<readonly Undoable[]>([]);
export const useUndoables = (): readonly Undoable[] => useSyncExternalStore(all.subscribe, all.get);

let lastId = 0;
const remove = (id: number) => all.set(all.get().filter((one) => one.id !== id));
const holdsSomething = () => all.get().some(({ now }) => now !== undefined);
/** What is held back would be lost with the window: it asks before it is closed. */
const askBeforeClosing = (event: BeforeUnloadEvent) => {
  if (holdsSomething()) event.preventDefault();
};

function add(says: string, { onUndo, onOver, isHeld }: { onUndo: () => void; onOver: () => void; isHeld: boolean }): void {
  lastId += 1;
  const id = lastId;
  let isSettled = false;
  const settle = (then: () => void) => () => {
    if (isSettled) return;
    isSettled = true;
    clearTimeout(timer);
    remove(id);
    if (!holdsSomething()) removeEventListener("beforeunload", askBeforeClosing);
    then();
  };
  const over = settle(onOver);
  const timer = setTimeout(over, undoSeconds * 1000);
  all.set([...all.get(), { id, says, until: Date.now() + undoSeconds * 1000, undo: settle(onUndo), ...(isHeld ? { now: over } : {}) }]);
  if (isHeld) addEventListener("beforeunload", askBeforeClosing);
}

/** After something was done that its opposite takes back. */
export const offerUndo = (says: string, undo: () => void): void => add(says, { onUndo: undo, onOver: () => undefined, isHeld: false });

/**
 * Before something that sends mails, and so cannot be taken back once it was done: it waits in this window, and goes on waiting
 * when another page is opened. Taken back, it never was.
 */
export const holdBack = ({ says, start, undo }: { says: string; start: () => void; undo: () => void }): void =>
  add(says, { onUndo: undo, onOver: start, isHeld: true });
