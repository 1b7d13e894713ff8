import * as z from "zod";
import { citationOf } from "../reference/citation-of.ts";
import type { DatedTable } from "../reference/dated-table.ts";
import type { Source } from "../reference/source.ts";
import type { Evidence, Judgement } from "../rule/finding.ts";
import { all, any, decide, given, unknown } from "../rule/judge.ts";
import { type Force, type Rule, rule, type Subject, subject } from "../rule/rule.ts";
import type { DateSpan } from "../shared/date.ts";
import { toHundredths } from "../shared/to-hundredths.ts";
import {
  type AwarenessExperience,
  type AwarenessRule,
  awarenessDocuments,
  awarenessKinds,
  awarenessRules,
  lackingDocuments,
} from "./work-based-learning-awareness.ts";
import { cdosCredential, localHoursGoal, workBasedLearningFrom } from "./work-based-learning-sources.ts";

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
  localGoalSource: Source & DateSpan;
  /** What the state allows for career awareness, one row at a time. Each row says where that stands. */
  awareness: DatedTable<AwarenessRule>;
  /** The CDOS credential: hours in all, and how many of them must be work-based learning. */
  cdos: { hours: number; workBasedLearningHours: number };
  cdosSource: Source & DateSpan;
}

/** New York City's goal, and the state's figures. */
export const defaultWorkBasedLearningHoursPolicy: WorkBasedLearningHoursPolicy = {
  localGoalHours: 54,
  localGoalSource: { ...localHoursGoal, from: workBasedLearningFrom },
  awareness: awarenessRules,
  cdos: { hours: 216, workBasedLearningHours: 54 },
  cdosSource: { ...cdosCredential, from: workBasedLearningFrom },
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
  const { localGoalHours, localGoalSource, awareness, cdos, cdosSource } = policy;
  const row = (id: string, title: string, force: Force, source: Source & DateSpan, judge: (facts: Facts) => Judgement): Rule<Facts> =>
    rule({ id: `work-based-learning-hours.${id}`, title, force, ...citationOf(source), judge });
  const allowances = awareness.ids().flatMap((id) => awareness.history(id));
  const onAwareness = (id: string, title: string, judge: (list: readonly AwarenessExperience[], allowance: AwarenessRule, facts: Facts) => Judgement) =>
    allowances.map((allowance) =>
      row(id, title, "required", allowance, (known) => given(known, ["awareness"], ({ awareness: list }) => judge(list, allowance, known))),
    );
  return subject({
    id: "work-based-learning-hours",
    title: "Do the hours that a program offers count, and are they enough?",
    facts,
    rules: [
      ...onAwareness("awareness-cap", "Career awareness stays within its allowance", withinCap),
      ...onAwareness("awareness-documents", "Career awareness is documented", documented),
      ...onAwareness("awareness-not-clinical", "Career awareness is not among clinical hours", (list, _, known) =>
        list.length === 0
          ? decide(true, "wbl_no_awareness")
          : given(known, ["isHealthClinical"], ({ isHealthClinical }) => decide(!isHealthClinical, "wbl_not_clinical")),
      ),
      row("local-goal", "The agency's goal for every program", "advised", localGoalSource, (known) =>
        given(known, ["workBasedLearningHours"], ({ workBasedLearningHours: have }) =>
          decide(have >= localGoalHours, "wbl_local_goal", { have, need: localGoalHours }),
        ),
      ),
      row("cdos", "Hours for the CDOS credential", "required", cdosSource, (known) =>
        any(
          given(known, ["isForCdos"], ({ isForCdos }) => decide(!isForCdos, "wbl_not_for_cdos")),
          all(
            given(known, ["workBasedLearningHours"], ({ workBasedLearningHours: have }) =>
              decide(have >= cdos.workBasedLearningHours, "wbl_cdos_work_based", { have, need: cdos.workBasedLearningHours }),
            ),
            enoughInAll(known, cdos.hours),
          ),
        ),
      ),
    ],
  });
}

/** Hours at work that are enough alone need no courses beside them. */
function enoughInAll(known: Facts, need: number): Judgement {
  const { workBasedLearningHours: have } = known;
  if (have !== undefined && have >= need) return given(known, ["workBasedLearningHours"], () => decide(true, "wbl_cdos_in_all", { have, need }));
  return given(known, ["workBasedLearningHours", "courseHours"], ({ workBasedLearningHours, courseHours }) => {
    const sum = toHundredths(workBasedLearningHours + courseHours);
    return decide(sum >= need, "wbl_cdos_in_all", { have: sum, need });
  });
}

/** Hours that are known already settle it where they are over the allowance. */
function withinCap(list: readonly AwarenessExperience[], { capHours }: AwarenessRule): Judgement {
  const have = toHundredths(list.reduce((sum, experience) => sum + (experience.hours ?? 0), 0));
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
      if (lacking === "not_read") return unknown([], "wbl_awareness_documents_not_read", { place: index + 1 });
      if (lacking === "kind_not_named") return { ...decide(false, "wbl_awareness_not_named", { place: index + 1 }), evidence };
      return { ...decide(lacking.length === 0, "wbl_awareness_documented", { place: index + 1, lacking }), evidence };
    },
    at,
  );
}
