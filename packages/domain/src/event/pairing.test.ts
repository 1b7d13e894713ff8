import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayReason } from "../rule/explain.ts";
import { pairInterviews } from "./pairing.ts";
import { changeInterviewRoster, pairAgain } from "./pairing-again.ts";
import { pairingFaults } from "./pairing-faults.ts";
import { type Interview, InterviewChange, type Interviewer, InterviewRoster, pairingLimits } from "./pairing-input.ts";
import { eventWords } from "./words.ts";

const names = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
const mostly = (list: readonly string[]) => fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([...list]) }, fc.subarray([...list]));

const rosters = (most: { groups: number; seats: number; interviewers: number; slots: number }): fc.Arbitrary<InterviewRoster> =>
  fc
    .tuple(fc.integer({ min: 1, max: most.groups }), fc.integer({ min: 0, max: most.interviewers }), fc.integer({ min: 1, max: most.slots }))
    .chain(([groupCount, interviewerCount, slotCount]) => {
      const [groupIds, interviewerIds, slotIds] = [names("g", groupCount), names("i", interviewerCount), names("t", slotCount)];
      return fc.record({
        slots: fc.constant(slotIds.map((id) => ({ id }))),
        breakSlotIds: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, fc.subarray(slotIds)),
        groups: fc.tuple(
          ...groupIds.map((id) =>
            fc.record({
              id: fc.constant(id),
              seats: fc.integer({ min: 1, max: most.seats }),
              seatsOut: fc.oneof({ weight: 3, arbitrary: fc.constant<number[]>([]) }, fc.constant<number[]>([1])),
              slotIds: mostly(slotIds),
            }),
          ),
        ),
        interviewers: fc.tuple(
          ...interviewerIds.map((id) =>
            fc.record(
              {
                id: fc.constant(id),
                slotIds: mostly(slotIds),
                breakSlotIds: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, fc.subarray(slotIds, { maxLength: 1 })),
                interviewsAtMost: fc.integer({ min: 0, max: slotCount }),
              },
              { requiredKeys: ["id", "slotIds", "breakSlotIds"] },
            ),
          ),
        ),
        conflicts: fc
          .subarray(interviewerIds.flatMap((interviewerId) => groupIds.map((groupId) => ({ interviewerId, groupId }))))
          .map((conflicts) => conflicts.slice(0, 2)),
        everySeat: fc.constant(false),
      });
    });
const anyRoster = rosters({ groups: 6, seats: 15, interviewers: 10, slots: 8 });
const smallRoster = rosters({ groups: 2, seats: 2, interviewers: 3, slots: 2 });
const rosterRuns = (fc.readConfigureGlobal().numRuns ?? 300) < 300 ? 60 : 1000;

type Merit = readonly number[];
const isBetter = (one: Merit, other: Merit): boolean => {
  const index = one.findIndex((value, place) => value !== other[place]);
  return index !== -1 && (one[index] ?? 0) > (other[index] ?? 0);
};

/** Interviews, kept ones, and then the loads from the largest on, of which less is better. */
function meritOf({ interviewers }: InterviewRoster, interviews: readonly Interview[], before: readonly Interview[]): Merit {
  const kept = interviews.filter((one) => before.some((was) => JSON.stringify(was) === JSON.stringify(one))).length;
  const loads = interviewers.map(({ id }) => interviews.filter(({ interviewerId }) => interviewerId === id).length);
  return [interviews.length, kept, ...loads.toSorted((a, b) => b - a).map((load) => -load)];
}

/** Every timetable there is, seat by seat. */
function bestByForce(roster: InterviewRoster, before: readonly Interview[] = []): Merit {
  const seats = roster.groups.flatMap((group) => Array.from({ length: group.seats }, (_, index) => ({ groupId: group.id, seat: index + 1 })));
  const interviews: Interview[] = [];
  let best = meritOf(roster, [], before);
  const go = (index: number) => {
    const at = seats[index];
    if (!at) {
      const merit = meritOf(roster, interviews, before);
      if (isBetter(merit, best)) best = merit;
      return;
    }
    go(index + 1);
    for (const { id: interviewerId } of roster.interviewers) {
      for (const { id: slotId } of roster.slots) {
        interviews.push({ slotId, interviewerId, ...at });
        if (pairingFaults(roster, interviews).length === 0) go(index + 1);
        interviews.pop();
      }
    }
  };
  go(0);
  return best;
}

