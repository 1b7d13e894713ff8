import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryFacts } from "../../test/arbitrary-facts.ts";
import { expectForgettingIsHonest } from "../../test/forgetting.ts";
import { expectAllIsSaid } from "../../test/unsaid.ts";
import { datedTable, faultsIn } from "../reference/dated-table.ts";
import type { IsoDate } from "../shared/date.ts";
import { clearance, clearanceOf } from "./clearance.ts";
import { clearanceBases } from "./clearance-basis.ts";
import { type ClearanceFacts, ClearanceRecord } from "./clearance-facts.ts";
import { opportunityWords } from "./words.ts";

const subject = clearance();
const today: IsoDate = "2026-11-24";
const state = "ny-8-nycrr-87";
const city = "nyc-c-105";
const days: IsoDate[] = ["2001-06-30", "2001-07-01", "2003-02-10", "2003-02-11", today];
const underState = (facts: Omit<ClearanceFacts, "records">) => clearanceOf(facts, [], today).bases.find(({ basisId }) => basisId === state);
const record = (basisId: string, status: ClearanceRecord["status"], on: IsoDate = "2026-09-01"): ClearanceRecord => ({ basisId, status, on });
const sent = { hasDirectContact: true, place: "school", role: "staff_of_provider", daysPerSchoolYear: 20, isSupervised: true } as const;
const facts = arbitraryFacts(subject, {
  daysPerSchoolYear: fc.integer({ min: 4, max: 7 }),
  "records.on": fc.constantFrom<IsoDate>("2026-09-01", "2027-01-01"),
});

describe("what is kept of a clearance", () => {
  it("is basis, status and date, and nothing else", () => {
    expect(ClearanceRecord.safeParse(record(state, "eligible")).success).toBe(true);
    for (const more of [{ ssn: "1" }, { name: "Ada" }, { finding: "none" }, { prints: "x" }])
      expect(ClearanceRecord.safeParse({ ...record(state, "eligible"), ...more }).success).toBe(false);
    expect(ClearanceRecord.safeParse({ ...record(state, "eligible"), status: "convicted" }).success).toBe(false);
  });
});

describe("under the state's regulation", () => {
  it.each([
    [{ hasDirectContact: false }, "not_required"],
    [{ place: "workplace" as const }, "not_required"],
    [{ place: "online" as const }, "not_required"],
    [{ role: "volunteer" as const }, "not_required"],
    [{ daysPerSchoolYear: 5, isSupervised: true }, "not_required"],
    [{ ...sent, daysPerSchoolYear: 5 }, "not_required"],
    [{ ...sent, daysPerSchoolYear: 6 }, "required"],
    [{ ...sent, daysPerSchoolYear: 5, isSupervised: false }, "required"],
    [{ ...sent, role: "paid_by_school" as const }, "required"],
    [{ ...sent, role: "placed" as const }, "required"],
    [{ ...sent, daysPerSchoolYear: undefined, isSupervised: false }, "required"],
    [{ ...sent, daysPerSchoolYear: undefined }, "unknown"],
    [{ ...sent, daysPerSchoolYear: 5, isSupervised: undefined }, "unknown"],
    [{ ...sent, hasDirectContact: undefined }, "unknown"],
    [{}, "unknown"],
  ])("%j: %s", (known, expected) => {
    expect(underState(known)?.clearance).toBe(expected);
  });

  it("says why, and which facts would tell more", () => {
    expect(underState({ role: "volunteer" })).toMatchObject({ because: [{ code: "clearance_volunteer", verdict: "met" }], missing: [] });
    expect(underState({ ...sent, isSupervised: undefined, daysPerSchoolYear: 3 })?.missing).toEqual(["isSupervised"]);
  });
});

describe("under the city's regulation", () => {
  const underCity = (known: Omit<ClearanceFacts, "records">) => clearanceOf(known, [], today).bases.find(({ basisId }) => basisId === city);

  it.each([
    [sent, "required", "clearance_city_covers"],
    [{ ...sent, daysPerSchoolYear: 1 }, "required", "clearance_city_covers"],
    [{ ...sent, role: "volunteer" as const }, "unknown", "clearance_city_silent_on_volunteers"],
    [{ ...sent, place: "workplace" as const }, "unknown", "clearance_city_silent_on_place"],
    [{ ...sent, hasDirectContact: false }, "not_required", "clearance_no_direct_contact"],
    [{ hasDirectContact: true, role: "placed" as const }, "unknown", "not_known"],
  ])("%j: %s", (known, expected, code) => {
    const told = underCity(known);
    expect(told?.clearance).toBe(expected);
    expect(told?.because.map((reason) => reason.code)).toContain(code);
  });

  it.each([
    [{ hasDirectContact: true, role: "volunteer" as const }, []],
    [{ hasDirectContact: true, place: "online" as const }, []],
    [{ hasDirectContact: true, place: "school" as const }, ["role"]],
    [{ hasDirectContact: true, role: "placed" as const }, ["place"]],
    [{ place: "school" as const, role: "placed" as const }, ["hasDirectContact"]],
    [{ hasDirectContact: true, role: "placed" as const, place: "school" as const }, []],
  ])("%j: asks for %j alone, which is what would tell more", (known, missing) => {
    expect(underCity(known)?.missing).toEqual(missing);
  });
});

