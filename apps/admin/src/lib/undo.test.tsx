import { renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { holdBack, offerUndo, undoSeconds, useUndoables } from "./undo.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

const now = () => renderHook(() => useUndoables()).result.current;
const hold = () => {
  const done: string[] = [];
  holdBack({ says: "It is withdrawn", start: () => done.push("started"), undo: () => done.push("undone") });
  return done;
};

it("does nothing until the time is over, and then does it once", () => {
  const done = hold();
  vi.advanceTimersByTime(undoSeconds * 1000 - 1);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(done).toEqual(["started"]);
  vi.runAllTimers();
  expect(done).toEqual(["started"]);
  expect(now()).toEqual([]);
});

it("never does what was taken back, however often it is pressed", () => {
  const done = hold();
  const [held] = now();
  held?.undo();
  held?.now?.();
  held?.undo();
  vi.runAllTimers();
  expect(done).toEqual(["undone"]);
});

it("does at once what is not to wait, and no second time when the time is over", () => {
  const done = hold();
  now()[0]?.now?.();
  vi.runAllTimers();
  expect(done).toEqual(["started"]);
});

it("keeps several apart", () => {
  const [one, other] = [hold(), hold()];
  now()[0]?.undo();
  vi.runAllTimers();
  expect([one, other]).toEqual([["undone"], ["started"]]);
});

it("offers to take back what was done, and lets it stand after that", () => {
  const undone: string[] = [];
  offerUndo("Sign-ups are closed.", () => undone.push("reopened"));
  expect(now()[0]?.now, "there is nothing to do now").toBeUndefined();
  vi.advanceTimersByTime(undoSeconds * 1000);
  expect(now()).toEqual([]);
  expect(undone).toEqual([]);
});

it("asks before the window is closed over what is held back, and no longer than that", () => {
  const asks = () => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(asks()).toBe(false);
  hold();
  expect(asks()).toBe(true);
  now()[0]?.undo();
  expect(asks()).toBe(false);
});
