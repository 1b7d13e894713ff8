import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { graceSeconds, useGrace } from "./use-grace.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function held() {
  const [start, onLeft] = [vi.fn(), vi.fn()];
  const hook = renderHook(() => useGrace<string>(start, onLeft));
  act(() => hook.result.current.hold("approve"));
  return { start, onLeft, hook };
}
const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));

test("a decision is not sent before its grace has run out, and then once", () => {
  const { start, hook } = held();
  pass(graceSeconds - 1);
  expect(start).not.toHaveBeenCalled();
  expect(hook.result.current.held?.secondsLeft).toBe(1);
  pass(30);
  expect(start.mock.calls).toEqual([["approve"]]);
  hook.unmount();
  expect(start).toHaveBeenCalledOnce();
});

test("a decision that was taken back is never sent", () => {
  const { start, onLeft, hook } = held();
  pass(5);
  act(() => hook.result.current.undo());
  pass(60);
  hook.unmount();
  expect([start.mock.calls, onLeft.mock.calls]).toEqual([[], []]);
});

test("whoever leaves meanwhile has done nothing, and is told so", () => {
  const { start, onLeft, hook } = held();
  hook.unmount();
  pass(60);
  expect([start.mock.calls, onLeft.mock.calls]).toEqual([[], [["approve"]]]);
});

test("a window that is closed over it asks first", () => {
  const { hook } = held();
  const closing = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  expect(closing()).toBe(true);
  act(() => hook.result.current.undo());
  expect(closing()).toBe(false);
});
