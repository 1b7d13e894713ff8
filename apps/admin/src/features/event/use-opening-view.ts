import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { searchOf, viewsQuery } from "../../lib/kept-views.ts";
import { EventSearch } from "./search.ts";

const isPlain = (search: EventSearch): boolean => Object.values(search).every((value) => value === undefined);

/**
 * Whoever comes to the list with nothing asked for gets the view that they said it opens with. Whoever asks for something before it
 * is known which one that is keeps what they asked for.
 *
 * @param search what is asked for by now, typed or in the address bar
 */
export function useOpeningView(search: EventSearch, change: (next: Partial<EventSearch>) => void): void {
  const isOpen = useRef(true);
  if (!isPlain(search)) isOpen.current = false;
  const { data: kept } = useQuery(viewsQuery("events"));
  useEffect(() => {
    if (!kept || !isOpen.current) return;
    isOpen.current = false;
    const opening = kept.views.find(({ isDefault }) => isDefault);
    const asked = opening && searchOf(opening, EventSearch.parse);
    if (asked) change(asked);
  }, [kept, change]);
}
