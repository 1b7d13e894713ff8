import * as z from "zod";
import { citationOf } from "../reference/citation-of.ts";
import type { DatedTable } from "../reference/dated-table.ts";
import { rowsIn } from "../reference/rows-in.ts";
import type { Judgement } from "../rule/finding.ts";
import { any, decide, given, unknown } from "../rule/judge.ts";
import { type Rule, rule, type Subject, subject } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import { creditOf } from "./work-based-learning-credit.ts";
import { defaultWorkBasedLearningPolicy, type WorkBasedLearningPolicy, type WorkBasedLearningQuestion } from "./work-based-learning-policy.ts";
import { type CoordinatorExtension, isUnregisteredKind, type RegisteredType, unregisteredKinds } from "./work-based-learning-type.ts";

/** What is known of an offered experience: of the experience and the band of ages and grades that it takes, and never of a student. */
export interface WorkBasedLearningFacts {
  /** A registered type of the agency's, or an experience that needs no registration. */
  type?: string | undefined;
  youngestAge?: number | undefined;
  lowestGrade?: number | undefined;
  isPaid?: boolean | undefined;
  worksiteHours?: number | undefined;
  /** Units of credit that it is to earn; 0 where none. */
  creditUnits?: number | undefined;
  isWithinCreditBearingClass?: boolean | undefined;
  relatedInstructionHours?: number | undefined;
  relatedInstructionPeriodsPerWeek?: number | undefined;
  coordinatorExtension?: CoordinatorExtension | "none" | undefined;
  isRelatedToProgram?: boolean | undefined;
  supervisedBy?: "instructional_staff" | "administrator" | "school_counselor" | "nobody_of_the_school" | undefined;
}

const factsSchema = (types: DatedTable<RegisteredType>) =>
  z.strictObject({
    type: z
      .enum([...types.ids(), ...unregisteredKinds])
      .optional()
      .meta({ title: "Type of experience", ...rowsIn("registered_types") }),
    youngestAge: z.int().min(0).max(25).optional().meta({ title: "Age of the youngest students it takes" }),
    lowestGrade: z.int().min(0).max(12).optional().meta({ title: "Lowest grade it takes" }),
    isPaid: z.boolean().optional().meta({ title: "Students are paid" }),
    worksiteHours: z.number().min(0).max(3000).optional().meta({ title: "Hours at the worksite" }),
    creditUnits: z.number().min(0).max(10).optional().meta({ title: "Units of credit" }),
    isWithinCreditBearingClass: z.boolean().optional().meta({ title: "Part of a class that earns credit" }),
    relatedInstructionHours: z.number().min(0).max(1000).optional().meta({ title: "Hours of related instruction" }),
    relatedInstructionPeriodsPerWeek: z.number().min(0).max(50).optional().meta({ title: "Periods of related instruction a week" }),
    coordinatorExtension: z.enum(["8981", "8982", "work-based-learning", "none"]).optional().meta({ title: "Extension of the coordinator's certificate" }),
    isRelatedToProgram: z.boolean().optional().meta({ title: "Relates to the program that students are in" }),
    supervisedBy: z.enum(["instructional_staff", "administrator", "school_counselor", "nobody_of_the_school"]).optional().meta({ title: "Supervised by" }),
  });

type Facts = WorkBasedLearningFacts;
type OfRegistered = (facts: Facts, row: RegisteredType) => Judgement;

/**
 * The rules on an offered experience of work-based learning.
 *
 * @example
 * workBasedLearning().rules.find("work-based-learning.age", "2022-08-31")?.check({ type: "gewep", youngestAge: 14 }, "2022-08-31").verdict // "unmet"
 * workBasedLearning().rules.find("work-based-learning.age", "2022-09-01")?.check({ type: "gewep", youngestAge: 14 }, "2022-09-01").verdict // "met"
 */
// @__NO_SIDE_EFFECTS__
export function workBasedLearning({ types, sources }: WorkBasedLearningPolicy = defaultWorkBasedLearningPolicy): Subject<WorkBasedLearningFacts> {
  /** Judges by the type's row of that day. A rule on registered types asks nothing of the others. */
  const registered =
    (judge: OfRegistered) =>
    (facts: Facts, on: IsoDate): Judgement =>
      given(facts, ["type"], ({ type }) => {
        const row = types.find(type, on);
        if (row) return judge(facts, row);
        if (isUnregisteredKind(type)) return decide(true, "wbl_registered_only");
        // Whether it is open at all has a rule of its own, so that one fault is told once.
        return unknown([], "wbl_type_has_no_rules", { type });
      });
  const unregistered =
    (judge: (facts: Facts) => Judgement) =>
    (facts: Facts): Judgement =>
      given(facts, ["type"], ({ type }) => (isUnregisteredKind(type) ? judge(facts) : decide(true, "wbl_unregistered_only")));

  const ask = (question: WorkBasedLearningQuestion, title: string, judge: (facts: Facts, on: IsoDate) => Judgement): Rule<Facts>[] =>
    sources[question].map((source) => rule({ id: `work-based-learning.${question}`, title, force: "required", ...citationOf(source), judge }));

  return subject({
    id: "work-based-learning",
    title: "Does this experience count as work-based learning?",
    facts: factsSchema(types),
    rules: [
      ...ask("open-type", "The type can be registered", (facts, on) => judgeType(facts, types, on)),
      ...ask("age", "Students are old enough", registered(judgeAge)),
      ...ask("grade", "Students are in grade 9 or above, for credit", registered(judgeGrade)),
      ...ask("pay", "It is paid or unpaid as the type allows", registered(judgePay)),
      ...ask("credit", "The hours earn the credit", registered(judgeCredit)),
      ...ask("related-instruction", "Instruction at school goes with it", registered(judgeInstruction)),
      ...ask("coordinator", "The coordinator holds the extension", registered(judgeCoordinator)),
      ...ask("relates-to-program", "It relates to the program", registered(judgeRelation)),
      ...ask("supervision", "The school's own people supervise it", unregistered(judgeSupervision)),
      ...ask("no-credit-alone", "It earns no credit alone", unregistered(judgeNoCredit)),
    ],
  });
}

