import { type SavedView, type SavedViews, type ViewedList, viewClient } from "@cte-partnerships/api/client";
import { answer, options, origin, within } from "./answer.ts";

export type { SavedView, SavedViews, ViewedList };

const views = viewClient(origin, options);

export const viewApi = {
  list: (list: ViewedList, signal?: AbortSignal) => answer<SavedViews>(views[":list"].$get({ param: { list } }, within(signal))),
  keep: (list: ViewedList, json: SavedViews) => answer<SavedViews>(views[":list"].$put({ param: { list }, json })),
};
