import type { AgencySubject } from "@cte-partnerships/domain/agency";
import { evaluate, type Language, rulesOn, sayQuestion } from "@cte-partnerships/domain/rule";
import { IsoDate } from "@cte-partnerships/domain/shared";
import { Alert, Button, Group, Text } from "@mantine/core";
import { useClipboard, useDisclosure } from "@mantine/hooks";
import { getRouteApi, useLocation } from "@tanstack/react-router";
import { useMemo } from "react";
import { sentences } from "../../lib/agency.ts";
import { todayIn } from "../../lib/days.ts";
import { useMe } from "../../lib/me.ts";
import { fieldOf, type Path, pathOf, pathText } from "../../lib/schema-field.ts";
import { DayInput } from "../../ui/day-input.tsx";
import { IconAlertTriangle, IconCheck, IconCopy } from "../../ui/icons.ts";
import { AnchorLink } from "../../ui/link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Trail } from "../../ui/trail.tsx";
import { DatesPanel } from "./dates-panel.tsx";
import { rawFactsOf } from "./draft.ts";
import { ExplanationLanguage } from "./explanation-language.tsx";
import { Parts } from "./fact-field.tsx";
import { factsText } from "./facts-text.ts";
import { FactsFormProvider, focusFact } from "./form-context.ts";
import { withKnownValues } from "./known-values.ts";
import { factName, factNameWithRow } from "./labels.ts";
import { PasteDialog } from "./paste-dialog.tsx";
import classes from "./rule.module.css";
import type { TrialSearch } from "./search.ts";
import { useFacts } from "./use-facts.ts";
import { VerdictBadge, Verdicts } from "./verdicts.tsx";
import { WhatIfPanel } from "./what-if-panel.tsx";

const route = getRouteApi("/_console/rules/$subjectId");
const prefix = "fact";

/** One question tried out: facts on one side, what the rules say of them on the other. */
export function TrialPage() {
  const { subject } = route.useLoaderData();
  return <Trial key={subject.id} subject={subject} />;
}

function Trial({ subject }: { subject: AgencySubject }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { hash } = useLocation();
  const today = todayIn(useMe().agency.zone);
  const on = (search.on as IsoDate | undefined) ?? today;
  const against = (search.against as IsoDate | undefined) ?? today;
  const language: Language = search.language ?? "en";
  const quietly = { replace: true, resetScroll: false, hashScrollIntoView: false } as const;
  const change = (part: Partial<TrialSearch>) => void navigate({ search: (before) => ({ ...before, ...part }), hash: true, ...quietly });

  const form = useMemo(() => withKnownValues(fieldOf(subject.facts), on), [subject, on]);
  const { draft, facts, faults, strayPaths, ...made } = useFacts(subject, form, hash, (next) => void navigate({ search: true, hash: next, ...quietly }));
  const rules = useMemo(() => rulesOn(subject, on), [subject, on]);
  const evaluation = useMemo(() => evaluate(rules, facts), [rules, facts]);
  const naming = { form, words: sentences, language };
  const nameOf = (path: string) => factNameWithRow(subject.id, pathOf(path), naming);
  const nameIn = (path: Path) => (language === "en" ? undefined : factName(subject.id, path, naming));
  const raw = rawFactsOf(form, draft) ?? {};

  const [isPasting, pasting] = useDisclosure(false);
  const { copied, copy } = useClipboard();
  return (
    <>
      <PageHeader
        title={sayQuestion(subject, { words: sentences, language })}
        titleLanguage={language}
        trail={
          <Trail>
            <AnchorLink to="/rules" search={{ on: search.on }} size="sm">
              Rules
            </AnchorLink>
          </Trail>
        }
        summary="Say what is known; leave out what is not. Nothing of it is sent anywhere: it stays in this page's address."
      />
      <Group gap="sm" align="flex-end" mb="lg">
        <DayInput label="As of" value={on} onChange={(day) => change({ on: day === today ? undefined : day })} />
        <ExplanationLanguage language={language} onChange={(chosen) => change({ language: chosen === "es" ? "es" : undefined })} />
        <Button variant="default" leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={() => copy(factsText(subject, on, raw))}>
          {copied ? "Copied" : "Copy as JSON"}
        </Button>
        <Button variant="default" onClick={pasting.open}>
          Paste JSON
        </Button>
        <Button variant="subtle" onClick={() => made.load({})} disabled={draft === undefined}>
          Clear the facts
        </Button>
      </Group>
      {(faults.length > 0 || strayPaths.length > 0) && (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} mb="lg" role="status" title="Not everything here fits">
          {faults.length > 0 &&
            `${faults.length === 1 ? "One entry does" : `${faults.length} entries do`} not fit and ${faults.length === 1 ? "is" : "are"} taken as not known: see beside the field. `}
          {strayPaths.length > 0 && `Not among the facts of this question: ${strayPaths.join(", ")}.`}
        </Alert>
      )}
      <div className={classes.columns}>
        <Panel title="Facts">
          <FactsFormProvider
            value={{
              draft,
              faults: new Map(faults.map(({ path, message }) => [pathText(path), message])),
              language,
              nameIn,
              change: made.change,
              remove: made.remove,
              prefix,
            }}
          >
            {form.kind === "group" && <Parts path={[]} field={form} />}
          </FactsFormProvider>
        </Panel>
        <div className={classes.verdicts}>
          <Panel title="What the rules say" id="verdicts" actions={<VerdictBadge verdict={evaluation.verdict} language={language} />}>
            <Verdicts subject={subject} evaluation={evaluation} language={language} nameOf={nameOf} onFact={(path) => focusFact(prefix, pathOf(path))} />
          </Panel>
        </div>
      </div>
      {/* A grid of its own: what is pinned beside the facts ends with them. */}
      <div className={`${classes.columns} ${classes.more}`}>
        <WhatIfPanel
          subject={subject}
          rules={rules}
          form={form}
          draft={draft}
          facts={facts}
          language={language}
          nameIn={nameIn}
          onUse={(next) => made.load(rawFactsOf(form, next) ?? {})}
        />
        <DatesPanel
          subject={subject}
          facts={facts}
          on={on}
          against={against}
          language={language}
          onDay={(day) => change({ against: day === today ? undefined : day })}
        />
      </div>
      <div className={classes.bar}>
        <Text component="div" aria-hidden>
          <VerdictBadge verdict={evaluation.verdict} language={language} />
        </Text>
        <Button variant="default" onClick={() => document.getElementById("verdicts")?.scrollIntoView({ block: "start" })}>
          See why
        </Button>
      </div>
      <PasteDialog
        subject={subject}
        isOpen={isPasting}
        onClose={pasting.close}
        onFacts={(pasted, day) => {
          made.load(pasted);
          if (day !== undefined && IsoDate.safeParse(day).success) change({ on: day === today ? undefined : day });
        }}
      />
    </>
  );
}