const made = (roster: InterviewRoster) => {
  const paired = pairInterviews(roster);
  if (!paired.ok) throw new Error(paired.refusal.code);
  return paired.value;
};

describe("a timetable of interviews", () => {
  it("is valid for 1,000 random rosters, and accounts for every seat", () => {
    fc.assert(
      fc.property(anyRoster, (roster) => {
        expect(InterviewRoster.safeParse(roster).error).toBeUndefined();
        const { interviews, unpaired, loads, lack } = made(roster);
        expect(pairingFaults(roster, interviews)).toEqual([]);
        const seats = roster.groups.flatMap(({ id, seats, seatsOut }) =>
          Array.from({ length: seats }, (_, index) => index + 1)
            .filter((seat) => !seatsOut.includes(seat))
            .map((seat) => `${id} ${seat}`),
        );
        expect([...interviews, ...unpaired].map(({ groupId, seat }) => `${groupId} ${seat}`).toSorted()).toEqual(seats.toSorted());
        expect(loads.reduce((sum, one) => sum + one.interviews, 0)).toBe(interviews.length);
        expect(lack?.short ?? 0).toBe(unpaired.length);
        // Only groups that are named as lacking have seats left, and they get all that there is for them.
        if (!lack) return;
        for (const { groupId } of unpaired) expect(lack.groupIds).toContain(groupId);
        const among = interviews.filter(({ groupId }) => lack.groupIds.includes(groupId)).length;
        expect([lack.have, lack.need]).toEqual([among, among + unpaired.length]);
      }),
      { numRuns: rosterRuns },
    );
  });

  it("has as many interviews as any could, shared out as evenly as any with as many: every small roster against all of its timetables", () => {
    fc.assert(
      fc.property(smallRoster, (roster) => {
        expect(meritOf(roster, made(roster).interviews, [])).toEqual(bestByForce(roster));
      }),
    );
  });

  it("is the same for the same roster", () => {
    fc.assert(
      fc.property(anyRoster, (roster) => {
        expect(made(JSON.parse(JSON.stringify(roster)) as InterviewRoster)).toEqual(made(roster));
      }),
      { numRuns: 50 },
    );
  });
});

const slotIds = names("t", 3);
const interviewer = (id: string, over: Partial<Interviewer> = {}): Interviewer => ({ id, slotIds, breakSlotIds: [], ...over });
const group = (id: string, seats: number, over: Partial<InterviewRoster["groups"][number]> = {}) => ({ id, seats, seatsOut: [], slotIds, ...over });
const roster = (over: Partial<InterviewRoster>): InterviewRoster => ({
  slots: slotIds.map((id) => ({ id })),
  breakSlotIds: [],
  groups: [],
  interviewers: [],
  conflicts: [],
  everySeat: false,
  ...over,
});

const interview = (slotId: string, interviewerId: string, groupId: string, seat = 1): Interview => ({ slotId, interviewerId, groupId, seat });

