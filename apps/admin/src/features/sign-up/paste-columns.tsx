import type { Question } from "@cte-partnerships/domain";
import { Alert, Button, Checkbox, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { people } from "../../lib/counts.ts";
import classes from "./paste.module.css";
import { type ColumnRole, type PastedColumns, recordsOf, rowsFrom, withHeading, withRole } from "./pasted-columns.ts";
import type { PastedRow } from "./pasted-people.ts";

interface Props {
  columns: PastedColumns;
  questions: readonly Question[];
  hasParties: boolean;
  onChange: (columns: PastedColumns) => void;
  onTake: () => void;
  onBack: () => void;
}

const shownRows = 3;
const samples = 3;

/** The columns of a pasted list, each with what it is taken for, and the first people as they are read by that. */
export function PasteColumns({ columns, questions, hasParties, onChange, onTake, onBack }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const { lines, hasHeading, roles } = columns;
  const records = recordsOf(columns);
  const first = rowsFrom(columns, () => "", shownRows);
  const lacking = [
    // A name may stand with the address, as mail programs write it; and the first may lack what is in their column.
    ...(roles.some((role) => role === "name" || role === "firstName" || role === "lastName") || first.some(({ name }) => name !== "") ? [] : ["name"]),
    ...(roles.includes("email") ? [] : ["e-mail address"]),
  ];
  const isComplete = useRef(lacking.length === 0);
  // Where everything was found there is only to go on; where something was not, somebody begins at the first column.
  useEffect(() => form.current?.querySelector<HTMLElement>(isComplete.current ? "[type=submit]" : "select")?.focus(), []);
  const choices = [
    { value: "other", label: "Leave out" },
    { value: "name", label: "Name" },
    { value: "firstName", label: "First name" },
    { value: "lastName", label: "Last name" },
    { value: "email", label: "E-mail" },
    { value: "affiliation", label: "Organization" },
    ...(hasParties ? [{ value: "partySize", label: "People in the party" }] : []),
    ...questions.map(({ id, label }) => ({ value: `answer ${id}`, label })),
  ];
  const titleOf = (index: number) => (hasHeading && lines[0]?.[index]) || `Column ${index + 1}`;
  const samplesOf = (index: number) =>
    [...new Set(records.map((record) => record[index] ?? "").filter((cell) => cell !== ""))].slice(0, samples).join(", ") || "Empty";
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        onTake();
      }}
    >
      <Stack>
        <Text size="sm" role="status">
          {people(records.length)} in {roles.length === 1 ? "1 column" : `${roles.length} columns`}. Check what each column is taken for.
        </Text>
        <Checkbox
          label="The first line is headings, and no person"
          checked={hasHeading}
          onChange={(input) => onChange(withHeading(columns, input.currentTarget.checked, { questions, hasParties }))}
        />
        <ul className={classes.columns} aria-label="Columns">
          {roles.map((role, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, and two may bear one heading
            <li key={index}>
              <div>
                <Text size="sm" fw={600} id={`column-${index}`}>
                  {titleOf(index)}
                </Text>
                <Text size="sm" c="dimmed" lineClamp={2} className={classes.samples ?? ""}>
                  {samplesOf(index)}
                </Text>
              </div>
              <NativeSelect
                aria-label={`${titleOf(index)} is`}
                data={choices}
                value={role}
                onChange={(input) => onChange(withRole(columns, index, input.currentTarget.value as ColumnRole))}
              />
            </li>
          ))}
        </ul>
        {lacking.length > 0 && (
          <Alert color="yellow" role="alert" title={`No column is the ${lacking.join(", and none the ")}`}>
            Nobody can be added without {lacking.length === 1 ? "one" : "them"}. Say which column it is, or fill it in by hand, row by row, in the next step.
          </Alert>
        )}
        <section aria-label="The first people">
          <Text size="sm" fw={600}>
            {records.length <= shownRows ? "This is how they are read" : `This is how the first ${shownRows} are read`}
          </Text>
          <ol className={classes.readAs}>
            {first.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the first of them stay the first
              <li key={index}>{inWords(row, questions)}</li>
            ))}
          </ol>
        </section>
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            Go back
          </Button>
          <Button type="submit">Go on with {people(records.length)}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function inWords({ name, email, affiliation, partySize, answers }: PastedRow, questions: readonly Question[]): string {
  const told = questions.flatMap(({ id, label }) => (answers[id] ? [`${label}: ${answers[id]}`] : []));
  const party = partySize === "" ? [] : [`party of ${partySize}`];
  return [name || "no name", email || "no e-mail address", ...(affiliation ? [affiliation] : []), ...party, ...told].join("; ");
}
