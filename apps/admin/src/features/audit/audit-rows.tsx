import { Card, Group, Paper, Stack, Table, Text, VisuallyHidden } from "@mantine/core";
import type { AuditRow } from "../../lib/api/audit.ts";
import { useMe } from "../../lib/me.ts";
import { dayOf, timeOf } from "../../lib/moments.ts";
import { AnchorLink } from "../../ui/link.tsx";
import classes from "./audit.module.css";
import { actorInWords, fieldInWords, operationInWords, valueInWords } from "./audit-words.ts";
import type { AuditSearch } from "./search.ts";

/** Changes, latest first: a table, and cards where there is no room for one. */
export function AuditRows({ rows, isStale }: { rows: AuditRow[]; isStale: boolean }) {
  const { agency } = useMe();
  return (
    <div aria-busy={isStale}>
      <Paper withBorder className={classes.wide} style={{ overflow: "hidden" }}>
        <Table className={classes.table}>
          <caption className={classes.caption}>Changes, latest first: when, who, what was done to what, and values before and after</caption>
          <Table.Thead>
            <Table.Tr>
              {["When", "Who", "What", "Before and after"].map((title) => (
                <Table.Th key={title} scope="col">
                  {title}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td className={`${classes.when} figures`}>
                  {dayOf(row.at, agency.zone)}
                  <Text size="sm" c="dimmed">
                    {timeOf(row.at, agency.zone)}
                  </Text>
                </Table.Td>
                <Table.Td miw={130}>
                  <Who row={row} />
                </Table.Td>
                <Table.Td miw={190}>
                  <What row={row} />
                </Table.Td>
                <Table.Td>
                  <Changes row={row} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
      <ul className={classes.narrow} aria-label="Changes, latest first">
        {rows.map((row) => (
          <Card component="li" withBorder key={row.id} padding="md" fz="sm">
            <Stack gap={6}>
              <Text size="sm" c="dimmed" className="figures">
                {dayOf(row.at, agency.zone)}, {timeOf(row.at, agency.zone)}
              </Text>
              <What row={row} />
              <div>
                By <Who row={row} />
              </div>
              <Changes row={row} />
            </Stack>
          </Card>
        ))}
      </ul>
    </div>
  );
}

function Who({ row }: { row: AuditRow }) {
  const by = row.by.startsWith("system:") ? "system" : row.by;
  return (
    <AnchorLink
      to="/audit"
      search={(before: AuditSearch) => ({ ...before, by })}
      size="sm"
      c="var(--console-ink)"
      style={{ ...tall, overflowWrap: "anywhere" }}
    >
      {actorInWords(row)}
    </AnchorLink>
  );
}

/** Links one under the other in a narrow column stay as tall as a finger needs (WCAG 2.5.8). */
const tall = { display: "inline-block", paddingBlock: 3 } as const;

function What({ row }: { row: AuditRow }) {
  const { subject, subjectName } = row;
  return (
    <div>
      <Text size="sm" fw={600}>
        {operationInWords(row.op)}
      </Text>
      <Group gap="sm" style={{ rowGap: 0 }}>
        <AnchorLink
          to="/audit"
          search={(before: AuditSearch) => ({ ...before, subject })}
          size="sm"
          c="dimmed"
          className={classes.id ?? ""}
          style={tall}
          aria-label={`Only changes of ${subjectName ?? subject}`}
        >
          {subjectName ?? subject}
        </AnchorLink>
        {subject.startsWith("evt_") && (
          <AnchorLink to="/events/$eventId" params={{ eventId: subject }} size="sm" underline="always" style={tall}>
            Open
          </AnchorLink>
        )}
      </Group>
    </div>
  );
}

/** Fields that say nothing to a clerk: an id beside the row's own, a count of changes. */
const unsaid = new Set(["id", "version"]);

function Changes({ row }: { row: AuditRow }) {
  const { agency } = useMe();
  const told = row.changed.filter(({ field }) => !unsaid.has(field));
  const withValues = told.filter(({ before, after }) => before !== undefined || after !== undefined);
  const others = told.filter((change) => !withValues.includes(change)).map(({ field }) => fieldInWords(field));
  if (told.length === 0) return null;
  return (
    <ul className={classes.changes}>
      {withValues.map(({ field, before, after }) => (
        <li key={field}>
          <Text component="span" size="sm" c="dimmed">
            {fieldInWords(field)}:{" "}
          </Text>
          {before !== undefined && (
            <del>
              <VisuallyHidden>before: </VisuallyHidden>
              {valueInWords(agency, field, before)}
            </del>
          )}
          {before !== undefined && after !== undefined && <span aria-hidden> → </span>}
          {after !== undefined && (
            <ins>
              <VisuallyHidden> after: </VisuallyHidden>
              {valueInWords(agency, field, after)}
            </ins>
          )}
        </li>
      ))}
      {others.length > 0 && (
        <Text component="li" size="sm" c="dimmed">
          {withValues.length > 0 ? "Also changed: " : "Changed: "}
          {others.join(", ")}
        </Text>
      )}
    </ul>
  );
}