describe("what a timetable of interviews minds", () => {
  const loadsOf = (over: Partial<InterviewRoster>) => made(roster(over)).loads.map(({ interviews }) => interviews);

  it("breaks, of all and of one, the most that somebody takes, and who must not meet", () => {
    const groups = [group("g", 9)];
    expect(loadsOf({ groups, interviewers: [interviewer("a"), interviewer("b")] })).toEqual([3, 3]);
    expect(loadsOf({ groups, interviewers: [interviewer("a"), interviewer("b")], breakSlotIds: ["t2"] })).toEqual([2, 2]);
    expect(loadsOf({ groups, interviewers: [interviewer("a", { breakSlotIds: ["t2"] }), interviewer("b")] })).toEqual([2, 3]);
    expect(loadsOf({ groups, interviewers: [interviewer("a", { interviewsAtMost: 1 }), interviewer("b", { slotIds: ["t1"] })] })).toEqual([1, 1]);
    expect(loadsOf({ groups, interviewers: [interviewer("a"), interviewer("b")], conflicts: [{ interviewerId: "a", groupId: "g" }] })).toEqual([0, 3]);
    expect(loadsOf({ groups: [group("g", 9, { slotIds: ["t3"] })], interviewers: [interviewer("a"), interviewer("b")] })).toEqual([1, 1]);
  });

  it("fairness: nobody has two while somebody who could has none", () => {
    expect(loadsOf({ groups: [group("g", 3)], interviewers: [interviewer("a"), interviewer("b"), interviewer("c")] })).toEqual([1, 1, 1]);
  });

  it("seats whose student is out have none", () => {
    expect(made(roster({ groups: [group("g", 3, { seatsOut: [2] })], interviewers: [interviewer("a")] })).interviews.map(({ seat }) => seat)).toEqual([1, 3]);
  });

  it("names the groups that share too few, and refuses where every seat must have one", () => {
    const over = { groups: [group("late", 3, { slotIds: ["t3"] }), group("g", 1)], interviewers: [interviewer("a")] };
    const lack = { code: "pairing_lacks_interviews", groupIds: ["late"], need: 3, have: 1, short: 2 };
    expect(made(roster(over))).toEqual({
      interviews: [
        { slotId: "t1", interviewerId: "a", groupId: "g", seat: 1 },
        { slotId: "t3", interviewerId: "a", groupId: "late", seat: 1 },
      ],
      unpaired: [
        { groupId: "late", seat: 2 },
        { groupId: "late", seat: 3 },
      ],
      loads: [{ interviewerId: "a", interviews: 2 }],
      lack,
    });
    expect(pairInterviews(roster({ ...over, everySeat: true }))).toEqual({ ok: false, refusal: lack });
    expect(pairInterviews(roster({ groups: [group("g", 3)], interviewers: [interviewer("a")], everySeat: true })).ok).toBe(true);
  });

  it.each([
    ["a slot twice", { slots: [{ id: "t1" }, { id: "t1" }, { id: "t2" }, { id: "t3" }] }],
    ["a group twice", { groups: [group("g", 1), group("g", 1)] }],
    ["an interviewer twice", { interviewers: [interviewer("a"), interviewer("a")] }],
    ["a break in no slot", { breakSlotIds: ["x"] }],
    ["a group in no slot", { groups: [group("g", 1, { slotIds: ["x"] })] }],
    ["a seat out that is none", { groups: [group("g", 1, { seatsOut: [2] })] }],
    ["a seat out twice", { groups: [group("g", 1, { seatsOut: [1, 1] })] }],
    ["an interviewer in no slot", { interviewers: [interviewer("a", { slotIds: ["x"] })] }],
    ["a rest in no slot", { interviewers: [interviewer("a", { breakSlotIds: ["x"] })] }],
    ["a conflict with nobody", { conflicts: [{ interviewerId: "a", groupId: "g" }] }],
    ["a conflict with no group", { interviewers: [interviewer("a")], conflicts: [{ interviewerId: "a", groupId: "g" }] }],
    ["no seats", { groups: [group("g", 0)] }],
    ["a student's name", { groups: [{ ...group("g", 1), students: ["Ada"] }] }],
  ])("a roster is not taken with %s", (_, over) => {
    expect(InterviewRoster.safeParse(roster({})).success).toBe(true);
    expect(InterviewRoster.safeParse({ ...roster({}), ...over }).success).toBe(false);
  });
});

