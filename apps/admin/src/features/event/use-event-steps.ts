import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type EventDetail, eventApi } from "../../lib/api/event.ts";
import { Unreachable } from "../../lib/api-error.ts";
import { messageOf } from "../../lib/messages.ts";
import { holdBack, offerUndo } from "../../lib/undo.ts";
import { notice } from "../../ui/notice.ts";
import { statusWords } from "./event-words.ts";
import { eventKeys } from "./queries.ts";
import { useEventFailure } from "./use-event-failure.ts";

/** What is done to an event without a question, or after one that says what will happen. */
export type EventStep = "publish" | "close" | "reopen";
const shownAs = { publish: "published", close: "closed", reopen: "published" } as const;

/**
 * Takes a step and shows it at once. Refused, the page goes back to what stands, and says what that is and why. What has an
 * opposite is offered to be taken back; discarding waits instead, since nothing brings a draft back.
 */
export function useEventSteps({ event }: EventDetail) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const failure = useEventFailure(event.id);
  const key = eventKeys.one(event.id);
  const known = () => queryClient.getQueryData<EventDetail>(key);
  const steps = useMutation({
    mutationFn: ({ step, version }: { step: EventStep; version: number }) => eventApi[step](event.id, version),
    onMutate: async ({ step }) => {
      // An answer that is on its way tells how it was before.
      await queryClient.cancelQueries({ queryKey: key });
      const before = known();
      if (before) queryClient.setQueryData<EventDetail>(key, { ...before, event: { ...before.event, status: shownAs[step] } as EventDetail["event"] });
      return before;
    },
    onSuccess: async (after, { step }) => {
      queryClient.setQueryData(key, after);
      const says = done[step];
      const opposite = step === "close" ? "reopen" : step === "reopen" ? "close" : undefined;
      if (opposite) offerUndo(says, () => steps.mutate({ step: opposite, version: after.event.version }));
      else notice.done(says);
      await queryClient.invalidateQueries({ queryKey: eventKeys.all });
    },
    onError: async (error, { step, version }, before) => {
      if (before) queryClient.setQueryData(key, before);
      await failure.catchUp(error);
      const stands = known()?.event.status ?? event.status;
      notice.failed(
        `${notDone[step]}: it stands as “${statusWords[stands].label}”`,
        failure.words(error) ?? messageOf(error),
        error instanceof Unreachable ? () => steps.mutate({ step, version }) : undefined,
      );
    },
  });
  const discarding = useMutation({
    mutationFn: (version: number) => eventApi.discard(event.id, version),
    onSuccess: async () => {
      notice.done("The draft is discarded.");
      // Whoever has gone elsewhere meanwhile stays there.
      if (location.pathname.includes(event.id)) await navigate({ to: "/events" });
      queryClient.removeQueries({ queryKey: key });
      await queryClient.invalidateQueries({ queryKey: ["events", "list"] });
    },
    onError: async (error, version) => {
      await failure.catchUp(error);
      const again = () => discarding.mutate(version);
      notice.failed("The draft was not discarded", failure.words(error) ?? messageOf(error), error instanceof Unreachable ? again : undefined);
    },
  });
  return {
    take: (step: EventStep, version: number) => steps.mutate({ step, version }),
    discard: () => holdBack({ says: `The draft “${event.title}” is discarded`, start: () => discarding.mutate(event.version), undo: () => undefined }),
  };
}

const done: Record<EventStep, string> = {
  publish: "The event is published.",
  close: "Sign-ups are closed.",
  reopen: "Sign-ups are open again.",
};

const notDone: Record<EventStep, string> = {
  publish: "The event was not published",
  close: "Sign-ups were not closed",
  reopen: "Sign-ups were not reopened",
};
