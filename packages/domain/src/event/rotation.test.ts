import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { names, pick, rosters } from "../../test/arbitrary-rosters.ts";
import { sayReason } from "../rule/explain.ts";
import { rotate } from "./rotation.ts";
import { changeRoster, rotateAgain } from "./rotation-again.ts";
import { mostWorth } from "./rotation-bound.ts";
import { weighAll } from "./rotation-exact.ts";
import { rotationFaults } from "./rotation-faults.ts";
import { Roster, RosterChange, type RotationSpeaker, type RotationVisit, rosterLimits } from "./rotation-input.ts";
import { emptyPlan, type Problem, problemOf, worthOf } from "./rotation-plan.ts";
import { defaultRotationEffort } from "./rotation-search.ts";
import { eventWords } from "./words.ts";

const anyRoster = rosters({ groups: 8, speakers: 10, slots: 6, minimum: 3 });
const smallRoster = rosters({ groups: 3, speakers: 3, slots: 3, minimum: 2 });

/** A thousand, and fewer where mutation testing asks for fewer of everything. */
const smallRuns = fc.readConfigureGlobal().numRuns ?? 300;
const rosterRuns = smallRuns < 300 ? 60 : 1000;
/** Validity does not hang on how hard was looked. */
const quick = { ...defaultRotationEffort, idleTries: 4, exactPlans: 500 };

/** How good a plan is, from what matters most to what matters least; told apart from how the search reckons it. */
type Merit = readonly number[];
const isBetter = (one: Merit, other: Merit): boolean => {
  const index = one.findIndex((value, place) => value !== other[place]);
  return index !== -1 && (one[index] ?? 0) > (other[index] ?? 0);
};

function meritOf(roster: Roster, visits: readonly RotationVisit[], before: readonly RotationVisit[]): Merit {
  const kept = visits.filter((visit) =>
    before.some((was) => was.slotId === visit.slotId && was.groupId === visit.groupId && was.speakerId === visit.speakerId),
  );
  const wanted = visits.filter(({ groupId, speakerId }) => roster.groups.find(({ id }) => id === groupId)?.wantedSpeakerIds.includes(speakerId));
  let moves = 0;
  for (const { id } of roster.groups) {
    let room: string | undefined;
    for (const slot of roster.slots) {
      const visit = visits.find(({ groupId, slotId }) => groupId === id && slotId === slot.id);
      if (visit && room !== undefined && visit.roomId !== room) moves += 1;
      room = visit?.roomId ?? room;
    }
  }
  return [kept.length, visits.length, wanted.length, -moves];
}

/** Every plan there is, one after the other; `undefined` where none is valid. */
function bestByForce(roster: Roster, before: readonly RotationVisit[] = []): Merit | undefined {
  const cells = roster.slots.flatMap((slot) => roster.groups.map((group) => ({ slot, group })));
  const visits: RotationVisit[] = [];
  let best: Merit | undefined;
  const go = (index: number) => {
    const cell = cells[index];
    if (!cell) {
      if (roster.groups.some(({ id }) => visits.filter(({ groupId }) => groupId === id).length < roster.minimumSpeakers)) return;
      const merit = meritOf(roster, visits, before);
      if (!best || isBetter(merit, best)) best = merit;
      return;
    }
    const { slot, group } = cell;
    go(index + 1);
    for (const speaker of roster.speakers) {
      if (!speaker.slotIds.includes(slot.id) || group.size > (speaker.groupSizeAtMost ?? group.size)) continue;
      if (visits.some(({ groupId, speakerId }) => groupId === group.id && speakerId === speaker.id)) continue;
      if (visits.filter(({ slotId, speakerId }) => slotId === slot.id && speakerId === speaker.id).length >= speaker.groupsAtOnce) continue;
      visits.push({ slotId: slot.id, groupId: group.id, speakerId: speaker.id, roomId: speaker.roomId });
      go(index + 1);
      visits.pop();
    }
  };
  go(0);
  return best;
}

