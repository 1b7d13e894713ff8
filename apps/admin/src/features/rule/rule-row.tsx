import type { SwitchedOff } from "@cte-partnerships/domain/agency";
import type { Rule } from "@cte-partnerships/domain/rule";
import type { IsoDate } from "@cte-partnerships/domain/shared";
import { Text } from "@mantine/core";
import { spanInWords } from "../../lib/days.ts";
import { authorityWords, confidenceInWords } from "../../lib/source-words.ts";
import { Citation } from "../../ui/citation.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import classes from "./rule.module.css";
import { standingOn, standingWords, switchOf } from "./rule-words.ts";

/** One rule as it stands on a day: what it asks, how far it counts, who says so, and from when. */
export function RuleRow({ rule, switchedOff, on }: { rule: Rule; switchedOff: readonly SwitchedOff[]; on: IsoDate }) {
  const { label, dot } = standingWords[standingOn(rule, switchedOff, on)];
  const span = spanInWords(rule);
  const off = switchOf(rule.id, switchedOff, on);
  return (
    <li className={classes.rule}>
      <div className={classes.told}>
        <Text fw={600}>{rule.title}</Text>
        {off && <Text size="sm">Switched off by the agency: {off.because}</Text>}
        <Citation authority={authorityWords[rule.authority]} citation={rule.citation} url={rule.url} confidence={confidenceInWords(rule)} />
        <Text size="xs" c="dimmed" ff="monospace" mt={4}>
          {rule.id}
        </Text>
      </div>
      <div className={classes.marks}>
        <StatusBadge dot={dot}>{label}</StatusBadge>
        <Text size="sm" c="dimmed" className="figures">
          {span.charAt(0).toUpperCase() + span.slice(1)}
        </Text>
      </div>
    </li>
  );
}
