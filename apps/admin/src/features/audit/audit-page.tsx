import { Alert, Button, Card, Group, Paper, Select, SimpleGrid, Skeleton, Stack, Table, Text, TextInput, VisuallyHidden } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type AuditRow, api } from "../../lib/api.ts";
import { isProblem, Unreachable } from "../../lib/api-error.ts";
import { dateInWords } from "../../lib/days.ts";
import { useMe } from "../../lib/me.ts";
import { messageOf, referenceOf } from "../../lib/messages.ts";
import { dayOf, timeOf, zonePlace } from "../../lib/moments.ts";
import { IconAlertTriangle, IconDownload, IconHistory, IconLock, IconRefresh, IconX } from "../../ui/icons.ts";
import { AnchorLink, ButtonLink } from "../../ui/link.tsx";
import { notice } from "../../ui/notice.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { SearchSelect } from "../../ui/search-select.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import classes from "./audit.module.css";
import { actorInWords, fieldInWords, kinds, operationInWords, valueInWords } from "./audit-words.ts";
import { actorsQuery, askedIn, auditQuery } from "./queries.ts";
import type { AuditSearch } from "./search.ts";

const route = getRouteApi("/_console/audit");

/** Who changed what, when, from what to what. */
export function AuditPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { agency } = useMe();
  const list = useInfiniteQuery({ ...auditQuery(search), placeholderData: keepPreviousData });
  const rows = list.data?.pages.flatMap(({ records }) => records) ?? [];
  const last = list.data?.pages.at(-1);
  const change = (filters: Partial<AuditSearch>) => void navigate({ search: (before) => ({ ...before, ...filters }), replace: true, resetScroll: false });
  const clear = () => change({ subject: undefined, by: undefined, op: undefined, from: undefined, to: undefined });
  if (isProblem(list.error) && list.error.status === 403) {
    return (
      <StatePage icon={IconLock} title="Your role does not allow this" order={1} actions={<ButtonLink to="/events">Go to the events</ButtonLink>}>
        Who changed what is for directors and coordinators over the whole city.
      </StatePage>
    );
  }
  return (
    <>
      <PageHeader
        title="Audit log"
        summary={`Who changed what, and when, in ${zonePlace(agency.zone)} time. Nothing in it is ever changed or removed, and it tells no personal data of anybody who signs up.`}
        actions={<ExportButton search={search} />}
      />
      <AuditFilters search={search} onChange={change} onClear={clear} />
      <Text role="status" size="sm" c="dimmed" mb={8} mih={21}>
        {list.isPending ? "Loading changes…" : last ? spanInWords(rows.length, last) : ""}
      </Text>
      {list.isPending ? (
        <Bones />
      ) : rows.length > 0 ? (
        <Rows rows={rows} isStale={list.isPlaceholderData} />
      ) : list.isError ? (
        <StatePage
          icon={IconAlertTriangle}
          title="The log could not be loaded"
          isAlert
          reference={referenceOf(list.error)}
          actions={
            <Button leftSection={<IconRefresh size={17} />} loading={list.isFetching} onClick={() => void list.refetch()}>
              Try again
            </Button>
          }
        >
          {messageOf(list.error)}
        </StatePage>
      ) : (
        <StatePage
          icon={IconHistory}
          title={list.hasNextPage ? "Nothing found so far" : "No change matches"}
          actions={
            !list.hasNextPage && (
              <Button variant="default" onClick={clear}>
                Clear filters
              </Button>
            )
          }
        >
          {list.hasNextPage
            ? "Earlier days were not looked through yet."
            : "Try a wider span of days, or fewer filters. Without a first day, the last 30 days are shown."}
        </StatePage>
      )}
      {list.isError && rows.length > 0 && (
        <Alert color="red" mt="md" icon={<IconAlertTriangle size={18} />} title="The rest could not be loaded" role="alert">
          {messageOf(list.error)}
        </Alert>
      )}
      {list.hasNextPage && (
        <Group justify="center" mt="lg">
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show earlier changes
          </Button>
        </Group>
      )}
    </>
  );
}

