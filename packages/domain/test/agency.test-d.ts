import { describe, expectTypeOf, it } from "vitest";
import {
  type Agency,
  type AgencyData,
  type AgencySubject,
  type BoroughId,
  type CommissionRow,
  commissionProxy,
  decide,
  defineAgency,
  type ProxyFacts,
  type Rule,
  rule,
  type SchoolId,
  subjectsOf,
  withRules,
  type Zone,
} from "../src/index.ts";

const source = { authority: "office_policy", citation: "Our handbook", retrievedOn: "2026-11-24", confidence: "verified" } as const;
const row = { ...source, aliases: [], from: "2020-01-01" } as const;
const base = {
  id: "harborview",
  title: "Harborview Unified School District",
  office: { title: "Career Partnerships Office" },
  zone: "America/Los_Angeles" as Zone,
  boroughs: [{ ...row, id: "bor_north", label: "North" }],
  commissions: [{ ...row, id: "cms_health", label: "Health" }],
  activityTypes: [],
  calendar: [],
} as const;
const harbor = { id: "sch_harbor", label: "Harbor High School", aliases: [], boroughId: "bor_north", from: "2020-01-01" } as const;
const subjects = { "commission-proxy": commissionProxy() } as const;
const own = rule<ProxyFacts>({
  ...source,
  id: "commission-proxy.meets-in-may",
  title: "Meets in May",
  force: "advised",
  from: "2020-01-01",
  judge: () => decide(true, "so"),
});

describe("an agency's data", () => {
  it("become tables of rows with branded ids", () => {
    const agency = defineAgency({ ...base, schools: [harbor], subjects });
    expectTypeOf(agency).toExtend<Agency>();
    expectTypeOf(agency.schools.ids()).toEqualTypeOf<readonly SchoolId[]>();
    expectTypeOf(agency.boroughs.on("2026-11-24")[0]?.id).toEqualTypeOf<BoroughId | undefined>();
    expectTypeOf(agency.commissions.on).returns.toEqualTypeOf<readonly CommissionRow[]>();
    expectTypeOf(subjectsOf(agency)["commission-proxy"]).toEqualTypeOf<AgencySubject<ProxyFacts>>();
    // @ts-expect-error the agency has no such subject
    subjectsOf(agency).council;
    // @ts-expect-error there is no commission without a day
    agency.commissions[0];
  });

  it("may be read from elsewhere, where the compiler knows no id", () => {
    expectTypeOf(defineAgency({} as AgencyData)).toEqualTypeOf<Agency>();
  });

  it("are refused where a school stands in a borough that is not there", () => {
    const school = { ...harbor, boroughId: "bor_jersey" } as const;
    // @ts-expect-error sch_harbor stands in bor_jersey, which is not among the agency's boroughs
    defineAgency({ ...base, schools: [school] });
  });

  it("are refused where an id has another prefix, or a row says nothing of its source", () => {
    // @ts-expect-error a commission's id begins with cms_
    defineAgency({ ...base, schools: [], commissions: [{ ...row, id: "health", label: "Health" }] });
    // @ts-expect-error nobody knows who says so
    defineAgency({ ...base, schools: [], commissions: [{ id: "cms_health", label: "Health", aliases: [], from: "2020-01-01" }] });
    // @ts-expect-error a date has its parts
    defineAgency({ ...base, schools: [{ ...harbor, from: "2020" }] });
  });
});

describe("an agency's rules", () => {
  const agency = defineAgency({ ...base, schools: [harbor] });

  it("are of its subjects", () => {
    const rules = {
      added: [{ subjectId: "commission-proxy", rule: own }],
      switchedOff: [{ ruleId: "commission-proxy.meets-twice", because: "We meet monthly." }],
    } as const;
    expectTypeOf(withRules(agency, { subjects, rules }).subjects["commission-proxy"].facts).toEqualTypeOf(subjects["commission-proxy"].facts);
  });

  it("are refused for a subject that it does not have", () => {
    // @ts-expect-error the agency has no subject council
    withRules(agency, { subjects, rules: { added: [{ subjectId: "council", rule: own }] } });
    // @ts-expect-error no subject of the agency has a rule council.ten-members
    withRules(agency, { subjects, rules: { switchedOff: [{ ruleId: "council.ten-members", because: "Another state's law." }] } });
    // @ts-expect-error the agency has no subject at all
    withRules(agency, { rules: { switchedOff: [{ ruleId: "commission-proxy.meets-twice", because: "So." }] } });
  });

  it("are refused where they judge the facts of another subject, or have no reason", () => {
    const other = {} as Rule<{ readonly wages: number }>;
    // @ts-expect-error it judges wages, which no facts of a proxy have
    withRules(agency, { subjects, rules: { added: [{ subjectId: "commission-proxy", rule: other }] } });
    // @ts-expect-error a reason is needed
    withRules(agency, { subjects, rules: { switchedOff: [{ ruleId: "commission-proxy.meets-twice" }] } });
  });
});
