import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frozen } from "../../test/examples.ts";
import type { PartnerId } from "../index.ts";
import { concentrationOf, type GapQuestion, gapAnalysis, PartnershipSnapshot } from "./index.ts";

const id = (prefix: string, number: number) => `${prefix}_${String(number).padStart(26, "0")}`;
const school = (word: string, boroughId?: string) => ({ id: `sch_${word}`, ...(boroughId ? { boroughId } : {}) });
const program = (number: number, override = {}) => ({
  id: id("prg", number),
  schoolId: "sch_harbor",
  commissionId: "cms_it",
  isApproved: true,
  expiresOn: "2030-06-30",
  partnerIds: [],
  ...override,
});
const partner = (number: number, kind?: string, name?: string) => ({
  id: id("prt", number),
  ...(kind ? { kind } : {}),
  ...(name ? { name } : { name: `Example ${number}` }),
});
const did = (partnerNumber: number, programNumber: number, activity = "act_career-day", on = "2026-10-01") => ({
  partnerId: id("prt", partnerNumber),
  programId: id("prg", programNumber),
  activityTypeId: activity,
  on,
});
const partners = (...numbers: number[]) => numbers.map((number) => id("prt", number));
const activityTypeIds = ["act_career-day", "act_internship"];
const ask = (override: object, question: Partial<GapQuestion> = {}) =>
  gapAnalysis(
    frozen(
      PartnershipSnapshot.parse({
        schools: [school("harbor", "bor_brooklyn")],
        programs: [program(1)],
        partners: [],
        engagements: [],
        activityTypeIds,
        ...override,
      }),
    ),
    {
      on: "2026-11-24",
      ...question,
    },
  );

describe("gaps by sector, borough, school and kind of activity", () => {
  const schools = [school("harbor", "bor_brooklyn"), school("bridge", "bor_brooklyn"), school("hill", "bor_bronx"), school("nowhere")];
  const programs = [
    program(1),
    program(2),
    program(3, { commissionId: "cms_auto" }),
    program(4, { schoolId: "sch_bridge" }),
    program(5, { schoolId: "sch_hill", commissionId: undefined }),
    program(6, { schoolId: "sch_nowhere" }),
  ];
  const engagements = [did(1, 1), did(1, 2), did(2, 2), did(2, 3, "act_internship"), did(1, 4, "act_internship"), did(9, 99)];
  const { bySchool, bySector, concentration, unplaced } = ask({ schools, programs, engagements });

  it("has a row for each school and sector, with what is missing there", () => {
    expect(bySchool.map((row) => [row.schoolId, row.boroughId, row.commissionId, row.programs, row.engagements, row.partners, row.missing])).toEqual([
      ["sch_harbor", "bor_brooklyn", "cms_it", 2, 3, 2, ["act_internship"]],
      ["sch_harbor", "bor_brooklyn", "cms_auto", 1, 1, 1, ["act_career-day"]],
      ["sch_bridge", "bor_brooklyn", "cms_it", 1, 1, 1, ["act_career-day"]],
      ["sch_hill", "bor_bronx", undefined, 1, 0, 0, activityTypeIds],
      ["sch_nowhere", undefined, "cms_it", 1, 0, 0, activityTypeIds],
    ]);
    expect(bySchool[0]?.had.get(engagements[0]?.activityTypeId as never)).toBe(3);
    expect("commissionId" in (bySchool[3] ?? {})).toBe(false);
  });

  it("has a row for each borough, sector and kind of activity, the widest gap first", () => {
    const row = bySector.find(
      ({ boroughId, commissionId, activityTypeId }) => boroughId === "bor_brooklyn" && commissionId === "cms_it" && activityTypeId === "act_career-day",
    );
    expect(row).toMatchObject({ schools: 2, schoolsReached: 1, engagements: 3 });
    expect(bySector).toHaveLength(8);
    const gaps = bySector.map(({ schools: all, schoolsReached }) => all - schoolsReached);
    expect(gaps).toEqual(gaps.toSorted((one, other) => other - one));
  });

  it("asks once for a kind of activity that is asked for twice", () => {
    const given = { engagements: [did(1, 1, "act_internship")] };
    const twice = ask({ ...given, activityTypeIds: ["act_career-day", "act_career-day", "act_internship"] });
    expect(twice).toEqual(ask(given));
    expect(twice.bySchool[0]?.missing).toEqual(["act_career-day"]);
  });

  it("counts what stands nowhere apart", () => {
    expect(unplaced).toBe(1);
    expect(ask({ programs: [program(1, { schoolId: "sch_elsewhere" })], engagements: [did(1, 1)] })).toMatchObject({ bySchool: [], unplaced: 1 });
  });

  it("tells how far all of it hangs on few", () => {
    expect(concentration.all).toEqual({ engagements: 5, partners: 2, topPartnerId: id("prt", 1), topShare: 0.6, hhi: 0.52 });
    expect([...concentration.bySector].map(([sector, { engagements: count }]) => [sector, count])).toEqual([
      ["cms_it", 4],
      ["cms_auto", 1],
    ]);
  });

  it("looks only at the days that are asked about, the first and the last in them", () => {
    const days = ["2026-09-01", "2026-09-02", "2026-09-30", "2026-10-01"].map((on) => did(1, 1, "act_career-day", on));
    expect(ask({ engagements: days }, { within: { from: "2026-09-02", to: "2026-09-30" } }).bySchool[0]?.engagements).toBe(2);
    expect(ask({ engagements: days }).bySchool[0]?.engagements).toBe(4);
  });
});

