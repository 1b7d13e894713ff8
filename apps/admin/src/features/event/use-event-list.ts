import type { IsoDate } from "@cte-partnerships/domain";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useMemo } from "react";
import type { EventRow } from "../../lib/api/event.ts";
import { inOrder, matching, type Names } from "./find-in-rows.ts";
import { heldChangesQuery, heldEventsQuery } from "./held-events-query.ts";
import { eventListQuery } from "./queries.ts";
import type { EventSearch } from "./search.ts";

const none: readonly EventRow[] = [];
const enough = 50;
/** The API reads a bounded number of events for each page, so some pages find few or none. So many more are asked for without a word. */
const pagesByThemselves = 8;

/**
 * The events to show. While the console reads all that are within reach, and where it cannot hold those from long ago, the API's own
 * pages are shown; from then on search, filters and order are answered here, without a request.
 */
export function useEventList(search: EventSearch, typed: string, names: Names, today: IsoDate) {
  const held = useQuery(heldEventsQuery);
  const isHeld = held.data !== undefined && search.all === undefined;
  const following = useQuery({ ...heldChangesQuery, enabled: isHeld });
  const pages = useInfiniteQuery({ ...eventListQuery(search, today), enabled: !isHeld, placeholderData: keepPreviousData });
  const byId = held.data?.byId;
  const all = useMemo(() => (isHeld && byId ? inOrder(byId.values(), search.sort, names, today) : none), [isHeld, byId, search.sort, names, today]);
  // Typing goes before drawing: the rows follow when there is time.
  const q = useDeferredValue(typed);
  const asked = useMemo(() => ({ ...search, q }), [search, q]);
  const found = useMemo(() => matching(all, asked, names, today), [all, asked, names, today]);
  const paged = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? none, [pages.data]);
  const { hasNextPage, isFetching, fetchNextPage, isError } = pages;
  const pagesRead = pages.data?.pages.length ?? 0;
  const isShort = search.all === true && paged.length < enough && pagesRead < pagesByThemselves;
  useEffect(() => {
    if (isShort && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [isShort, hasNextPage, isFetching, isError, fetchNextPage]);
  return {
    rows: isHeld ? found : paged,
    /** What these rows answer: a moment later than it is asked. */
    asked: isHeld ? asked : search,
    /** All that are held, in order; what is shown is of these. */
    all: isHeld ? all : paged,
    isHeld,
    isReading: held.isFetching && held.data === undefined,
    isPending: !isHeld && pages.isPending,
    isStale: !isHeld && pages.isPlaceholderData,
    /** Why nothing can be shown, or why what is shown may be out of date. */
    error: isHeld ? following.error : (pages.error ?? held.error),
    isTryingAgain: pages.isFetching || (held.isError && held.isFetching),
    tryAgain: () => void Promise.all([held.isError ? held.refetch() : undefined, pages.refetch()]),
    more: !isHeld && hasNextPage ? { read: () => void fetchNextPage(), isReading: pages.isFetchingNextPage, hasFailed: pages.isFetchNextPageError } : undefined,
    /** What last changed before this day is not held. */
    from: held.data?.from,
    isCut: held.data?.isCut ?? false,
  };
}
