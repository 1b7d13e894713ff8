import { type FocusEvent, useMemo, useRef, useState } from "react";
import type { RosterRow } from "../../lib/api.ts";
import { heldRows } from "./roster-rows.ts";

const nobody: readonly RosterRow[] = [];

/** Keeps the rows in place while somebody points at them or has the focus among them; `fresh` are those who wait meanwhile. */
export function useHeldRows(wanted: readonly RosterRow[], people: readonly RosterRow[], view: string) {
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const shown = useRef<{ view: string; ids: string[] }>({ view: "", ids: [] });
  const [released, release] = useState(0);
  const seen = useRef(released);
  const isAsked = seen.current !== released;
  seen.current = released;
  const isHeld = (isPointed || isFocused) && shown.current.view === view && !isAsked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is a ref, and changes with what is computed here
  const { rows, fresh } = useMemo(
    () => (isHeld ? heldRows(shown.current.ids, wanted, people) : { rows: wanted, fresh: nobody }),
    [isHeld, wanted, people, view, released],
  );
  shown.current = { view, ids: useMemo(() => rows.map((row) => row.id), [rows]) };
  return {
    rows,
    fresh,
    /** Shows those who wait, wherever they belong. */
    showFresh: () => release((times) => times + 1),
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
