import { ActionIcon, Alert, Button, Group, SegmentedControl, Skeleton, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useCommands } from "../../lib/commands.ts";
import { todayIn } from "../../lib/days.ts";
import { useMe } from "../../lib/me.ts";
import { messageOf, referenceOf } from "../../lib/messages.ts";
import { IconAlertTriangle, IconCalendarEvent, IconChevronLeft, IconChevronRight, IconPrinter } from "../../ui/icons.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import { Agenda } from "./agenda.tsx";
import classes from "./calendar.module.css";
import { daysIn, periodInWords, step } from "./calendar-days.ts";
import { CalendarFilters, filtersIn, withoutFilters } from "./calendar-filters.tsx";
import { Month } from "./month.tsx";
import { askedFor, calendarQuery } from "./queries.ts";
import type { CalendarSearch, CalendarView } from "./search.ts";
import { Week } from "./week.tsx";

const route = getRouteApi("/_console/calendar");

const views: { value: CalendarView; label: string }[] = [
  { value: "agenda", label: "Agenda" },
  { value: "week", label: "Week" },
  { value: "month", label: "Month" },
];

/** When everything happens: as a list by day, or as a week or a month. What is shown stands in the address bar. */
export function CalendarPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { agency } = useMe();
  const today = todayIn(agency.zone);
  const { view = "agenda", on = today } = search;
  const asked = askedFor(search, agency.zone);
  const calendar = useQuery(calendarQuery(asked));
  const change = (to: Partial<CalendarSearch>) => void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false });
  const goTo = (day: string) => change({ on: day === today ? undefined : day });
  const turn = (by: 1 | -1) => goTo(step(view, on, by));
  useTurningKeys(turn);
  useCommands([
    { id: "calendar-today", title: "Go to today in the calendar", keys: "t", run: () => goTo(today) },
    ...views.map(({ value, label }) => ({
      id: `calendar-${value}`,
      title: `Show the calendar as ${label.toLowerCase()}`,
      keys: value[0] ?? "",
      run: () => change({ view: value === "agenda" ? undefined : value }),
    })),
    { id: "calendar-print", title: "Print the calendar", run: () => print() },
  ]);
  const words = periodInWords(view, on);
  const sessions = calendar.data?.sessions ?? [];
  const days = daysIn(asked);
  return (
    <div className={classes.page}>
      <PageHeader
        title="Calendar"
        actions={
          <Button variant="default" visibleFrom="sm" leftSection={<IconPrinter size={17} />} className={classes.tools ?? ""} onClick={() => print()}>
            Print
          </Button>
        }
      />
      <Group justify="space-between" gap="sm" mb="md">
        <Group gap="xs" wrap="nowrap">
          <Group gap={4} wrap="nowrap" className={classes.tools ?? ""}>
            <ActionIcon variant="default" aria-label={`Earlier: ${periodInWords(view, step(view, on, -1))}`} onClick={() => turn(-1)}>
              <IconChevronLeft size={18} />
            </ActionIcon>
            <ActionIcon variant="default" aria-label={`Later: ${periodInWords(view, step(view, on, 1))}`} onClick={() => turn(1)}>
              <IconChevronRight size={18} />
            </ActionIcon>
            <Button variant="default" size="sm" px="sm" onClick={() => goTo(today)} disabled={on === today}>
              Today
            </Button>
          </Group>
          <Title order={2} fz={{ base: 16, sm: 19 }} aria-live="polite">
            {words}
          </Title>
        </Group>
        <SegmentedControl
          className={classes.tools ?? ""}
          aria-label="Show as"
          data={views}
          value={view}
          onChange={(chosen) => change({ view: chosen === "agenda" ? undefined : (chosen as CalendarSearch["view"]) })}
        />
      </Group>
      <CalendarFilters search={search} onChange={change} />
      {calendar.data?.isCut && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} title="There is more than is shown" mb="md">
          So much happens in this time that only a part of it is listed. Choose a host, a borough or an activity type.
        </Alert>
      )}
      {calendar.isRefetchError && calendar.data && (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} title="The calendar may be out of date" mb="md" role="alert">
          {messageOf(calendar.error)}
        </Alert>
      )}
      {calendar.isPending ? (
        <Bones />
      ) : calendar.isError && !calendar.data ? (
        <LoadFailed
          title="The calendar could not be loaded"
          reference={referenceOf(calendar.error)}
          isTrying={calendar.isFetching}
          onTryAgain={() => void calendar.refetch()}
        >
          {messageOf(calendar.error)}
        </LoadFailed>
      ) : (
        <div className={calendar.isPlaceholderData ? classes.stale : undefined} aria-busy={calendar.isPlaceholderData}>
          {view === "month" ? (
            <Month sessions={sessions} period={asked} on={on} today={today} onChoose={goTo} />
          ) : view === "week" ? (
            <Week sessions={sessions} days={days} today={today} />
          ) : sessions.length > 0 ? (
            <Agenda sessions={sessions} days={days} today={today} />
          ) : (
            <StatePage
              icon={IconCalendarEvent}
              title={`Nothing from ${words}`}
              actions={
                filtersIn(search) > 0 ? (
                  <Button variant="default" onClick={() => change(withoutFilters)}>
                    Clear the filters
                  </Button>
                ) : (
                  <Button variant="default" onClick={() => turn(1)}>
                    Look at the next 30 days
                  </Button>
                )
              }
            >
              {filtersIn(search) > 0 ? "No session in these days fits the filters." : "No session is planned in these days, of what you may see."}
            </StatePage>
          )}
        </div>
      )}
    </div>
  );
}

/** The left and right arrows turn the page, wherever they mean nothing else. */
function useTurningKeys(turn: (by: 1 | -1) => void): void {
  const latest = useRef(turn);
  latest.current = turn;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const meansElse = "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox], [role=combobox], [role=radiogroup]";
      if (event.target instanceof Element && event.target.closest(meansElse)) return;
      event.preventDefault();
      latest.current(event.key === "ArrowLeft" ? -1 : 1);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function Bones() {
  return (
    <Stack gap="lg" aria-hidden>
      {[58, 74, 46, 66].map((width) => (
        <Stack gap={8} key={width}>
          <Skeleton height={16} width={180} />
          <Skeleton height={44} width={`${width + 20}%`} />
        </Stack>
      ))}
    </Stack>
  );
}
