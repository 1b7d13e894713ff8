import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type SavedView, type SavedViews, type ViewedList } from "./api.ts";
import { isProblem } from "./api-error.ts";
import { messageOf } from "./messages.ts";

export const viewsAtMost = 10;

export const viewsQuery = (list: ViewedList) =>
  queryOptions({ queryKey: ["views", list], queryFn: ({ signal }) => api.views.list(list, signal), staleTime: 60_000 });

/** What was kept may be of an earlier version of the console: whatever it does not know any more is dropped. */
export function searchOf<Search extends object>(view: SavedView, parse: (search: unknown) => Search): Search | undefined {
  try {
    return parse(JSON.parse(view.search));
  } catch {
    return undefined;
  }
}

/** The views of a list that the person who is signed in keeps under names of their own, on every machine that they sign in from. */
export function useKeptViews(list: ViewedList) {
  const client = useQueryClient();
  const { queryKey } = viewsQuery(list);
  const { data, error } = useQuery(viewsQuery(list));
  const change = useMutation({
    mutationFn: (views: SavedView[]) => api.views.keep(list, { version: data?.version ?? 0, views }),
    onSuccess: (stand: SavedViews) => client.setQueryData(queryKey, stand),
    onError: async (problem) => {
      if (isProblem(problem, "version_conflict")) await client.invalidateQueries({ queryKey });
    },
  });
  const views = data?.views ?? [];
  const without = (title: string) => views.filter((view) => view.title !== title);
  return {
    /** Absent until they were read. */
    views: data?.views,
    isFull: views.length >= viewsAtMost,
    failure: isProblem(change.error, "version_conflict")
      ? "Your views were changed in another window. They are shown as they now stand: try again."
      : (error ?? change.error)
        ? messageOf(error ?? change.error)
        : undefined,
    keep: (title: string, search: object) => {
      if (data && !change.isPending) change.mutate([...without(title), { id: crypto.randomUUID(), title, search: JSON.stringify(search) }]);
    },
    forget: (id: string) => change.mutate(views.filter((view) => view.id !== id)),
    /** The list opens with this one, and with none where it already did. */
    openWith: (id: string) =>
      change.mutate(views.map(({ isDefault, ...view }) => (view.id === id && !isDefault ? { ...view, isDefault: true as const } : view))),
  };
}