const spanInWords = (
  count: number,
  { from, to, lookedBackTo, nextCursor }: { from: string; to: string; lookedBackTo: string; nextCursor?: string | undefined },
) => {
  const first = dateInWords((nextCursor === undefined ? from : lookedBackTo) as never);
  return `${count === 1 ? "1 change" : `${count} changes`}${nextCursor === undefined ? "" : " so far"}, from ${first} to ${dateInWords(to as never)}`;
};

function AuditFilters({ search, onChange, onClear }: { search: AuditSearch; onChange: (change: Partial<AuditSearch>) => void; onClear: () => void }) {
  const actors = useQuery(actorsQuery);
  const people = (actors.data?.users ?? []).map(({ id, name }) => ({ value: id as string, label: name }));
  const others = [
    { value: "person", label: "Somebody by form or link" },
    { value: "system", label: "The system" },
  ];
  const known = [...people, ...others];
  const chosen = search.by !== undefined && !known.some(({ value }) => value === search.by) ? [{ value: search.by, label: search.by }] : [];
  const op = search.op !== undefined && !kinds.some(({ value }) => value === search.op) ? [{ value: search.op, label: operationInWords(search.op) }] : [];
  const isNarrowed = Object.values(search).some((filter) => filter !== undefined);
  return (
    <search className={classes.filters} aria-label="Changes">
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" verticalSpacing="sm">
        <SearchSelect
          label="Who"
          placeholder="Anybody"
          data={[...chosen, { group: "People of the office", items: people }, { group: "Others", items: others }].filter(
            (each) => !("items" in each) || each.items.length > 0,
          )}
          value={search.by ?? null}
          onChange={(by) => onChange({ by: by ?? undefined })}
          clearable
          clearButtonProps={{ "aria-label": "Clear: who" }}
        />
        <Select
          label="What"
          placeholder="Anything"
          data={[...op, ...kinds]}
          value={search.op ?? null}
          onChange={(kind) => onChange({ op: kind ?? undefined })}
          clearable
          clearButtonProps={{ "aria-label": "Clear: what" }}
        />
        <TextInput
          type="date"
          label="From"
          value={search.from ?? ""}
          max={search.to}
          onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label="To"
          value={search.to ?? ""}
          min={search.from}
          onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
        />
      </SimpleGrid>
      {isNarrowed && (
        <Group gap="sm">
          {search.subject && (
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              Only about {search.subject}
            </Text>
          )}
          <Button variant="subtle" size="compact-sm" leftSection={<IconX size={15} />} onClick={onClear}>
            Clear filters
          </Button>
        </Group>
      )}
    </search>
  );
}

function ExportButton({ search }: { search: AuditSearch }) {
  const taking = useMutation({
    mutationFn: () => api.audit.export(askedIn(search)),
    onSuccess: ({ name, file }) => {
      const address = URL.createObjectURL(file);
      const link = document.createElement("a");
      link.href = address;
      link.download = name;
      link.click();
      URL.revokeObjectURL(address);
      notice.done(`${name} is in your downloads. That you took it out is in the log too.`);
    },
    onError: (error) => notice.failed("No file was made", messageOf(error), error instanceof Unreachable ? () => taking.mutate() : undefined),
  });
  return (
    <Button variant="default" leftSection={<IconDownload size={18} />} loading={taking.isPending} onClick={() => taking.mutate()}>
      Export as CSV
    </Button>
  );
}

function Rows({ rows, isStale }: { rows: AuditRow[]; isStale: boolean }) {
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

function Bones() {
  return (
    <Paper withBorder p="md" aria-hidden>
      <Stack gap="lg">
        {[62, 48, 70, 54, 66].map((width) => (
          <Skeleton key={width} height={16} width={`${width}%`} />
        ))}
      </Stack>
    </Paper>
  );
}