describe("programs short of partners", () => {
  const list = [
    partner(1, "industry"),
    partner(2, "industry"),
    partner(3, "industry", "PLTW"),
    partner(4, "postsecondary"),
    partner(5),
    partner(6, "cbo"),
    { id: id("prt", 7), kind: "industry" },
  ];
  const gapsOf = (...numbers: number[]) => {
    const { shortOfIndustry, withoutPostsecondary } = ask({ partners: list, programs: [program(1, { partnerIds: partners(...numbers) })] });
    return [
      shortOfIndustry[0] && `${shortOfIndustry[0].verdict} ${shortOfIndustry[0].have}+${shortOfIndustry[0].open}`,
      withoutPostsecondary[0] && `${withoutPostsecondary[0].verdict} ${withoutPostsecondary[0].have}+${withoutPostsecondary[0].open}`,
    ];
  };

  it.each([
    ["two of industry and a college: nothing is missing", [1, 2, 4], [undefined, undefined]],
    ["the same one twice is one", [1, 1, 4], ["unmet 1+0", undefined]],
    ["PLTW does not count, whatever it is listed as", [1, 3, 4], ["unmet 1+0", undefined]],
    ["a community organization does not count", [1, 6], ["unmet 1+0", "unmet 0+0"]],
    ["one whose kind nobody knows leaves it open", [1, 5], ["unknown 1+1", "unknown 0+1"]],
    ["one whose name nobody knows leaves it open", [1, 7], ["unknown 1+1", "unmet 0+0"]],
    ["one that is not in the list leaves it open", [1, 2, 8], [undefined, "unknown 0+1"]],
    ["one open is not enough where two are missing", [5], ["unmet 0+1", "unknown 0+1"]],
    ["nobody", [], ["unmet 0+0", "unmet 0+0"]],
  ] as const)("%s", (_, numbers, expected) => {
    expect(gapsOf(...numbers)).toEqual(expected);
  });

  it("go by the office's own numbers", () => {
    const policy = { industryPartners: 3, postsecondaryPartners: 0, expiringWithinDays: 0 };
    const { shortOfIndustry, withoutPostsecondary } = ask({ partners: list, programs: [program(1, { partnerIds: partners(1, 2) })] }, { policy });
    expect(shortOfIndustry).toMatchObject([{ have: 2, need: 3, verdict: "unmet" }]);
    expect(withoutPostsecondary).toEqual([]);
  });

  it("never lose a gap because somebody's kind is forgotten", () => {
    const kinds = fc.array(fc.option(fc.constantFrom("industry", "postsecondary", "cbo", "labor"), { nil: undefined }), { maxLength: 6 });
    fc.assert(
      fc.property(kinds, fc.nat(), (listed, at) => {
        const verdictOf = (all: readonly (string | undefined)[]) => {
          const { shortOfIndustry } = ask({
            partners: all.map((kind, index) => partner(index, kind)),
            programs: [program(1, { partnerIds: partners(...all.keys()) })],
          });
          return shortOfIndustry[0]?.verdict ?? "met";
        };
        const [before, after] = [verdictOf(listed), verdictOf(listed.map((kind, index) => (index === at % Math.max(1, listed.length) ? undefined : kind)))];
        expect(after === before || after === "unknown").toBe(true);
      }),
    );
  });
});