describe("the check of a timetable of interviews", () => {
  const day = roster({
    groups: [group("g", 3, { seatsOut: [3] }), group("h", 1, { slotIds: ["t1"] })],
    interviewers: [interviewer("a", { slotIds: ["t1", "t2"], interviewsAtMost: 1 }), interviewer("b", { breakSlotIds: ["t2"] })],
    breakSlotIds: ["t3"],
    conflicts: [{ interviewerId: "b", groupId: "h" }],
  });

  it.each([
    ["nothing", [], [interview("t1", "a", "h"), interview("t1", "b", "g")]],
    ["a slot that is not there", ["pairing_interview_unknown"], [interview("x", "a", "g")]],
    ["nobody who asks", ["pairing_interview_unknown"], [interview("t1", "x", "g")]],
    ["a group that is not there", ["pairing_interview_unknown"], [interview("t1", "a", "x")]],
    ["a seat that is not there", ["pairing_interview_unknown"], [interview("t1", "a", "h", 2)]],
    ["a seat that is out", ["pairing_interview_unknown"], [interview("t1", "a", "g", 3)]],
    ["an interviewer who is away", ["pairing_interviewer_not_there", "pairing_on_break"], [interview("t3", "a", "g")]],
    ["a group that is away", ["pairing_group_not_there"], [interview("t2", "a", "h")]],
    ["a break of one", ["pairing_on_break"], [interview("t2", "b", "g")]],
    ["a break of all", ["pairing_on_break"], [interview("t3", "b", "g")]],
    ["a conflict", ["pairing_conflict"], [interview("t1", "b", "h")]],
    ["two at a time", ["pairing_interviewer_twice"], [interview("t1", "b", "g"), interview("t1", "b", "g", 2)]],
    ["a seat twice", ["pairing_seat_twice"], [interview("t1", "b", "g"), interview("t1", "a", "g")]],
    ["too many", ["pairing_too_many"], [interview("t1", "a", "g"), interview("t2", "a", "g", 2)]],
  ])("finds %s", (_, codes, interviews) => {
    const faults = pairingFaults(day, interviews);
    expect(faults.map(({ code }) => code)).toEqual(codes);
    for (const { code, facts } of faults) {
      const said = (["en", "es"] as const).map((language) => sayReason({ code, verdict: "unmet", facts }, { words: eventWords, language }));
      for (const sentence of said) expect(sentence).toMatch(/^[^{}]+ [^{}]+\.$/);
    }
  });
});

const changeOf = ({ groups, interviewers, slots }: InterviewRoster): fc.Arbitrary<InterviewChange> => {
  const all = slots.map(({ id }) => id);
  const options: fc.Arbitrary<InterviewChange>[] = [
    fc.record({ kind: fc.constant("slot_out" as const), slotId: fc.constantFrom(...all) }),
    fc.record({ kind: fc.constant("group_out" as const), groupId: fc.constantFrom(...groups.map(({ id }) => id)) }),
    fc.constant({ kind: "group_in" as const, group: { id: "new", seats: 1, seatsOut: [], slotIds: all } }),
    fc.constant({ kind: "interviewer_in" as const, interviewer: { id: "new", slotIds: all, breakSlotIds: [] } }),
    ...groups.flatMap(({ id, seats, seatsOut }) => (seatsOut.includes(seats) ? [] : [fc.constant({ kind: "seat_out" as const, groupId: id, seat: seats })])),
  ];
  const ids = interviewers.map(({ id }) => id);
  if (ids.length > 0) {
    const outOrBack = fc.constantFrom("interviewer_out" as const, "interviewer_out" as const, "interviewer_back" as const);
    options.push(fc.record({ kind: outOrBack, interviewerId: fc.constantFrom(...ids) }));
    options.push(fc.record({ kind: outOrBack, interviewerId: fc.constantFrom(...ids), slotIds: fc.subarray(all) }));
  }
  return fc.oneof(...options);
};
const changed = (from: fc.Arbitrary<InterviewRoster>) =>
  from
    .chain((day) => fc.tuple(fc.constant(day), changeOf(day), fc.subarray(day.slots.map(({ id }) => id).slice(0, 1))))
    // What is over cannot be lost.
    .filter(([, change, slotIdsOver]) => change.kind !== "slot_out" || !slotIdsOver.includes(change.slotId));

