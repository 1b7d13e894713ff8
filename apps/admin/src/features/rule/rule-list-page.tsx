import type { AgencySubject } from "@cte-partnerships/domain/agency";
import type { IsoDate } from "@cte-partnerships/domain/shared";
import { Button, Select, Stack, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { subjects } from "../../lib/agency.ts";
import { dateInWords, spanInWords, todayIn } from "../../lib/days.ts";
import { useMe } from "../../lib/me.ts";
import { DayInput } from "../../ui/day-input.tsx";
import { IconClipboardText, IconScale, IconSearch } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import { matchingRules } from "./matching-rules.ts";
import classes from "./rule.module.css";
import { RuleRow } from "./rule-row.tsx";
import { type RuleStanding, standingWords } from "./rule-words.ts";
import type { RuleSearch } from "./search.ts";

const route = getRouteApi("/_console/rules/");
const standings = Object.entries(standingWords).map(([value, { label }]) => ({ value, label }));

/** Every question that the agency's rules answer, with its rules as of a day. */
export function RuleListPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = todayIn(useMe().agency.zone);
  const on = (search.on as IsoDate | undefined) ?? today;
  const change = (part: Partial<RuleSearch>) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const shown = matchingRules(subjects, { on, words: search.q ?? "", standing: search.standing });
  const count = shown.reduce((sum, { rules }) => sum + rules.length, 0);
  const isNarrowed = search.q !== undefined || search.standing !== undefined;
  return (
    <>
      <PageHeader
        title="Rules"
        summary="What law, guidance and the office's own policy ask for, each with its source. Try a question with facts, and see what is met, what is not, and why."
      />
      <search className={classes.filters} aria-label="Rules">
        <SearchField placeholder="Words of a rule, its citation or its id" value={search.q ?? ""} onChange={(q) => change({ q: q || undefined })} />
        <Select
          label="Standing"
          data={standings}
          value={search.standing ?? null}
          placeholder="Any"
          clearable
          clearButtonProps={{ "aria-label": "Clear: standing" }}
          onChange={(standing) => change({ standing: (standing as RuleStanding | null) ?? undefined })}
        />
        <DayInput label="As of" value={on} onChange={(day) => change({ on: day === today ? undefined : day })} />
        {on !== today && (
          <Button variant="default" onClick={() => change({ on: undefined })}>
            Today
          </Button>
        )}
      </search>
      <Text role="status" size="sm" c="dimmed" mb={8} mih={21}>
        {`${count === 1 ? "1 rule" : `${count} rules`} in ${shown.length === 1 ? "1 question" : `${shown.length} questions`}, as of ${dateInWords(on)}`}
      </Text>
      {shown.length === 0 ? (
        <StatePage
          icon={isNarrowed ? IconSearch : IconScale}
          title={isNarrowed ? "No rule matches" : "The agency has no rules"}
          actions={
            isNarrowed && (
              <Button variant="default" onClick={() => change({ q: undefined, standing: undefined })}>
                Clear search and filter
              </Button>
            )
          }
        >
          {isNarrowed ? "Try another word, another standing, or another day." : "Nothing is judged for this agency yet."}
        </StatePage>
      ) : (
        <Stack gap="lg">
          {shown.map((one) => (
            <SubjectPanel key={one.subject.id} {...one} on={on} search={search} />
          ))}
        </Stack>
      )}
    </>
  );
}

function SubjectPanel({ subject, rules, notInForce, on, search }: ReturnType<typeof matchingRules>[number] & { on: IsoDate; search: RuleSearch }) {
  return (
    <Panel
      title={subject.title}
      actions={
        <ButtonLink
          to="/rules/$subjectId"
          params={{ subjectId: subject.id }}
          search={{ on: search.on }}
          variant="default"
          leftSection={<IconClipboardText size={17} />}
          aria-label={`Try it: ${subject.title}`}
        >
          Try it
        </ButtonLink>
      }
    >
      {rules.length === 0 ? (
        <Text c="dimmed">No rule of this question was in force on that day.</Text>
      ) : (
        <ul className={classes.rules}>
          {rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} switchedOff={subject.switchedOff} on={on} />
          ))}
        </ul>
      )}
      <NotInForce subject={subject} ids={notInForce} on={on} />
    </Panel>
  );
}

function NotInForce({ subject, ids, on }: { subject: AgencySubject; ids: readonly string[]; on: IsoDate }) {
  if (ids.length === 0) return null;
  return (
    <details className={classes.later}>
      <summary>{ids.length === 1 ? "1 rule is" : `${ids.length} rules are`} not in force on that day</summary>
      <ul>
        {ids.map((id) => {
          const history = subject.rules.history(id);
          const next = history.find(({ from }) => from > on) ?? history.at(-1);
          return next && <li key={id}>{`${next.title}: ${spanInWords(next)}`}</li>;
        })}
      </ul>
    </details>
  );
}
