import type { AgencySubject } from "@cte-partnerships/domain/agency";
import { changeDates } from "@cte-partnerships/domain/reference";
import { diff, type Language, rulesOn } from "@cte-partnerships/domain/rule";
import { addDays, type IsoDate } from "@cte-partnerships/domain/shared";
import { Button, Group, Text } from "@mantine/core";
import { dateInWords } from "../../lib/days.ts";
import { DayInput } from "../../ui/day-input.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Flips } from "./flips.tsx";

interface Props {
  subject: AgencySubject;
  facts: object;
  on: IsoDate;
  against: IsoDate;
  language: Language;
  onDay: (against: IsoDate) => void;
}

/** What changes for these facts when the rules change: one day's rules beside another's. */
export function DatesPanel({ subject, facts, on, against, language, onDay }: Props) {
  const [first, second] = on <= against ? [on, against] : [against, on];
  // The day before the first rule began is no day to compare with.
  const days = changeDates(subject.rules)
    .slice(1)
    .flatMap((day) => [addDays(day, -1), day]);
  const offered = [...new Set(days)].filter((day) => day !== on && day !== against);
  return (
    <Panel title="Between two days">
      <Group gap="sm" align="flex-end" mb="md">
        <DayInput label={`Compare ${dateInWords(on)} with`} value={against} onChange={(day) => onDay(day as IsoDate)} />
      </Group>
      {offered.length > 0 && (
        <Group gap={6} mb="md">
          <Text size="sm" c="dimmed">
            Its rules change around
          </Text>
          {offered.map((day) => (
            <Button key={day} size="compact-sm" variant="default" onClick={() => onDay(day)}>
              {dateInWords(day)}
            </Button>
          ))}
        </Group>
      )}
      {first === second ? (
        <Text size="sm" c="dimmed">
          Choose another day: what changes for these facts between the two is told here.
        </Text>
      ) : (
        <Flips
          subject={subject}
          difference={diff(rulesOn(subject, first), rulesOn(subject, second), facts)}
          language={language}
          same={
            language === "es"
              ? "Entre los dos días no cambia nada para estos datos."
              : `From ${dateInWords(first)} to ${dateInWords(second)}, nothing changes for these facts.`
          }
        />
      )}
    </Panel>
  );
}
