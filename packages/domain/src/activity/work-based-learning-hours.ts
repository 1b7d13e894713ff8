import * as z from "zod";
import type { DatedTable } from "../reference/dated-table.ts";
import type { Source } from "../reference/source.ts";
import type { Evidence, Judgement } from "../rule/finding.ts";
import { all, any, decide, given, unknown } from "../rule/judge.ts";
import { type Force, type Rule, rule, type Subject, subject } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import {
  type AwarenessExperience,
  type AwarenessRule,
  awarenessDocuments,
  awarenessKinds,
  awarenessRules,
  lackingDocuments,
} from "./work-based-learning-awareness.ts";
import { awarenessHoursFrom, awarenessHoursMemo, cdosCredential, localHoursGoal, workBasedLearningFrom } from "./work-based-learning-sources.ts";

/** What is known of the hours that a program offers to whoever goes through it. Hours of the program, and of no student. */
export interface WorkBasedLearningHoursFacts {
  /** All hours of work-based learning, career awareness among them. */
  workBasedLearningHours?: number | undefined;
  /** Hours of CTE courses beside them. */
  courseHours?: number | undefined;
  /** The experiences of career awareness that are counted among the hours. */
  awareness?: readonly AwarenessExperience[] | undefined;
  /** The hours are the clinical ones of a program in the health sciences. */
  isHealthClinical?: boolean | undefined;
  /** They are to count toward the CDOS credential or pathway. */
  isForCdos?: boolean | undefined;
}

/** What an agency may set: its own goal, and what its state allows. */
export interface WorkBasedLearningHoursPolicy {
  /** Hours that the agency wants every program to offer. A goal of its own and no law. */
  localGoalHours: number;
  localGoalSource: Source;
  awareness: DatedTable<AwarenessRule>;
  /** The CDOS credential: hours in all, and how many of them must be work-based learning. */
  cdos: { hours: number; workBasedLearningHours: number };
}

/** New York City's goal, and the state's figures. */
export const defaultWorkBasedLearningHoursPolicy: WorkBasedLearningHoursPolicy = {
  localGoalHours: 54,
  localGoalSource: localHoursGoal,
  awareness: awarenessRules,
  cdos: { hours: 216, workBasedLearningHours: 54 },
};

const hours = z.number().min(0).max(5000).optional();
const facts = z.strictObject({
  workBasedLearningHours: hours.meta({ title: "Hours of work-based learning, career awareness among them" }),
  courseHours: hours.meta({ title: "Hours of CTE courses beside them" }),
  awareness: z
    .array(
      z.strictObject({
        kind: z
          .enum([...awarenessKinds, "other"])
          .optional()
          .meta({ title: "Kind of experience" }),
        hours: hours.meta({ title: "Hours" }),
        documents: z.array(z.enum(awarenessDocuments)).optional().meta({ title: "Documents" }),
      }),
    )
    .max(100)
    .optional()
    .meta({ title: "Experiences of career awareness" }),
  isHealthClinical: z.boolean().optional().meta({ title: "Clinical hours of a program in the health sciences" }),
  isForCdos: z.boolean().optional().meta({ title: "Count toward the CDOS credential" }),
});

type Facts = WorkBasedLearningHoursFacts;

/**
 * The rules on the hours that a program offers: what the state allows for career awareness, the agency's own goal, and the CDOS
 * credential.
 *
 * @example
 * evaluate(rulesOn(workBasedLearningHours(), "2026-11-24"), { awareness: [], workBasedLearningHours: 54, isForCdos: false }).verdict // "met"
 */
