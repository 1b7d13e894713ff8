import * as z from "zod";
import { citationOf } from "../reference/citation-of.ts";
import { longStanding } from "../reference/long-standing.ts";
import { all, atLeast, decide, given } from "../rule/judge.ts";
import { type RuleRow, rule, type Subject, subject } from "../rule/rule.ts";
import { addDays, addYears, IsoDate, isWithin } from "../shared/date.ts";
import { type CouncilPerspective, councilLaw, councilPerspectives } from "./council-perspective.ts";

const yesOrNo = (title: string) => z.boolean().optional().meta({ title });

/** The facts that the advisory council is judged by. That a student is on it is a yes or a no: nobody is named. */
export const AdvisoryCouncilFacts = z.strictObject({
  memberCount: z.int().min(0).optional().meta({ title: "Members of the council, the student included" }),
  perspectives: z
    .strictObject({
      management: yesOrNo("Somebody familiar with the needs of management in the region"),
      labor: yesOrNo("Somebody familiar with the needs of labor in the region"),
      postsecondaryAndAdult: yesOrNo("Somebody familiar with postsecondary and adult programs"),
      manpower: yesOrNo("Somebody familiar with manpower needs in the region"),
      disabilities: yesOrNo("Somebody familiar with the special needs of people with disabilities"),
      community: yesOrNo("Somebody who speaks for the community"),
      student: yesOrNo("A student in a CTE program"),
    })
    .optional()
    .meta({ title: "Perspectives on the council" }),
  advises: z
    .strictObject({
      onPolicy: yesOrNo("Advises on policy"),
      onLongRangePlan: yesOrNo("Advises on the long-range plan"),
      onAnnualPlan: yesOrNo("Advises on the annual plan"),
    })
    .optional()
    .meta({ title: "What the council advises on" }),
  evaluationsAssisted: z.array(IsoDate).max(100).optional().meta({ title: "Days on which the council assisted in an annual evaluation" }),
  consultantCommittees: z
    .array(z.strictObject({ isOfOneField: yesOrNo("Represents one occupational field") }))
    .max(100)
    .optional()
    .meta({ title: "Consultant committees" }),
  subcommittees: z
    .strictObject({
      hasStudentsWithDisabilities: yesOrNo("Subcommittee on students with disabilities"),
      hasGenderEquity: yesOrNo("Subcommittee on gender equity"),
    })
    .optional()
    .meta({ title: "Subcommittees" }),
});
export type AdvisoryCouncilFacts = z.infer<typeof AdvisoryCouncilFacts>;

const perspectiveRule = ({ id, label, views, ...row }: CouncilPerspective): RuleRow<AdvisoryCouncilFacts> => ({
  ...citationOf(row),
  citation: `${row.citation}, perspective (${id})`,
  id: `advisory-council.perspective-${id}`,
  title: `Perspective (${id}): ${label}`,
  force: "required",
  judge: ({ perspectives = {} }) =>
    all(
      ...views.map((view) =>
        given(perspectives, [view], (known) => decide(known[view] === true, "council_perspective", { about: [`perspectives.${view}`] }), "perspectives."),
      ),
    ),
});

/**
 * The CTE Advisory Council of Education Law 4601: at least ten members, six perspectives, its duties. Sector commissions are the
 * consultant committees that the law allows.
 *
 * @example
 * evaluate(rulesOn(advisoryCouncil(), "2026-11-24"), { memberCount: 9 }).verdict // "unmet"
 */
// @__NO_SIDE_EFFECTS__
export function advisoryCouncil(perspectives = councilPerspectives): Subject<AdvisoryCouncilFacts> {
  const rows: readonly RuleRow<AdvisoryCouncilFacts>[] = [
    {
      ...councilLaw,
      id: "advisory-council.ten-members",
      title: "The council has at least ten members",
      force: "required",
      from: longStanding,
      judge: (facts) => given(facts, ["memberCount"], ({ memberCount: have }) => decide(have >= 10, "council_members", { have, need: 10 })),
    },
    ...perspectives.ids().flatMap((id) => perspectives.history(id).map(perspectiveRule)),
    {
      ...councilLaw,
      id: "advisory-council.advises",
      title: "The council advises on policy and on the long-range and annual plans",
      force: "required",
      from: longStanding,
      judge: ({ advises = {} }) =>
        all(
          ...(["onPolicy", "onLongRangePlan", "onAnnualPlan"] as const).map((key) =>
            given(advises, [key], (known) => decide(known[key], "council_advises", { about: [`advises.${key}`] }), "advises."),
          ),
        ),
    },
    {
      ...councilLaw,
      id: "advisory-council.annual-evaluation",
      title: "The council assists in the annual evaluation",
      force: "required",
      from: longStanding,
      judge: ({ evaluationsAssisted }, on) => {
        const year = { from: addDays(addYears(on, -1), 1), to: on };
        return atLeast(1, evaluationsAssisted, { path: "evaluationsAssisted", asks: "on", isSo: (day) => isWithin(year, day), code: "council_evaluations" });
      },
    },
    {
      ...councilLaw,
      citation: `${councilLaw.citation}(3)`,
      id: "advisory-council.consultant-committees",
      title: "There are consultant committees, each representative of an occupational field",
      // The law lets a board appoint them, and does not oblige it.
      force: "advised",
      from: longStanding,
      judge: ({ consultantCommittees }) =>
        atLeast(1, consultantCommittees, {
          path: "consultantCommittees",
          asks: "isOfOneField",
          isSo: ({ isOfOneField }) => isOfOneField,
          code: "council_consultant_committees",
        }),
    },
    {
      authority: "local_guidance",
      citation: "New York City Public Schools, CTE Advisory Council",
      url: "https://cte.nyc/web/industry-partnerships/cte-advisory-council",
      retrievedOn: "2026-11-01",
      confidence: "verified",
      id: "advisory-council.subcommittees",
      title: "The council has subcommittees on students with disabilities and on gender equity",
      // What the city's council has, and nothing that a source asks for.
      force: "advised",
      from: longStanding,
      judge: ({ subcommittees = {} }) =>
        all(
          ...(["hasStudentsWithDisabilities", "hasGenderEquity"] as const).map((key) =>
            given(subcommittees, [key], (known) => decide(known[key], "council_subcommittee", { about: [`subcommittees.${key}`] }), "subcommittees."),
          ),
        ),
    },
  ];
  return subject({
    id: "advisory-council",
    title: "Is the advisory council made up and active as Education Law 4601 asks?",
    facts: AdvisoryCouncilFacts,
    rules: rows.map((row) => rule(row)),
  });
}
