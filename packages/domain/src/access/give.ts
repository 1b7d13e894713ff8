import type { UserId } from "../shared/id.ts";
import { type Instant, minutesAfter } from "../shared/instant.ts";
import { accept, type Result, refuse } from "../shared/result.ts";
import type { Grant } from "./grant.ts";

/** Why somebody of the office may not give, change or end a role so. */
export type GiveRefusal = { code: "own_grant" } | { code: "expiry_not_ahead" };

/**
 * May a role be given, or its end be moved: never to oneself, so that whoever is to have more, or to stay longer, has it from
 * somebody else; and never to an end that has passed, which would look like a role and be none.
 *
 * @param facts `expiresAt`: when the role is to end; absent where it has no end
 * @example
 * mayGive({ by: chair.userId, to: chair.userId, now }) // { ok: false, refusal: { code: "own_grant" } }
 */
export function mayGive({
  by,
  to,
  expiresAt,
  now,
}: {
  by: UserId;
  to?: UserId;
  expiresAt?: Instant | undefined;
  now: Instant;
}): Result<undefined, GiveRefusal> {
  if (to === by) return refuse({ code: "own_grant" });
  return expiresAt !== undefined && expiresAt <= now ? refuse({ code: "expiry_not_ahead" }) : accept(undefined);
}

/**
 * A grant that may be the one by which an agency still has somebody who gives roles: a director's, over the whole city, and
 * without an end. Of these one always stays; whoever keeps grants holds to that in the write that takes one.
 *
 * @example
 * isLastingDirector({ id, role: "director", scope: { kind: "city" } }) // true
 */
export const isLastingDirector = ({ role, scope, expiresAt }: Grant): boolean => role === "director" && scope.kind === "city" && expiresAt === undefined;

/** Long enough for a holiday, and short enough that an address is still the same person's. */
const invitationLastsDays = 14;

/**
 * Until when an invitation holds that is made or renewed now: fourteen days.
 *
 * @example
 * invitationEndsAt(Instant.parse("2026-11-01T15:00:00.000Z")) // "2026-11-15T15:00:00.000Z"
 */
export const invitationEndsAt = (now: Instant): Instant => minutesAfter(now, invitationLastsDays * 24 * 60);
