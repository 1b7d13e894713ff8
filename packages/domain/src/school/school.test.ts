import { describe, expect, it } from "vitest";
import { CteProgram, CteProgramInput, ProgramApproval } from "./cte-program.ts";
import { School, SchoolInput } from "./school.ts";

const kept = { version: 1, createdAt: "2026-11-24T14:00:00.000Z" };
const school = { title: "Harbor High School", boroughId: "bor_brooklyn", code: "15K519", district: "15" };
const program = {
  schoolId: "sch_harbor",
  title: "Boat building",
  clusterId: "advanced-manufacturing",
  contentAreaId: "trade-and-technical",
  cipCode: "490205",
  approval: { status: "approved", approvedOn: "2022-07-01", expiresOn: "2027-06-30" },
};

describe("a school", () => {
  it("is open, or closed on a day", () => {
    expect(SchoolInput.parse(school)).toEqual(school);
    expect(School.safeParse({ status: "open", id: "sch_harbor", ...school, ...kept }).success).toBe(true);
    expect(School.safeParse({ status: "closed", id: "sch_harbor", ...school, ...kept }).success).toBe(false);
    expect(School.safeParse({ status: "closed", id: "sch_harbor", ...school, ...kept, closedOn: "2026-06-30" }).success).toBe(true);
  });

  it("is refused with what there is not", () => {
    expect(SchoolInput.safeParse({ ...school, principalName: "x" }).success).toBe(false);
    expect(SchoolInput.safeParse({ ...school, boroughId: "brooklyn" }).success).toBe(false);
  });
});

describe("a CTE program", () => {
  it("keeps its CIP code in one written form, and parsing it again changes nothing", () => {
    const parsed = CteProgramInput.parse(program);
    expect(parsed.cipCode).toBe("49.0205");
    expect(CteProgramInput.parse(parsed)).toEqual(parsed);
    expect(CteProgram.safeParse({ id: "prg_00000000000000000000000001", ...program, ...kept }).success).toBe(true);
  });

  it.each([
    ["a key that there is not", { ...program, studentCount: 3 }],
    ["a cluster's label in place of its id", { ...program, clusterId: "Advanced Manufacturing" }],
    ["a code that is no CIP code", { ...program, cipCode: "4902.05" }],
  ])("is refused with %s", (_, faulty) => {
    expect(CteProgramInput.safeParse(faulty).success).toBe(false);
  });
});

describe("an approval", () => {
  const term = { approvedOn: "2022-07-01", expiresOn: "2027-06-30" };

  it.each([
    [{ status: "not_started" }, []],
    [{ status: "in_process", stageId: "self_evaluation", startedOn: "2026-09-01", startsInYear: 2028 }, ["stageId", "startedOn", "startsInYear"]],
    [{ status: "submitted", submittedOn: "2026-10-01", startsInYear: 2027 }, ["submittedOn", "startsInYear"]],
    [{ status: "approved", ...term }, ["approvedOn", "expiresOn"]],
    [{ status: "in_reapproval", ...term, stageId: "proposal", startedOn: "2026-09-01" }, ["approvedOn", "expiresOn", "stageId", "startedOn"]],
    [{ status: "reapproval_submitted", ...term, submittedOn: "2027-06-01" }, ["approvedOn", "expiresOn", "submittedOn"]],
    [{ status: "lapsed", expiredOn: "2027-06-30" }, ["expiredOn"]],
  ] as [Record<string, unknown>, string[]][])("has the dates of its state, all of them and no others: %o", (approval, needed) => {
    expect(ProgramApproval.parse(approval)).toEqual(approval);
    for (const key of needed) {
      const { [key]: _, ...rest } = approval;
      expect(ProgramApproval.safeParse(rest).success).toBe(false);
    }
    expect(ProgramApproval.safeParse({ ...approval, mood: "good" }).success).toBe(false);
  });

  it.each(["approved", "in_reapproval", "reapproval_submitted"])("that is %s ends after it begins", (status) => {
    const parsed = ProgramApproval.safeParse({
      status,
      approvedOn: "2022-07-01",
      expiresOn: "2022-07-01",
      ...(status === "in_reapproval" && { stageId: "proposal", startedOn: "2026-09-01" }),
      ...(status === "reapproval_submitted" && { submittedOn: "2027-06-01" }),
    });
    expect(parsed.error?.issues).toMatchObject([{ path: ["expiresOn"], message: "must be after the approval" }]);
  });
});
