import { ActionIcon, Button, Group, Paper, Table, Text } from "@mantine/core";
import { createColumnHelper, createPaginatedRowModel, rowPaginationFeature, tableFeatures, useTable } from "@tanstack/react-table";
import { Fragment, useEffect, useState } from "react";
import type { Roster, RosterRow } from "../../lib/api.ts";
import { brieflyOf } from "../../lib/moments.ts";
import { IconChevronDown, IconChevronRight, IconSearch, IconUsers } from "../../ui/icons.ts";
import { StatePage } from "../../ui/state-page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import classes from "./roster.module.css";
import { RowActions } from "./row-actions.tsx";
import { answerWords, stateOf, stateWords } from "./sign-up-words.ts";
import { useHeldRows } from "./use-held-rows.ts";

const features = tableFeatures({ rowPaginationFeature, paginatedRowModel: createPaginatedRowModel() });
const column = createColumnHelper<typeof features, RosterRow>();
const columns = column.columns([
  column.accessor("number", { header: "No." }),
  column.accessor("name", { header: "Person" }),
  column.accessor("partySize", { header: "Party" }),
  column.accessor("state", { header: "State" }),
  column.accessor("receivedAt", { header: "Signed up" }),
  column.display({ id: "actions", header: "Decide" }),
]);
const rowsAPage = 50;
const endedStates: readonly string[] = ["refused", "declined", "withdrawn", "cancelled"];

interface Props {
  roster: Roster;
  people: readonly RosterRow[];
  /** Who is to be shown, in order; kept in place while somebody points at them. */
  wanted: RosterRow[];
  /** Names the view and the search: another one is not held to the rows of the last. */
  view: string;
  isOpen: boolean;
  isSearch: boolean;
}