describe("a rotation", () => {
  it("is valid for 1,000 random rosters, and says truly what it comes to", () => {
    fc.assert(
      fc.property(anyRoster, (roster) => {
        expect(Roster.safeParse(roster).error).toBeUndefined();
        const made = rotate(roster, quick);
        if (!made.ok) return;
        const { visits, idle, wantedVisits, roomMoves } = made.value;
        expect(rotationFaults(roster, visits)).toEqual([]);
        expect(meritOf(roster, visits, [])).toEqual([0, visits.length, wantedVisits, -roomMoves]);
        const cells = [...visits, ...idle].map(({ slotId, groupId }) => `${slotId} ${groupId}`);
        expect(cells.toSorted()).toEqual(roster.slots.flatMap((slot) => roster.groups.map((group) => `${slot.id} ${group.id}`)).toSorted());
      }),
      { numRuns: rosterRuns },
    );
  });

  it("is the best there is for every small roster, and refused only where there is none", () => {
    let proven = 0;
    let refused = 0;
    fc.assert(
      fc.property(smallRoster, (roster) => {
        const made = rotate(roster);
        const best = bestByForce(roster);
        if (!made.ok) {
          refused += 1;
          expect(best).toBeUndefined();
          return;
        }
        expect(made.value.isProvenBest).toBe(true);
        proven += 1;
        expect(meritOf(roster, made.value.visits, [])).toEqual(best);
      }),
    );
    expect(proven).toBeGreaterThan(smallRuns / 6);
    expect(refused).toBeGreaterThan(smallRuns / 60);
  });
});

const slots = (count: number) => names("t", count).map((id) => ({ id }));
const group = (id: string, wantedSpeakerIds: string[] = [], size = 20) => ({ id, size, wantedSpeakerIds });
const speaker = (id: string, slotIds: string[], over: Partial<RotationSpeaker> = {}): RotationSpeaker => ({
  id,
  roomId: `room-${id}`,
  slotIds,
  groupsAtOnce: 1,
  ...over,
});
const roster = (over: Partial<Roster>): Roster => ({ slots: slots(3), groups: [], speakers: [], minimumSpeakers: 0, ...over });
const allDay = names("t", 3);

/** The same as one number, where every group sees its minimum. */
const worthOfMerit = ({ worth, minimum, groups }: Problem, [kept = 0, visits = 0, wanted = 0, moves = 0]: Merit): number =>
  worth.needed * minimum * groups.length + worth.kept * kept + worth.visit * visits + worth.wanted * wanted + moves;

describe("the bound that no plan can pass", () => {
  it("is never below the best plan, and often reached, so that it can prove the best without weighing every plan", () => {
    let reached = 0;
    let compared = 0;
    fc.assert(
      fc.property(smallRoster, (roster) => {
        const best = bestByForce(roster);
        if (!best) return;
        const problem = problemOf(roster);
        const worth = worthOfMerit(problem, best);
        compared += 1;
        // Groups that see more than the minimum count no more for it; those that see less are in no plan.
        for (const isRough of [false, true]) expect(mostWorth(problem, isRough)).toBeGreaterThanOrEqual(worth);
        if (mostWorth(problem) === worth) reached += 1;
      }),
    );
    expect(reached).toBeGreaterThan(compared / 2);
  });
});

describe("the weighing of every plan", () => {
  it("comes to the best one by itself, from nothing, and leaves no branch that could hold it", () => {
    let weighed = 0;
    fc.assert(
      fc.property(smallRoster, (roster) => {
        const best = bestByForce(roster);
        if (!best) return;
        const problem = problemOf(roster);
        const { plan, isProvenBest } = weighAll(problem, emptyPlan(problem), Number.POSITIVE_INFINITY);
        expect([worthOf(problem, plan), isProvenBest]).toEqual([worthOfMerit(problem, best), true]);
        weighed += 1;
      }),
    );
    expect(weighed).toBeGreaterThan(smallRuns / 6);
  });
});

