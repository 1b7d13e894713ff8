import { type FocusEvent, useMemo, useRef, useState } from "react";
import { heldRows } from "./held-rows.ts";

const none: readonly never[] = [];

/** Keeps the rows in place while somebody points at them or has the focus among them; `fresh` are those that wait meanwhile. */
export function useHeldRows<Row extends { id: string }>(wanted: readonly Row[], all: readonly Row[], view: string) {
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
    () => (isHeld ? heldRows(shown.current.ids, wanted, all) : { rows: wanted, fresh: none }),
    [isHeld, wanted, all, view, released],
  );
  shown.current = { view, ids: useMemo(() => rows.map((row) => row.id), [rows]) };
  return {
    rows,
    fresh,
    /** Shows those that wait, wherever they belong. */
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
