import type { Instant } from "@cte-partnerships/domain";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type FormSubject, formDraftApi } from "../../lib/api/form-draft.ts";
import { isPassing, isSignedOut } from "../../lib/api-error.ts";
import { sessionEnded } from "../../lib/session-state.ts";
import type { EventFormValues } from "./event-form-values.ts";

const quietMs = 1000;
const againMs = 5000;
/** Browsers see to 64 KiB of a page that is being left, and refuse more. */
const leavingBytes = 60_000;

/** Where what is typed stands: the same as what was loaded, about to be kept, kept, or not to be kept right now. */
export type Keeping = { kind: "clean" } | { kind: "waiting" } | { kind: "kept"; at: Instant } | { kind: "failed"; isTriedAgain: boolean };

interface Kept {
  subject: FormSubject;
  /** The event's version that the form stands on; 0 for a new one. */
  begunFrom: number;
  /** Nothing is kept: an older form waits for somebody's decision, and must not be overwritten. */
  isHeld: boolean;
}

/**
 * Keeps what stands in a form at the server once nobody has typed for a second, so that leaving loses nothing. Where the network is
 * away or the session has ended it is tried again; what was typed last is what is kept.
 */
export function useKeptForm(kept: Kept | undefined, clean: EventFormValues, current: () => EventFormValues) {
  const [keeping, setKeeping] = useState<Keeping>({ kind: "clean" });
  const cleanText = useRef(JSON.stringify(clean));
  const latest = useRef({ kept, current });
  latest.current = { kept, current };
  const keep = useMutation({
    mutationFn: async ({ subject, begunFrom, text, isLeaving }: { subject: FormSubject; begunFrom: number; text: string; isLeaving: boolean }) => {
      if (text !== cleanText.current) {
        const input = { begunFrom, values: { form: JSON.parse(text), base: clean } };
        const isSmall = new TextEncoder().encode(JSON.stringify(input)).length < leavingBytes;
        return (await formDraftApi.keep(subject, input, isLeaving && isSmall)).draft?.keptAt;
      }
      await formDraftApi.drop(subject);
      return undefined;
    },
  });
  const work = useRef({
    timer: 0 as unknown as ReturnType<typeof setTimeout>,
    sent: cleanText.current,
    running: undefined as Promise<void> | undefined,
    isStopped: false,
  });

  const later = (ms: number) => {
    clearTimeout(work.current.timer);
    work.current.timer = setTimeout(() => void send(), ms);
  };
  const send = async (isLeaving = false): Promise<void> => {
    const { kept, current } = latest.current;
    // With the session ended, nobody knows yet who will be signed in next.
    if (!kept || kept.isHeld || work.current.isStopped || work.current.running !== undefined || sessionEnded.get()) return;
    const text = JSON.stringify(current());
    if (text === work.current.sent) return setKeeping((before) => (before.kind === "waiting" && text === cleanText.current ? { kind: "clean" } : before));
    work.current.running = keep
      .mutateAsync({ subject: kept.subject, begunFrom: kept.begunFrom, text, isLeaving })
      .then(
        (at) => {
          work.current.sent = text;
          setKeeping(at === undefined ? { kind: "clean" } : { kind: "kept", at });
        },
        (error: unknown) => {
          const isTriedAgain = isPassing(error) || isSignedOut(error);
          setKeeping({ kind: "failed", isTriedAgain });
          if (isTriedAgain && !isSignedOut(error)) later(againMs);
        },
      )
      .finally(() => {
        work.current.running = undefined;
      });
    await work.current.running;
    // Typed while it was on its way.
    if (work.current.sent === text && JSON.stringify(latest.current.current()) !== text) later(quietMs);
  };

  const sendNow = useRef(send);
  sendNow.current = send;
  useEffect(() => {
    const state = work.current;
    const soon = () => void sendNow.current();
    const unsubscribe = sessionEnded.subscribe(() => !sessionEnded.get() && soon());
    const hidden = () => document.visibilityState === "hidden" && void sendNow.current(true);
    addEventListener("online", soon);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      unsubscribe();
      removeEventListener("online", soon);
      document.removeEventListener("visibilitychange", hidden);
      clearTimeout(state.timer);
      // Left within the quiet second: what is typed goes on its way, and nobody waits for it.
      void sendNow.current();
    };
  }, []);

  const isHeld = kept?.isHeld ?? false;
  // What was typed while an older form waited is kept once that one is dropped.
  useEffect(() => {
    if (!isHeld) void sendNow.current();
  }, [isHeld]);

  return {
    keeping,
    /** Something was typed. */
    typed: () => {
      if (!latest.current.kept || latest.current.kept.isHeld) return;
      setKeeping((before) => (before.kind === "failed" ? before : { kind: "waiting" }));
      later(quietMs);
    },
    /** A save is about to be sent, which lets go of what is kept: nothing may be kept behind its back. */
    stop: async () => {
      work.current.isStopped = true;
      clearTimeout(work.current.timer);
      await work.current.running;
    },
    /** The save was refused: what is typed is kept again. */
    goOn: () => {
      work.current.isStopped = false;
      later(0);
    },
    /** Whether leaving would lose something. */
    wouldLose: () => {
      const { kept, current } = latest.current;
      const text = JSON.stringify(current());
      return text !== cleanText.current && (!kept || kept.isHeld || (text !== work.current.sent && keeping.kind === "failed"));
    },
  };
}
