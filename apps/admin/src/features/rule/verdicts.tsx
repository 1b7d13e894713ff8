import type { AgencySubject } from "@cte-partnerships/domain/agency";
import { type Evaluation, type Language, sayReason, sayRuleTitle, type Verdict, verdictWords } from "@cte-partnerships/domain/rule";
import { Anchor, Text } from "@mantine/core";
import { sentences } from "../../lib/agency.ts";
import { authorityWords, confidenceInWords } from "../../lib/source-words.ts";
import { Citation } from "../../ui/citation.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import classes from "./rule.module.css";
import { standingOn, standingWords, verdictDots } from "./rule-words.ts";

interface Props {
  subject: AgencySubject;
  evaluation: Evaluation;
  language: Language;
  /** What a fact is called. */
  nameOf: (path: string) => string;
  /** Leads to the field of a fact. */
  onFact: (path: string) => void;
}

export const VerdictBadge = ({ verdict, language }: { verdict: Verdict; language: Language }) => (
  <span lang={language}>
    <StatusBadge dot={verdictDots[verdict]}>{verdictWords[verdict][language]}</StatusBadge>
  </span>
);

const missingWords: Record<Language, string> = { en: "Not known yet", es: "Aún no se sabe" };

/** `Not met: 3 of 8 rules that count are met` */
export function inShort({ verdict, findings }: Evaluation): string {
  const counted = findings.filter(({ standing }) => standing === "counts");
  const met = counted.filter(({ finding }) => finding.verdict === "met").length;
  const whole = verdictWords[verdict].en;
  if (findings.length === 0) return "No rule of this question was in force on that day";
  if (counted.length === 0) return `${whole}: these rules are findings, and none of them decides`;
  return `${whole}: ${met} of ${counted.length === 1 ? "1 rule that counts is" : `${counted.length} rules that count are`} met`;
}

/** What the rules say of the facts: each verdict with its reason, its source, and the way to what is missing. */
export function Verdicts({ subject, evaluation, language, nameOf, onFact }: Props) {
  return (
    <>
      <Text role="status" fw={600} mb="sm">
        {inShort(evaluation)}
      </Text>
      <ul className={classes.rules}>
        {evaluation.findings.map(({ rule, finding: { ruleId, verdict, because, missing } }) => {
          // What is missing is told by the links to it.
          const sentence = because
            .filter(({ code }) => code !== "not_known")
            .map((reason) => sayReason(reason, { words: sentences, language, subjectId: subject.id }))
            .join(" ");
          const standing = standingOn(rule, subject.switchedOff, evaluation.on);
          return (
            <li key={ruleId} className={classes.finding}>
              <div className={classes.head}>
                <Text fw={600} lang={language} style={{ minWidth: 0 }}>
                  {sayRuleTitle(rule, { words: sentences, language })}
                </Text>
                <VerdictBadge verdict={verdict} language={language} />
              </div>
              {sentence !== "" && (
                <Text size="sm" lang={language} mt={4}>
                  {sentence}
                </Text>
              )}
              {missing.length > 0 && (
                <ul className={classes.missing} lang={language} aria-label={missingWords[language]}>
                  <li aria-hidden>
                    <Text size="sm" component="span">
                      {missingWords[language]}:
                    </Text>
                  </li>
                  {missing.map((path) => (
                    <li key={path}>
                      <Anchor component="button" type="button" size="sm" underline="always" ta="left" onClick={() => onFact(path)}>
                        {nameOf(path)}
                      </Anchor>
                    </li>
                  ))}
                </ul>
              )}
              {standing !== "counts" && (
                <Text size="sm" c="dimmed">
                  {standingWords[standing].label}. {standingWords[standing].means}
                </Text>
              )}
              <Citation authority={authorityWords[rule.authority]} citation={rule.citation} url={rule.url} confidence={confidenceInWords(rule)} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
