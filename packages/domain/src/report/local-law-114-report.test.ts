import { describe, expect, it } from "vitest";
import { frozen } from "../../test/examples.ts";
import { localLaw114Report, ReportSnapshot } from "./index.ts";

const id = (prefix: string, number: number) => `${prefix}_${String(number).padStart(26, "0")}`;
const [harbor, bridge] = ["sch_harbor", "sch_bridge"];
const staff = (staffRef: string, override = {}) => ({
  schoolId: harbor,
  staffRef,
  on: "2026-02-03",
  relatesToCte: true,
  isAdministeredByDepartment: true,
  ...override,
});
const snapshot = (override = {}) =>
  frozen(
    ReportSnapshot.parse({
      schoolYear: 2025,
      from: "2025-09-04",
      to: "2026-06-26",
      schools: [
        { id: harbor, title: "Harbor High School", isDesignatedHighSchool: true },
        { id: bridge, title: "Bridge High School" },
      ],
      programs: [
        {
          id: id("prg", 1),
          title: "Carpentry",
          field: "Construction",
          schoolId: harbor,
          isStateApproved: true,
          grades: [9, 10, 11, 12],
          partnerIds: [1, 2, 3, 1].map((n) => id("prt", n)),
        },
        { id: id("prg", 2), title: "Web Design", schoolId: bridge, partnerIds: [id("prt", 4)] },
      ],
      partners: [
        { id: id("prt", 1), name: "Example Builders", kind: "industry" },
        { id: id("prt", 2), name: "PLTW", kind: "industry" },
        { id: id("prt", 3), name: "Example Fund", kind: "cbo" },
        { id: id("prt", 4), name: "Example Studio" },
      ],
      attendances: [],
      internships: [],
      ...override,
    }),
  );
const [one, two] = [id("prg", 1), id("prg", 2)];

describe("what an office gives for the report", () => {
  it("counts the industry partners of a program, each once, and says which nobody knows the kind of", () => {
    expect(localLaw114Report(snapshot()).programs.map(({ industryPartners }) => industryPartners)).toEqual([
      { sure: 1, open: 0 },
      { sure: 0, open: 1 },
    ]);
  });

  it("tells a program's facts, and names those that are missing", () => {
    const { programs, missing, dueOn, lines } = localLaw114Report(snapshot());
    expect(programs[0]).toMatchObject({
      title: "Carpentry",
      field: "Construction",
      school: "Harbor High School",
      isDesignatedHighSchool: true,
      isStateApproved: true,
      grades: [9, 10, 11, 12],
    });
    expect(programs[1]).toEqual({
      programId: two,
      title: "Web Design",
      schoolId: bridge,
      school: "Bridge High School",
      industryPartners: { sure: 0, open: 1 },
    });
    expect(missing).toEqual([
      `programs.${two}.field`,
      `programs.${two}.isDesignatedHighSchool`,
      `programs.${two}.isStateApproved`,
      `programs.${two}.grades`,
      `programs.${two}.industryPartners`,
      ...[one, two].flatMap((program) => [`internships.${program}.unpaid`, `internships.${program}.paid`]),
    ]);
    expect([dueOn, lines.length]).toEqual(["2027-04-30", 10]);
  });

  it("counts trained staff each once, only for training about CTE that the department ran, in the year", () => {
    const attendances = [
      staff("a"),
      staff("a", { on: "2026-03-01" }),
      staff("b", { isAdministeredByDepartment: false }),
      staff("c", { relatesToCte: false }),
      staff("d", { on: "2026-06-27" }),
      staff("e", { on: "2025-09-03" }),
      staff("f", { on: "2025-09-04" }),
      staff("g", { on: "2026-06-26", schoolId: bridge }),
    ];
    expect(localLaw114Report(snapshot({ attendances })).staffTraining).toEqual([
      { schoolId: harbor, school: "Harbor High School", staff: { sure: 2, open: 0 } },
      { schoolId: bridge, school: "Bridge High School", staff: { sure: 1, open: 0 } },
    ]);
  });

  it("leaves open whose training nobody said was the department's, unless another one settles it", () => {
    const attendances = [
      staff("a", { isAdministeredByDepartment: undefined }),
      staff("b", { relatesToCte: undefined }),
      staff("b"),
      staff("c", { relatesToCte: undefined, isAdministeredByDepartment: false }),
    ];
    expect(localLaw114Report(snapshot({ attendances })).staffTraining[0]?.staff).toEqual({ sure: 1, open: 1 });
  });

  it("hides small numbers of students, and what would give them away", () => {
    const internships = [
      { programId: one, isPaid: true, students: 3 },
      { programId: two, isPaid: true, students: 40 },
      { programId: one, isPaid: false, students: 4 },
      { programId: one, isPaid: false, students: 4 },
    ];
    const { paid, unpaid } = localLaw114Report(snapshot({ internships })).internships;
    expect(paid).toMatchObject({ ok: true, value: { rows: [one, two], breakdowns: [{ counts: [["*"], ["*"]], columnTotals: [43] }] } });
    expect(unpaid).toMatchObject({ ok: true, value: { rows: [one], breakdowns: [{ counts: [[8]] }] } });
  });

  it("has no total where a program's number is missing: none of nothing, and no part for the whole", () => {
    const totalsOf = (internships: object[]) => {
      const { paid } = localLaw114Report(snapshot({ internships })).internships;
      return paid.ok && paid.value.breakdowns[0]?.columnTotals;
    };
    expect([totalsOf([]), totalsOf([{ programId: one, isPaid: true, students: 8 }])]).toEqual([undefined, undefined]);
    expect(totalsOf([one, two].map((programId) => ({ programId, isPaid: true, students: 8 })))).toEqual([16]);
  });

  it("names programs and schools that something was written down for and that are in no list", () => {
    const internships = [2, 7, 7].map((number) => ({ programId: id("prg", number), isPaid: true, students: 9 }));
    const { missing, internships: published } = localLaw114Report(
      snapshot({ internships, attendances: [staff("a", { schoolId: "sch_elsewhere" }), staff("b")] }),
    );
    expect(missing.slice(0, 2)).toEqual([`programs.${id("prg", 7)}`, "schools.sch_elsewhere"]);
    expect(published.paid).toMatchObject({ value: { rows: [two], breakdowns: [{ counts: [[9]] }] } });
  });

  it("says where a table of students cannot be published", () => {
    const internships = [
      { programId: one, isPaid: true, students: 1 },
      { programId: two, isPaid: true, students: 6 },
    ];
    expect(localLaw114Report(snapshot({ internships })).internships.paid).toMatchObject({ ok: false, refusal: { code: "counts_not_publishable" } });
  });

  it("takes no student and no name of an adult", () => {
    expect(ReportSnapshot.safeParse({ ...snapshot(), students: [] }).success).toBe(false);
    expect(() => snapshot({ attendances: [staff("Ada Example")] })).toThrow();
    expect(() => snapshot({ internships: [{ programId: one, isPaid: true, students: 1, student: "x" }] })).toThrow();
  });
});
