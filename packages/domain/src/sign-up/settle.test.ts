import { describe, expect, it } from "vitest";
import { at, exampleSeats, frozen, moments, signUpId } from "../../test/examples.ts";
import { minutesAfter } from "../shared/instant.ts";
import { type ArrivedParty, outcomesPerSettling, settle as settleNow, type WaitingParty } from "./settle.ts";

const party = (name: number, partySize = 1): ArrivedParty => ({ id: signUpId(name), partySize });
const waiting = (number: number, partySize = 1): WaitingParty => ({ id: signUpId(number), partySize, number });
const minutesBeforeStart = (minutes: number) => minutesAfter(moments.starts, -minutes);

/** Settles what may not be changed, long before the start unless told otherwise. */
const settle = (seats: Parameters<typeof settleNow>[0], line: WaitingParty[], arrived: ArrivedParty[], now = moments.now, most?: number) =>
  settleNow(frozen(seats), frozen(line), frozen(arrived), now, most);

/** What became of each, in a word or two. */
const told = ({ outcomes }: ReturnType<typeof settle>) =>
  outcomes.map((outcome) =>
    outcome.to === "waitlisted"
      ? `${outcome.number} in line at ${outcome.place}`
      : outcome.to === "refused"
        ? outcome.code
        : "number" in outcome
          ? `${outcome.number} ${outcome.to}`
          : outcome.to,
  );

describe("settle: the arrived", () => {
  it("seats them in order of arrival, each with the next number, counting people", () => {
    const settled = settle(exampleSeats({ capacity: 5, nextNumber: 3, version: 8 }), [], [party(1, 2), party(2, 3)]);
    expect(settled).toEqual({
      seats: exampleSeats({ capacity: 5, confirmed: 5, nextNumber: 5, overtakers: [4, 3], version: 9 }),
      outcomes: [
        { id: signUpId(1), from: "received", to: "confirmed", number: 3, partySize: 2 },
        { id: signUpId(2), from: "received", to: "confirmed", number: 4, partySize: 3 },
      ],
      hasMore: false,
    });
  });

  it("holds the seat instead where the office approves", () => {
    const settled = settle(exampleSeats({ needsApproval: true, confirmed: 1 }), [], [party(1, 2)]);
    expect(told(settled)).toEqual(["1 pending"]);
    expect(settled.seats).toMatchObject({ confirmed: 1, held: 2 });
  });

  it.each([
    ["one seat short", 3, ["1 in line at 1"]],
    ["exactly enough", 2, ["1 confirmed"]],
    ["one to spare", 1, ["1 confirmed"]],
  ])("seats a party of two of four where held and confirmed leave %s", (_, confirmed, outcome) => {
    expect(told(settle(exampleSeats({ capacity: 5, confirmed: confirmed - 1, held: 2, waitlistLimit: 1 }), [], [party(1, 2)]))).toEqual(outcome);
  });

  it.each([
    ["room for one more party in line", 4, ["6 in line at 5"]],
    ["a full line", 5, ["session_full"]],
    ["a line longer than is now allowed", 7, ["session_full"]],
  ])("with no seat and %s", (_, inLine, outcome) => {
    const settled = settle(exampleSeats({ confirmed: 10, waiting: inLine, waitlistLimit: 5, nextNumber: 6 }), [], [party(1)]);
    expect(told(settled)).toEqual(outcome);
    expect(settled.seats.version).toBe(2);
  });

  it("refuses where there is no seat and no waitlist, and gives no number away for it", () => {
    const settled = settle(exampleSeats({ confirmed: 9, waitlistLimit: 0 }), [], [party(1, 2), party(2, 1)]);
    expect(told(settled)).toEqual(["session_full", "1 confirmed"]);
    expect(settled.seats).toMatchObject({ confirmed: 10, waiting: 0, nextNumber: 2 });
  });

  it.each([
    [3, ["1 confirmed"]],
    [4, ["party_larger_than_session"]],
  ])("refuses a party larger than the session is now: %i into 3", (partySize, outcome) => {
    expect(told(settle(exampleSeats({ capacity: 3 }), [], [party(1, partySize)]))).toEqual(outcome);
  });

  it("refuses a large party even where it could wait, once capacity was lowered under it", () => {
    expect(told(settle(exampleSeats({ capacity: 3, confirmed: 3 }), [], [party(1, 4), party(2, 3)]))).toEqual(["party_larger_than_session", "1 in line at 1"]);
  });
});

