import * as approvalGuide from "../partner/approval-guide.ts";
import { atLeastIndustry, atLeastPostsecondary, type PartnerTables, partnerTables } from "../partner/partner-present.ts";
import { longStanding } from "../reference/long-standing.ts";
import { type Answer, isAll, isAny } from "../rule/answer.ts";
import type { Judgement } from "../rule/finding.ts";
import { any, atLeast, decide, given, unknown } from "../rule/judge.ts";
import { type RuleRow, rule, type Subject, subject } from "../rule/rule.ts";
import { addDays, addYears, type DateSpan, type IsoDate, isWithin } from "../shared/date.ts";
import { ProxyFacts, type ProxyMeetingFacts } from "./proxy-facts.ts";
import type { ReviewRecordKind } from "./review-record-kind.ts";

/** What an agency decides for itself about commissions in place of boards. */
export interface ProxyPolicy {
  partners: PartnerTables;
  /**
   * In how many meetings of the period an administrator, coordinator or teacher of the school must have taken part for the school to
   * be actively engaged. The guidance asks for engagement and gives no number.
   */
  engagedMeetings: number;
}

/** One meeting attended in the period, and the partner tables of this package. */
export const defaultProxyPolicy: ProxyPolicy = { partners: partnerTables, engagedMeetings: 1 };

const within = (span: DateSpan, day: IsoDate | undefined): Answer => (day === undefined ? undefined : isWithin(span, day));
const some = (people: number | undefined): Answer => (people === undefined ? undefined : people > 0);

/** What was by the day judged within a span: nothing that is still to come has been held or done. */
const upTo = (on: IsoDate, { from, to }: Required<DateSpan>): DateSpan => ({ from, to: to < on ? to : on });

/** Judges by the period. One that ends before it begins was written down wrongly: it is asked for again. */
function inPeriod({ period = {} }: ProxyFacts, judge: (span: Required<DateSpan>) => Judgement): Judgement {
  return given(
    period,
    ["from", "to"],
    ({ from, to }) => (to < from ? unknown(["period.from", "period.to"], "proxy_period_reversed", { from, to }) : judge({ from, to })),
    "period.",
  );
}

const schoolFacts = ["heldOn", "administrators", "coordinators", "teachers"] as const satisfies readonly (keyof ProxyMeetingFacts)[];

/** Two meetings on one day are one day's work of the commission. */
const onceADay = ({ heldOn }: ProxyMeetingFacts): string | undefined => heldOn;

/** The school took part in a meeting where anybody of it was there. */
function isEngaged(facts: ProxyFacts, on: IsoDate, need: number): Judgement {
  return inPeriod(facts, (span) =>
    atLeast(need, facts.meetings, {
      path: "meetings",
      asks: (meeting) => schoolFacts.filter((key) => meeting[key] === undefined),
      isSo: ({ heldOn, administrators, coordinators, teachers }) =>
        isAll(within(upTo(on, span), heldOn), isAny(some(administrators), some(coordinators), some(teachers))),
      onceBy: onceADay,
      code: "proxy_meetings_attended",
    }),
  );
}

/** Formal meetings in the twelve months up to the period's last day, as far as they are held already, whoever came. */
function meetsTwice(facts: ProxyFacts, on: IsoDate): Judgement {
  return inPeriod(facts, ({ to }) => {
    const year = upTo(on, { from: addDays(addYears(to, -1), 1), to });
    return atLeast(2, facts.meetings, {
      path: "meetings",
      asks: "heldOn",
      isSo: ({ heldOn }) => within(year, heldOn),
      onceBy: onceADay,
      code: "proxy_meetings_held",
    });
  });
}

const recorded = (kind: ReviewRecordKind): RuleRow<ProxyFacts>["judge"] => {
  return (facts, on) =>
    inPeriod(facts, (span) =>
      atLeast(1, facts.records, {
        path: "records",
        asks: (record) => (["kind", "on"] as const).filter((key) => record[key] === undefined),
        isSo: (record) => isAll(record.kind === undefined ? undefined : record.kind === kind, within(upTo(on, span), record.on)),
        code: `proxy_${kind}`,
      }),
    );
};

