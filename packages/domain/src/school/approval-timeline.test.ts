import { describe, expect, it } from "vitest";
import { datedTable } from "../reference/dated-table.ts";
import { addDays, type IsoDate } from "../shared/date.ts";
import { type ApprovalDue, approvalDeadlines, dueDate, nextSchoolYear } from "./approval-deadline.ts";
import { approvalEvidence } from "./approval-evidence.ts";
import { defaultApprovalPolicy } from "./approval-policy.ts";
import { approvalTimeline, stageDueDate } from "./approval-timeline.ts";
import type { ProgramApproval } from "./cte-program.ts";
import { evidenceMissing } from "./evidence-missing.ts";

const dates = (approval: ProgramApproval, on: IsoDate, policy = defaultApprovalPolicy) =>
  approvalTimeline({ approval }, on, policy).map(({ id, kind, date, daysLeft }) => [id, kind, date, daysLeft]);
const approved: ProgramApproval = { status: "approved", approvedOn: "2022-07-01", expiresOn: "2027-06-30" };

describe("when things are due", () => {
  it("a new program applies by 1 October of the year before it starts", () => {
    expect(dueDate("new_application", { startsInYear: 2028 }, approvalDeadlines, "2027-03-01")).toBe("2027-10-01");
  });

  it("is data: an agency's own deadline, under an id of its own, is reckoned from what its row says", () => {
    const [row] = approvalDeadlines.on("2027-03-01");
    const own = (due: ApprovalDue) =>
      dueDate(
        "annual_report",
        { startsInYear: 2028, approvedOn: "2024-02-29", expiresOn: "2029-03-31" },
        datedTable([{ ...row!, id: "annual_report", due }]),
        "2027-03-01",
      );
    expect(own({ of: "year_before_start", monthDay: "05-01" })).toBe("2027-05-01");
    expect(own({ of: "year_of_expiry", monthDay: "05-01" })).toBe("2029-05-01");
    expect(own({ of: "year_of_expiry", monthDay: "05-01", isByExpiry: true })).toBe("2029-03-31");
    expect(own({ of: "approval", yearsAfter: 1 })).toBe("2025-02-28");
  });

  it("can still apply for next year on 1 October, and for the one after from the day after", () => {
    expect((["2026-12-31", "2027-10-01", "2027-10-02"] as const).map((on) => nextSchoolYear(approvalDeadlines, on))).toEqual([2028, 2028, 2029]);
  });

  it("is not known where what it is reckoned from is not, or where there is no such deadline on that day", () => {
    expect(dueDate("new_application", {}, approvalDeadlines, "2027-03-01")).toBe(undefined);
    expect(dueDate("amendments", {}, approvalDeadlines, "2027-03-01")).toBe(undefined);
    expect(dueDate("reapproval_application", {}, approvalDeadlines, "2027-03-01")).toBe(undefined);
    expect(dueDate("lunch", { startsInYear: 2028 }, approvalDeadlines, "2027-03-01")).toBe(undefined);
    expect(dueDate("new_application", { startsInYear: 2028 }, approvalDeadlines, "1999-12-31")).toBe(undefined);
    expect(nextSchoolYear(datedTable<never>([]), "2027-03-01")).toBe(undefined);
  });
});

