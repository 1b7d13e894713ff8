import type { AgencySubject } from "@cte-partnerships/domain/agency";
import { type Evaluation, type Language, sayRuleTitle, type Verdict, verdictWords } from "@cte-partnerships/domain/rule";
import { Anchor, Text } from "@mantine/core";
import { sentences } from "../../lib/agency.ts";
import { authorityWords, confidenceInWords } from "../../lib/source-words.ts";
import { Citation } from "../../ui/citation.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { explanationWords, inShort, reasonsInWords } from "./explanation-words.ts";
import classes from "./rule.module.css";
import { standingOn, verdictDots } from "./rule-words.ts";

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

/** What the rules say of the facts: each verdict with its reason, its source, and the way to what is missing. */
export function Verdicts({ subject, evaluation, language, nameOf, onFact }: Props) {
  const words = explanationWords[language];
  return (
    <>
      <Text role="status" fw={600} mb="sm" lang={language}>
        {inShort(evaluation, language)}
      </Text>
      <ul className={classes.rules}>
        {evaluation.findings.map(({ rule, finding: { ruleId, verdict, because, missing } }) => {
          // What is missing is told by the links to it.
          const told = because.filter(({ code }) => code !== "not_known");
          const sentence = reasonsInWords(told, { subjectId: subject.id, language });
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
                <ul className={classes.missing} lang={language} aria-label={words.missing}>
                  <li aria-hidden>
                    <Text size="sm" component="span">
                      {words.missing}:
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
                <Text size="sm" c="dimmed" lang={language}>
                  {words.standing[standing]}
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
