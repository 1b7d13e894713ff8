import { useCallback, useEffect, useRef, useState } from "react";

/** So long a decision on many waits before it is sent: until then nothing is changed and no mail is made (decision 020). */
export const graceSeconds = 10;

/**
 * Holds a piece of work back for some seconds, in this window and nowhere else: whoever takes it back, or leaves, has done
 * nothing.
 */
export function useGrace<Work>(start: (work: Work) => void, onLeft: (work: Work) => void) {
  const [held, setHeld] = useState<{ work: Work; secondsLeft: number } | undefined>(undefined);
  const current = useRef<Work | undefined>(undefined);
  const latest = useRef({ start, onLeft });
  latest.current = { start, onLeft };
  const isHeld = held !== undefined;

  const release = useCallback((isWanted: boolean) => {
    const work = current.current;
    current.current = undefined;
    setHeld(undefined);
    if (work !== undefined && isWanted) latest.current.start(work);
  }, []);
  const hold = useCallback((work: Work) => {
    current.current = work;
    setHeld({ work, secondsLeft: graceSeconds });
  }, []);

  useEffect(() => {
    if (!isHeld) return;
    const until = Date.now() + graceSeconds * 1000;
    const tick = setInterval(() => {
      const secondsLeft = Math.ceil((until - Date.now()) / 1000);
      if (secondsLeft <= 0) release(true);
      else setHeld((before) => before && { ...before, secondsLeft });
    }, 250);
    // Asks once more before the window is closed over it.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => {
      clearInterval(tick);
      window.removeEventListener("beforeunload", ask);
    };
  }, [isHeld, release]);

  useEffect(
    () => () => {
      const work = current.current;
      current.current = undefined;
      if (work !== undefined) latest.current.onLeft(work);
    },
    [],
  );
  return { held, hold, undo: () => release(false), now: () => release(true) };
}