// @__NO_SIDE_EFFECTS__
export function workBasedLearningHours(policy: WorkBasedLearningHoursPolicy = defaultWorkBasedLearningHoursPolicy): Subject<WorkBasedLearningHoursFacts> {
  const { localGoalHours, localGoalSource, awareness, cdos } = policy;
  const row = (id: string, title: string, force: Force, source: Source, from: IsoDate, judge: (facts: Facts, on: IsoDate) => Judgement): Rule<Facts> =>
    rule({ id: `work-based-learning-hours.${id}`, title, force, ...source, from, judge });
  const onAwareness =
    (judge: (list: readonly AwarenessExperience[], rule: AwarenessRule, facts: Facts) => Judgement) =>
    (known: Facts, on: IsoDate): Judgement => {
      const [allowance] = awareness.on(on);
      if (!allowance) return unknown([], "wbl_no_allowance_known", { on });
      return given(known, ["awareness"], ({ awareness: list }) => judge(list, allowance, known));
    };
  return subject({
    id: "work-based-learning-hours",
    title: "Do the hours that a program offers count, and are they enough?",
    facts,
    rules: [
      row("awareness-cap", "Career awareness stays within its allowance", "required", awarenessHoursMemo, awarenessHoursFrom, onAwareness(withinCap)),
      row("awareness-documents", "Career awareness is documented", "required", awarenessHoursMemo, awarenessHoursFrom, onAwareness(documented)),
      row(
        "awareness-not-clinical",
        "Career awareness is not among clinical hours",
        "required",
        awarenessHoursMemo,
        awarenessHoursFrom,
        onAwareness((list, _, known) =>
          list.length === 0
            ? decide(true, "wbl_no_awareness")
            : given(known, ["isHealthClinical"], ({ isHealthClinical }) => decide(!isHealthClinical, "wbl_not_clinical")),
        ),
      ),
      row("local-goal", "The agency's goal for every program", "advised", localGoalSource, workBasedLearningFrom, (known) =>
        given(known, ["workBasedLearningHours"], ({ workBasedLearningHours: have }) =>
          decide(have >= localGoalHours, "wbl_local_goal", { have, need: localGoalHours }),
        ),
      ),
      row("cdos", "Hours for the CDOS credential", "required", cdosCredential, workBasedLearningFrom, (known) =>
        any(
          given(known, ["isForCdos"], ({ isForCdos }) => decide(!isForCdos, "wbl_not_for_cdos")),
          all(
            given(known, ["workBasedLearningHours"], ({ workBasedLearningHours: have }) =>
              decide(have >= cdos.workBasedLearningHours, "wbl_cdos_work_based", { have, need: cdos.workBasedLearningHours }),
            ),
            given(known, ["workBasedLearningHours", "courseHours"], ({ workBasedLearningHours: worked, courseHours }) =>
              decide(worked + courseHours >= cdos.hours, "wbl_cdos_in_all", { have: worked + courseHours, need: cdos.hours }),
            ),
          ),
        ),
      ),
    ],
  });
}

/** Hours that are known already settle it where they are over the allowance. */
function withinCap(list: readonly AwarenessExperience[], { capHours }: AwarenessRule): Judgement {
  const have = list.reduce((sum, experience) => sum + (experience.hours ?? 0), 0);
  const missing = list.flatMap((experience, index) => (experience.hours === undefined ? [`awareness.${index}.hours`] : []));
  if (have <= capHours && missing.length > 0) return unknown(missing);
  return decide(have <= capHours, "wbl_awareness_cap", { have, most: capHours });
}

function documented(list: readonly AwarenessExperience[], allowance: AwarenessRule): Judgement {
  if (list.length === 0) return decide(true, "wbl_no_awareness");
  return all(...list.map((experience, index) => documentedOne(experience, allowance, index)));
}

function documentedOne(experience: AwarenessExperience, allowance: AwarenessRule, index: number): Judgement {
  const at = `awareness.${index}.`;
  return given(
    experience,
    ["kind"],
    () => {
      const lacking = lackingDocuments(allowance, experience);
      if (lacking === undefined) return unknown([`${at}documents`]);
      const evidence: Evidence[] = experience.documents ? [{ path: `${at}documents`, value: experience.documents }] : [];
      if (lacking === "kind_not_named") return { ...decide(false, "wbl_awareness_not_named", { place: index + 1 }), evidence };
      return { ...decide(lacking.length === 0, "wbl_awareness_documented", { place: index + 1, lacking: lacking.length }), evidence };
    },
    at,
  );
}