const judgeType = (facts: Facts, types: DatedTable<RegisteredType>, on: IsoDate): Judgement =>
  given(facts, ["type"], ({ type }) => {
    const isOpen = isUnregisteredKind(type) || types.find(type, on) !== undefined;
    const closed = isOpen ? undefined : types.history(type).findLast(({ to }) => to !== undefined && to < on);
    if (closed?.to && closed.foldedInto) return decide(false, "wbl_type_folded", { type, lastDay: closed.to, foldedInto: closed.foldedInto });
    return decide(isOpen, "wbl_type_open", { type });
  });

const judgeAge: OfRegistered = (facts, { minimumAge, maximumAge }) =>
  given(facts, ["youngestAge"], ({ youngestAge }) => {
    if (maximumAge !== undefined && youngestAge > maximumAge) return decide(false, "wbl_age_limit", { youngestAge, maximumAge });
    return decide(youngestAge >= minimumAge, "wbl_age", { youngestAge, minimumAge });
  });

const noCreditAsked = (facts: Facts): Judgement =>
  given(facts, ["creditUnits"], ({ creditUnits }) => decide(creditUnits === 0, "wbl_no_credit_asked", { creditUnits }));

const judgeGrade: OfRegistered = (facts) =>
  any(
    noCreditAsked(facts),
    given(facts, ["lowestGrade"], ({ lowestGrade }) => decide(lowestGrade >= 9, "wbl_grade", { lowestGrade, need: 9 })),
  );

const judgePay: OfRegistered = (facts, { pay, contradictions }) =>
  given(facts, ["isPaid"], ({ isPaid }) => {
    const asOffered = isPaid ? "paid" : "unpaid";
    const allowed = pay === "both" || pay === asOffered;
    // Paid is what both statements allow; of unpaid, one says yes and one says nothing.
    const isDisputed = contradictions.some((one) => one.about === "pay" && one.elsewhere !== "both" && one.elsewhere !== asOffered);
    if (allowed && isDisputed) return unknown([], "wbl_pay_disputed", {});
    return decide(allowed, isPaid ? "wbl_paid" : "wbl_unpaid");
  });

const judgeCredit: OfRegistered = (facts, row) =>
  given(facts, ["creditUnits", "worksiteHours"], ({ creditUnits, worksiteHours }) => {
    const most = creditOf(row, worksiteHours);
    const isDisputed = row.contradictions.some(
      ({ about, elsewhere }) => about === "credit" && creditUnits <= elsewhere.creditUnits && worksiteHours >= (elsewhere.worksiteHours ?? 0),
    );
    const told = { creditUnits, worksiteHours, most };
    return creditUnits > most && isDisputed ? unknown([], "wbl_credit_disputed", told) : decide(creditUnits <= most, "wbl_credit_earned", told);
  });

const judgeInstruction: OfRegistered = (facts, { relatedInstruction }) => {
  if (relatedInstruction.by === "week")
    return given(facts, ["relatedInstructionPeriodsPerWeek"], ({ relatedInstructionPeriodsPerWeek: have }) =>
      decide(have >= relatedInstruction.periods, "wbl_instruction_periods", { have, need: relatedInstruction.periods }),
    );
  return given(facts, ["creditUnits", "relatedInstructionHours"], ({ creditUnits, relatedInstructionHours: have }) => {
    const need = Math.ceil(creditUnits * 2) * relatedInstruction.hours;
    return decide(have >= need, "wbl_instruction_hours", { have, need });
  });
};

const judgeCoordinator: OfRegistered = (facts, { coordinatorExtensions }) =>
  given(facts, ["coordinatorExtension"], ({ coordinatorExtension: has }) => {
    const need = coordinatorExtensions;
    // What became of the two old extensions when one replaced them was not read.
    if (need.includes("work-based-learning") && (has === "8981" || has === "8982")) return unknown([], "wbl_old_extension", { coordinatorExtension: has });
    return decide(has !== "none" && need.includes(has), "wbl_coordinator", { coordinatorExtension: has, need });
  });

const judgeRelation: OfRegistered = (facts, { mustRelateToProgram }) =>
  mustRelateToProgram
    ? given(facts, ["isRelatedToProgram"], ({ isRelatedToProgram }) => decide(isRelatedToProgram, "wbl_relates_to_program"))
    : decide(true, "wbl_need_not_relate");

const judgeSupervision = (facts: Facts): Judgement =>
  given(facts, ["supervisedBy"], ({ supervisedBy }) => decide(supervisedBy !== "nobody_of_the_school", "wbl_supervised"));

const judgeNoCredit = (facts: Facts): Judgement =>
  any(
    noCreditAsked(facts),
    given(facts, ["isWithinCreditBearingClass"], ({ isWithinCreditBearingClass }) => decide(isWithinCreditBearingClass, "wbl_within_class")),
  );
