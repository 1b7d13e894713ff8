import * as z from "zod";
import type { DatedTable } from "../reference/dated-table.ts";
import { rowsIn } from "../reference/rows-in.ts";
import type { Source } from "../reference/source.ts";
import { given, unknown } from "../rule/judge.ts";
import { type Rule, rule, type Subject, subject } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import { ActivityTypeId } from "../shared/id.ts";
import type { ActivityType } from "./activity-type.ts";
import { perkinsDefinition, perkinsFrom } from "./federal-work-based-learning.ts";
import { type HoursFacts, type HoursQuestion, hoursOf } from "./hours.ts";
import { awarenessHoursFrom, awarenessHoursMemo, unregisteredExperiences, workBasedLearningFrom } from "./work-based-learning-sources.ts";

/** An activity of some type, and what is known of it. */
export interface ActivityHoursFacts extends HoursFacts {
  activityTypeId?: ActivityTypeId | undefined;
}

/** Where an agency's types take their answers from: what is cited for each question as a whole. */
export type HoursSources = Readonly<Record<HoursQuestion, Source & { from: IsoDate }>>;

/** New York's: the state's page on unregistered experiences, its memo on awareness, and Perkins V. */
export const newYorkHoursSources: HoursSources = {
  stateHourCredit: { ...unregisteredExperiences, from: workBasedLearningFrom },
  awarenessCap: { ...awarenessHoursMemo, from: awarenessHoursFrom },
  federalWorkBasedLearning: { ...perkinsDefinition, from: perkinsFrom },
};

const yesNo = (title: string) => z.boolean().meta({ title }).optional();

const questions = {
  stateHourCredit: { id: "activity-hours.state-hour-credit", title: "Its hours count for the state" },
  awarenessCap: { id: "activity-hours.awareness-cap", title: "Its hours count within the state's allowance for career awareness" },
  federalWorkBasedLearning: { id: "activity-hours.federal-work-based-learning", title: "It is work-based learning in federal law" },
} as const satisfies Record<HoursQuestion, { id: string; title: string }>;

/**
 * What the hours of an activity count as, by its type: three answers that do not make a whole, so each is a finding and no bar.
 *
 * @example
 * activityHours(agency.activityTypes).id // "activity-hours"
 */
// @__NO_SIDE_EFFECTS__
export function activityHours(types: DatedTable<ActivityType>, sources: HoursSources = newYorkHoursSources): Subject<ActivityHoursFacts> {
  return subject<ActivityHoursFacts>({
    id: "activity-hours",
    title: "What do the hours of an activity count as?",
    facts: z.strictObject({
      activityTypeId: ActivityTypeId.meta({ title: "Activity type", ...rowsIn("activity_types") }).optional(),
      isSupervisedByStaff: yesNo("Planned and supervised by instructional staff, an administrator or a counselor"),
      isRegistered: yesNo("Part of a registered work-based learning program"),
      isForHealthClinical: yesNo("For the clinical hours of a health program"),
      firmsEngaged: z.int().min(0).meta({ title: "Firms that each student talked with" }).optional(),
      hasProofOfParticipation: yesNo("There is proof of participation"),
      hasStudentReflection: yesNo("The students wrote a reflection"),
      isSustained: yesNo("A sustained interaction, and not a single visit"),
      isFirsthand: yesNo("In depth and first hand, with the tasks of the field"),
      isAlignedToCurriculum: yesNo("In line with the curriculum"),
    }),
    rules: (Object.keys(questions) as HoursQuestion[]).map((question) => hoursRule(question, types, sources)),
  });
}

function hoursRule(question: HoursQuestion, types: DatedTable<ActivityType>, sources: HoursSources): Rule<ActivityHoursFacts> {
  return rule<ActivityHoursFacts>({
    ...questions[question],
    ...sources[question],
    force: "advised",
    judge: (facts, on) =>
      given(facts, ["activityTypeId"], ({ activityTypeId }) => {
        const type = types.find(activityTypeId, on);
        if (!type) return unknown([], "activity_type_not_known", { activityTypeId, on });
        const { source: _, ...judgement } = hoursOf(type, facts, on)[question];
        return judgement;
      }),
  });
}
