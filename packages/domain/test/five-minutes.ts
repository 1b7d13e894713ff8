import { commissionProxy, type ProxyFacts } from "@cte-partnerships/domain/commission";
import { evaluate, explain, rulesOn, whatIf } from "@cte-partnerships/domain/rule";
import { words } from "@cte-partnerships/domain/words";

// A school without an advisory board of its own asks: may the construction commission stand in for it at our program's review?
const facts: ProxyFacts = {
  programClusterId: "construction",
  commissionClusterIds: ["construction"],
  period: { from: "2025-07-01", to: "2026-06-30" },
  meetings: [{ heldOn: "2025-11-05", teachers: 2 }, { heldOn: "2026-03-11" }],
  partnersAtReview: [{ name: "Harbor Example Works", kind: "industry" }, { name: "PLTW" }, { name: "Example City College", kind: "postsecondary" }],
  reviewersOnSelfStudyTeam: 0,
  records: [
    { kind: "curriculum_review", on: "2025-11-05" },
    { kind: "assessment_review", on: "2026-03-11" },
    { kind: "employability_validation", on: "2026-03-11" },
  ],
};

// The rules as they stand on a day: yours, since there is no clock in here.
const rules = rulesOn(commissionProxy(), "2026-11-26");
const evaluation = evaluate(rules, facts);

/** "unmet": one of the two firms that the guide asks for is there. Had nobody told who came, it would be "unknown". */
export const verdict = evaluation.verdict;

/** Each rule with its verdict, the reason and the source, for a person. */
export const told = explain(evaluation, { words, language: "en" });

/** What would change if a second firm came? */
const another = { name: "Second Example Builders", kind: "industry" } as const;
export const ifAnotherCame = whatIf(rules, facts, (known) => ({
  ...known,
  partnersAtReview: [...(known.partnersAtReview ?? []), another],
}));
