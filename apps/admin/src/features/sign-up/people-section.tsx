import { Alert, Button, Group, Paper, SegmentedControl, Select, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { Roster, RosterRow } from "../../lib/api/roster.ts";
import { count } from "../../lib/counts.ts";
import { allows, useMe } from "../../lib/me.ts";
import { messageOf, referenceOf } from "../../lib/messages.ts";
import { IconAlertTriangle, IconArrowUp, IconSearch, IconUsers } from "../../ui/icons.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import { useHeldRows } from "../../ui/use-held-rows.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { Decide } from "./decide.tsx";
import { inOrder } from "./people.ts";
import { PersonDrawer } from "./person-drawer.tsx";
import { peopleQuery } from "./queries.ts";
import classes from "./roster.module.css";
import { columnsOf, shownColumns } from "./roster-columns.ts";
import { RosterFilters } from "./roster-filters.tsx";
import { answerFiltersIn, partiesInViews, rowsIn } from "./roster-rows.ts";
import { RosterTable } from "./roster-table.tsx";
import type { RosterSearch, RosterView } from "./search.ts";
import { unsettledWords } from "./sign-up-words.ts";

const route = getRouteApi("/_console/sessions/$sessionId");
const nobody = { byPerson: new Map<string, RosterRow>(), isComplete: false };

interface Props {
  roster: Roster;
  isOpen: boolean;
  /** Writes to those who are chosen; absent where one may not. */
  onWrite: ((people: readonly RosterRow[]) => void) | undefined;
  failure: unknown;
}

/** Who signed up: found, filtered, in order, and kept in place while somebody works among them. */
export function PeopleSection({ roster, isOpen, onWrite, failure }: Props) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data = nobody, isError, error, refetch, isFetching } = useQuery(peopleQuery(roster.session.id));
  const people = useMemo(() => inOrder(data), [data]);
  const view: RosterView = search.view ?? "all";
  const change = useCallback(
    (next: Partial<RosterSearch>) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false }),
    [navigate],
  );
  const onSort = useCallback((next: string | undefined) => change({ sort: next }), [change]);
  const show = (next: string | null) => change({ view: next === "all" || next === null ? undefined : (next as RosterSearch["view"]) });
  const parties = useMemo(() => partiesInViews(people), [people]);
  const views = (
    [
      ["all", "Current"],
      ["decide", "To decide"],
      ["confirmed", "Confirmed"],
      ["waiting", "Waiting"],
      ["ended", "Ended"],
    ] as const
  )
    .filter(([value]) => value !== "decide" || roster.event.needsApproval || parties.decide > 0 || view === "decide")
    .map(([value, label]) => ({ value, label: `${label} ${count(parties[value])}` }));
  const { sort, answers } = search;
  // Rows follow each key; the address bar follows once somebody has typed.
  const [typed, setTyped] = useState(search.q ?? "");
  // Typing goes before drawing: the rows follow when there is time.
  const q = useDeferredValue(typed);
  const wanted = useMemo(() => rowsIn(people, { view, q, sort, answers }), [people, view, q, sort, answers]);
  const { rows, fresh, showFresh, holders } = useHeldRows(wanted, people, JSON.stringify([view, q, sort, answers]));
  // Of the event alone, which stays what it is while seats are taken: with the roster, each change would draw every row anew.
  const { event } = roster;
  const home = useMe().agency.zone;
  const all = useMemo(() => columnsOf({ event }, home), [event, home]);
  const columns = useMemo(() => {
    const shown = shownColumns(search.columns);
    return all.filter(({ id }) => shown.includes(id));
  }, [all, search.columns]);
  const [opened, setOpened] = useState<RosterRow | undefined>(undefined);
  const openedNow = opened && (people.find(({ id }) => id === opened.id) ?? opened);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const choose = useCallback((ids: readonly string[], isChosen: boolean) => {
    setChosenIds((before) => {
      const next = new Set(before);
      for (const id of ids) isChosen ? next.add(id) : next.delete(id);
      return next;
    });
  }, []);
  const chooseNobody = useCallback(() => setChosenIds(new Set()), []);
  const mayChoose = onWrite !== undefined || (isOpen && (allows(roster.may, "decide_sign_up") || allows(roster.may, "withdraw_sign_up")));
  // As they stand now: who has ended meanwhile is still counted, and told apart by what can be done.
  const chosen = useMemo(() => (chosenIds.size === 0 ? [] : people.filter(({ id }) => chosenIds.has(id))), [people, chosenIds]);
  const isNarrowed = q !== "" || answerFiltersIn(answers).length > 0;
  const loaded = data.isComplete ? "" : people.length === 0 ? "Loading the people" : `${count(people.length)} loaded, and more to come`;
  return (
    <Decide roster={roster}>
      <section aria-label="People">
        <Group justify="space-between" mt="xl" mb="sm" gap="sm" align="flex-end">
          <SegmentedControl className={classes.views ?? ""} aria-label="Show" data={views} value={view} onChange={show} />
          <Select className={classes.viewSelect ?? ""} label="Show" data={views} value={view} onChange={show} allowDeselect={false} />
          <div className={classes.search}>
            <SearchField
              placeholder="Name, e-mail or organization"
              value={search.q ?? ""}
              onType={setTyped}
              onChange={(next) => change({ q: next === "" ? undefined : next })}
            />
          </div>
        </Group>
        <RosterFilters roster={roster} columns={all} search={search} onChange={change} />
        {/* Always there and always as high: what it has to say must not push the rows. */}
        <div className={classes.bar}>
          {failure ? (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              <IconAlertTriangle size={15} aria-hidden /> This roster may be out of date. {messageOf(failure)} It is tried again by itself.
            </Text>
          ) : (
            <Text size="sm" c="dimmed" role="status">
              {loaded || (rows.length === people.length ? `${count(rows.length)} sign-ups` : `${count(rows.length)} of ${count(people.length)} sign-ups`)}
              {roster.unsettled > 0 && `. ${unsettledWords(roster.unsettled)}`}
            </Text>
          )}
          {fresh.length > 0 && (
            <Button size="compact-sm" variant="light" leftSection={<IconArrowUp size={15} />} onClick={showFresh}>
              {count(fresh.length)} new
            </Button>
          )}
        </div>
        {/* In front of the table: at the foot of the screen, and a step back from the box that chooses all, not behind every row. */}
        {mayChoose && <BulkBar roster={roster} isOpen={isOpen} chosen={chosen} onWrite={onWrite} onClear={chooseNobody} />}
        {isError && people.length === 0 ? (
          <Paper withBorder>
            <LoadFailed title="The people could not be loaded" reference={referenceOf(error)} isTrying={isFetching} onTryAgain={() => void refetch()}>
              {messageOf(error)}
            </LoadFailed>
          </Paper>
        ) : (
          <>
            {isError && (
              <Alert color="red" mb="sm" role="alert" title="Not everybody could be loaded">
                {messageOf(error)}{" "}
                <Button size="compact-sm" variant="default" ml="xs" onClick={() => void refetch()}>
                  Try again
                </Button>
              </Alert>
            )}
            {rows.length === 0 && data.isComplete ? (
              <Paper withBorder>
                {isNarrowed ? (
                  <StatePage
                    icon={IconSearch}
                    title="Nobody matches"
                    actions={
                      <Button variant="default" onClick={() => change({ q: undefined, answers: undefined })}>
                        Clear search and filters
                      </Button>
                    }
                  >
                    Try another word, or look among all sign-ups.
                  </StatePage>
                ) : (
                  <StatePage icon={IconUsers} title="Nobody here">
                    Whoever signs up shows here by itself within two seconds. Nothing needs to be reloaded.
                  </StatePage>
                )}
              </Paper>
            ) : (
              <div {...holders}>
                <RosterTable
                  roster={roster}
                  rows={rows}
                  columns={columns}
                  sort={sort}
                  onSort={onSort}
                  isOpen={isOpen}
                  onOpen={setOpened}
                  chosen={mayChoose ? chosenIds : undefined}
                  onChoose={choose}
                />
              </div>
            )}
          </>
        )}
        <PersonDrawer roster={roster} person={openedNow} isOpen={isOpen} onClose={() => setOpened(undefined)} />
      </section>
    </Decide>
  );
}
