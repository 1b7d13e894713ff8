import { describe, expect, it } from "vitest";
import { at } from "../../test/examples.ts";
import { type Instant, minutesAfter } from "../shared/instant.ts";
import { defaultAttentionPolicy, isClosingSoon, isDraftNear, isShortOfPeople, lineTrouble } from "./attention.ts";

const now = at("2026-11-24T15:00");
const inDays = (days: number, minutes = 0) => minutesAfter(now, days * 24 * 60 + minutes);
const policy = defaultAttentionPolicy;
const seats = { startsAt: inDays(3), capacity: 20, confirmed: 0, held: 0, waiting: 0, waitlistLimit: 10 };

describe("a session is short of people", () => {
  it.each([
    ["with nobody", {}, true],
    ["with one under half of its seats", { confirmed: 9 }, true],
    ["with half of them", { confirmed: 10 }, false],
    ["with half of them, some held", { confirmed: 4, held: 6 }, false],
    ["of an odd number of seats, with less than half", { capacity: 5, confirmed: 2 }, true],
    ["of an odd number of seats, with more than half", { capacity: 5, confirmed: 3 }, false],
    ["exactly a week before", { startsAt: inDays(7) }, true],
    ["a minute more than a week before: there is time", { startsAt: inDays(7, 1) }, false],
    ["once it has begun: nothing is to be done", { startsAt: now }, false],
    ["a minute before it begins", { startsAt: inDays(0, 1) }, true],
  ])("%s: %#", (_word, over, isShort) => {
    expect(isShortOfPeople({ ...seats, ...over }, policy, now)).toBe(isShort);
  });

  it("never, where the office does not want to hear of it", () => {
    expect(isShortOfPeople(seats, { ...policy, shortUnderShare: 0 }, now)).toBe(false);
    expect(isShortOfPeople(seats, { ...policy, shortWithinDays: 0 }, now)).toBe(false);
  });
});

describe("a line is in trouble", () => {
  const taken = { ...seats, confirmed: 20 };
  it.each([
    ["nobody waits", {}, undefined],
    ["parties wait while a seat is free", { confirmed: 19, waiting: 1 }, "seats_free"],
    ["the line has no room", { waiting: 10 }, "full"],
    ["the line has no room though seats are free: those are to be given first", { confirmed: 19, waiting: 10 }, "seats_free"],
    ["no more wait than usually come free", { waiting: 2 }, undefined],
    ["one more waits than usually come free", { waiting: 3 }, "over_full"],
    ["as many wait as are held and come free", { confirmed: 10, held: 10, waitlistLimit: 20, waiting: 11 }, undefined],
    ["one more waits than are held and come free", { confirmed: 10, held: 10, waitlistLimit: 20, waiting: 12 }, "over_full"],
    ["capacity was lowered under what is taken", { capacity: 15, waiting: 3 }, "over_full"],
    ["the session is a month away", { startsAt: inDays(31), waiting: 9 }, "over_full"],
    ["the session is more than a month away", { startsAt: inDays(31, 1), waiting: 10 }, undefined],
    ["the session has begun", { startsAt: now, waiting: 10 }, undefined],
  ] as const)("%s", (_word, over, trouble) => {
    expect(lineTrouble({ ...taken, ...over }, policy, now)).toBe(trouble);
  });
});

describe("sign-ups close soon", () => {
  it.each([
    ["in three days", { status: "published" as const }, inDays(3), true],
    ["in more", { status: "published" as const }, inDays(3, 1), false],
    ["that are closed", { status: "published" as const }, now, false],
    ["of what was closed by hand", { status: "closed" as const }, inDays(1), false],
    ["of a draft", { status: "draft" as const }, inDays(1), false],
  ])("%s", (_word, event, closesAt, isSoon) => {
    expect(isClosingSoon(event, closesAt, policy, now)).toBe(isSoon);
  });
});

describe("a draft is near", () => {
  const scheduled = (startsAt: Instant) => ({ status: "scheduled" as const, startsAt });
  const calledOff = (startsAt: Instant) => ({ status: "cancelled" as const, startsAt });
  it.each([
    ["two weeks before its first session", "draft" as const, [scheduled(inDays(20)), scheduled(inDays(14))], true],
    ["earlier than that", "draft" as const, [scheduled(inDays(14, 1))], false],
    ["with no session", "draft" as const, [], false],
    ["all of whose sessions have begun: it is too late to be told", "draft" as const, [scheduled(now), scheduled(inDays(-2))], false],
    ["whose first session has begun, and another one is near", "draft" as const, [scheduled(inDays(-2)), scheduled(inDays(2))], true],
    ["of which only what was called off is near", "draft" as const, [calledOff(inDays(2)), scheduled(inDays(40))], false],
    ["that is published", "published" as const, [scheduled(inDays(2))], false],
  ])("%s", (_word, status, sessions, isNear) => {
    expect(isDraftNear({ status, sessions }, policy, now)).toBe(isNear);
  });

  it("does not depend on the order of its sessions", () => {
    const sessions = [scheduled(inDays(40)), scheduled(inDays(2))];
    expect([sessions, sessions.toReversed()].map((all) => isDraftNear({ status: "draft", sessions: all }, policy, now))).toEqual([true, true]);
  });
});