describe("settle: the line", () => {
  it("goes before whoever arrives, in order of number, and gives a seat to the longest-waiting that fits", () => {
    const seats = exampleSeats({ confirmed: 8, waiting: 3, nextNumber: 8, overtakers: [1] });
    const settled = settle(seats, [waiting(4, 3), waiting(5, 1), waiting(6, 2)], [party(9, 1)]);
    expect(settled.outcomes).toEqual([
      { id: signUpId(5), from: "waitlisted", to: "confirmed", number: 5, partySize: 1 },
      { id: signUpId(9), from: "received", to: "confirmed", number: 8, partySize: 1 },
    ]);
    expect(settled.seats).toEqual({ ...seats, confirmed: 10, waiting: 2, nextNumber: 9, overtakers: [8, 5, 1], version: 2 });
  });

  it("is promoted to pending where the office approves", () => {
    expect(told(settle(exampleSeats({ needsApproval: true, waiting: 1, nextNumber: 5 }), [waiting(4)], []))).toEqual(["4 pending"]);
  });

  it("goes on being promoted after sign-ups have closed, until the start", () => {
    const seats = exampleSeats({ waiting: 1, nextNumber: 5 });
    expect(told(settle(seats, [waiting(4)], [], minutesAfter(moments.closes, 1)))).toEqual(["4 confirmed"]);
  });

  it("tells an arrival its place behind those who wait, counted after promotions", () => {
    const settled = settle(
      exampleSeats({ confirmed: 9, waiting: 3, nextNumber: 7 }),
      [waiting(4, 1), waiting(5, 2), waiting(6, 2)],
      [party(9, 2), party(10, 2)],
    );
    expect(told(settled)).toEqual(["4 confirmed", "7 in line at 3", "8 in line at 4"]);
  });

  it("need not be read where no seat is free: an arrival still goes to its end", () => {
    expect(told(settle(exampleSeats({ confirmed: 10, waiting: 3, nextNumber: 9 }), [], [party(9)]))).toEqual(["9 in line at 4"]);
  });

  it.each([
    ["nobody of it was read", []],
    ["one of it is missing", [waiting(4, 4)]],
  ])("is never jumped by an arrival where a seat is free and %s: the seat is kept, and settling asked for again", (_, line) => {
    const settled = settle(exampleSeats({ confirmed: 8, waiting: 2, nextNumber: 6 }), line, [party(9)]);
    expect(told(settled)).toEqual(["6 in line at 3"]);
    expect(settled.hasMore).toBe(true);
  });

  it("does not ask for settling again for ever where parties that are counted cannot be found", () => {
    expect(settle(exampleSeats({ confirmed: 8, waiting: 2 }), [], [])).toMatchObject({ outcomes: [], hasMore: false });
  });

  it("does not ask for settling again where what it found of the line took the last seat", () => {
    expect(settle(exampleSeats({ confirmed: 9, waiting: 2 }), [waiting(4)], [])).toMatchObject({ outcomes: [{ number: 4 }], hasMore: false });
  });
});

describe("settle: capacity lowered and raised", () => {
  it.each([
    ["lowered under what is taken", 5],
    ["lowered to what is taken", 6],
  ])("takes nobody in and cancels nobody where it was %s", (_, capacity) => {
    const seats = exampleSeats({ capacity, confirmed: 4, held: 2, waiting: 1, nextNumber: 8 });
    expect(settle(seats, [waiting(7)], [])).toEqual({ seats, outcomes: [], hasMore: false });
  });

  it("promotes in order where it was raised", () => {
    expect(told(settle(exampleSeats({ capacity: 12, confirmed: 10, waiting: 3, nextNumber: 8 }), [waiting(5), waiting(6), waiting(7)], []))).toEqual([
      "5 confirmed",
      "6 confirmed",
    ]);
  });
});

