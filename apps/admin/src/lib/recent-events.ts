import { useEffect, useSyncExternalStore } from "react";
import { watched } from "./watched.ts";

/** An event that was opened, as it is found again. */
export interface RecentEvent {
  id: string;
  title: string;
}

const atMost = 6;
/** In this window alone, and only while it is open: the next one at this machine may be somebody of another scope. */
const recent = watched<readonly RecentEvent[]>([]);

/** Remembers that this event was opened, latest first. */
export function useRecentEvent({ id, title }: RecentEvent): void {
  useEffect(() => {
    recent.set([{ id, title }, ...recent.get().filter((event) => event.id !== id)].slice(0, atMost));
  }, [id, title]);
}

export const useRecentEvents = (): readonly RecentEvent[] => useSyncExternalStore(recent.subscribe, recent.get);
