import { type Today, todayClient, type UnreachedPeople } from "@cte-partnerships/api/client";
import { answer, headersFor, options, origin, within } from "./answer.ts";

export type { Today, UnreachedPeople };

const today = todayClient(origin, options);

export const todayApi = {
  get: (isFollowing: boolean, signal?: AbortSignal) => answer<Today>(today.index.$get({}, { ...within(signal), headers: headersFor(isFollowing) })),
};