describe("the timeline of an approval", () => {
  it("of an approved program: notice, stages by the plan, re-approval, end, and the list, each with its days", () => {
    expect(dates(approved, "2026-12-01")).toEqual([
      ["proposal", "plan", addDays("2027-06-30", -270), -59],
      ["expiry_notice", "notice", "2027-01-31", 61],
      ["self_evaluation", "plan", addDays("2027-06-30", -120), 91],
      ["external_review", "plan", addDays("2027-06-30", -45), 166],
      ["reapproval_application", "deadline", "2027-06-30", 211],
      ["expiry", "deadline", "2027-06-30", 211],
      ["state_consideration", "plan", "2027-06-30", 211],
      ["incomplete_dropped", "deadline", "2027-12-31", 395],
    ]);
  });

  it("leaves out what has passed by itself, from the day after, and keeps what was missed", () => {
    const has = (id: string, on: IsoDate) => dates(approved, on).some(([known]) => known === id);
    expect([has("amendments", "2025-07-01"), has("amendments", "2025-07-02")]).toEqual([true, false]);
    expect([has("expiry_notice", "2027-01-31"), has("expiry_notice", "2027-02-01")]).toEqual([true, false]);
    const missed = approvalTimeline({ approval: approved }, "2027-07-10").filter(({ daysLeft }) => daysLeft < 0);
    expect(missed.map(({ id }) => id)).toEqual(["proposal", "self_evaluation", "external_review", "reapproval_application", "expiry", "state_consideration"]);
  });

  it("begins at the stage that the program is at", () => {
    const plan = (approval: ProgramApproval) => dates(approval, "2027-01-15").flatMap(([id, kind]) => (kind === "plan" ? [id] : []));
    expect(plan({ ...approved, status: "in_reapproval", stageId: "external_review", startedOn: "2026-09-01" })).toEqual([
      "external_review",
      "state_consideration",
    ]);
    expect(plan({ status: "in_process", stageId: "self_evaluation", startedOn: "2026-09-01", startsInYear: 2028 })).toEqual([
      "self_evaluation",
      "external_review",
      "state_consideration",
    ]);
    expect(plan({ status: "in_process", stageId: "lunch", startedOn: "2026-09-01", startsInYear: 2028 })).toHaveLength(4);
  });

  it("of a program in process has the deadline of the year that it wants to start in, also when it was missed", () => {
    const process: ProgramApproval = { status: "in_process", stageId: "state_consideration", startedOn: "2026-09-01", startsInYear: 2027 };
    expect(dates(process, "2026-10-11").map(([id, , date, left]) => [id, date, left])).toEqual([
      ["new_application", "2026-10-01", -10],
      ["state_consideration", "2026-10-01", -10],
    ]);
  });

  it.each<ProgramApproval>([{ status: "not_started" }, { status: "lapsed", expiredOn: "2026-06-30" }])(
    "of a program that is $status has the next 1 October",
    (approval) => {
      const applies = (on: IsoDate) => dates(approval, on).find(([id]) => id === "new_application")?.[2];
      expect([applies("2026-10-01"), applies("2026-10-02")]).toEqual(["2026-10-01", "2027-10-01"]);
      expect(dates(approval, "2026-10-02").filter(([, kind]) => kind === "plan")).toHaveLength(4);
    },
  );

  it("of an application that was handed in has nothing before it, but the list where it is a re-approval", () => {
    expect(dates({ status: "submitted", submittedOn: "2026-09-01", startsInYear: 2027 }, "2026-09-02")).toEqual([]);
    expect(dates({ ...approved, status: "reapproval_submitted", submittedOn: "2027-06-01" }, "2027-07-01").map(([id]) => id)).toEqual(["incomplete_dropped"]);
  });

  it("has no dates that the agency's tables and plan do not have", () => {
    const bare = { ...defaultApprovalPolicy, deadlines: datedTable<never>([]), stageDaysBefore: {} };
    expect(dates(approved, "2027-01-01", bare)).toEqual([["expiry", "deadline", "2027-06-30", 180]]);
    expect(dates({ status: "not_started" }, "2027-01-01", bare)).toEqual([]);
    expect(stageDueDate("proposal", "2027-06-30", bare)).toBe(undefined);
  });
});

describe("what evidence is missing", () => {
  const on = "2027-03-01";
  const ids = (facts: Parameters<typeof evidenceMissing>[0]) => evidenceMissing(facts, on).map(({ item }) => item.id);
  const allThere = Object.fromEntries(approvalEvidence.ids().map((id) => [id, true]));

  it("is nothing where all is there", () => {
    expect(evidenceMissing({ application: "reapproval", evidence: allThere }, on)).toEqual([]);
  });

  it("tells what somebody said is not there from what nobody said", () => {
    const facts = { application: "new", startsInYear: 2028, evidence: { ...allThere, articulation_agreed: false, teachers_certified: undefined } } as const;
    expect(evidenceMissing(facts, on).map(({ item, state }) => [item.id, state])).toEqual([
      ["teachers_certified", "not_known"],
      ["articulation_agreed", "missing"],
    ]);
  });

  it("says by when: by the plan of its stage, and the whole by its deadline", () => {
    const [first] = evidenceMissing({ application: "new", startsInYear: 2028, evidence: { ...allThere, articulation_agreed: false } }, on);
    expect(first).toMatchObject({ dueBy: addDays("2027-10-01", -120), applicationDueBy: "2027-10-01" });
    const last = evidenceMissing({ application: "reapproval", expiresOn: "2027-06-30", evidence: { ...allThere, performance_data_504: false } }, on);
    expect(last).toMatchObject([{ item: { id: "performance_data_504" }, state: "missing", dueBy: "2027-06-30", applicationDueBy: "2027-06-30" }]);
  });

  it("has no dates where what they are reckoned from is not known", () => {
    for (const facts of [{}, { application: "new" }, { application: "reapproval" }] as const)
      for (const piece of evidenceMissing(facts, on)) expect(Object.keys(piece)).toEqual(["item", "state"]);
  });

  it("keeps to what the application needs, and to what each needs where it is not known which it is", () => {
    const [fresh, again, either] = [ids({ application: "new" }), ids({ application: "reapproval" }), ids({})];
    expect(fresh.includes("proposal_written") && !fresh.includes("performance_data_total")).toBe(true);
    expect(!again.includes("proposal_written") && again.includes("performance_data_total")).toBe(true);
    expect(either).toEqual(fresh.filter((id) => again.includes(id)));
  });

  it("comes in the order of the stages", () => {
    const stages = evidenceMissing({ application: "new" }, on).map(({ item }) => item.stageId);
    expect([...new Set(stages)]).toEqual(["proposal", "self_evaluation", "external_review", "state_consideration"]);
  });
});
