import type { AgencySubject } from "@cte-partnerships/domain/agency";
import { type Language, type RulesOn, whatIf } from "@cte-partnerships/domain/rule";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { type Field, fieldAt, type Path, pathOf, pathText } from "../../lib/schema-field.ts";
import { Panel } from "../../ui/panel.tsx";
import { SearchSelect } from "../../ui/search-select.tsx";
import { checkFacts } from "./check-facts.ts";
import { type Draft, rawFactsOf, valueAt, withoutRow, withValueAt } from "./draft.ts";
import { explanationWords } from "./explanation-words.ts";
import { FactField } from "./fact-field.tsx";
import { Flips } from "./flips.tsx";
import { FactsFormProvider } from "./form-context.ts";
import { placesIn } from "./places.ts";

interface Props {
  subject: AgencySubject;
  rules: RulesOn;
  form: Field;
  draft: Draft;
  facts: object;
  language: Language;
  nameIn: (path: Path) => string | undefined;
  onUse: (draft: Draft) => void;
}

const leftOut = "without ";

/** Which verdicts flip if one fact were another: if this partner left, what would fall below its rule? */
export function WhatIfPanel({ subject, rules, form, draft, facts, language, nameIn, onUse }: Props) {
  const [choice, setChoice] = useState<string>();
  const [other, setOther] = useState<{ at: string; value: Draft }>();
  const places = placesIn(form, draft, { language, nameIn });
  const place = places.find(({ key }) => key === choice);
  const path = place && pathOf(place.path);
  const field = path && fieldAt(form, path);
  const value = place && (other?.at === place.key ? other.value : valueAt(draft, pathOf(place.path)));
  const changed = !path ? draft : place.key.startsWith(leftOut) ? withoutRow(draft, path) : withValueAt(draft, path, value);
  const checked = checkFacts(subject, rawFactsOf(form, changed));
  const faults = new Map(checked.faults.map((fault) => [pathText(fault.path), fault.message]));
  return (
    <Panel title="What if">
      <Stack gap="md">
        <SearchSelect
          label="If this were otherwise"
          placeholder="Choose a fact"
          lang={place ? language : undefined}
          renderOption={({ option }) => <span lang={language}>{option.label}</span>}
          data={places.map(({ key, label }) => ({ value: key, label }))}
          value={place?.key ?? null}
          clearable
          clearButtonProps={{ "aria-label": "Clear: if this were otherwise" }}
          onChange={(next) => setChoice(next ?? undefined)}
        />
        {place && field && !place.key.startsWith(leftOut) && (
          <FactsFormProvider
            value={{
              draft: changed,
              faults,
              language,
              nameIn,
              change: (at, next) => setOther({ at: place.key, value: valueAt(withValueAt(changed, at, next), pathOf(place.path)) }),
              remove: (at) => setOther({ at: place.key, value: valueAt(withoutRow(changed, at), pathOf(place.path)) }),
              prefix: "what-if",
            }}
          >
            <FactField path={pathOf(place.path)} title={place.label} field={field} />
          </FactsFormProvider>
        )}
        {place ? (
          <>
            <Flips subject={subject} difference={whatIf(rules, facts, () => checked.facts)} language={language} same={explanationWords[language].noFlip} />
            <Group>
              <Button
                variant="default"
                onClick={() => {
                  onUse(changed);
                  setChoice(undefined);
                  setOther(undefined);
                }}
              >
                Take this over into the facts
              </Button>
            </Group>
          </>
        ) : (
          <Text size="sm" c="dimmed">
            Choose a fact and give it another value: what flips is told here, and the facts stay as they are.
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
