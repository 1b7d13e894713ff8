import { type RefObject, useEffect, useState } from "react";

/** Rows kept drawn above and below what is seen, so that a quick turn of the wheel shows no gap. */
const beyond = 12;
/** Rows drawn before it is known how many are seen: a larger screen gets the others at once, and all get the first sooner. */
const drawnFirst = 16;

/**
 * Which rows of a long table are seen: only those are drawn. All rows are of one height. Whatever scrolls, the page or a part
 * of it around the rows, is listened to.
 *
 * @param body the element that holds the rows, at its full height
 */
export function useWindow(body: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>, rowHeight: number, count: number) {
  const [seen, setSeen] = useState({ from: 0, to: drawnFirst });
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const rows = body.current?.getBoundingClientRect();
      const around = scroller.current?.getBoundingClientRect();
      if (!rows || !around) return;
      const top = Math.max(0, around.top) - rows.top;
      const bottom = Math.min(window.innerHeight, around.bottom) - rows.top;
      // In steps, so that most scrolling draws nothing anew.
      const from = Math.max(0, Math.floor((top / rowHeight - beyond) / 4) * 4);
      const to = Math.max(from, Math.ceil((bottom / rowHeight + beyond) / 4) * 4);
      setSeen((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    // A scroll does not bubble, but it is captured.
    window.addEventListener("scroll", soon, { capture: true, passive: true });
    window.addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", soon, { capture: true });
      window.removeEventListener("resize", soon);
    };
  }, [body, scroller, rowHeight]);
  return { from: Math.min(seen.from, Math.max(0, count - 1)), to: Math.min(seen.to, count) };
}

/** The rows to draw, and the gaps between them: those that are seen, and the one that has the focus, which must not be taken away from under it. */
export function piecesOf(count: number, { from, to }: { from: number; to: number }, focused: number | undefined): ({ gap: number } | { row: number })[] {
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
  if (focused !== undefined && focused >= 0 && focused < count && (focused < from || focused >= to)) rows.push(focused);
  rows.sort((a, b) => a - b);
  const pieces: ({ gap: number } | { row: number })[] = [];
  let next = 0;
  for (const row of rows) {
    if (row > next) pieces.push({ gap: row - next });
    pieces.push({ row });
    next = row + 1;
  }
  if (next < count) pieces.push({ gap: count - next });
  return pieces;
}