describe("a timetable of interviews after a change", () => {
  it("has as many interviews as any could, and of those keeps as many as any could, for every small roster", () => {
    fc.assert(
      fc.property(changed(smallRoster), ([day, change]) => {
        const { interviews } = made(day);
        const again = pairAgain({ roster: day, interviews }, change);
        if (!again.ok) throw new Error(again.refusal.code);
        const merit = meritOf(again.value.roster, again.value.pairing.interviews, interviews);
        expect(merit).toEqual(bestByForce(again.value.roster, interviews));
        expect(merit[1]).toBe(again.value.kept);
      }),
    );
  });

  it("is valid, leaves what is over, and what moved turns the old timetable into the new one, for every roster", () => {
    fc.assert(
      fc.property(changed(anyRoster), ([day, change, slotIdsOver]) => {
        expect(InterviewChange.safeParse(change).error).toBeUndefined();
        const { interviews } = made(day);
        const again = pairAgain({ roster: day, interviews }, change, { slotIdsOver });
        if (!again.ok) throw new Error(again.refusal.code);
        const { roster: after, pairing, moved } = again.value;
        expect(InterviewRoster.safeParse(after).error).toBeUndefined();
        expect(pairingFaults(after, pairing.interviews)).toEqual([]);
        const seats = new Map(interviews.map(({ groupId, seat, slotId, interviewerId }) => [`${groupId} ${seat}`, { slotId, interviewerId }]));
        for (const { groupId, seat, from, to } of moved) {
          expect(seats.get(`${groupId} ${seat}`)).toEqual(from);
          if (to) seats.set(`${groupId} ${seat}`, to);
          else seats.delete(`${groupId} ${seat}`);
        }
        expect(new Map(pairing.interviews.map(({ groupId, seat, slotId, interviewerId }) => [`${groupId} ${seat}`, { slotId, interviewerId }]))).toEqual(seats);
        const isOver = ({ slotId, groupId, seat }: Interview) =>
          slotIdsOver.includes(slotId) && after.groups.some(({ id, seatsOut }) => id === groupId && !seatsOut.includes(seat));
        expect(pairing.interviews.filter(isOver)).toEqual(interviews.filter(isOver));
      }),
    );
  });

  const day = roster({ groups: [group("g", 3)], interviewers: [interviewer("a"), interviewer("b")] });
  const standing = { roster: day, interviews: made(day).interviews };

  it("moves only whom it must, and brings them to whoever has least", () => {
    const again = pairAgain(standing, { kind: "interviewer_out", interviewerId: "a", slotIds: ["t1"] });
    expect(again.ok && [again.value.kept, again.value.moved.length, again.value.pairing.unpaired]).toEqual([2, 1, []]);
    expect(again.ok && again.value.roster.interviewers[0]?.slotIds).toEqual(["t2", "t3"]);
  });

  it("counts what is over: nobody is asked twice, and loads go on from there", () => {
    // Both a and b have had one each by the end of t1, and c has come since.
    const over = [interview("t1", "a", "g", 1), interview("t1", "b", "g", 2)];
    const interviewers = [interviewer("a", { interviewsAtMost: 2 }), interviewer("b", { interviewsAtMost: 1 }), interviewer("c", { slotIds: ["t2", "t3"] })];
    const later = roster({ groups: [group("g", 2)], interviewers });
    const joined = (seats: number) => {
      const again = pairAgain({ roster: later, interviews: over }, { kind: "group_in", group: group("h", seats) }, { slotIdsOver: ["t1"] });
      if (!again.ok) throw new Error(again.refusal.code);
      expect(again.value.pairing.interviews.slice(0, 2)).toEqual(over);
      return [again.value.pairing.loads.map(({ interviews }) => interviews), again.value.pairing.unpaired.length];
    };
    // The first new seat goes to c, who has none; b takes no more than one in the whole day, and a no more than two.
    expect([joined(1), joined(3), joined(4)]).toEqual([
      [[1, 1, 1], 0],
      [[2, 1, 2], 0],
      [[2, 1, 2], 1],
    ]);
  });

  it("lets a seat that is out go, also from what is over", () => {
    const again = pairAgain(standing, { kind: "seat_out", groupId: "g", seat: 1 }, { slotIdsOver: slotIds });
    expect(again.ok && again.value.pairing.interviews.map(({ seat }) => seat).toSorted()).toEqual([2, 3]);
  });

  it("moves whom a lost slot leaves without an interview, and knows nothing of it any more", () => {
    const rested = roster({ breakSlotIds: ["t3"], groups: [group("g", 2)], interviewers: [interviewer("a"), interviewer("b", { breakSlotIds: ["t2"] })] });
    const again = pairAgain({ roster: rested, interviews: [interview("t1", "a", "g", 1), interview("t1", "b", "g", 2)] }, { kind: "slot_out", slotId: "t1" });
    if (!again.ok) throw new Error(again.refusal.code);
    expect([again.value.kept, again.value.pairing.interviews, again.value.pairing.unpaired.length]).toEqual([0, [interview("t2", "a", "g", 1)], 1]);
    expect(JSON.stringify(again.value.roster)).not.toContain("t1");
    const noBreak = changeInterviewRoster(rested, { kind: "slot_out", slotId: "t3" });
    expect(JSON.stringify(noBreak)).not.toContain("t3");
  });

  it("forgets a group's conflicts with the group", () => {
    const apart = { ...day, conflicts: [{ interviewerId: "a", groupId: "g" }] };
    const after = changeInterviewRoster(apart, { kind: "group_out", groupId: "g" });
    expect(after.ok && [after.value.groups, after.value.conflicts]).toEqual([[], []]);
  });

  it("does not change what is over", () => {
    const after = changeInterviewRoster(day, { kind: "interviewer_out", interviewerId: "a" }, ["t1"]);
    expect(after.ok && after.value.interviewers.map((one) => one.slotIds)).toEqual([["t1"], slotIds]);
    const back = after.ok && changeInterviewRoster(after.value, { kind: "interviewer_back", interviewerId: "a" }, ["t2"]);
    expect(back !== false && back.ok && back.value.interviewers[0]?.slotIds).toEqual(["t1", "t3"]);
  });

  it.each([
    ["roster_id_unknown", { kind: "interviewer_out", interviewerId: "x" }],
    ["roster_id_unknown", { kind: "interviewer_out", interviewerId: "a", slotIds: ["x"] }],
    ["roster_id_taken", { kind: "interviewer_in", interviewer: interviewer("a") }],
    ["roster_id_unknown", { kind: "interviewer_in", interviewer: interviewer("c", { slotIds: ["x"] }) }],
    ["roster_id_unknown", { kind: "interviewer_in", interviewer: interviewer("c", { breakSlotIds: ["x"] }) }],
    ["roster_id_unknown", { kind: "seat_out", groupId: "x", seat: 1 }],
    ["roster_id_unknown", { kind: "seat_out", groupId: "g", seat: 4 }],
    ["roster_id_unknown", { kind: "group_out", groupId: "x" }],
    ["roster_id_taken", { kind: "group_in", group: group("g", 1) }],
    ["roster_id_unknown", { kind: "slot_out", slotId: "x" }],
    ["roster_slot_over", { kind: "slot_out", slotId: "t1" }],
    ["roster_id_unknown", { kind: "group_in", group: group("h", 1, { slotIds: ["x"] }) }],
  ] as const)("is refused with %s for %o", (code, change) => {
    const again = pairAgain(standing, change as InterviewChange, { slotIdsOver: ["t1"] });
    expect(again.ok ? "made" : again.refusal.code).toBe(code);
  });

  it("is refused for more than a roster may have, so that what comes of a change is a roster", () => {
    const full = roster({
      groups: names("g", pairingLimits.groups).map((id) => group(id, 1)),
      interviewers: names("i", pairingLimits.interviewers).map((id) => interviewer(id)),
    });
    const answers = [
      changeInterviewRoster(full, { kind: "group_in", group: group("new", 1) }),
      changeInterviewRoster(full, { kind: "interviewer_in", interviewer: interviewer("new") }),
      changeInterviewRoster({ ...full, groups: full.groups.slice(1) }, { kind: "group_in", group: group("new", 1) }),
      changeInterviewRoster({ ...full, interviewers: full.interviewers.slice(1) }, { kind: "interviewer_in", interviewer: interviewer("new") }),
    ];
    expect(answers.map((after) => (after.ok ? InterviewRoster.safeParse(after.value).success : after.refusal))).toEqual([
      { code: "roster_full", limit: pairingLimits.groups },
      { code: "roster_full", limit: pairingLimits.interviewers },
      true,
      true,
    ]);
  });

  it("is refused for a timetable that was never valid, for slots that are not there, and where every seat must have one and cannot", () => {
    const out = { kind: "interviewer_out", interviewerId: "a" } as const;
    const twice = pairAgain({ roster: day, interviews: [...standing.interviews, ...standing.interviews] }, out);
    expect(twice.ok ? "made" : twice.refusal.code).toBe("pairing_plan_invalid");
    const strange = pairAgain(standing, out, { slotIdsOver: ["x"] });
    expect(strange.ok ? "made" : strange.refusal).toEqual({ code: "roster_id_unknown", id: "x" });
    const full = roster({ groups: [group("g", 6)], interviewers: [interviewer("a"), interviewer("b")], everySeat: true });
    const again = pairAgain({ roster: full, interviews: made(full).interviews }, out);
    expect(again.ok ? "made" : again.refusal).toEqual({ code: "pairing_lacks_interviews", groupIds: ["g"], need: 6, have: 3, short: 3 });
  });
});
