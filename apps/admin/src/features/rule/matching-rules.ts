import type { AgencySubject } from "@cte-partnerships/domain/agency";
import type { Rule } from "@cte-partnerships/domain/rule";
import type { IsoDate } from "@cte-partnerships/domain/shared";
import { authorityWords } from "../../lib/source-words.ts";
import { type RuleStanding, standingOn } from "./rule-words.ts";

interface Asked {
  on: IsoDate;
  words: string;
  standing?: RuleStanding | undefined;
}

interface Matching {
  subject: AgencySubject;
  rules: readonly Rule[];
  /** Ids of the subject's rules that begin later or have ended; empty while one looks for something. */
  notInForce: readonly string[];
}

/** The questions with those of their rules that hold on a day and have every word that is looked for: in title, source or id, or in the question. */
export function matchingRules(subjects: readonly AgencySubject[], { on, words, standing }: Asked): readonly Matching[] {
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean);
  const isNarrowed = sought.length > 0 || standing !== undefined;
  return subjects.flatMap((subject) => {
    const inForce = subject.rules.on(on);
    const rules = inForce.filter((rule) => {
      const text = [rule.id, rule.title, rule.citation, authorityWords[rule.authority], subject.title].join(" ").toLowerCase();
      return sought.every((word) => text.includes(word)) && (standing === undefined || standingOn(rule, subject.switchedOff, on) === standing);
    });
    if (rules.length === 0 && isNarrowed) return [];
    const notInForce = isNarrowed ? [] : subject.rules.ids().filter((id) => !inForce.some((rule) => rule.id === id));
    return [{ subject, rules, notInForce }];
  });
}
