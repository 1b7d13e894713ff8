import { useInfiniteQuery } from "@tanstack/react-query";
import type { AuditRow } from "./api/audit.ts";
import { type HistoryOf, historyApi } from "./api/history.ts";
import { changesInWords } from "./change-words.ts";
import { deedOf, doerOf } from "./history-words.ts";
import { useMe } from "./me.ts";
import { messageOf } from "./messages.ts";
import { dayAndTimeOf, zoneAbbreviation } from "./moments.ts";

/** One thing that happened, in words. */
export interface Happening {
  id: string;
  deed: string;
  /** Who did it, and when. */
  told: string;
  /** What stood before and after, a line a field. */
  changes: readonly { field: string; words: string }[];
}

/** What happened to one sign-up, session or event, latest first, in words and in the zone of the place; a page at a time. */
export function useHistory(of: HistoryOf, zone: string) {
  const { agency } = useMe();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["history", of],
    queryFn: ({ pageParam, signal }) => historyApi.page(of, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    // Who opens it wants to see what has just been done.
    staleTime: 0,
    gcTime: 0,
  });
  const inWords = (record: AuditRow): Happening => {
    const { values, others } = changesInWords(record.changed, { zone, agency });
    return {
      id: record.id,
      deed: deedOf(record),
      told: `${doerOf(record)}, ${dayAndTimeOf(record.at, zone)} ${zoneAbbreviation(zone, record.at)}`,
      changes: [
        ...values.map(({ field, title, before, after = "nothing" }) => ({ field, words: `${title}: ${before === undefined ? "" : `${before} → `}${after}` })),
        ...(others.length > 0 ? [{ field: "others", words: `Changed: ${others.join(", ")}` }] : []),
      ],
    };
  };
  return {
    happenings: data?.pages.flatMap(({ records }) => records.map(inWords)),
    isPending,
    failure: error ? messageOf(error) : undefined,
    earlier: hasNextPage ? { isReading: isFetchingNextPage, read: () => void fetchNextPage() } : undefined,
  };
}