describe("approvals that end", () => {
  it.each([
    ["2027-11-24", 365],
    ["2026-11-24", 0],
    ["2026-11-23", -1],
  ])("on %s are told, with the days left", (expiresOn, daysLeft) => {
    expect(ask({ programs: [program(1, { expiresOn })] }).expiring).toEqual([{ programId: id("prg", 1), expiresOn, daysLeft }]);
  });

  it("later than a year are not, nor those of programs that are not approved", () => {
    expect(ask({ programs: [program(1, { expiresOn: "2027-11-25" }), program(2, { isApproved: false, expiresOn: "2026-12-31" })] }).expiring).toEqual([]);
  });

  it("come first where they come first", () => {
    const programs = [program(1, { expiresOn: "2027-06-30" }), program(3, { expiresOn: "2027-01-01" }), program(2, { expiresOn: "2027-01-01" })];
    expect(ask({ programs }).expiring.map(({ programId }) => programId)).toEqual([2, 3, 1].map((number) => id("prg", number)));
  });

  it("that nobody knows are named", () => {
    const programs = [
      program(1, { isApproved: undefined }),
      program(2, { expiresOn: undefined }),
      program(3, { isApproved: false, expiresOn: undefined }),
      program(4),
    ];
    expect(ask({ programs }).approvalNotKnown).toEqual([1, 2].map((number) => id("prg", number)));
  });
});

describe("concentration", () => {
  const of = (...counts: number[]) =>
    concentrationOf(
      counts,
      counts.map((_, at) => id("prt", at) as PartnerId),
    );

  it("is 1 where one does everything, and 1/n where n do the same", () => {
    expect([of(7).hhi, of(2, 2, 2, 2).hhi, of().hhi]).toEqual([1, 0.25, 0]);
  });

  it("names the one with the most, and of several the first by its id, in whatever order they come", () => {
    expect(of(1, 3, 2)).toMatchObject({ topPartnerId: id("prt", 1), topShare: 0.5, partners: 3, engagements: 6 });
    expect(concentrationOf([2, 2, 1], ["b", "a", "c"] as PartnerId[]).topPartnerId).toBe("a");
    expect(concentrationOf([2, 2, undefined], ["a", "b", "c"] as PartnerId[])).toMatchObject({ topPartnerId: "a", partners: 2 });
    expect(of()).toEqual({ engagements: 0, partners: 0, topShare: 0, hhi: 0 });
  });

  it("lies between the squared top share and the top share", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1 }), (counts) => {
        const { hhi, topShare } = of(...counts);
        expect(hhi).toBeLessThanOrEqual(topShare + 1e-12);
        expect(hhi).toBeGreaterThanOrEqual(topShare ** 2 - 1e-12);
      }),
    );
  });
});

describe("the snapshot", () => {
  it("refuses what it does not know, so no student is in it", () => {
    const empty = { schools: [], programs: [], partners: [], engagements: [], activityTypeIds: [] };
    expect(PartnershipSnapshot.safeParse(empty).success).toBe(true);
    expect(PartnershipSnapshot.safeParse({ ...empty, students: [] }).success).toBe(false);
    expect(PartnershipSnapshot.safeParse({ ...empty, engagements: [{ ...did(1, 1), student: "x" }] }).success).toBe(false);
  });
});
