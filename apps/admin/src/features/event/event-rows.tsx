import { Card, Group, Paper, Skeleton, Stack, Table, Text } from "@mantine/core";
import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import type { EventRow } from "../../lib/api.ts";
import { hostName, titleOf } from "../../lib/host.ts";
import { useMe } from "../../lib/me.ts";
import { daysOf, timesOf } from "../../lib/moments.ts";
import { AnchorLink } from "../../ui/link.tsx";
import { SeatMeter } from "../../ui/seat-meter.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import classes from "./event-rows.module.css";
import { statusWords } from "./event-words.ts";

const features = tableFeatures({});
const column = createColumnHelper<typeof features, EventRow>();
const columns = column.columns([
  column.display({ id: "event", header: "Event", cell: ({ row }) => <Named row={row.original} /> }),
  column.display({ id: "when", header: "When", cell: ({ row }) => <When row={row.original} /> }),
  column.display({ id: "where", header: "Where", cell: ({ row }) => <Where row={row.original} /> }),
  column.display({ id: "seats", header: "Seats taken", cell: ({ row }) => <Seats row={row.original} /> }),
  column.display({ id: "state", header: "State", cell: ({ row }) => <Status row={row.original} /> }),
]);

/** The events as a table, and as cards where there is no room for one. */
export function EventRows({ rows, isStale }: { rows: EventRow[]; isStale: boolean }) {
  const table = useTable({ features, columns, data: rows, getRowId: (row) => row.id });
  return (
    <div className={isStale ? classes.stale : undefined} aria-busy={isStale}>
      <Paper withBorder className={classes.wide}>
        <Table highlightOnHover>
          <caption className={classes.caption}>Events, with when and where they are, how many seats are taken and their state</caption>
          <Table.Thead>
            {table.getHeaderGroups().map((group) => (
              <Table.Tr key={group.id}>
                {group.headers.map((header) => (
                  <Table.Th key={header.id} scope="col">
                    <table.FlexRender header={header} />
                  </Table.Th>
                ))}
              </Table.Tr>
            ))}
          </Table.Thead>
          <Table.Tbody>
            {table.getRowModel().rows.map((row) => (
              <Table.Tr key={row.id}>
                {row.getAllCells().map((cell) => (
                  <Table.Td key={cell.id} className={classes[cell.column.id]}>
                    <table.FlexRender cell={cell} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
      <ul className={classes.narrow} aria-label="Events">
        {rows.map((row) => (
          <Card component="li" withBorder key={row.id} padding="md">
            <Stack gap="sm">
              <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
                <Named row={row} />
                <Status row={row} />
              </Group>
              <Group gap="xl" align="flex-start">
                <When row={row} />
                <Where row={row} />
              </Group>
              <Seats row={row} />
            </Stack>
          </Card>
        ))}
      </ul>
    </div>
  );
}

function Named({ row }: { row: EventRow }) {
  const { agency } = useMe();
  return (
    <div style={{ minWidth: 0 }}>
      <AnchorLink to="/events/$eventId" params={{ eventId: row.id }} fw={600} c="var(--console-ink)" className={classes.title ?? ""}>
        {row.title}
      </AnchorLink>
      <Text size="sm" c="dimmed">
        {titleOf(agency.activityTypes, row.activityTypeId)}, {hostName(agency, row.host)}
      </Text>
    </div>
  );
}

function When({ row }: { row: EventRow }) {
  if (row.startsAt === undefined || row.endsAt === undefined) {
    return (
      <Text size="sm" c="dimmed">
        No session yet
      </Text>
    );
  }
  return (
    <div className="figures">
      <Text size="sm">{daysOf(row.startsAt, row.endsAt, row.zone)}</Text>
      <Text size="sm" c="dimmed">
        {row.sessionCount === 1 ? timesOf(row.startsAt, row.endsAt, row.zone) : `${row.sessionCount} sessions`}
      </Text>
    </div>
  );
}

function Where({ row }: { row: EventRow }) {
  const { agency } = useMe();
  return <Text size="sm">{row.boroughId ? titleOf(agency.boroughs, row.boroughId) : "Online"}</Text>;
}

function Seats({ row }: { row: EventRow }) {
  if (row.capacity === 0) {
    return (
      <Text size="sm" c="dimmed">
        No seats yet
      </Text>
    );
  }
  return <SeatMeter capacity={row.capacity} confirmed={row.taken - row.held} held={row.held} waiting={row.waiting} label={`Seats of ${row.title}`} />;
}

function Status({ row }: { row: EventRow }) {
  const { label, dot } = statusWords[row.status];
  return <StatusBadge dot={dot}>{label}</StatusBadge>;
}

/** The list's shape while its rows are on their way. */
export function EventRowsBones() {
  return (
    <Paper withBorder p="md" aria-hidden>
      <Stack gap="lg">
        {[62, 48, 70, 54, 66, 50].map((width) => (
          <Group key={width} justify="space-between" wrap="nowrap">
            <Stack gap={8} style={{ flex: 1 }}>
              <Skeleton height={16} width={`${width}%`} />
              <Skeleton height={12} width={`${width - 24}%`} />
            </Stack>
            <Skeleton height={28} width={120} />
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
