import type { AgencySubject } from "@cte-partnerships/domain/agency";
import { type Difference, type Language, sayRuleTitle } from "@cte-partnerships/domain/rule";
import { Text } from "@mantine/core";
import { sentences } from "../../lib/agency.ts";
import { IconArrowRight } from "../../ui/icons.ts";
import { explanationWords, reasonsInWords } from "./explanation-words.ts";
import classes from "./rule.module.css";
import { VerdictBadge } from "./verdicts.tsx";

interface Props {
  subject: AgencySubject;
  difference: Difference;
  language: Language;
  /** Said in that language where nothing differs. */
  same: string;
}

/** What differs between two evaluations: the whole, and each rule that begins, ends or says something else. */
export function Flips({ subject, difference: { verdict, flips }, language, same }: Props) {
  const words = explanationWords[language];
  const titleFor = (ruleId: string) => {
    const row = subject.rules.history(ruleId).at(-1);
    return row ? sayRuleTitle(row, { words: sentences, language }) : ruleId;
  };
  return (
    <div role="status">
      {flips.length === 0 && verdict.before === verdict.after ? (
        <Text c="dimmed" lang={language}>
          {same}
        </Text>
      ) : (
        <>
          <Text mb="sm" component="div">
            <span lang={language}>{words.whole}: </span>
            <span className={classes.turn}>
              <VerdictBadge verdict={verdict.before} language={language} />
              {verdict.before === verdict.after ? (
                <span lang={language}>{words.staysAsItIs}</span>
              ) : (
                <>
                  <IconArrowRight size={16} lang={language} aria-label={words.becomes} />
                  <VerdictBadge verdict={verdict.after} language={language} />
                </>
              )}
            </span>
          </Text>
          <ul className={classes.flips}>
            {flips.map(({ ruleId, before, after }) => (
              <li key={ruleId} className={classes.flip}>
                <Text fw={600} lang={language}>
                  {titleFor(ruleId)}
                </Text>
                <span className={classes.turn}>
                  {before ? <VerdictBadge verdict={before.verdict} language={language} /> : <span lang={language}>{words.notInForce}</span>}
                  <IconArrowRight size={16} lang={language} aria-label={words.becomes} />
                  {after ? <VerdictBadge verdict={after.verdict} language={language} /> : <span lang={language}>{words.notInForce}</span>}
                </span>
                <Text size="sm" lang={language} mt={4}>
                  {reasonsInWords((after ?? before)?.because ?? [], { subjectId: subject.id, language })}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