describe("settle: waiting for the large", () => {
  const passedOver = (times: number) => exampleSeats({ confirmed: 8, waiting: 2, nextNumber: 20, overtakers: [17, 16, 15].slice(3 - times) });
  const line = [waiting(10, 4), waiting(11, 1)];

  it.each([
    [2, ["11 confirmed"]],
    [3, []],
  ])("a party passed over %i times", (times, outcome) => {
    expect(told(settle(passedOver(times), line, []))).toEqual(outcome);
  });

  it("begins in the middle of a settling, with the third pass", () => {
    const settled = settle(
      exampleSeats({ confirmed: 4, waiting: 5, nextNumber: 15 }),
      [waiting(10, 7), waiting(11), waiting(12), waiting(13), waiting(14)],
      [party(30)],
    );
    expect(told(settled)).toEqual(["11 confirmed", "12 confirmed", "13 confirmed", "15 in line at 3"]);
    expect(settled.seats).toMatchObject({ confirmed: 7, overtakers: [13, 12, 11] });
  });

  it("holds up whoever arrives too, in line where there is room and refused where there is none", () => {
    expect(told(settle(passedOver(3), line, [party(30)]))).toEqual(["20 in line at 3"]);
    expect(told(settle({ ...passedOver(3), waitlistLimit: 2 }, line, [party(30)]))).toEqual(["session_full"]);
  });

  it("begins among those who arrive together, with the third who passes the large one", () => {
    expect(told(settle(exampleSeats({ capacity: 6, confirmed: 2 }), [], [party(1, 5), party(2), party(3), party(4), party(5)]))).toEqual([
      "1 in line at 1",
      "2 confirmed",
      "3 confirmed",
      "4 confirmed",
      "5 in line at 2",
    ]);
  });

  it("does not count against a party what was seated with a lower number than its own", () => {
    expect(told(settle(exampleSeats({ confirmed: 8, waiting: 2, nextNumber: 20, overtakers: [17, 16, 9] }), line, []))).toEqual(["11 confirmed"]);
  });

  it("ends as soon as the party fits", () => {
    expect(told(settle({ ...passedOver(3), confirmed: 5 }, line, []))).toEqual(["10 confirmed", "11 confirmed"]);
  });

  it("does not keep seats for a party larger than the whole session", () => {
    expect(told(settle({ ...passedOver(3), capacity: 3, confirmed: 2 }, line, []))).toEqual(["11 confirmed"]);
  });

  it("keeps them for the first that the session is large enough for", () => {
    const seats = exampleSeats({ capacity: 3, confirmed: 1, waiting: 3, nextNumber: 20, overtakers: [17, 16, 15] });
    expect(told(settle(seats, [waiting(10, 4), waiting(11, 3), waiting(12, 1)], []))).toEqual([]);
  });

  it("counts what passed it while the session was too small for it, once it is large enough again", () => {
    const small = settle(exampleSeats({ capacity: 3, waiting: 4, nextNumber: 20 }), [waiting(10, 4), waiting(11), waiting(12), waiting(13)], []);
    expect(told(small)).toEqual(["11 confirmed", "12 confirmed", "13 confirmed"]);
    expect(told(settle({ ...small.seats, capacity: 4 }, [waiting(10, 4)], [party(30)]))).toEqual(["20 in line at 2"]);
  });

  it.each([
    ["a minute before", 24 * 60 + 1, []],
    ["at", 24 * 60, ["11 confirmed"]],
    ["a minute after", 24 * 60 - 1, ["11 confirmed"]],
  ])("ends 24 hours before the start: %s", (_, minutes, outcome) => {
    expect(told(settle(passedOver(3), line, [], minutesBeforeStart(minutes)))).toEqual(outcome);
  });

  it("needs no date before the first year that can be written", () => {
    expect(told(settle(exampleSeats({ startsAt: at("0000-01-01T00:01") }), [], [party(1)], at("0000-01-01T00:00")))).toEqual(["1 confirmed"]);
  });
});

describe("settle: start and cancellation", () => {
  it.each([
    ["a minute before the start", 1, ["4 confirmed", "5 confirmed"]],
    ["at the start", 0, ["sign_ups_closed"]],
    ["a minute after the start", -1, ["sign_ups_closed"]],
  ])("%s", (_, minutes, outcome) => {
    const settled = settle(exampleSeats({ waiting: 1, nextNumber: 5 }), [waiting(4)], [party(9)], minutesBeforeStart(minutes));
    expect(told(settled)).toEqual(outcome);
  });

  it("cancels whoever arrives in a cancelled session, and leaves its line to the cancellation", () => {
    const settled = settle(exampleSeats({ status: "cancelled", waiting: 1, nextNumber: 5 }), [waiting(4)], [party(9, 2)]);
    expect(settled.outcomes).toEqual([{ id: signUpId(9), from: "received", to: "cancelled", partySize: 2 }]);
    expect(settled.seats).toEqual(exampleSeats({ status: "cancelled", waiting: 1, nextNumber: 5, version: 2 }));
  });

  it("says cancelled rather than closed of a cancelled session that has started", () => {
    expect(told(settle(exampleSeats({ status: "cancelled" }), [], [party(9)], moments.after))).toEqual(["cancelled"]);
  });
});

describe("settle: one transaction's worth", () => {
  const crowd = (count: number) => Array.from({ length: count }, (_, index) => party(index + 1));

  it("is 49 outcomes: with the seat record and its like they fit a transaction", () => {
    expect(outcomesPerSettling).toBe(49);
  });

  it.each([
    [48, 48, false],
    [49, 49, true],
    [50, 49, true],
  ])("of %i arrived decides %i, and has more: %s", (arrived, decided, hasMore) => {
    const settled = settle(exampleSeats({ capacity: 100 }), [], crowd(arrived));
    expect(settled.outcomes).toHaveLength(decided);
    expect(settled.hasMore).toBe(hasMore);
  });

  it("counts promotions too, and lets nobody arrive before the line is through", () => {
    const settled = settle(exampleSeats({ waiting: 3, nextNumber: 9 }), [waiting(4), waiting(5), waiting(6)], [party(9)], moments.now, 2);
    expect(told(settled)).toEqual(["4 confirmed", "5 confirmed"]);
    expect(settled).toMatchObject({ hasMore: true, seats: { confirmed: 2, waiting: 1, nextNumber: 9 } });
  });

  it("raises the version by one however many it decides, and not at all where it decides nothing", () => {
    expect(settle(exampleSeats({ version: 5 }), [], crowd(9)).seats.version).toBe(6);
    const seats = exampleSeats({ version: 5 });
    expect(settle(seats, [], [])).toEqual({ seats, outcomes: [], hasMore: false });
  });
});
