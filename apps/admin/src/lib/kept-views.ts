import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type SavedView, type SavedViews, type ViewedList, viewApi } from "./api/view.ts";
import { isProblem } from "./api-error.ts";
import { messageOf } from "./messages.ts";

export const viewsAtMost = 10;
/** What the API keeps of one: filters with dozens of hosts chosen are longer. */
export const searchAtMost = 500;

export const viewsQuery = (list: ViewedList) =>
  queryOptions({ queryKey: ["views", list], queryFn: ({ signal }) => viewApi.list(list, signal), staleTime: 60_000 });

/** What was kept may be of an earlier version of the console: whatever it does not know any more is dropped. */
export function searchOf<Search extends object>(view: SavedView, parse: (search: unknown) => Search): Search | undefined {
  try {
    return parse(JSON.parse(view.search));
  } catch {
    return undefined;
  }
}

/** With what is shown under that name; one of the same name is it from now on, in its place and with what is said of it. */
export function withView(views: readonly SavedView[], { id, title, search }: SavedView): SavedView[] {
  const isKnown = views.some((view) => view.title === title);
  return isKnown ? views.map((view) => (view.title === title ? { ...view, search } : view)) : [...views, { id, title, search }];
}

/** The views of a list that the person who is signed in keeps under names of their own, on every machine that they sign in from. */
export function useKeptViews(list: ViewedList) {
  const client = useQueryClient();
  const { queryKey } = viewsQuery(list);
  const { data, error } = useQuery(viewsQuery(list));
  const change = useMutation({
    mutationFn: (views: SavedView[]) => viewApi.keep(list, { version: data?.version ?? 0, views }),
    onSuccess: (stand: SavedViews) => client.setQueryData(queryKey, stand),
    onError: async (problem) => {
      if (isProblem(problem, "version_conflict")) await client.invalidateQueries({ queryKey });
    },
  });
  const [isTooLong, setTooLong] = useState(false);
  const views = data?.views ?? [];
  return {
    /** Absent until they were read. */
    views: data?.views,
    isFull: views.length >= viewsAtMost,
    failure: isTooLong
      ? "This is more than a view can keep. Choose fewer filters, and keep it then."
      : isProblem(change.error, "version_conflict")
        ? "Your views were changed in another window. They are shown as they now stand: try again."
        : (error ?? change.error)
          ? messageOf(error ?? change.error)
          : undefined,
    keep: (title: string, search: object) => {
      const text = JSON.stringify(search);
      setTooLong(text.length > searchAtMost);
      if (data && !change.isPending && text.length <= searchAtMost) change.mutate(withView(views, { id: crypto.randomUUID(), title, search: text }));
    },
    forget: (id: string) => change.mutate(views.filter((view) => view.id !== id)),
    /** The list opens with this one, and with none where it already did. */
    openWith: (id: string) =>
      change.mutate(views.map(({ isDefault, ...view }) => (view.id === id && !isDefault ? { ...view, isDefault: true as const } : view))),
  };
}