describe("an adult's clearance", () => {
  it.each([
    [sent, [], "required"],
    [sent, [record(state, "eligible")], "required"],
    [sent, [record(state, "eligible"), record(city, "pending")], "pending"],
    [sent, [record(state, "eligible"), record(city, "eligible")], "eligible"],
    [sent, [record(state, "eligible"), record(city, "ineligible")], "ineligible"],
    [{ hasDirectContact: false }, [], "not_required"],
    [{ hasDirectContact: false }, [record(city, "ineligible")], "ineligible"],
    [{ hasDirectContact: false }, [record(city, "pending")], "not_required"],
    [{ ...sent, role: "volunteer" as const }, [], "unknown"],
    [{ ...sent, role: "volunteer" as const }, [record(city, "eligible")], "eligible"],
    [sent, [record(state, "ineligible", "2024-01-01"), record(state, "eligible", "2026-01-01"), record(city, "eligible")], "eligible"],
    [sent, [record(state, "eligible", "2026-01-01"), record(state, "ineligible", "2024-01-01"), record(city, "eligible")], "eligible"],
    [sent, [record(state, "eligible", today), record(city, "eligible", today)], "eligible"],
    // Of two on one day, the later in the file.
    [sent, [record(state, "ineligible"), record(state, "eligible"), record(city, "eligible")], "eligible"],
    [sent, [record(state, "eligible", "2026-11-24"), record(city, "eligible", "2026-11-25")], "required"],
    [sent, [record("elsewhere", "ineligible"), record(state, "eligible"), record(city, "eligible")], "eligible"],
  ])("%j with %j on file: %s", (known, records, expected) => {
    expect(clearanceOf(known, records, today).clearance).toBe(expected);
  });

  it("is asked by the bases of the day, and unknown where there is none", () => {
    const on = (day: IsoDate) => clearanceOf(sent, [], day);
    expect(days.map((day) => on(day).bases.length)).toEqual([0, 1, 1, 2, 2]);
    expect(on("2001-06-30").clearance).toBe("unknown");
  });

  it("is never 'not required' for want of a fact: forgetting one leaves it, or makes it unknown", () => {
    const plain = facts.map(({ records: _, ...rest }) => rest);
    fc.assert(
      fc.property(plain, fc.nat(), (known, pick) => {
        const keys = Object.keys(known);
        if (keys.length === 0) return;
        const forgotten = { ...known, [keys[pick % keys.length] ?? ""]: undefined };
        const [before, after] = [clearanceOf(known, [], today).clearance, clearanceOf(forgotten, [], today).clearance];
        if (before !== "not_required") expect(after).not.toBe("not_required");
      }),
    );
  });

  it("goes by another agency's bases", () => {
    const none = clearanceOf(sent, [], today, { bases: datedTable(clearanceBases.history(state)) });
    expect(none.bases.map(({ basisId }) => basisId)).toEqual([state]);
  });
});

describe("the rules on clearance", () => {
  const verdict = (id: string, known: ClearanceFacts) => subject.rules.find(`clearance.${id}`, today)?.check(known, today).verdict;

  it("cite the regulation that each stands in", () => {
    expect(subject.rules.on(today).map(({ citation, url, to }) => [citation, url?.slice(0, 8), to])).toEqual([
      ["8 NYCRR 87.2(k) and 87.4", "https://", undefined],
      ["Regulation of the Chancellor C-105", "https://", undefined],
    ]);
  });

  it("hold together as a table", () => {
    expect(faultsIn(clearanceBases)).toEqual([]);
  });

  it.each([
    [{ ...sent, records: [] }, "unmet"],
    [{ ...sent, records: [record(state, "eligible")] }, "met"],
    [{ ...sent, records: [record(state, "pending")] }, "unmet"],
    [{ ...sent, records: [record(state, "eligible", "2026-11-25")] }, "unmet"],
    [{ ...sent, records: [record(state, "eligible", "2026-11-24")] }, "met"],
    [{ ...sent, records: [record(city, "eligible")] }, "unmet"],
    [{ ...sent, records: [{ basisId: state, on: today }] }, "unknown"],
    [{ ...sent, records: [{ basisId: city }] }, "unmet"],
    [{ role: "volunteer" as const, records: [] }, "met"],
    [{ role: "volunteer" as const, records: [record(state, "ineligible")] }, "unmet"],
    // Whether a file says no is not known where the file is not known.
    [{ role: "volunteer" as const }, "unknown"],
    [sent, "unknown"],
  ])("%j: %s", (known, expected) => {
    expect(verdict(state, known)).toBe(expected);
  });

  it("ask of each record for what it leaves open, and of none that is of another basis", () => {
    const asked = (records: ClearanceFacts["records"]) => subject.rules.find(`clearance.${state}`, today)?.check({ ...sent, records }, today).missing;
    expect(asked([{ basisId: state, status: "eligible" }])).toEqual(["records.0.on"]);
    expect(asked([{ basisId: city }, { status: "eligible" }])).toEqual(["records.1.basisId", "records.1.on"]);
    expect(asked([{ basisId: state, status: "eligible", on: "2026-11-25" }])).toEqual([]);
  });

  it("take one record of each basis, which is what is on file now", () => {
    const takes = (...records: ClearanceRecord[]) => subject.facts.safeParse({ records }).success;
    expect([takes(record(state, "eligible"), record(city, "pending")), takes(record(state, "eligible"), record(state, "ineligible"))]).toEqual([true, false]);
    expect(subject.facts.safeParse({ records: [{}, {}] }).success).toBe(true);
  });

  it.each(days)("on %s: whatever fact is left out, no verdict turns to met", (on) => {
    expectForgettingIsHonest(subject.rules.on(on), facts, on);
  });

  it("say each reason, fact and title in both languages", () => {
    expectAllIsSaid(subject, opportunityWords, facts, days);
  });
});
