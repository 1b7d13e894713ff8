import { EmailAddress, EventId, GrantId, Instant, IsoDate, Role, Scope, UserId } from "@cte-partnerships/domain";
import * as z from "zod";

/** A role within a scope, given to somebody, as it stands. */
const GrantRow = z.object({ id: GrantId, role: Role, scope: Scope, expiresAt: Instant.optional(), version: z.int(), isOver: z.boolean() });
export type GrantRow = z.infer<typeof GrantRow>;

/** Somebody who has signed in, or was made known before they did. */
export const AccessUser = z.object({
  id: UserId,
  /** Their name as their provider says it; of somebody who was invited and has not come, the address. */
  name: z.string(),
  standing: z.enum(["invited", "invitation_over", "known"]),
  invitedUntil: Instant.optional(),
  lastSignInAt: Instant.optional(),
  grants: z.array(GrantRow),
});
export type AccessUser = z.infer<typeof AccessUser>;

export const AccessUserList = z.object({ users: z.array(AccessUser), matching: z.int(), nextCursor: z.string().optional() });
export type AccessUserList = z.infer<typeof AccessUserList>;

export const AccessUserQuery = z.strictObject({ q: z.string().trim().max(100).optional(), cursor: z.string().max(1000).optional() });

export const GrantInput = z.strictObject({ role: Role, scope: Scope, expiresAt: Instant.optional() });
export const InviteInput = z.strictObject({ address: EmailAddress, role: Role, scope: Scope, expiresAt: Instant.optional() });
export const ExpiryInput = z.strictObject({ version: z.int().min(1), expiresAt: Instant.optional() });
export const GrantVersion = z.strictObject({ version: z.int().min(1) });

export const CouldSeeQuery = z.strictObject({
  on: IsoDate,
  /** A person, or what was to be seen: an event, a commission, a school. */
  of: z.union([UserId, EventId, z.string().regex(/^(cms|sch)_[a-z0-9-]{1,80}$/)]),
});

/** Who could see what on a day, by the grants that were in force for any part of it. */
export const CouldSee = z.object({
  on: IsoDate,
  /** Its name, where it has one that is no commission's or school's: a person's, an event's. */
  title: z.string().optional(),
  scope: Scope.optional(),
  held: z.array(
    z.object({
      userId: UserId,
      name: z.string(),
      role: Role,
      scope: Scope,
      from: Instant,
      /** Absent: it is in force still. */
      until: Instant.optional(),
      seesPeople: z.boolean(),
    }),
  ),
});
export type CouldSee = z.infer<typeof CouldSee>;
