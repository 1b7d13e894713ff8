import { type RefObject, useLayoutEffect, useState } from "react";

/** Whether an element has at least this width: what it shows may be laid out by it, before the first paint and whenever it changes. */
export function useFitsWidth(element: RefObject<HTMLElement | null>, least: number): boolean {
  const [fits, setFits] = useState(() => innerWidth >= least);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const look = () => setFits(current.clientWidth >= least);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, least]);
  return fits;
}
