import { ActionIcon, Checkbox, Group, NativeSelect, Select, Stack, Text } from "@mantine/core";
import type { Roster } from "../../lib/api/roster.ts";
import { DropPanel } from "../../ui/drop-panel.tsx";
import { IconEye, IconFilter, IconX } from "../../ui/icons.ts";
import { SessionHistory } from "./history.tsx";
import classes from "./roster.module.css";
import { columnsAsText, ordersOf, type RosterColumn, shownColumns } from "./roster-columns.ts";
import { answerChoices, answerFiltersAsText, answerFiltersIn } from "./roster-rows.ts";
import type { RosterSearch } from "./search.ts";
import { ViewsMenu } from "./views-menu.tsx";

interface Props {
  roster: Roster;
  columns: readonly RosterColumn[];
  search: RosterSearch;
  /** Puts what changed into the address bar; what is empty leaves it. */
  onChange: (change: Partial<RosterSearch>) => void;
}

/** Answers to look for, columns to show, and views that were kept. */
export function RosterFilters({ roster, columns, search, onChange }: Props) {
  const filters = answerFiltersIn(search.answers);
  const { questions } = roster.event;
  const shown = shownColumns(search.columns);
  const setAnswer = (questionId: string, value: string | null) => {
    const others = filters.filter((filter) => filter.questionId !== questionId);
    onChange({ answers: answerFiltersAsText(value === null ? others : [...others, { questionId, value }]) });
  };
  return (
    <Group gap="xs" mb="xs">
      {questions.length > 0 && (
        <DropPanel
          label={filters.length > 0 ? `Answers (${filters.length})` : "Answers"}
          title="Answers to look for"
          icon={<IconFilter size={16} />}
          width={320}
        >
          <Stack gap="sm">
            {questions.map((question) => (
              <Select
                key={question.id}
                label={question.label}
                placeholder="Any"
                data={answerChoices(question)}
                value={filters.find(({ questionId }) => questionId === question.id)?.value ?? null}
                onChange={(value) => setAnswer(question.id, value)}
                clearable
                clearButtonProps={{ "aria-label": `Clear: ${question.label}` }}
              />
            ))}
          </Stack>
        </DropPanel>
      )}
      <DropPanel label="Columns" title="Columns to show" icon={<IconEye size={16} />} width={280}>
        <Checkbox.Group value={shown} onChange={(ids) => onChange({ columns: columnsAsText(columns.map(({ id }) => id).filter((id) => ids.includes(id))) })}>
          <Stack gap="xs">
            {columns.map(({ id, title }) => (
              <Checkbox key={id} value={id} label={title} />
            ))}
          </Stack>
        </Checkbox.Group>
      </DropPanel>
      <ViewsMenu search={search} onChange={onChange} />
      <SessionHistory roster={roster} />
      <NativeSelect
        className={classes.order ?? ""}
        size="xs"
        aria-label="Order"
        data={ordersOf(columns)}
        value={search.sort ?? ""}
        onChange={(input) => onChange({ sort: input.currentTarget.value || undefined })}
      />
      {filters.map(({ questionId, value }) => {
        const question = questions.find(({ id }) => id === questionId);
        const label = question ? (answerChoices(question).find((choice) => choice.value === value)?.label ?? value) : value;
        return (
          <Group key={questionId} gap={2} wrap="nowrap">
            <Text size="sm">
              {question?.label ?? questionId}: {label}
            </Text>
            <ActionIcon size="sm" color="gray" aria-label={`Show all answers to ${question?.label ?? questionId}`} onClick={() => setAnswer(questionId, null)}>
              <IconX size={15} />
            </ActionIcon>
          </Group>
        );
      })}
    </Group>
  );
}
