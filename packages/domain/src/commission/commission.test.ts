import { describe, expect, it } from "vitest";
import { commissionId, schoolId } from "../../test/examples.ts";
import { faultsIn } from "../reference/dated-table.ts";
import { evaluate } from "../rule/evaluate.ts";
import { rulesOn } from "../rule/rule.ts";
import { ContactId, MeetingId, PartnerId, ProgramId } from "../shared/id.ts";
import { Commission, CommissionInput } from "./commission.ts";
import { CommissionMeeting } from "./commission-meeting.ts";
import { commissionProxy } from "./commission-proxy.ts";
import { commissionRoles, rolesOf } from "./commission-role.ts";
import { proxyFactsOf } from "./proxy-facts-of.ts";
import type { ReviewRecord } from "./review-record.ts";

const on = "2027-03-01";
const ulid = (number: number) => String(number).padStart(26, "0");
const partnerId = (number: number) => PartnerId.parse(`prt_${ulid(number)}`);
const programId = ProgramId.parse(`prg_${ulid(1)}`);
const input = {
  title: "Construction and Sustainability",
  clusterIds: ["construction"],
  members: [
    { from: "school", schoolId: schoolId(), role: "cte_teacher", people: 3 },
    { from: "school", schoolId: schoolId("hill"), role: "cte_teacher", people: 2 },
    { from: "school", schoolId: schoolId(), role: "school_administrator", people: 1 },
    { from: "partner", partnerId: partnerId(1), role: "industry", contactId: ContactId.parse(`con_${ulid(1)}`) },
    { from: "partner", partnerId: partnerId(2), role: "postsecondary" },
  ],
} as const;
const commission = Commission.parse({ status: "active", id: commissionId(), ...input, version: 1, createdAt: "2026-09-01T14:00:00.000Z" });

describe("a commission", () => {
  it.each([
    ["a key that there is not", { ...input, chairName: "x" }],
    ["a member of a school who is named", { ...input, members: [{ ...input.members[0], name: "x" }] }],
    ["nobody of a school", { ...input, members: [{ ...input.members[0], people: 0 }] }],
    ["a school in a partner's role", { ...input, members: [{ ...input.members[0], role: "industry" }] }],
    ["a partner in a school's role", { ...input, members: [{ ...input.members[4], role: "cte_teacher" }] }],
  ])("is refused with %s", (_, faulty) => {
    expect(CommissionInput.safeParse(input).success).toBe(true);
    expect(CommissionInput.safeParse(faulty).success).toBe(false);
  });

  it("is active, or dissolved on a day", () => {
    const { status: _, ...kept } = commission;
    expect(Commission.safeParse({ ...kept, status: "dissolved" }).success).toBe(false);
    expect(Commission.safeParse({ ...kept, status: "dissolved", dissolvedOn: "2027-01-31" }).success).toBe(true);
  });

  it("has so many in each role, and needs so many: people of schools, organisations among partners", () => {
    const counted = rolesOf(commission, on).map(({ row, have, need }) => [row.id, have, need]);
    expect(counted).toEqual([
      ["cte_teacher", 5, 1],
      ["school_administrator", 1, 1],
      ["program_coordinator", 0, 0],
      ["industry", 1, 2],
      ["postsecondary", 1, 1],
    ]);
  });

  it("counts an organization once where several of its people come", () => {
    const twice = { members: [1, 2].map((number) => ({ ...input.members[3], contactId: ContactId.parse(`con_${ulid(number)}`) })) };
    expect(rolesOf(twice, on).find(({ row }) => row.id === "industry")?.have).toBe(1);
  });

  it("needs whom the office's page names, with a source of its own for each number", () => {
    expect(faultsIn(commissionRoles)).toEqual([]);
    const sources = commissionRoles.on(on).map(({ id, neededAtLeast }) => [id, neededAtLeast.authority]);
    expect(Object.fromEntries(sources)).toEqual({
      cte_teacher: "office_policy",
      school_administrator: "office_policy",
      program_coordinator: "office_policy",
      industry: "local_guidance",
      postsecondary: "local_guidance",
    });
  });
});

const attendance = {
  schools: [
    { schoolId: schoolId("hill"), administrators: 1, coordinators: 1, teachers: 1 },
    { schoolId: schoolId(), administrators: 0, coordinators: 0, teachers: 2 },
  ],
  partners: [{ partnerId: partnerId(1), people: 2 }],
};
const meeting = (number: number, over: object): CommissionMeeting =>
  CommissionMeeting.parse({
    status: "held",
    id: MeetingId.parse(`mtg_${ulid(number)}`),
    commissionId: commissionId(),
    on: "2026-10-06",
    title: "Autumn meeting",
    version: 1,
    createdAt: "2026-09-01T14:00:00.000Z",
    attendance,
    ...over,
  });

