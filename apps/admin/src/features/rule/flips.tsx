import type { AgencySubject } from "@cte-partnerships/domain/agency";
import { type Difference, type Finding, type Language, sayReason, sayRuleTitle } from "@cte-partnerships/domain/rule";
import { Text } from "@mantine/core";
import { sentences } from "../../lib/agency.ts";
import { IconArrowRight } from "../../ui/icons.ts";
import classes from "./rule.module.css";
import { VerdictBadge } from "./verdicts.tsx";

interface Props {
  subject: AgencySubject;
  difference: Difference;
  language: Language;
  /** Said where nothing differs. */
  same: string;
}

/** What differs between two evaluations: the whole, and each rule that begins, ends or says something else. */
export function Flips({ subject, difference: { verdict, flips }, language, same }: Props) {
  const titleFor = (ruleId: string) => {
    const row = subject.rules.history(ruleId).at(-1);
    return row ? sayRuleTitle(row, { words: sentences, language }) : ruleId;
  };
  return (
    <div role="status">
      {flips.length === 0 && verdict.before === verdict.after ? (
        <Text c="dimmed">{same}</Text>
      ) : (
        <>
          <Text mb="sm" component="div">
            The whole:{" "}
            <span className={classes.turn}>
              <VerdictBadge verdict={verdict.before} language={language} />
              {verdict.before === verdict.after ? (
                "stays as it is"
              ) : (
                <>
                  <IconArrowRight size={16} aria-label="becomes" />
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
                  {before ? <VerdictBadge verdict={before.verdict} language={language} /> : "Not in force"}
                  <IconArrowRight size={16} aria-label="becomes" />
                  {after ? <VerdictBadge verdict={after.verdict} language={language} /> : "Not in force"}
                </span>
                <Text size="sm" lang={language} mt={4}>
                  {reasonsOf(subject.id, after ?? before, language)}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const reasonsOf = (subjectId: string, finding: Finding | undefined, language: Language): string =>
  (finding?.because ?? []).map((reason) => sayReason(reason, { words: sentences, language, subjectId })).join(" ");
