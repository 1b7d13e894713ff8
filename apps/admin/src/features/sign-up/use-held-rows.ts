import { type FocusEvent, useRef, useState } from "react";
import type { RosterRow } from "../../lib/api.ts";
import { heldRows } from "./roster-rows.ts";

/** Keeps the rows in place while somebody points at them or has the focus among them. */
export function useHeldRows(wanted: RosterRow[], people: readonly RosterRow[], view: string) {
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const shown = useRef<{ view: string; ids: string[] }>({ view: "", ids: [] });
  const isHeld = (isPointed || isFocused) && shown.current.view === view;
  const rows = isHeld ? heldRows(shown.current.ids, wanted, people) : wanted;
  shown.current = { view, ids: rows.map((row) => row.id) };
  return {
    rows,
    isHeld,
    holders: {
      onPointerEnter: (event: React.PointerEvent) => event.pointerType === "mouse" && setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
      },
    },
  };
}
