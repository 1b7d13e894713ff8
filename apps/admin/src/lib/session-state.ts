import { useSyncExternalStore } from "react";
import { watched } from "./watched.ts";

/** The API answered 401 while somebody was at work: their page stays as it is, and asks them to sign in again. */
export const sessionEnded = watched(false);

export const useSessionEnded = (): boolean => useSyncExternalStore(sessionEnded.subscribe, sessionEnded.get);

/** What was asked last got no answer, though the machine says it has a network: the server is down, or something in between. */
export const unanswered = watched(false);

export const useIsUnanswered = (): boolean => useSyncExternalStore(unanswered.subscribe, unanswered.get);

/** Whether the machine says it has a network. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      addEventListener("online", listener);
      addEventListener("offline", listener);
      return () => {
        removeEventListener("online", listener);
        removeEventListener("offline", listener);
      };
    },
    () => navigator.onLine,
  );
