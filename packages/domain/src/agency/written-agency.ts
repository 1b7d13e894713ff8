import type { ActivityType } from "../activity/activity-type.ts";
import type { SchoolYear } from "../reference/school-year.ts";
import type { Rule } from "../rule/rule.ts";
import type { ActivityTypeId, BoroughId, CommissionId, SchoolId } from "../shared/id.ts";
import type { Zone } from "../shared/instant.ts";
import type { Agency, BoroughRow, CommissionRow, SchoolRow } from "./agency.ts";
import type { Policies } from "./policies.ts";
import type { FactsOf, RuleChanges, SubjectMap } from "./rule-changes.ts";

/** An id as one writes it by hand: `bor_north`, which becomes a `BoroughId`. */
type Plain<Value> = Value extends BoroughId
  ? Value | `bor_${string}`
  : Value extends CommissionId
    ? Value | `cms_${string}`
    : Value extends SchoolId
      ? Value | `sch_${string}`
      : Value extends ActivityTypeId
        ? Value | `act_${string}`
        : Value;

/** A row as one writes it by hand. */
export type Written<Row> = { readonly [Key in keyof Row]: Plain<Row[Key]> };

/** What an agency gives: its rows in lists, with ids as text. `defineAgency` makes the tables. */
export interface AgencyData {
  readonly id: string;
  readonly title: string;
  readonly office: { readonly title: string };
  readonly zone: Zone;
  readonly boroughs: readonly Written<BoroughRow>[];
  readonly commissions: readonly Written<CommissionRow>[];
  readonly schools: readonly Written<SchoolRow>[];
  readonly activityTypes: readonly Written<ActivityType>[];
  readonly calendar: readonly SchoolYear[];
  readonly policies?: Policies;
  readonly subjects?: SubjectMap;
  readonly rules?: Partial<RuleChanges>;
}

type SubjectsIn<Data> = Data extends { readonly subjects: infer Subjects extends SubjectMap }
  ? Subjects
  : "subjects" extends keyof Data
    ? SubjectMap
    : Record<never, never>;

/** The agency that comes of such data, with its own subjects. */
export type AgencyOf<Data> = Agency<SubjectsIn<Data>>;

// What follows lets the compiler say what does not fit, in words: it asks for a property that nobody has, whose type is the sentence.
// It can only see ids that are written as literals; what is only known when it runs, `defineAgency` checks then.

/** What the compiler complains with, at the row that does not fit. */
export interface Complaint<Sentence extends string> {
  readonly doesNotFit: Sentence;
}

/** Those of some ids that are not literals: of them the compiler knows nothing. */
type Open<Id> = Id extends string ? (Record<never, never> extends Record<Id, 1> ? Id : never) : never;

type FittingSchool<School, Known> = School extends { readonly id: infer Id extends string; readonly boroughId: infer At extends string }
  ? [Open<Known | At>] extends [never]
    ? At extends Known
      ? unknown
      : Complaint<`${Id} stands in ${At}, which is not among the agency's boroughs`>
    : unknown
  : unknown;

type FittingAddition<Row, Subjects> = Row extends { readonly subjectId: infer Id extends string }
  ? Id extends keyof Subjects
    ? { readonly subjectId: Id; readonly rule: Rule<FactsOf<Subjects[Id]>> & OwnId<Row, Id> }
    : Complaint<`the agency has no subject ${Id}`>
  : unknown;

/** A rule's id begins with its subject's. That of a rule made by `rule` is text to the compiler, and is checked when it runs. */
type OwnId<Row, SubjectId extends string> = Row extends { readonly rule: { readonly id: infer Id extends string } }
  ? string extends Id
    ? unknown
    : { readonly id: `${SubjectId}.${string}` }
  : unknown;

type FittingSwitch<Row, Subjects> = Row extends { readonly ruleId: infer Id extends string }
  ? string extends Id
    ? unknown
    : Id extends `${keyof Subjects & string}.${string}`
      ? unknown
      : Complaint<`no subject of the agency has a rule ${Id}`>
  : unknown;

type Each<Rows, Kind extends "school" | "addition" | "switch", Known> = {
  readonly [Place in keyof Rows]: Kind extends "school"
    ? FittingSchool<Rows[Place], Known>
    : Kind extends "addition"
      ? FittingAddition<Rows[Place], Known>
      : FittingSwitch<Rows[Place], Known>;
};

type IdsIn<Rows> = Rows extends readonly { readonly id: infer Id }[] ? Id : never;

/** What must fit within an agency's data: schools stand in its boroughs, rules belong to its subjects. */
export type Fitting<Data> = (Data extends { readonly schools: infer Schools; readonly boroughs: infer Boroughs }
  ? { readonly schools: Each<Schools, "school", IdsIn<Boroughs>> }
  : unknown) &
  (Data extends { readonly rules: { readonly added: infer Added } }
    ? { readonly rules: { readonly added: Each<Added, "addition", SubjectsIn<Data>> } }
    : unknown) &
  (Data extends { readonly rules: { readonly switchedOff: infer SwitchedOff } }
    ? { readonly rules: { readonly switchedOff: Each<SwitchedOff, "switch", SubjectsIn<Data>> } }
    : unknown);
