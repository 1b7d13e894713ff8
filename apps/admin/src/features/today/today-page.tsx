import { Alert, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Today } from "../../lib/api/today.ts";
import { dayBriefly } from "../../lib/days.ts";
import { messageOf, referenceOf } from "../../lib/messages.ts";
import { IconAlertTriangle } from "../../ui/icons.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { todayQuery } from "./queries.ts";
import { ClosingSection, DecisionsSection, DraftsSection, LinesSection, ShortSection, UnreachedSection } from "./sections.tsx";
import { ThisWeek } from "./this-week.tsx";
import classes from "./today.module.css";
import { TodayCounts } from "./today-counts.tsx";

const long = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", weekday: "long", month: "long", day: "numeric", year: "numeric" });

/** What wants somebody of the office today, and what happens this week: the console's first page. */
export function TodayPage() {
  const { data, error, isPending, isRefetchError, isFetching, refetch } = useQuery(todayQuery);
  return (
    <>
      <PageHeader title="Today" summary={data ? long.format(Date.parse(data.day)) : <Skeleton height={20} width={200} my={2} />} />
      {isPending ? (
        <Bones />
      ) : data === undefined ? (
        <LoadFailed title="Today could not be loaded" reference={referenceOf(error)} isTrying={isFetching} onTryAgain={() => void refetch()}>
          {messageOf(error)}
        </LoadFailed>
      ) : (
        <>
          {isRefetchError && (
            <Alert color="red" icon={<IconAlertTriangle size={18} />} title="This page may be out of date" mb="md" role="alert">
              {messageOf(error)}
            </Alert>
          )}
          {data.isCut && (
            <Alert color="yellow" icon={<IconAlertTriangle size={18} />} title="Not everything was looked at" mb="md">
              There are more sessions ahead than fit on this page. People to decide on and what comes soonest were looked at first; the calendar has the rest.
            </Alert>
          )}
          <TodayCounts today={data} />
          <Lists today={data} />
        </>
      )}
    </>
  );
}

function Lists({ today }: { today: Today }) {
  return (
    <div className={classes.columns}>
      <Stack gap="md" miw={0}>
        <DecisionsSection today={today} />
        <ShortSection today={today} />
        <LinesSection today={today} />
        <UnreachedSection today={today} />
        <ClosingSection today={today} />
        <DraftsSection today={today} />
        <p className={classes.under}>
          Sessions until {dayBriefly(today.until)} were looked at, and all later ones where people wait for a decision. The page keeps itself up to date.
        </p>
      </Stack>
      <ThisWeek today={today} />
    </div>
  );
}

function Bones() {
  return (
    <Stack gap="lg" aria-hidden>
      <Skeleton height={84} />
      <Skeleton height={180} />
      <Skeleton height={120} />
    </Stack>
  );
}
