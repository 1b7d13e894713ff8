import { useQueryClient } from "@tanstack/react-query";
import type { EventDetail } from "../../lib/api/event.ts";
import { isProblem } from "../../lib/api-error.ts";
import { messageOf } from "../../lib/messages.ts";
import { eventKeys } from "./queries.ts";

/**
 * What to do and say when a change to an event was refused. Where somebody else was first, the page is brought up to date
 * before the clerk decides again; nothing is sent anew by itself.
 */
export function useEventFailure(eventId: string) {
  const queryClient = useQueryClient();
  return {
    /** Brings the page up to date, and tells the version that it then shows: what a yes is to from now on. */
    catchUp: async (error: unknown): Promise<number | undefined> => {
      if (!isProblem(error)) return undefined;
      await queryClient.invalidateQueries({ queryKey: eventKeys.one(eventId) });
      return queryClient.getQueryData<EventDetail>(eventKeys.one(eventId))?.event.version;
    },
    words: (error: unknown): string | undefined => {
      if (!error) return undefined;
      if (isProblem(error, "version_conflict"))
        return "Somebody changed this event while you were looking at it. The page now shows what they did: look at it, then confirm again.";
      return messageOf(error);
    },
  };
}