describe("what a rotation puts first", () => {
  it("gives each group its minimum before it fills slots", () => {
    // b alone can take the large group, in one slot only; the small one would rather have b, and can do without.
    const made = rotate(
      roster({
        slots: slots(1),
        groups: [group("small", ["b"], 10), group("large", [], 30)],
        speakers: [speaker("a", ["t1"], { groupSizeAtMost: 20 }), speaker("b", ["t1"])],
        minimumSpeakers: 1,
      }),
    );
    expect(made.ok && made.value.visits.map(({ groupId, speakerId }) => `${groupId} ${speakerId}`)).toEqual(["small a", "large b"]);
  });

  it("then fills as many slots as it can, then follows wishes, then spares moves", () => {
    const hall = { roomId: "hall" };
    const made = rotate(
      roster({
        slots: slots(2),
        groups: [group("g", ["c"])],
        speakers: [speaker("a", ["t1", "t2"], hall), speaker("b", ["t1", "t2"], hall), speaker("c", ["t1", "t2"])],
      }),
    );
    expect(made.ok && { ...made.value, visits: made.value.visits.map(({ speakerId }) => speakerId).toSorted() }).toEqual({
      visits: ["a", "c"],
      idle: [],
      wantedVisits: 1,
      roomMoves: 1,
      isProvenBest: true,
    });
    const without = rotate(
      roster({ slots: slots(2), groups: [group("g")], speakers: [speaker("a", ["t1"], hall), speaker("c", ["t1", "t2"]), speaker("b", ["t2"], hall)] }),
    );
    expect(without.ok && without.value.roomMoves).toBe(0);
  });

  it("lets a speaker have as many groups at once as it takes", () => {
    const panel = (groupsAtOnce: number) =>
      rotate(roster({ slots: slots(1), groups: names("g", 3).map((id) => group(id)), speakers: [speaker("p", ["t1"], { groupsAtOnce })] }));
    const visits = [1, 2, 3].map((groupsAtOnce) => {
      const made = panel(groupsAtOnce);
      return made.ok && [made.value.visits.length, made.value.idle.length];
    });
    expect(visits).toEqual([
      [1, 2],
      [2, 1],
      [3, 0],
    ]);
  });

  it("places every pair where everybody is there all day, as a Latin square does", () => {
    const slotIds = names("t", 7);
    const made = rotate(
      roster({
        slots: slots(7),
        groups: names("g", 7).map((id) => group(id)),
        speakers: names("s", 7).map((id) => speaker(id, slotIds)),
        minimumSpeakers: 7,
      }),
    );
    expect(made.ok && [made.value.visits.length, made.value.isProvenBest]).toEqual([49, true]);
  });

  it("is the same for the same roster, whatever was asked in between", () => {
    fc.assert(
      fc.property(anyRoster, smallRoster, (one, other) => {
        const first = rotate(one, quick);
        rotate(other, quick);
        expect(rotate(JSON.parse(JSON.stringify(one)) as Roster, quick)).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });

  it("says so where it looked not hard enough to be sure", () => {
    const slotIds = names("t", 6);
    const away = (index: number) => slotIds.filter((_, slot) => (slot * 5 + index * 3) % 4 !== 0);
    const busy = roster({
      slots: slots(6),
      groups: names("g", 9).map((id, index) => group(id, [`s${index + 1}`, `s${((index + 4) % 9) + 1}`])),
      speakers: names("s", 9).map((id, index) => speaker(id, away(index), { roomId: `r${index % 4}` })),
    });
    const made = rotate(busy, { ...defaultRotationEffort, idleTries: 0, exactCells: 0 });
    expect(made.ok && made.value.isProvenBest).toBe(false);
    expect(made.ok && rotationFaults(busy, made.value.visits)).toEqual([]);
    // Whoever looks longer finds a day with as many visits and wishes, and with fewer ways between rooms.
    const longer = rotate(busy);
    expect([made, longer].map((one) => one.ok && [one.value.visits.length, one.value.wantedVisits])).toEqual([
      [40, 18],
      [40, 18],
    ]);
    expect(longer.ok && made.ok && made.value.roomMoves - longer.value.roomMoves).toBeGreaterThan(2);
  });
});

describe("a roster that cannot be", () => {
  const codeOf = (over: Partial<Roster>) => {
    const made = rotate(roster(over));
    return made.ok ? "made" : made.refusal;
  };

  it("lacks slots", () => {
    expect(codeOf({ groups: [group("g")], speakers: names("s", 5).map((id) => speaker(id, allDay)), minimumSpeakers: 5 })).toEqual({
      code: "rotation_lacks_slots",
      groupIds: ["g"],
      need: 5,
      have: 3,
      short: 2,
    });
  });

  it("lacks speakers for a group: none of that size, or none there at all", () => {
    const speakers = [speaker("a", allDay), speaker("b", allDay, { groupSizeAtMost: 25 }), speaker("c", [])];
    expect(codeOf({ groups: [group("g"), group("large", [], 26)], speakers, minimumSpeakers: 2 })).toEqual({
      code: "rotation_lacks_speakers",
      groupIds: ["large"],
      need: 2,
      have: 1,
      short: 1,
    });
  });

  it("lacks speaker slots: three short, counted over all groups", () => {
    const groups = names("g", 3).map((id) => group(id));
    const speakers = [speaker("a", ["t1", "t2"]), speaker("b", ["t3"])];
    expect(codeOf({ groups, speakers, minimumSpeakers: 2 })).toEqual({
      code: "rotation_lacks_speaker_slots",
      groupIds: ["g1", "g2", "g3"],
      need: 6,
      have: 3,
      short: 3,
    });
  });

  it("lacks speaker slots for some groups, and names them", () => {
    const groups = [group("small", [], 5), group("l1", [], 30), group("l2", [], 30), group("l3", [], 30)];
    const speakers = [speaker("big", ["t1", "t2"]), speaker("a", allDay, { groupSizeAtMost: 10 })];
    expect(codeOf({ groups, speakers, minimumSpeakers: 1 })).toEqual({
      code: "rotation_lacks_speaker_slots",
      groupIds: ["l1", "l2", "l3"],
      need: 3,
      have: 2,
      short: 1,
    });
  });

  it("lacks speaker slots where all come at the same time", () => {
    // Two speakers with two slots each are four places by count; but each group can be at one place only in the one slot.
    const speakers = [speaker("a", ["t1"], { groupsAtOnce: 2 }), speaker("b", ["t1"], { groupsAtOnce: 2 })];
    expect(codeOf({ groups: [group("g"), group("h")], speakers, minimumSpeakers: 2 })).toEqual({
      code: "rotation_lacks_speaker_slots",
      groupIds: ["g", "h"],
      need: 4,
      have: 2,
      short: 2,
    });
  });

  it("is told apart from one that was only not found", () => {
    // Three speakers, and somebody in each of three slots: every count fits. But t2 and t3 have c alone, who is seen once.
    const speakers = [speaker("a", ["t1"]), speaker("b", ["t1"]), speaker("c", ["t2", "t3"])];
    const day = { groups: [group("g")], speakers, minimumSpeakers: 3 };
    expect(codeOf(day)).toEqual({ code: "rotation_not_found", groupIds: ["g"], need: 3, isProven: true });
    const unsure = rotate(roster(day), { ...defaultRotationEffort, exactCells: 0 });
    expect(unsure.ok ? "made" : unsure.refusal).toEqual({ code: "rotation_not_found", groupIds: ["g"], need: 3, isProven: false });
    const cutShort = rotate(roster(day), { ...defaultRotationEffort, exactPlans: 1 });
    expect(cutShort.ok ? "made" : cutShort.refusal).toEqual({ code: "rotation_not_found", groupIds: ["g"], need: 3, isProven: false });
  });

  it.each([
    ["a slot twice", { slots: [{ id: "t1" }, { id: "t1" }] }],
    ["a group twice", { groups: [group("g"), group("g")] }],
    ["a speaker twice", { speakers: [speaker("a", []), speaker("a", [])] }],
    ["a slot that is not there", { speakers: [speaker("a", ["t9"])] }],
    ["the same slot twice", { speakers: [speaker("a", ["t1", "t1"])] }],
    ["a wish for nobody", { groups: [group("g", ["nobody"])] }],
    ["a group of nobody", { groups: [group("g", [], 0)] }],
    ["somebody's name", { groups: [{ ...group("g"), studentNames: ["Ada"] }] }],
    ["an id that is no word", { groups: [group("Ada Example")] }],
    ["a minimum below nothing", { minimumSpeakers: -1 }],
    ["a speaker for no group", { speakers: [speaker("a", [], { groupsAtOnce: 0 })] }],
  ])("is not taken with %s", (_, over) => {
    expect(Roster.safeParse({ ...roster({}), ...over }).success).toBe(false);
  });
});

describe("the check of a timetable", () => {
  const day = roster({
    groups: [group("g", [], 30), group("h")],
    speakers: [speaker("a", ["t1", "t2"]), speaker("b", allDay, { groupSizeAtMost: 25 })],
    minimumSpeakers: 1,
  });
  const visit = (slotId: string, groupId: string, speakerId: string, roomId = `room-${speakerId}`) => ({ slotId, groupId, speakerId, roomId });
  const good = [visit("t1", "g", "a"), visit("t1", "h", "b")];

  it("finds nothing in a good one", () => {
    expect(rotationFaults(day, good)).toEqual([]);
  });

  it.each([
    ["rotation_visit_unknown", [...good, visit("t9", "g", "a")]],
    ["rotation_visit_unknown", [...good, visit("t2", "x", "a")]],
    ["rotation_visit_unknown", [...good, visit("t2", "g", "x")]],
    ["rotation_speaker_not_there", [...good, visit("t3", "h", "a")]],
    ["rotation_room_differs", [visit("t1", "g", "a", "elsewhere"), visit("t1", "h", "b")]],
    ["rotation_group_too_large", [...good, visit("t2", "g", "b")]],
    ["rotation_group_in_two_places", [visit("t1", "g", "a"), visit("t2", "h", "a"), visit("t2", "h", "b")]],
    ["rotation_seen_twice", [...good, visit("t2", "g", "a")]],
    ["rotation_speaker_overfull", [visit("t1", "g", "a"), visit("t1", "h", "a")]],
    ["rotation_below_minimum", [visit("t1", "g", "a")]],
  ])("finds %s", (code, visits) => {
    const faults = rotationFaults(day, visits);
    expect(faults.map((fault) => fault.code)).toEqual([code]);
    for (const { facts } of faults) {
      const said = (["en", "es"] as const).map((language) => sayReason({ code, verdict: "unmet", facts }, { words: eventWords, language }));
      for (const sentence of said) expect(sentence).toMatch(/^[^{}]+ [^{}]+\.$/);
    }
  });
});

const changeOf = ({ slots, groups, speakers }: Roster): fc.Arbitrary<RosterChange> => {
  const slotIds = slots.map(({ id }) => id);
  const options: fc.Arbitrary<RosterChange>[] = [
    fc.record({ kind: fc.constant("slot_out" as const), slotId: fc.constantFrom(...slotIds) }),
    fc.record({ kind: fc.constant("group_out" as const), groupId: fc.constantFrom(...groups.map(({ id }) => id)) }),
    fc.constant({ kind: "speaker_in" as const, speaker: speaker("new", slotIds, { roomId: "r1" }) }),
    fc.constant({ kind: "group_in" as const, group: group("new") }),
  ];
  const speakerIds = speakers.map(({ id }) => id);
  if (speakerIds.length > 0) {
    const outOrBack = fc.constantFrom("speaker_out" as const, "speaker_out" as const, "speaker_back" as const);
    options.push(fc.record({ kind: outOrBack, speakerId: fc.constantFrom(...speakerIds) }));
    options.push(fc.record({ kind: outOrBack, speakerId: fc.constantFrom(...speakerIds), slotIds: pick(slotIds) }));
  }
  return fc.oneof(...options);
};
const changed = (rostersToChange: fc.Arbitrary<Roster>) => rostersToChange.chain((day) => fc.tuple(fc.constant(day), changeOf(day)));

describe("a rotation after a change", () => {
  it("keeps as many visits as any plan could, for every small roster, and is otherwise as good", () => {
    let compared = 0;
    fc.assert(
      fc.property(changed(rosters({ groups: 3, speakers: 3, slots: 2, minimum: 1 })), ([day, change]) => {
        const made = rotate(day);
        if (!made.ok) return;
        const again = rotateAgain({ roster: day, visits: made.value.visits }, change);
        if (!again.ok) {
          expect(again.refusal.code).toMatch(/^rotation_(?:lacks|not_found)/);
          return;
        }
        compared += 1;
        const { roster: after, rotation, kept } = again.value;
        expect(Roster.safeParse(after).error).toBeUndefined();
        expect(rotation.isProvenBest).toBe(true);
        const merit = meritOf(after, rotation.visits, made.value.visits);
        expect(merit).toEqual(bestByForce(after, made.value.visits));
        const problem = problemOf(after, made.value.visits);
        for (const isRough of [false, true]) expect(mostWorth(problem, isRough)).toBeGreaterThanOrEqual(worthOfMerit(problem, merit));
        expect(merit[0]).toBe(kept);
      }),
    );
    expect(compared).toBeGreaterThan(smallRuns / 6);
  });

  it("is valid, and what moved turns the old timetable into the new one, for every roster", () => {
    fc.assert(
      fc.property(changed(anyRoster), ([day, change]) => {
        expect(RosterChange.safeParse(change).error).toBeUndefined();
        const made = rotate(day, quick);
        if (!made.ok) return;
        const again = rotateAgain({ roster: day, visits: made.value.visits }, change, { effort: quick });
        if (!again.ok) return;
        const { roster: after, rotation, moved, kept } = again.value;
        expect(rotationFaults(after, rotation.visits)).toEqual([]);
        const cells = new Map(made.value.visits.map(({ slotId, groupId, speakerId }) => [`${slotId} ${groupId}`, speakerId]));
        for (const { slotId, groupId, from, to } of moved) {
          expect(from).not.toBe(to);
          expect(cells.get(`${slotId} ${groupId}`)).toBe(from);
          if (to === undefined) cells.delete(`${slotId} ${groupId}`);
          else cells.set(`${slotId} ${groupId}`, to);
        }
        expect(new Map(rotation.visits.map(({ slotId, groupId, speakerId }) => [`${slotId} ${groupId}`, speakerId]))).toEqual(cells);
        expect(kept).toBe(made.value.visits.length - moved.filter(({ from }) => from !== undefined).length);
      }),
      { numRuns: Math.min(rosterRuns, 300) },
    );
  });

  it("keeps every visit that can stay, also where the roster is too large to weigh every plan", () => {
    const slotIds = names("t", 6);
    const large = roster({
      slots: slots(6),
      groups: names("g", 12).map((id, index) => group(id, [`s${index + 1}`, `s${((index + 5) % 12) + 1}`])),
      speakers: names("s", 12).map((id) => speaker(id, slotIds)),
      minimumSpeakers: 4,
    });
    const first = rotate(large);
    if (!first.ok) throw new Error(first.refusal.code);
    // Nobody cares for s1 to s4 any more: mended for wishes, the day would be another one.
    const wishes = { ...large, groups: large.groups.map((one) => ({ ...one, wantedSpeakerIds: ["s9", "s10", "s11"] })) };
    const again = rotateAgain({ roster: wishes, visits: first.value.visits }, { kind: "speaker_out", speakerId: "s3" });
    const lost = first.value.visits.filter(({ speakerId }) => speakerId === "s3").length;
    expect(again.ok && [again.value.kept, again.value.rotation.isProvenBest]).toEqual([72 - lost, true]);
  });

  const day = roster({
    groups: [group("g"), group("h")],
    speakers: [speaker("a", allDay), speaker("b", allDay), speaker("c", allDay)],
    minimumSpeakers: 2,
  });
  const visit = (slotId: string, groupId: string, speakerId: string) => ({ slotId, groupId, speakerId, roomId: `room-${speakerId}` });
  const visits = [visit("t1", "g", "a"), visit("t1", "h", "b"), visit("t2", "g", "b"), visit("t2", "h", "c"), visit("t3", "g", "c"), visit("t3", "h", "a")];
  const standing = { roster: day, visits };

  it("moves nobody else where the minimum holds without", () => {
    const again = rotateAgain(standing, { kind: "speaker_out", speakerId: "a" });
    expect(again.ok && again.value).toEqual({
      roster: { ...day, speakers: [speaker("a", []), speaker("b", allDay), speaker("c", allDay)] },
      rotation: expect.objectContaining({ visits: visits.slice(1, 5), isProvenBest: true }),
      kept: 4,
      moved: [
        { slotId: "t1", groupId: "g", from: "a" },
        { slotId: "t3", groupId: "h", from: "a" },
      ],
    });
  });

  it("leaves what is over as it was, though the speaker is gone for the rest", () => {
    const again = rotateAgain(standing, { kind: "speaker_out", speakerId: "a" }, { slotIdsOver: ["t1"] });
    expect(again.ok && again.value.moved).toEqual([{ slotId: "t3", groupId: "h", from: "a" }]);
    expect(again.ok && again.value.roster.speakers[0]).toEqual(speaker("a", ["t1"]));
  });

  it("counts what is over towards the minimum, and asks no more of it", () => {
    const three = { roster: { ...day, minimumSpeakers: 3 }, visits };
    const again = rotateAgain(three, { kind: "slot_out", slotId: "t3" }, { slotIdsOver: ["t1"] });
    expect(again.ok ? "made" : again.refusal).toEqual({ code: "rotation_lacks_slots", groupIds: ["g", "h"], need: 3, have: 2, short: 1 });
    const two = rotateAgain(standing, { kind: "slot_out", slotId: "t3" }, { slotIdsOver: ["t1"] });
    expect(two.ok && [two.value.kept, two.value.roster.slots, two.value.roster.speakers.map(({ slotIds }) => slotIds)]).toEqual([
      4,
      slots(2),
      [slots(2), slots(2), slots(2)].map((list) => list.map(({ id }) => id)),
    ]);
  });

  it("takes a timetable in which somebody sees too few for no fault, and asks for the minimum anew", () => {
    const thin = { roster: day, visits: visits.slice(0, 4).filter(({ groupId, slotId }) => groupId === "g" || slotId === "t1") };
    const again = rotateAgain(thin, { kind: "speaker_out", speakerId: "c", slotIds: ["t1"] });
    expect(again.ok && [again.value.kept, again.value.rotation.visits.length, rotationFaults(day, again.value.rotation.visits)]).toEqual([3, 6, []]);
  });

  it("takes somebody in and back", () => {
    const out = rotateAgain(standing, { kind: "speaker_out", speakerId: "a", slotIds: ["t1"] });
    expect(out.ok && out.value.roster.speakers[0]?.slotIds).toEqual(["t2", "t3"]);
    if (!out.ok) throw new Error(out.refusal.code);
    const back = rotateAgain({ roster: out.value.roster, visits: out.value.rotation.visits }, { kind: "speaker_back", speakerId: "a", slotIds: ["t1"] });
    expect(back.ok && [back.value.roster, back.value.moved]).toEqual([day, [{ slotId: "t1", groupId: "g", to: "a" }]]);
    const joined = rotateAgain(standing, { kind: "group_in", group: group("i") });
    expect(joined.ok && [joined.value.kept, joined.value.roster.groups.length]).toEqual([6, 3]);
    const left = rotateAgain(standing, { kind: "group_out", groupId: "h" });
    expect(left.ok && [left.value.kept, left.value.roster.groups]).toEqual([3, [group("g")]]);
  });

  it.each([
    ["roster_id_unknown", { kind: "speaker_out", speakerId: "x" }],
    ["roster_id_unknown", { kind: "speaker_out", speakerId: "a", slotIds: ["x"] }],
    ["roster_id_unknown", { kind: "speaker_in", speaker: speaker("d", ["x"]) }],
    ["roster_id_taken", { kind: "speaker_in", speaker: speaker("a", []) }],
    ["roster_id_unknown", { kind: "group_out", groupId: "x" }],
    ["roster_id_taken", { kind: "group_in", group: group("g") }],
    ["roster_id_unknown", { kind: "group_in", group: group("i", ["x"]) }],
    ["roster_id_unknown", { kind: "slot_out", slotId: "x" }],
    ["roster_slot_over", { kind: "slot_out", slotId: "t1" }],
  ] as const)("is refused with %s for %o", (code, change) => {
    const again = rotateAgain(standing, change as RosterChange, { slotIdsOver: ["t1"] });
    expect(again.ok ? "made" : again.refusal.code).toBe(code);
  });

  it("is refused for more than a roster may have, so that what comes of a change is a roster", () => {
    const full = roster({
      groups: names("g", rosterLimits.groups).map((id) => group(id)),
      speakers: names("s", rosterLimits.speakers).map((id) => speaker(id, [])),
    });
    const answers = [
      changeRoster(full, { kind: "group_in", group: group("new") }),
      changeRoster(full, { kind: "speaker_in", speaker: speaker("new", []) }),
      changeRoster({ ...full, groups: full.groups.slice(1) }, { kind: "group_in", group: group("new") }),
      changeRoster({ ...full, speakers: full.speakers.slice(1) }, { kind: "speaker_in", speaker: speaker("new", []) }),
    ];
    expect(answers.map((made) => (made.ok ? Roster.safeParse(made.value).success : made.refusal))).toEqual([
      { code: "roster_full", limit: rosterLimits.groups },
      { code: "roster_full", limit: rosterLimits.speakers },
      true,
      true,
    ]);
  });

  it("is refused for a timetable that was never valid, and for slots that are not there", () => {
    const change = { kind: "group_out", groupId: "h" } as const;
    const invalid = rotateAgain({ roster: day, visits: [...visits, visit("t1", "g", "b")] }, change);
    expect(invalid.ok ? "made" : invalid.refusal.code).toBe("rotation_plan_invalid");
    const strange = rotateAgain(standing, change, { slotIdsOver: ["x"] });
    expect(strange.ok ? "made" : strange.refusal).toEqual({ code: "roster_id_unknown", id: "x" });
  });
});
