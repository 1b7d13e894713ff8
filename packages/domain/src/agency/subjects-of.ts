import { unknown } from "../rule/judge.ts";
import { type Rule, rule, type Subject, subject } from "../rule/rule.ts";
import { addDays } from "../shared/date.ts";
import type { Agency } from "./agency.ts";
import type { FactsOf, SubjectMap, SwitchedOff } from "./rule-changes.ts";

/** A subject as an agency has it, and which of its rules the agency has switched off, and why. */
export interface AgencySubject<Facts extends object = object> extends Subject<Facts> {
  switchedOff: readonly SwitchedOff[];
}

/** An agency's subjects, by id. */
export type AgencySubjects<Subjects extends SubjectMap> = { readonly [Id in keyof Subjects]: AgencySubject<FactsOf<Subjects[Id]>> };

/**
 * An agency's subjects with its own rules in them, for the engine that everybody uses. A rule that is switched off stays in its
 * place: it finds `unknown`, says that it was switched off and why, and bars nothing.
 *
 * @example
 * subjectsOf(agency) // {}
 */
export function subjectsOf<Subjects extends SubjectMap>({ subjects, rules }: Pick<Agency<Subjects>, "subjects" | "rules">): AgencySubjects<Subjects> {
  const changed = Object.entries(subjects).map(([id, one]): [string, AgencySubject] => {
    const added = rules.added.filter(({ subjectId }) => subjectId === id).map((addition) => addition.rule);
    const own = [...one.rules.ids().flatMap((ruleId) => one.rules.history(ruleId)), ...added];
    const switchedOff = rules.switchedOff.filter(({ ruleId }) => own.some((known) => known.id === ruleId));
    const switchOf = (known: Rule) => switchedOff.find(({ ruleId }) => ruleId === known.id);
    return [id, { ...subject({ ...one, rules: own.flatMap((known) => switched(known, switchOf(known))) }), switchedOff }];
  });
  return Object.fromEntries(changed) as unknown as AgencySubjects<Subjects>;
}

function switched(known: Rule, off: SwitchedOff | undefined): readonly Rule[] {
  if (!off) return [known];
  const { check: _, ...row } = known;
  const { from = row.from, because } = off;
  if (row.to !== undefined && row.to < from) return [known];
  const silent = (since: Rule["from"]) => rule({ ...row, from: since, force: "advised", judge: () => unknown([], "agency_rule_switched_off", { because }) });
  return from <= row.from ? [silent(row.from)] : [{ ...known, to: addDays(from, -1) }, silent(from)];
}