/**
 * Whether a commission may stand in for the advisory board of a school's program: the city's guidance allows it for schools that are
 * actively engaged, and asks for the same partners at the review as of a board.
 *
 * @example
 * evaluate(rulesOn(commissionProxy(), "2026-11-24"), { partnersAtReview: [{ name: "Con Edison", kind: "industry" }, { name: "PLTW" }] }).verdict // "unmet"
 */
// @__NO_SIDE_EFFECTS__
export function commissionProxy(policy: ProxyPolicy = defaultProxyPolicy): Subject<ProxyFacts> {
  const tables = policy.partners;
  const shared = { force: "required", from: longStanding } as const;
  const rows: readonly RuleRow<ProxyFacts>[] = [
    {
      ...shared,
      ...approvalGuide.officePage,
      id: "commission-proxy.sector-matches",
      title: "The commission's sector is the program's",
      judge: (facts) =>
        given(facts, ["programClusterId", "commissionClusterIds"], ({ programClusterId: cluster, commissionClusterIds: clusters }) =>
          decide(clusters.includes(cluster), "proxy_sector", { cluster, clusters }),
        ),
    },
    {
      ...shared,
      // That a school must be actively engaged is the guide's; how much that is, the office's.
      ...approvalGuide.commissions,
      authority: "office_policy",
      citation: `${approvalGuide.commissions.citation}: actively engaged schools; the number of meetings is the office's`,
      id: "commission-proxy.school-engaged",
      title: "The school's administrators, program coordinators or teachers are actively engaged in the commission",
      judge: (facts, on) => isEngaged(facts, on, policy.engagedMeetings),
    },
    {
      ...shared,
      ...approvalGuide.partnerships,
      id: "commission-proxy.two-industry-partners",
      title: "At least two industry partners are present at the review; education providers and community organizations do not count",
      judge: ({ partnersAtReview: partners }, on) => atLeastIndustry(2, { partners, path: "partnersAtReview", on, tables }),
    },
    {
      ...shared,
      ...approvalGuide.postsecondary,
      id: "commission-proxy.postsecondary-partner",
      title: "There is a two-year or four-year postsecondary partner, at the review or through the commission",
      judge: ({ partnersAtReview, commissionPartners }, on) =>
        any(
          atLeastPostsecondary(1, { partners: partnersAtReview, path: "partnersAtReview", on, tables }),
          atLeastPostsecondary(1, { partners: commissionPartners, path: "commissionPartners", on, tables }),
        ),
    },
    {
      ...shared,
      ...approvalGuide.organizingReview,
      id: "commission-proxy.reviewers-apart",
      title: "No reviewer was on the self-study team",
      judge: (facts) =>
        given(facts, ["reviewersOnSelfStudyTeam"], ({ reviewersOnSelfStudyTeam: have }) => decide(have === 0, "proxy_reviewers_apart", { have })),
    },
    {
      ...shared,
      ...approvalGuide.partnerships,
      // "May be sufficient": a finding and not a bar.
      force: "advised",
      id: "commission-proxy.meets-twice",
      title: "The commission meets formally twice a year",
      judge: meetsTwice,
    },
    {
      ...shared,
      ...approvalGuide.commissions,
      id: "commission-proxy.curriculum-review",
      title: "A review of the curriculum is on record in the period",
      judge: recorded("curriculum_review"),
    },
    {
      ...shared,
      ...approvalGuide.commissions,
      id: "commission-proxy.assessment-review",
      title: "A review of the technical assessment is on record in the period",
      judge: recorded("assessment_review"),
    },
    {
      ...shared,
      ...approvalGuide.commissions,
      id: "commission-proxy.employability-validation",
      title: "A validation of employability skills is on record in the period",
      judge: recorded("employability_validation"),
    },
  ];
  return subject({
    id: "commission-proxy",
    title: "May the commission stand in for the school's advisory board?",
    facts: ProxyFacts,
    rules: rows.map((row) => rule(row)),
  });
}
