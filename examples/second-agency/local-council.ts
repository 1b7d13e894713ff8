import { all, any, atLeast, decide, given, noneOf, type RuleRow, rule, type Subject, subject } from "@cte-partnerships/domain/rule";
import type { IsoDate } from "@cte-partnerships/domain/shared";
import * as z from "zod";

// Iowa asks for a local advisory council for each program, and lets a regional one stand in for it: the same question that New
// York City answers for its commissions, and another state's answer. The rules are Iowa's own; nothing of them is in the package.

const yesOrNo = (title: string) => z.boolean().optional().meta({ title });

/** What the council of a program is judged by. Everything may be left out, and is unknown then. */
export const LocalCouncilFacts = z.strictObject({
  councilKind: z.enum(["own", "joint", "regional", "none"]).optional().meta({ title: "Whose council advises the program" }),
  isPartnershipApproved: yesOrNo("The regional planning partnership is approved by the department"),
  members: z
    .array(
      z.strictObject({
        isOfThePublic: yesOrNo("Is of the public, and not of the school or the college"),
        hasExpertise: yesOrNo("Has expertise in the program's occupation or field"),
        isPaid: yesOrNo("Is paid for serving"),
      }),
    )
    .max(100)
    .optional()
    .meta({ title: "Members of the council" }),
  advises: z
    .strictObject({
      board: yesOrNo("Advises the board of directors"),
      administrators: yesOrNo("Advises the administrators"),
      instructors: yesOrNo("Advises the instructors"),
    })
    .optional()
    .meta({ title: "Whom the council advises on establishing and keeping the program" }),
  approvedCompetencies: yesOrNo("The council approved the program's competencies"),
  meetingsThisYear: z.int().min(0).max(366).optional().meta({ title: "Meetings this school year" }),
});
export type LocalCouncilFacts = z.infer<typeof LocalCouncilFacts>;

const code = {
  authority: "state_law",
  url: "https://getpocketlaw.com/law/state_iowa/section-258-9-local-advisory-council_449ae716d6c4",
  retrievedOn: "2026-11-26",
  // The text was read in a copy of the code and not in the code itself.
  confidence: "secondary",
} as const;
const regulation = {
  authority: "state_regulation",
  url: "https://www.law.cornell.edu/regulations/iowa/Iowa-Admin-Code-r-281-46-6",
  retrievedOn: "2026-11-26",
  confidence: "secondary",
} as const;

/** The code names the acts of 2016 and 2017 as the last to change the section. That they held from July 2017 on is our reading. */
const asAmended: IsoDate = "2017-07-01";
/** The copy of the regulation vouches for the text of this day; since when it reads so, it does not say. */
const asCopied: IsoDate = "2024-11-13";

const rows: readonly RuleRow<LocalCouncilFacts>[] = [
  {
    ...code,
    id: "local-council.appointed",
    title: "There is a council for the program: its own, a joint one, or a regional one of an approved partnership",
    citation: "Iowa Code § 258.9(1) and (2)",
    force: "required",
    from: asAmended,
    judge: (facts) =>
      given(facts, ["councilKind"], ({ councilKind: kind }) => {
        if (kind !== "regional") return decide(kind !== "none", `council_kind_${kind}`);
        return given(facts, ["isPartnershipApproved"], ({ isPartnershipApproved }) => decide(isPartnershipApproved, "council_in_place_of"));
      }),
  },
  {
    ...code,
    id: "local-council.members-with-expertise",
    title: "The council consists of members of the public with expertise in the occupation or its field",
    citation: "Iowa Code § 258.9(1)",
    force: "required",
    from: asAmended,
    judge: ({ members }) =>
      all(
        atLeast(1, members, { path: "members", asks: "hasExpertise", isSo: ({ hasExpertise }) => hasExpertise, code: "council_has_members" }),
        noneOf(members, { path: "members", asks: "isOfThePublic", isSo: ({ isOfThePublic }) => not(isOfThePublic), code: "council_of_the_public" }),
        noneOf(members, { path: "members", asks: "hasExpertise", isSo: ({ hasExpertise }) => not(hasExpertise), code: "council_with_expertise" }),
      ),
  },
  {
    ...code,
    id: "local-council.advises",
    title: "The council advises the board of directors, the administrators and the instructors",
    citation: "Iowa Code § 258.9(1)",
    force: "required",
    from: asAmended,
    judge: ({ advises = {} }) =>
      all(
        ...(["board", "administrators", "instructors"] as const).map((whom) =>
          given(advises, [whom], (known) => decide(known[whom], `council_advises_${whom}`), "advises."),
        ),
      ),
  },
  {
    ...code,
    id: "local-council.unpaid",
    title: "The members serve without compensation",
    citation: "Iowa Code § 258.9(4)",
    force: "required",
    from: asAmended,
    judge: ({ members }) => noneOf(members, { path: "members", asks: "isPaid", isSo: ({ isPaid }) => isPaid, code: "council_unpaid" }),
  },
  {
    ...regulation,
    id: "local-council.approves-competencies",
    title: "The program's report has evidence that the council approved the competencies",
    citation: "Iowa Admin. Code r. 281-46.6(1)(b)(3)",
    force: "required",
    from: asCopied,
    judge: (facts) => given(facts, ["approvedCompetencies"], ({ approvedCompetencies }) => decide(approvedCompetencies, "council_approved")),
  },
];

/** A fact turned round, and not known where it is not. */
const not = (answer: boolean | undefined): boolean | undefined => (answer === undefined ? undefined : !answer);

/** Whether a program in Iowa has the advisory council that its approval asks for. */
export const localCouncil: Subject<LocalCouncilFacts> = subject({
  id: "local-council",
  title: "Does the program have the advisory council that Iowa asks for?",
  facts: LocalCouncilFacts,
  rules: rows.map((row) => rule(row)),
});

/** A rule of the office's own, on top of the state's. */
export const meetsTwice = rule<LocalCouncilFacts>({
  id: "local-council.meets-twice",
  title: "The council meets twice a school year",
  force: "advised",
  authority: "office_policy",
  citation: "An example: the policy of an office that does not exist",
  retrievedOn: "2026-11-26",
  confidence: "verified",
  from: "2026-07-01",
  judge: (facts) =>
    any(
      given(facts, ["meetingsThisYear"], ({ meetingsThisYear: have }) => decide(have >= 2, "council_meetings", { have, need: 2 })),
      // A regional council answers to the partnership, which has its own calendar.
      given(facts, ["councilKind"], ({ councilKind: kind }) => decide(kind === "regional", `council_kind_${kind}`)),
    ),
});
