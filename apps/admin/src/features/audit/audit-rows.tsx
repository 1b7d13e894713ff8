import { Card, Group, Paper, Stack, Table, Text, VisuallyHidden } from "@mantine/core";
import type { AuditRow } from "../../lib/api/audit.ts";
import { changesInWords } from "../../lib/change-words.ts";
import { useMe } from "../../lib/me.ts";
import { dayOf, timeOf } from "../../lib/moments.ts";
import { AnchorLink } from "../../ui/link.tsx";
import classes from "./audit.module.css";
import { actorInWords, operationInWords, subjectInWords } from "./audit-words.ts";
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
                <Text component="span" size="sm" c="dimmed">
                  Who:{" "}
                </Text>
                <Who row={row} />
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
      style={{ ...tall, marginTop: -3, overflowWrap: "anywhere" }}
    >
      {actorInWords(row)}
    </AnchorLink>
  );
}

/** Links one under the other in a narrow column stay as tall as a finger needs (WCAG 2.5.8). */
const tall = { display: "inline-block", paddingBlock: 3 } as const;

function What({ row }: { row: AuditRow }) {
  const { agency } = useMe();
  const { subject } = row;
  const name = subjectInWords(row, agency.zone);
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
          aria-label={`Only changes of ${name}`}
        >
          {name}
        </AnchorLink>
        <Way row={row} />
      </Group>
    </div>
  );
}

/** To where it stands now. A draft that was thrown away stands nowhere, and a session that was never published has no roster. */
function Way({ row: { subject, subjectName } }: { row: AuditRow }) {
  if (subjectName === undefined) return null;
  const looks = { size: "sm", underline: "always", style: tall, children: "Open", "aria-label": `Open ${subjectName}` } as const;
  if (subject.startsWith("evt_")) return <AnchorLink to="/events/$eventId" params={{ eventId: subject }} {...looks} />;
  return subject.startsWith("ses_") ? <AnchorLink to="/sessions/$sessionId" params={{ sessionId: subject }} {...looks} /> : null;
}

function Changes({ row }: { row: AuditRow }) {
  const { agency } = useMe();
  const { values, others } = changesInWords(row.changed, { zone: agency.zone, agency });
  if (values.length + others.length === 0) return null;
  return (
    <ul className={classes.changes}>
      {values.map(({ field, title, before, after }) => (
        <li key={field}>
          <Text component="span" size="sm" c="dimmed">
            {title}:{" "}
          </Text>
          {before !== undefined && (
            <del>
              <VisuallyHidden>before: </VisuallyHidden>
              {before}
            </del>
          )}
          {before !== undefined && after !== undefined && <span aria-hidden> → </span>}
          {after !== undefined && (
            <ins>
              <VisuallyHidden> after: </VisuallyHidden>
              {after}
            </ins>
          )}
        </li>
      ))}
      {others.length > 0 && (
        <Text component="li" size="sm" c="dimmed">
          {values.length > 0 ? "Also changed: " : "Changed: "}
          {others.join(", ")}
        </Text>
      )}
    </ul>
  );
}