/** The people of a roster, a row each, with what may be done about them. */
export function RosterTable({ roster, people, wanted, view, isOpen, isSearch }: Props) {
  const { rows, holders } = useHeldRows(wanted, people, view);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    autoResetPageIndex: false,
    initialState: { pagination: { pageIndex: 0, pageSize: rowsAPage } },
  });
  const { pageIndex } = table.state.pagination;
  const pages = Math.max(1, Math.ceil(rows.length / rowsAPage));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view begins at its first page
  useEffect(() => table.setPageIndex(0), [view]);
  useEffect(() => {
    if (pageIndex >= pages) table.setPageIndex(pages - 1);
  }, [pageIndex, pages, table]);
  if (rows.length === 0) {
    return (
      <Paper withBorder>
        {isSearch ? (
          <StatePage icon={IconSearch} title="Nobody matches">
            Try another word, or look among all sign-ups.
          </StatePage>
        ) : (
          <StatePage icon={IconUsers} title="Nobody here">
            Whoever signs up shows here by itself within two seconds. Nothing needs to be reloaded.
          </StatePage>
        )}
      </Paper>
    );
  }
  const toggle = (id: string) => setOpened((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  const first = pageIndex * rowsAPage + 1;
  return (
    <>
      <Paper withBorder style={{ overflow: "hidden" }} {...holders}>
        <Table className={classes.table ?? ""} role="table">
          <caption className={classes.caption}>People who signed up, in the order in which the session settled</caption>
          <Table.Thead role="rowgroup">
            {table.getHeaderGroups().map((group) => (
              <Table.Tr key={group.id} role="row">
                {group.headers.map((header) => (
                  <Table.Th key={header.id} scope="col" role="columnheader">
                    <table.FlexRender header={header} />
                  </Table.Th>
                ))}
              </Table.Tr>
            ))}
          </Table.Thead>
          <Table.Tbody role="rowgroup">
            {table.getRowModel().rows.map(({ original: person }) => {
              const isOpened = opened.has(person.id);
              return (
                <Fragment key={person.id}>
                  <PersonRow roster={roster} person={person} isOpen={isOpen} isOpened={isOpened} onToggle={() => toggle(person.id)} />
                  {isOpened && <AnswersRow roster={roster} person={person} />}
                </Fragment>
              );
            })}
          </Table.Tbody>
        </Table>
      </Paper>
      {pages > 1 && (
        <Group justify="space-between" mt="md" component="nav" aria-label="Pages of the roster">
          <Text size="sm" c="dimmed" role="status">
            {first.toLocaleString("en-US")} to {Math.min(first + rowsAPage - 1, rows.length).toLocaleString("en-US")} of {rows.length.toLocaleString("en-US")}
          </Text>
          <Group gap="xs">
            <Button variant="default" disabled={pageIndex === 0} onClick={() => table.setPageIndex(pageIndex - 1)}>
              Earlier
            </Button>
            <Button variant="default" disabled={pageIndex >= pages - 1} onClick={() => table.setPageIndex(pageIndex + 1)}>
              Later
            </Button>
          </Group>
        </Group>
      )}
    </>
  );
}

interface RowProps {
  roster: Roster;
  person: RosterRow;
  isOpen: boolean;
  isOpened: boolean;
  onToggle: () => void;
}

function PersonRow({ roster, person, isOpen, isOpened, onToggle }: RowProps) {
  const hasAnswers = roster.event.questions.length > 0;
  const Chevron = isOpened ? IconChevronDown : IconChevronRight;
  return (
    <Table.Tr role="row" id={rowId(person.id)} tabIndex={-1} className={classes.row ?? ""} data-ended={endedStates.includes(person.state) || undefined}>
      <Table.Td role="cell" className="figures">
        <span className={classes.cellLabel}>No. </span>
        {person.number ?? "–"}
      </Table.Td>
      <Table.Th scope="row" role="rowheader">
        <Group gap={4} wrap="nowrap" align="flex-start">
          {hasAnswers && (
            <ActionIcon size="sm" color="gray" aria-expanded={isOpened} aria-label={`Answers of ${person.name}`} onClick={onToggle} mt={1}>
              <Chevron size={16} />
            </ActionIcon>
          )}
          <div className={classes.person}>
            <Text fw={600}>{person.name}</Text>
            <Text size="sm" c="dimmed">
              {person.email}
            </Text>
            {person.affiliation && (
              <Text size="sm" c="dimmed">
                {person.affiliation}
              </Text>
            )}
          </div>
        </Group>
      </Table.Th>
      <Table.Td role="cell" className="figures">
        <span className={classes.cellLabel}>Party of </span>
        {person.partySize}
      </Table.Td>
      <Table.Td role="cell">
        <StatusBadge dot={stateWords[person.state].dot}>{stateOf(person)}</StatusBadge>
      </Table.Td>
      <Table.Td role="cell" className="figures" style={{ whiteSpace: "nowrap" }}>
        <Text size="sm" c="dimmed">
          <span className={classes.cellLabel}>Signed up </span>
          {brieflyOf(person.receivedAt, roster.event.zone)}
        </Text>
      </Table.Td>
      <Table.Td role="cell">{isOpen && <RowActions roster={roster} person={person} />}</Table.Td>
    </Table.Tr>
  );
}

export const rowId = (signUpId: string): string => `sign-up-${signUpId}`;

function AnswersRow({ roster, person }: { roster: Roster; person: RosterRow }) {
  const answered = roster.event.questions.flatMap((question) => {
    const answer = person.answers[question.id];
    return answer === undefined || answer === "" ? [] : [{ question, text: answerWords(question, answer) }];
  });
  return (
    <Table.Tr role="row">
      <Table.Td role="cell" colSpan={columns.length}>
        {answered.length === 0 ? (
          <Text size="sm" c="dimmed">
            {person.name} answered none of the questions.
          </Text>
        ) : (
          <dl className={classes.answers}>
            {answered.map(({ question, text }) => (
              <div key={question.id}>
                <dt>{question.label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