describe("a meeting", () => {
  it("has an attendance once it was held, a reason where it was cancelled, and neither before", () => {
    const { attendance: _, ...planned } = meeting(1, {}) as Extract<CommissionMeeting, { status: "held" }>;
    expect(CommissionMeeting.safeParse({ ...planned, status: "planned" }).success).toBe(true);
    expect(CommissionMeeting.safeParse({ ...planned, status: "held" }).success).toBe(false);
    expect(CommissionMeeting.safeParse({ ...planned, status: "cancelled" }).success).toBe(false);
    expect(CommissionMeeting.safeParse({ ...planned, status: "planned", attendance }).success).toBe(false);
  });

  it.each([
    ["school", { ...attendance, schools: [attendance.schools[0], attendance.schools[0]] }],
    ["partner", { ...attendance, partners: [...attendance.partners, ...attendance.partners] }],
  ])("counts each %s once", (_, twice) => {
    expect(() => meeting(1, { attendance: twice })).toThrow("twice");
  });
});

describe("facts from the office's records", () => {
  const records: ReviewRecord[] = (["curriculum_review", "assessment_review", "employability_validation"] as const).map((kind) => ({
    kind,
    programId,
    on: "2026-12-01",
    partnerIds: [partnerId(1)],
  }));
  const { status: _status, attendance: _attendance, ...unheld } = meeting(3, {}) as Extract<CommissionMeeting, { status: "held" }>;
  const all = {
    program: { id: programId, schoolId: schoolId(), clusterId: "construction" },
    commission,
    period: { from: "2026-07-01", to: "2027-06-30" },
    partners: [
      { id: partnerId(1), name: "Harbor Ferry", kind: "industry" },
      { id: partnerId(2), name: "Harbor College", kind: "postsecondary" },
      { id: partnerId(3), name: "Hill Tools", kind: "industry" },
    ],
    meetings: [
      meeting(1, {}),
      meeting(2, { on: "2027-02-09", attendance: { schools: [], partners: [] } }),
      CommissionMeeting.parse({ ...unheld, status: "planned" }),
      meeting(4, { commissionId: commissionId("media") }),
    ],
    records: [...records, ...records.slice(0, 1).map((record) => ({ ...record, programId: ProgramId.parse(`prg_${ulid(2)}`) }))],
    review: { partnerIds: [partnerId(1), partnerId(3)], reviewersOnSelfStudyTeam: 0 },
  } as const;

  it("tell who came, who sits on it and what was reviewed, of this program, school and commission alone", () => {
    const facts = proxyFactsOf(all);
    expect(facts.meetings).toEqual([
      { heldOn: "2026-10-06", administrators: 0, coordinators: 0, teachers: 2 },
      { heldOn: "2027-02-09", administrators: 0, coordinators: 0, teachers: 0 },
    ]);
    expect(facts.commissionPartners).toEqual([
      { name: "Harbor Ferry", kind: "industry" },
      { name: "Harbor College", kind: "postsecondary" },
    ]);
    expect(facts.records).toHaveLength(3);
    expect(evaluate(rulesOn(commissionProxy(), on), facts).verdict).toBe("met");
  });

  it("leave open what has no record: a partner that nobody knows stays on the list, and nothing is known of it", () => {
    const { meetings: _m, records: _r, review: _v, ...bare } = all;
    const facts = proxyFactsOf({ ...bare, partners: [], review: { partnerIds: [partnerId(1), partnerId(3)] } });
    expect(facts).toMatchObject({ partnersAtReview: [{}, {}], commissionPartners: [{}, {}] });
    expect(Object.keys(facts)).not.toContain("meetings");
    expect(Object.keys(facts)).not.toContain("reviewersOnSelfStudyTeam");
    const { findings } = evaluate(rulesOn(commissionProxy(), on), facts);
    expect(findings.filter(({ finding }) => finding.verdict === "met").map(({ rule }) => rule.id)).toEqual(["commission-proxy.sector-matches"]);
    expect(findings.filter(({ finding }) => finding.verdict === "unmet")).toEqual([]);
    expect(Object.keys(proxyFactsOf(bare))).not.toContain("partnersAtReview");
  });
});
