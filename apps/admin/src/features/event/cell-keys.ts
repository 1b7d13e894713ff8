/** Where in the table of sessions the focus is: the row's place, and which field of it. */
export interface Cell {
  row: number;
  column: string;
}

/** What a field does with the arrows itself: the parts of a date and a time are turned by them. */
type Kind = "text" | "number" | "date" | "time";

/** The part of a key event that matters. */
interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * Where a key leads from a cell, as in a spreadsheet: Enter a row down and Shift+Enter a row up; the arrows too where the field has no use
 * for them, and with Ctrl in every field. `after` is behind the last row. Nothing for every other key.
 */
export function cellAfter(pressed: Key, at: Cell & { kind: Kind }, rows: number): Cell | "after" | undefined {
  const step = stepOf(pressed, at.kind);
  if (step === undefined) return undefined;
  const row = at.row + step;
  if (row >= rows) return pressed.key === "Enter" ? "after" : { row: rows - 1, column: at.column };
  return { row: Math.max(0, row), column: at.column };
}

function stepOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Key, kind: Kind): 1 | -1 | undefined {
  // With Ctrl or Cmd, Enter saves the form.
  if (key === "Enter") return ctrlKey || metaKey || altKey ? undefined : shiftKey ? -1 : 1;
  if (key !== "ArrowDown" && key !== "ArrowUp") return undefined;
  // With Alt the arrows open what a browser offers.
  if (altKey || shiftKey || metaKey) return undefined;
  if (!ctrlKey && (kind === "date" || kind === "time")) return undefined;
  return key === "ArrowDown" ? 1 : -1;
}
