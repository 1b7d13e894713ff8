import { millisecondsOf } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { crockford } from "../ids.ts";
import { sign } from "../secrets.ts";
import { countUpTo } from "./store.ts";

/** So many in a window of so many seconds. */
export interface Rule {
  name: string;
  cap: number;
  windowSeconds: number;
}

/** A school's many people come from one address: they must all get through. One person's address has no such reason. */
export const rules = {
  signUpsOfClient: { name: "sign-up-client", cap: 400, windowSeconds: 60 },
  signUpsOfAddress: { name: "sign-up-address", cap: 30, windowSeconds: 60 },
  changesOfClient: { name: "change-client", cap: 400, windowSeconds: 60 },
} as const satisfies Record<string, Rule>;

export type Allowed = { isAllowed: true } | { isAllowed: false; retryAfterSeconds: number };

/** Counts one try under each rule, all at once. Who is counted is kept as a keyed hash only. */
export async function allow(deps: Pick<Deps, "table" | "secrets" | "now" | "config">, tries: readonly { rule: Rule; who: string }[]): Promise<Allowed> {
  if (!deps.config.isRateLimited) return { isAllowed: true };
  const nowSeconds = millisecondsOf(deps.now()) / 1000;
  const waits = await Promise.all(
    tries.map(async ({ rule, who }) => {
      const window = Math.floor(nowSeconds / rule.windowSeconds);
      const ends = (window + 1) * rule.windowSeconds;
      const whose = crockford(sign(deps.secrets.addressKey, "rate", rule.name, who).subarray(0, 16));
      const isCounted = await countUpTo(deps, `${rule.name}#${whose}#${window}`, rule.cap, ends + rule.windowSeconds);
      return isCounted ? 0 : Math.max(1, Math.ceil(ends - nowSeconds));
    }),
  );
  const retryAfterSeconds = Math.max(0, ...waits);
  return retryAfterSeconds === 0 ? { isAllowed: true } : { isAllowed: false, retryAfterSeconds };
}
