import { accept, type Result, refuse, type UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { write } from "../table/transact.ts";
import type { SavedViews, ViewedList } from "./contract.ts";
import { readViews, viewsWrite } from "./store.ts";

export const listViews = (deps: Deps, userId: UserId, list: ViewedList): Promise<SavedViews> => readViews(deps, userId, list);

/** Keeps a person's views of a list, unless they changed them elsewhere meanwhile. */
export async function keepViews(
  deps: Deps,
  userId: UserId,
  list: ViewedList,
  { version, views }: SavedViews,
): Promise<Result<SavedViews, { code: "version_conflict"; current: number }>> {
  const kept: SavedViews = { version: version + 1, views };
  const written = await write(deps, [viewsWrite(deps, userId, list, kept, { by: { kind: "user", userId }, at: deps.now(), op: "views.keep" })]);
  return written.ok ? accept(kept) : refuse({ code: "version_conflict", current: (await readViews(deps, userId, list)).version });
}
