import { type AccessUser, type AccessUserList, type CouldSee, type GrantRow, grantClient } from "@cte-partnerships/api/client";
import type { Instant, Role, Scope } from "@cte-partnerships/domain";
import { answer, options, origin, within } from "./answer.ts";

export type { AccessUser, AccessUserList, CouldSee, GrantRow };

const grants = grantClient(origin, options);
const user = grants.users[":userId"];
const grant = user.grants[":grantId"];

/** A role that is to be given: where, and until when. */
export interface GrantWanted {
  role: Role;
  scope: Scope;
  expiresAt?: Instant;
}

export const accessApi = {
  list: (query: { q?: string | undefined; cursor?: string | undefined }, signal?: AbortSignal) =>
    answer<AccessUserList>(grants.users.$get({ query: query as Record<string, string> }, within(signal))),
  invite: (json: GrantWanted & { address: string }) => answer<AccessUser>(grants.users.$post({ json })),
  give: (userId: string, json: GrantWanted) => answer<AccessUser>(user.grants.$post({ param: { userId }, json })),
  changeExpiry: (userId: string, grantId: string, json: { version: number; expiresAt?: Instant }) =>
    answer<AccessUser>(grant.expiry.$post({ param: { userId, grantId }, json })),
  end: (userId: string, grantId: string, version: number) => answer<AccessUser>(grant.end.$post({ param: { userId, grantId }, json: { version } })),
  signOutEverywhere: (userId: string) => answer<void>(user["sign-out-everywhere"].$post({ param: { userId } })),
  couldSee: (query: { of: string; on: string }, signal?: AbortSignal) => answer<CouldSee>(grants["could-see"].$get({ query: query as never }, within(signal))),
};
