import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isPassing, isSignedOut, Unreachable } from "./api-error.ts";
import { sessionEnded, unanswered } from "./session-state.ts";

const noticeSignedOut = (error: unknown) => {
  if (isSignedOut(error)) sessionEnded.set(true);
};
const noticeNoAnswer = (error: unknown) => {
  noticeSignedOut(error);
  unanswered.set(error instanceof Unreachable);
};

/** What is drawn from events and sign-ups alike: whatever was changed, it may say something else now, and is asked anew where it is shown. */
const drawnFromEverything = [["today"], ["calendar"]];

/** One cache for the whole console. What may pass is tried again; what was refused is told at once. */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeNoAnswer, onSuccess: () => unanswered.set(false) }),
    mutationCache: new MutationCache({
      onError: noticeSignedOut,
      onSuccess: () => {
        for (const queryKey of drawnFromEverything) void client.invalidateQueries({ queryKey });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => isPassing(error) && failures < 2,
        retryDelay: (failures) => 400 * 2 ** failures,
      },
      // A change is never sent twice by itself: the clerk decides.
      mutations: { retry: false, networkMode: "always" },
    },
  });
  return client;
}
