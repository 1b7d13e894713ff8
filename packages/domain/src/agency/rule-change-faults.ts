import { datedTable, faultsIn } from "../reference/dated-table.ts";
import { IsoDate } from "../shared/date.ts";
import type { Agency } from "./agency.ts";
import type { AddedRule, SubjectMap, SwitchedOff } from "./rule-changes.ts";

const subjectOf = (ruleId: string) => ruleId.split(".", 1)[0] ?? "";

function faultsInAddition({ subjectId, rule }: AddedRule, subjects: SubjectMap): readonly string[] {
  if (!Object.hasOwn(subjects, subjectId)) return [`the agency has no subject ${subjectId}, to which ${rule.id} was added`];
  return rule.id.startsWith(`${subjectId}.`) ? [] : [`${rule.id} was added to ${subjectId}, so its id must begin with ${subjectId}.`];
}

function faultsInSwitch({ ruleId, because, from }: SwitchedOff, rules: ReadonlySet<string>): readonly string[] {
  return [
    ...(rules.has(ruleId) ? [] : [`no subject of the agency has a rule ${ruleId}, which was switched off`]),
    ...(because.trim() === "" ? [`${ruleId} was switched off without a reason`] : []),
    ...(from === undefined || IsoDate.safeParse(from).success ? [] : [`${ruleId} was switched off from ${from}, which is not a date`]),
  ];
}

/** What is wrong with an agency's subjects and its changes to their rules. */
export function faultsInRuleChanges({ subjects, rules: { added, switchedOff } }: Pick<Agency, "subjects" | "rules">): readonly string[] {
  const all = Object.values(subjects).flatMap((subject) => subject.rules.ids().flatMap((id) => subject.rules.history(id)));
  const table = datedTable([...all, ...added.map(({ rule }) => rule)]);
  const known = new Set(table.ids());
  const switches = switchedOff.map(({ ruleId }) => ruleId);
  return [
    ...Object.entries(subjects)
      .filter(([key, { id }]) => key !== id)
      .map(([key, { id }]) => `the subject ${id} stands under ${key}`),
    ...all.filter(({ id }) => !Object.hasOwn(subjects, subjectOf(id))).map(({ id }) => `${id} is not named after a subject of the agency`),
    ...added.flatMap((one) => faultsInAddition(one, subjects)),
    ...faultsIn(table),
    ...switchedOff.flatMap((one) => faultsInSwitch(one, known)),
    ...switches.filter((id, index) => switches.indexOf(id) !== index).map((id) => `${id} was switched off twice`),
  ];
}
