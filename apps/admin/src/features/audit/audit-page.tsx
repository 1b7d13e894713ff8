import { Alert, Button, Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { isProblem } from "../../lib/api-error.ts";
import { count } from "../../lib/counts.ts";
import { dateInWords } from "../../lib/days.ts";
import { useMe } from "../../lib/me.ts";
import { messageOf, referenceOf } from "../../lib/messages.ts";
import { zonePlace } from "../../lib/moments.ts";
import { IconAlertTriangle, IconHistory, IconLock } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/link.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditRows } from "./audit-rows.tsx";
import { ExportButton } from "./export-button.tsx";
import { auditQuery } from "./queries.ts";
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
        <AuditRows rows={rows} isStale={list.isPlaceholderData} />
      ) : list.isError ? (
        <LoadFailed title="The log could not be loaded" reference={referenceOf(list.error)} isTrying={list.isFetching} onTryAgain={() => void list.refetch()}>
          {messageOf(list.error)}
        </LoadFailed>
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
  changes: number,
  { from, to, lookedBackTo, nextCursor }: { from: string; to: string; lookedBackTo: string; nextCursor?: string | undefined },
) => {
  const first = dateInWords((nextCursor === undefined ? from : lookedBackTo) as never);
  const last = dateInWords(to as never);
  const span = first === last ? `on ${last}` : `from ${first} to ${last}`;
  return `${changes === 1 ? "1 change" : `${count(changes)} changes`}${nextCursor === undefined ? "" : " so far"}, ${span}`;
};

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
